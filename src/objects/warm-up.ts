import type { BayanEnv } from '../platform/env.ts'
import type { Answered, Wire } from '../platform/wire.ts'
import type { Get } from '../sources/get.ts'
import { readPage } from '../sources/read-page.ts'
import type { Source } from '../sources/source.ts'
import { changeClass } from '../statements/change-class.ts'
import { choosePairs, likenessesOf } from '../statements/choose-pair.ts'
import { pairFeatures } from '../statements/pair-features.ts'
import type { Statement } from '../statements/statement.ts'
import type { Watch } from '../watches/watch.ts'
import { publisherNeighbours } from './publisher-neighbours.ts'
import { PublisherRuns } from './publisher-runs.ts'
import { PublisherState } from './publisher-state.ts'
import type { RunHome } from './run-home.ts'
import { Sql } from './sql.ts'
import { WarmUpEngine } from './warm-up-engine.ts'
import { ARABIC_PAGE, WARM_UP_SITES, type WarmUpSite, SITE } from './warm-up-site.ts'

const PUBLISHER = {
  id: 'harbour',
  name: { ar: 'المرفأ', en: 'Harbour' },
  site: SITE,
  paused: false,
}

const WATCH: Watch = {
  id: 'bridge',
  name: 'bridge',
  query: 'الجسر OR "the bridge"',
  publishers: [],
  languages: [],
  changes: ['appeared'],
  endpoints: ['desk'],
  public: false,
}

const NOW = '2018-11-26T10:05:00.000Z'

/**
 * Takes statements of our own through all that lies between a publisher's alarm and the alerts that it owes.
 *
 * The free plan gives a poll 10 ms of CPU, and an isolate whose code has never run spends more than
 * that on compiling it: the poll would be cut off, and the next one would be as cold. What runs while
 * the worker is loaded belongs to its start, which has a limit of its own (one second) and is not
 * billed to any request. Measured: docs/measuring.md, decisions 0007, 0021 and 0063.
 *
 * The runs are real ones, over an engine that keeps nothing and a wire that ends here. HTMLRewriter cannot
 * run while a worker is loaded, and is not needed for selectors of ours.
 *
 * @param env the worker's bindings: read, and never asked
 * @param platform refuses while the worker is loaded, and is asked for what it does until then
 * @returns how many alerts the runs owed: none, where the way was not gone to its end
 */
export async function warmUp(env: BayanEnv, platform: Wire): Promise<number> {
  await touch(platform)
  // Before the others: what is compiled for two ways of going over a page is not thrown away at the third.
  await readPage({ url: SITE, title: '' }, PAGE_ALONE, answering(ARABIC_PAGE, 'text/html'), '')
  let alerts = 0
  for (const site of WARM_UP_SITES) alerts += await polled(site, env)
  const statement = statementOf('ar', 'بيان حول الجسر', 'يعلن المجلس فتح الجسر.')
  compare(statement)
  return alerts
}

const PAGE_ALONE: Source = {
  id: 'harbour-page',
  language: 'ar',
  url: SITE,
  kind: 'html',
  interval: 300,
  paused: false,
}

/** The platform's own code for timers and requests is compiled at its first call, too. */
async function touch({ ringAfter, silence, fetch }: Wire): Promise<void> {
  for (const refused of [() => ringAfter(0, () => undefined), () => silence(NO_BELL)]) {
    try {
      refused()
    } catch {
      // As it should be.
    }
  }
  const headers = { accept: 'text/html' }
  await fetch(new URL(SITE), { headers, redirect: 'manual' }).catch(() => undefined)
}

/** Names no timer. */
const NO_BELL = 0

const HOUR_MS = 3_600_000

/** @returns how many alerts were handed over */
async function polled(site: WarmUpSite, env: BayanEnv): Promise<number> {
  const state = new PublisherState(new Sql(new WarmUpEngine()))
  let [polls, alerts] = [0, 0]
  const deliver = (_endpoint: string, deliveries: readonly unknown[]) => {
    alerts += deliveries.length
    return Promise.resolve()
  }
  const runs = new PublisherRuns({
    env,
    state,
    storage: STORAGE,
    wire: wireTo(site, () => polls),
    neighbours: () => ({ ...publisherNeighbours(env), deliver }),
    turn: () => Promise.resolve({ until: Infinity }),
    clock: () => Date.parse(NOW) + polls * HOUR_MS,
  })
  state.watches.save(WATCHES, [JSON.stringify([WATCH])])
  const publisher = { ...PUBLISHER, sources: [site.source] }
  state.saveOrders({ version: 1, authority: 'a', watchVersion: WATCHES, publisher })
  while (polls < site.polls) {
    polls += 1
    // What is owed and what is due take turns.
    await runs.alarm()
    await runs.alarm()
  }
  return alerts
}

const WATCHES = 'warm-up'

const STORAGE: RunHome['storage'] = {
  transactionSync: (work) => work(),
  setAlarm: () => Promise.resolve(),
  deleteAlarm: () => Promise.resolve(),
}

/** A wire that ends here, and has no timers: none would be let ring. */
function wireTo(site: WarmUpSite, polls: () => number): Wire {
  return {
    fetch: ({ pathname }) => Promise.resolve(answerOf(site, pathname, polls())),
    ringAfter: () => NO_BELL,
    silence: () => undefined,
  }
}

/** Statements are called by their numbers; all else but robots.txt is the listing. */
function answerOf({ type, listing, article }: WarmUpSite, path: string, polls: number): Answered {
  if (path === '/robots.txt') return answered('User-agent: *\nDisallow: /x', 'text/plain')
  return /^\/\d+$/.test(path) ? answered(article, 'text/html') : answered(listing(polls), type)
}

function answered(text: string, type: string): Answered {
  const headers = new Headers({ 'content-type': `${type}; charset=utf-8`, etag: '"x"' })
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(text))
      controller.close()
    },
  })
  return { status: 200, headers, body }
}

function answering(text: string, type: string): Get {
  const headers = new Headers({ 'content-type': `${type}; charset=utf-8` })
  const bytes = new TextEncoder().encode(text)
  return ({ url }) => Promise.resolve({ kind: 'answer', url, status: 200, headers, bytes, at: NOW })
}

/** A statement of ours, for what is warmed. */
export function statementOf(language: 'ar' | 'en', title: string, text: string): Statement {
  return {
    id: 'harbour-1',
    tag: 'tag:a',
    publisher: PUBLISHER.id,
    source: PAGE_ALONE.id,
    language,
    url: `${SITE}1`,
    title,
    text,
    html: `<p>${text}</p>`,
    published: NOW,
    firstSeen: NOW,
    updated: NOW,
    state: 'current',
    revision: 1,
    contentHash: '',
    translation: null,
  }
}

/** What a poll does with a statement that is worded anew or looks for its partner: the concepts are read here. */
function compare(statement: Statement): void {
  const english = statementOf('en', 'The bridge', 'It opens.')
  const candidate = { number: 2, features: pairFeatures(english) }
  choosePairs(likenessesOf({ number: 1, features: pairFeatures(statement) }, [candidate]))
  const { title, text } = statement
  changeClass({ title, text }, { title, text: `${text} في 4 أيار` })
}
