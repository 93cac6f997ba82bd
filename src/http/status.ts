import type { Status } from '../objects/desk-status.ts'
import type { FloodRecord } from '../objects/flood-store.ts'
import type { SourceReport } from '../objects/publisher-report.ts'
import type { BayanEnv } from '../platform/env.ts'
import { logFault } from '../platform/log-fault.ts'
import { publicJson } from './answers.ts'
import { deliveryWords } from './delivery-words.ts'
import { floodId } from './floods.ts'
import { deskOf } from './objects.ts'
import { isOperator } from './operator.ts'
import { problem } from './problem.ts'
import { publicSource } from './public-source.ts'
import { failureWords } from './translation-words.ts'

/** An isolate asks the desk at most this often; the desk asks the objects at most once a minute. */
const KEPT_MS = 15_000
let kept: { readonly status: Status; readonly until: number } | undefined

/** The state of everything, or undefined where the desk does not answer. */
export async function currentStatus(env: BayanEnv): Promise<Status | undefined> {
  const now = Date.now()
  if (kept !== undefined && now < kept.until) return kept.status
  try {
    const gathered: Status = await deskOf(env).status()
    const status = { ...gathered, endpoints: await told(gathered.endpoints, env) }
    kept = { status, until: now + KEPT_MS }
    return status
  } catch (error) {
    logFault({ at: 'status' }, error)
    return undefined
  }
}

/** An endpoint's object keeps a code for most failures: its words lie beside the worker. */
async function told(endpoints: Status['endpoints'], env: BayanEnv): Promise<Status['endpoints']> {
  if (endpoints.every(({ reason, words }) => reason === null || words !== null)) return endpoints
  const tell = await deliveryWords(env)
  return endpoints.map((one) => ({ ...one, words: one.words ?? tell(one.reason) }))
}

/** The next question is put to the desk again. */
export function forgetStatus(): void {
  kept = undefined
}

/** The same for everybody's eyes. */
export async function publicStatus(env: BayanEnv): Promise<Status | undefined> {
  const status = await currentStatus(env)
  return status === undefined ? undefined : redacted(status)
}

function redacted(status: Status): Status {
  const publishers = status.publishers.map((one) => ({
    ...one,
    sources: one.sources.map(publicSource),
  }))
  return { ...status, publishers }
}

/** The state in the form of the contract; endpoints and whole addresses only for the operator. */
export async function serveStatus(request: Request, env: BayanEnv): Promise<Response> {
  const operator = await isOperator(request, env)
  const status = await (operator ? currentStatus(env) : publicStatus(env))
  if (status === undefined) {
    return problem(503, 'State unknown', {
      en: 'The state of the sources is not known at the moment. Feeds go on being served.',
      ar: 'حالة المصادر غير معروفة الآن. الخلاصات ما زالت تعمل.',
    })
  }
  const { asOf, publishers, endpoints, silent, budget, translation = null } = status
  const shown = {
    asOf,
    publishers: publishers.map(({ id, name, sources, statements, translations, owed, floods }) => {
      const held = floods.map((flood) => shownFlood(id, flood))
      return {
        id,
        name,
        statements,
        translations,
        owed,
        sources: sources.map(shownSource),
        floods: held,
      }
    }),
    budget,
  }
  if (!operator) return publicJson(shown, 15)
  const failing = translation?.failing
  const told = failing && {
    ...translation,
    failing: { ...failing, words: await failureWords(failing.reason, env) },
  }
  const withEndpoints = { ...shown, endpoints, silent, translation: told ?? translation }
  const answer = publicJson(withEndpoints, 0)
  answer.headers.set('cache-control', 'private, no-store')
  return answer
}

/** How many alerts wait in it is the operator's business: see `/api/v1/floods`. */
function shownFlood(publisher: string, { number, source, at, fresh, listed }: FloodRecord) {
  return { id: floodId(publisher, number), source, at, fresh, listed }
}

/** Without the counts, which `/metrics` tells. */
function shownSource({ polls: _polls, ...source }: SourceReport) {
  return source
}
