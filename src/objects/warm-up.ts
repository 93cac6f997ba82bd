import { buildSnapshot } from '../feeds/build-snapshot.ts'
import { feedOf } from '../feeds/feed-document.ts'
import { FEED_FORMATS } from '../feeds/formats.ts'
import { parseSnapshot } from '../feeds/parse-snapshot.ts'
import { prepareEntry } from '../feeds/prepare-entry.ts'
import type { BayanEnv } from '../platform/env.ts'
import type { Wire } from '../platform/wire.ts'
import type { Get } from '../sources/get.ts'
import type { Publisher } from '../sources/publisher.ts'
import { readPage } from '../sources/read-page.ts'
import { isAllowed, parseRobots } from '../sources/robots.ts'
import type { Source } from '../sources/source.ts'
import { changeClass } from '../statements/change-class.ts'
import { choosePairs, likenessesOf } from '../statements/choose-pair.ts'
import { pairFeatures } from '../statements/pair-features.ts'
import type { Statement } from '../statements/statement.ts'
import type { Watch } from '../watches/watch.ts'
import { PublisherRuns } from './publisher-runs.ts'
import { PublisherState } from './publisher-state.ts'
import type { RunHome } from './run-home.ts'
import { Sql, type SqlEngine } from './sql.ts'

const SITE = 'https://harbour.example/'

const SOURCE: Source = {
  id: 'harbour-ar',
  language: 'ar',
  url: `${SITE}feed`,
  kind: 'feed',
  interval: 300,
  paused: false,
}

const PUBLISHER: Publisher = {
  id: 'harbour',
  name: { ar: 'المرفأ', en: 'Harbour' },
  site: SITE,
  paused: false,
  sources: [SOURCE],
}

const WATCH: Watch = {
  id: 'bridge',
  name: 'bridge',
  query: 'الجسر OR "the council"',
  publishers: [],
  languages: [],
  changes: ['appeared'],
  endpoints: ['desk'],
  public: false,
}

/** One entry with a little of everything that entries bring: marks, digits, links, references. */
const FEED = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Harbour</title><link>https://harbour.example/</link><language>ar</language>
<item><title>بيانٌ حول الجسر</title><link>https://harbour.example/1</link>
<guid isPermaLink="true">https://harbour.example/1</guid>
<pubDate>Mon, 26 Nov 2018 10:00:00 GMT</pubDate>
<content:encoded><![CDATA[<p>يعلن المجلس <b>فتح</b> الجسر &amp; يشكر <a href="https://harbour.example/">الجميع</a>.</p>
<ul><li>The council said so on 26 November ٢٠١٨.</li></ul>]]></content:encoded></item>
</channel></rss>`

/** The same statement as WordPress tells it. */
const POSTS = JSON.stringify([
  {
    id: 1,
    date_gmt: '2018-11-26T10:00:00',
    link: 'https://harbour.example/1',
    title: { rendered: 'بيان حول الجسر' },
    content: {
      rendered: '<p>تصريح صحفي</p><p>26 تشرين الثاني، 2018</p><p>يعلن المجلس فتح الجسر.</p>',
    },
  },
])

/** As long as menus are: what goes by so often is compiled better than what is seen once. */
const MENU = '<li class="menu-item"><a href="/section" title="x">x</a></li>'.repeat(50)

/** The same as a page shows it, and in Latin letters: patterns are compiled for each width of letters. */
const page = (title: string, text: string) =>
  `<!doctype html><html><head><title>${title} | x</title><meta property="og:title" content="x"></head><body><nav>${MENU}</nav>
<article><h1><a href="/1">${title}</a></h1><time datetime="2018-11-26">x</time><div class="entry-content">
<p>${text}</p><div class="share">x</div></div></article></body></html>`
const ARABIC_PAGE = page('بيان حول الجسر', 'يعلن المجلس <b>فتح</b> الجسر.')
const ENGLISH_PAGE = page('On the bridge', 'The council <b>opens</b> it, 26 November 2018.')

/** Of which kinds selectors are, in a page and in a list. */
const SELECTORS = {
  item: 'article',
  link: 'nav > a, a[href]',
  title: 'h1',
  date: 'time',
  excerpt: 'p',
  body: '.entry-content',
  articleTitle: 'h1',
  remove: ['.share'],
}

const PAGE_SOURCE: Source = { ...SOURCE, kind: 'html', selectors: SELECTORS }
const LISTINGS: readonly (readonly [source: Source, text: string, type: string])[] = [
  [SOURCE, FEED, 'application/rss+xml'],
  [{ ...SOURCE, kind: 'wordpress' }, POSTS, 'application/json'],
  [PAGE_SOURCE, ARABIC_PAGE, 'text/html'],
  [PAGE_SOURCE, ENGLISH_PAGE, 'text/html'],
]

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
 * @returns how many alerts the runs owed: none, where the way was not gone to its end
 */
export async function warmUp(env: BayanEnv): Promise<number> {
  const engine = new EmptyEngine()
  for (const listing of LISTINGS) await polled(listing, engine, env)
  await readPage(SITE, { ...SOURCE, kind: 'html' }, answering(ARABIC_PAGE, 'text/html'), '')
  isAllowed(parseRobots('User-agent: *\nDisallow: /x', 'Bayan'), SOURCE.url)
  const statement = statementOf('ar', 'بيان حول الجسر', 'يعلن المجلس فتح الجسر.')
  renderAll(statement)
  compare(statement)
  return engine.alerts
}

/** Answers as if nothing had ever been kept, save one watch and something that is owed. */
class EmptyEngine implements SqlEngine {
  /** Alerts that were written into the outbox, one for each endpoint. */
  alerts = 0

  exec<T extends Record<string, string | number | null>>(query: string, ...values: unknown[]) {
    if (query.startsWith('INSERT') && values.includes('alert')) this.alerts += 1
    return { toArray: () => rowsOf(query) as T[], rowsWritten: 0 }
  }
}

function rowsOf(query: string): readonly unknown[] {
  if (query.startsWith('SELECT value FROM watches')) return [WATCH_ROW]
  return query.startsWith('SELECT (SELECT MIN(due) FROM outbox)') ? [DUE_ROW] : []
}

const WATCH_ROW = { value: JSON.stringify([WATCH]) }
const DUE_ROW = { owed: 0, archive: null, wanted: null, recheck: null, chore: null }

/**
 * So often is each listing polled. A pattern is compiled to machine code at its second use; the first listing
 * is a baseline, of which nobody is told; and functions are compiled when they have been called some times,
 * which is better done here than in the poll that calls them once more.
 */
const POLLS = 6

async function polled(
  [source, text, type]: (typeof LISTINGS)[number],
  engine: EmptyEngine,
  env: BayanEnv,
): Promise<void> {
  const state = new PublisherState(new Sql(engine))
  let now = Date.parse(NOW)
  let number = 0
  const answers = () => text.replaceAll('/1', `/${number}`)
  const runs = new PublisherRuns({
    env,
    state,
    storage: STORAGE,
    wire: wireOf(answers, type),
    clock: () => now,
  })
  state.saveOrders({
    version: 1,
    authority: 'a',
    watchVersion: 'warm-up',
    publisher: { ...PUBLISHER, sources: [source] },
  })
  while (number < POLLS) {
    number += 1
    now += DAY_MS
    // What is owed and what is due take turns.
    await runs.alarm()
    await runs.alarm()
  }
}

const DAY_MS = 86_400_000

const STORAGE: RunHome['storage'] = {
  transactionSync: (work) => work(),
  setAlarm: () => Promise.resolve(),
  deleteAlarm: () => Promise.resolve(),
}

/** A wire to a site that gives one answer, and has no timers: none would be let ring here. */
function wireOf(answers: () => string, type: string): Wire {
  return {
    fetch: () => {
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          controller.enqueue(new TextEncoder().encode(answers()))
          controller.close()
        },
      })
      return Promise.resolve({
        status: 200,
        headers: new Headers({ 'content-type': `${type}; charset=utf-8` }),
        body,
      })
    },
    setTimer: () => undefined,
    clearTimer: () => undefined,
  }
}

function answering(text: string, type: string): Get {
  const headers = new Headers({ 'content-type': `${type}; charset=utf-8` })
  const bytes = new TextEncoder().encode(text)
  return ({ url }) => Promise.resolve({ kind: 'answer', url, status: 200, headers, bytes, at: NOW })
}

function statementOf(language: 'ar' | 'en', title: string, text: string): Statement {
  return {
    id: 'harbour-1',
    tag: 'tag:a',
    publisher: PUBLISHER.id,
    source: SOURCE.id,
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

/** So often is a feed rendered that the compiler takes its code for worth compiling well. */
const RENDERINGS = 30

/** A feed's first reader waits for its renderer no longer than its hundredth. */
function renderAll(statement: Statement): void {
  const { id, name, site } = PUBLISHER
  const entries = [prepareEntry(statement)]
  const input = { of: id, publishers: { [id]: { id, name, site } }, entries, updated: NOW }
  const request = { language: 'ar', baseUrl: 'https://a.example', tagAuthority: 'a' } as const
  for (let n = 0; n < RENDERINGS; n++) {
    const snapshot = parseSnapshot(buildSnapshot(input))
    if (snapshot === undefined) return
    for (const { render } of Object.values(FEED_FORMATS)) render(feedOf(snapshot, request))
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
