import type { BayanEnv } from '../platform/env.ts'
import { Published } from '../platform/published.ts'
import { parseStatementId } from '../statements/statement-id.ts'
import type { PublishedStatement } from '../statements/revision-list.ts'
import { CallCount } from './call-count.ts'
import { publisherOf } from './objects.ts'

export interface Found extends PublishedStatement {
  /** True while KV has not got it: then nobody on the way may keep the answer. */
  readonly fresh: boolean
}

/** Questions to objects a minute and isolate: an address with a made-up id costs an object call. */
const QUESTIONS_A_MINUTE = 60
const MINUTE_MS = 60_000
let questions = new CallCount(MINUTE_MS)

/**
 * A statement from KV; where KV has not got it yet (it is told of seconds after the alert), from
 * its publisher's object, a bounded number of times.
 */
export async function findStatement(env: BayanEnv, id: string): Promise<Found | undefined> {
  const parsed = parseStatementId(id)
  if (parsed === undefined) return undefined
  const store = new Published(env.PUBLISHED)
  const published = await store.loadStatement(id)
  if (published !== undefined) return { ...published, fresh: false }
  // An object is made by being asked, with all its tables: a made-up publisher must make none.
  const publishers = await store.loadPublishers()
  if (!publishers.some((one) => one.id === parsed.publisher)) return undefined
  if (!questions.take(Date.now(), QUESTIONS_A_MINUTE)) return undefined
  const kept = await publisherOf(env, parsed.publisher).statement(parsed.number)
  return kept === undefined ? undefined : { ...kept, fresh: true }
}

/** As many are left as in a new minute. */
export function forgetQuestions(): void {
  questions = new CallCount(MINUTE_MS)
}
