import { ALL } from '../feeds/feed-address.ts'
import { dateOf } from '../statements/newest-first.ts'
import { parseFor } from '../feeds/parse-snapshot.ts'
import { type Snapshot, type SnapshotEntry, bodyHtml } from '../feeds/snapshot.ts'
import { translationStates } from '../feeds/translation-states.ts'
import { plainText } from '../feeds/xml-bytes.ts'
import type { BayanEnv } from '../platform/env.ts'
import { kvKeys } from '../platform/kv-keys.ts'
import { planOf } from '../platform/plan.ts'
import { Published } from '../platform/published.ts'
import type { TranslationState } from '../statements/translation-state.ts'
import { htmlToText } from '../text/html-text.ts'
import type { Instant } from '../text/instant.ts'
import { matchesOf } from '../watches/alerts-for.ts'
import type { CompiledWatches } from '../watches/compile.ts'
import { Documents, MOST_DOCUMENTS } from './archive-documents.ts'
import { type WalkPlace, type WalkWorld, placeBefore, walk } from './statement-walk.ts'
import { cursorOf } from './walk-cursor.ts'

/** So many unless the question says how many. */
export const PAGE = 20

/** Texts that one answer matches with a query: the free plan gives a request 10 ms of CPU. */
export const MOST_TEXTS = { free: 300, paid: 2_000 } as const

/** What a list is asked for. */
export interface Question {
  readonly publisher: string | undefined
  readonly language: string | undefined
  readonly since: Instant | undefined
  readonly until: Instant | undefined
  readonly changedSince: Instant | undefined
  readonly state: string | undefined
  readonly translation: string | undefined
  readonly limit: number
  /** Where the page before ended. */
  readonly from: WalkPlace | undefined
  readonly compiled: CompiledWatches | undefined
}

export interface Page {
  readonly page: readonly SnapshotEntry[]
  /** Where to go on: also of a page that is not full, or empty, where one answer may read no more. */
  readonly cursor: string | null
  readonly stateOf: (entry: SnapshotEntry) => TranslationState
}

/** The statements that answer a question, newest first; undefined where there is no such publisher. */
export async function findPage(env: BayanEnv, question: Question): Promise<Page | undefined> {
  const { publisher, since, until, changedSince, compiled } = question
  const opened = await openWalk(env, { publisher, since, changedSince })
  const stateOf = translationStates(opened.publishers, new Date().toISOString())
  if (opened.world === undefined) {
    return publisher === undefined ? { page: [], cursor: null, stateOf } : undefined
  }
  const start = question.from ?? (until === undefined ? undefined : { at: placeBefore(until) })
  const page: SnapshotEntry[] = []
  let texts: number = MOST_TEXTS[planOf(env)]
  /** Behind the last of the page, once it is full; before that, behind what was looked at. */
  let place: WalkPlace | undefined
  for await (const { entry, next } of walk(opened.world, start)) {
    const isFull = page.length === question.limit
    if (entry === undefined && !isFull) return { page, cursor: cursorOf(next), stateOf }
    if (entry === undefined || (compiled !== undefined && texts === 0))
      return { page, cursor: cursorOf(place ?? next), stateOf }
    if (fits(entry, question, stateOf)) {
      texts -= 1
      if (compiled === undefined || isMatch(entry, compiled)) {
        // There is one more: whoever goes on finds something.
        if (isFull) return { page, cursor: cursorOf(place ?? next), stateOf }
        page.push(entry)
      }
    }
    if (!isFull) place = next
  }
  return { page, cursor: null, stateOf }
}

interface Opened {
  readonly publishers: Awaited<ReturnType<Published['loadPublishers']>>
  /** Undefined where nothing was published, or the publisher was deleted. */
  readonly world: WalkWorld | undefined
}

/** What one answer starts from: two reads of KV. */
export async function openWalk(
  env: BayanEnv,
  asked: {
    readonly publisher: string | undefined
    readonly since: Instant | undefined
    readonly changedSince?: Instant | undefined
    readonly publishers?: readonly string[]
    /** Documents beyond those two. */
    readonly most?: number
  },
): Promise<Opened> {
  const { publisher, since, publishers: wanted, most = MOST_DOCUMENTS } = asked
  const published = new Published(env.PUBLISHED)
  const key = kvKeys.snapshot(publisher ?? ALL)
  const [bytes, publishers] = await Promise.all([
    published.loadBytes(key),
    published.loadPublishers(),
  ])
  const head = bytes && parseFor({ kind: 'newest' }, bytes)
  if (bytes === undefined || head === undefined) return { publishers, world: undefined }
  const documents = new Documents(published, most, asked.changedSince)
  documents.keep(key, head)
  const listed = new Set(publishers.map(({ id }) => id))
  let withdrawn: Snapshot | undefined
  const world: WalkWorld = {
    head,
    withdrawn: () => (withdrawn ??= parseFor({ kind: 'withdrawn' }, bytes)),
    documents,
    since,
    changedSince: asked.changedSince,
    publishers: wanted,
    isListed: (id) => id === publisher || listed.has(id),
  }
  return { publishers, world }
}

/** All but the query, which costs most. */
function fits(entry: SnapshotEntry, question: Question, stateOf: Page['stateOf']): boolean {
  const at = dateOf(entry)
  const { language, state, since, until, changedSince, translation } = question
  if (language !== undefined && entry.language !== language) return false
  if (state !== undefined && entry.state !== state) return false
  if (since !== undefined && at < since) return false
  if (until !== undefined && at >= until) return false
  if (changedSince !== undefined && entry.updated < changedSince) return false
  return translation === undefined || stateOf(entry) === translation
}

function isMatch(entry: SnapshotEntry, compiled: CompiledWatches): boolean {
  const wording = { title: plainText(entry.title), text: htmlToText(bodyHtml(entry)) }
  return matchesOf(wording, entry, compiled).length > 0
}
