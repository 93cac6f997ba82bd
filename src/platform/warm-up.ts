import { buildSnapshot } from '../feeds/build-snapshot.ts'
import { feedOf } from '../feeds/feed-document.ts'
import { FEED_FORMATS } from '../feeds/formats.ts'
import { parseSnapshot } from '../feeds/parse-snapshot.ts'
import { type PreparedEntry, prepareEntry } from '../feeds/prepare-entry.ts'
import { healthOf } from '../sources/health.ts'
import type { Get } from '../sources/get.ts'
import { nextPoll } from '../sources/next-poll.ts'
import type { Outcome } from '../sources/outcome.ts'
import { NOTHING_REMEMBERED, poll } from '../sources/poll.ts'
import { learned, paceOf } from '../sources/rhythm.ts'
import { isAllowed, parseRobots } from '../sources/robots.ts'
import { NEW_SOURCE, afterPoll } from '../sources/source-state.ts'
import { readPage } from '../sources/read-page.ts'
import { sightingOf } from '../sources/sighting-of.ts'
import type { Source } from '../sources/source.ts'
import { changeClass } from '../statements/change-class.ts'
import { choosePairs, likenessesOf } from '../statements/choose-pair.ts'
import { contentHash } from '../statements/content-hash.ts'
import { contentKey } from '../statements/identity.ts'
import { recognise } from '../statements/recognise.ts'
import { appeared } from '../statements/ledger.ts'
import { pairFeatures } from '../statements/pair-features.ts'
import type { Statement } from '../statements/statement.ts'
import { hitsOf } from '../watches/alerts-for.ts'
import { compileWatches } from '../watches/compile.ts'
import type { Watch } from '../watches/watch.ts'

const SOURCE: Source = {
  id: 'harbour-ar',
  language: 'ar',
  url: 'https://harbour.example/feed',
  kind: 'feed',
  interval: 300,
  paused: false,
}

const WATCH: Watch = {
  id: 'bridge',
  name: 'bridge',
  query: 'الجسر AND "the council"',
  publishers: [],
  languages: [],
  changes: ['appeared'],
  endpoints: [],
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

/** The same as a page shows it, and in Latin letters: patterns are compiled for each width of letters. */
const page = (title: string, text: string) =>
  `<!doctype html><html><head><title>${title} | x</title><meta property="og:title" content="x"></head><body><nav><a href="/">x</a></nav>
<article><h1><a href="/1">${title}</a></h1><time datetime="2018-11-26">x</time><div class="entry-content">
<p>${text}</p><div class="share">x</div></div></article></body></html>`
const PAGES = [
  page('بيان حول الجسر', 'يعلن المجلس <b>فتح</b> الجسر.'),
  page('On the bridge', 'The council <b>opens</b> the bridge, 26 November 2018.'),
]

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

const NOW = '2018-11-26T10:05:00.000Z'

/**
 * Takes one statement of our own through everything that is pure between an answer and an alert.
 *
 * The free plan gives a poll 10 ms of CPU, and an isolate whose code has never run spends more than
 * that on compiling it: the poll would be cut off, and the next one would be as cold. What runs while
 * the worker is loaded belongs to its start, which has a limit of its own (one second) and is not
 * billed to any request. Measured: docs/measuring.md, decision 0007.
 *
 * Only what needs no binding can run here; HTMLRewriter cannot, and is not needed for selectors of ours.
 *
 * @returns how many watches the statement hit: one, when all of the way was gone.
 */
export async function warmUp(): Promise<number> {
  const memory = { ...NOTHING_REMEMBERED, isKnown: () => false }
  const outcome = await poll(SOURCE, memory, answering(FEED, 'application/rss+xml'), '')
  if (outcome.kind !== 'ok') return 0
  settle(outcome)
  const lookup = () => undefined
  const { recognised } = recognise(outcome.entries, { lookup })
  const posts = answering(POSTS, 'application/json')
  await poll({ ...SOURCE, kind: 'wordpress' }, memory, posts, '')
  for (const html of PAGES) await readSelected(html)
  const [seen] = recognised
  if (seen === undefined) return 0
  const sighting = sightingOf(seen.entry, undefined, SOURCE)
  const hash = await contentHash(sighting.title, sighting.text)
  contentKey(hash, sighting.text, sighting.published)
  const where = { authority: 'a', publisher: 'harbour', source: SOURCE.id, now: NOW }
  const change = appeared({ sighting, contentHash: hash }, 1, where)
  renderAll(prepareEntry(change.statement))
  compare(change.statement)
  return hitsOf(change, compileWatches([WATCH]), () => []).length
}

/** A page as a list, as a statement by selectors, and as a statement without. */
async function readSelected(html: string): Promise<void> {
  const source = { ...SOURCE, kind: 'html', selectors: SELECTORS } as const
  const get = answering(html, 'text/html')
  await poll(source, NOTHING_REMEMBERED, get, '')
  await readPage(source.url, source, get, '')
  const { selectors: _, ...bare } = source
  await readPage(source.url, bare, get, '')
}

function answering(text: string, type: string): Get {
  const headers = new Headers({ 'content-type': `${type}; charset=utf-8` })
  const bytes = new TextEncoder().encode(text)
  return ({ url }) => Promise.resolve({ kind: 'answer', url, status: 200, headers, bytes, at: NOW })
}

/** So often is a feed rendered that the compiler takes its code for worth compiling well. */
const RENDERINGS = 10

/** A feed's first reader waits for its renderer no longer than its hundredth. */
function renderAll(entry: PreparedEntry): void {
  const face = { id: 'harbour', name: { ar: 'المرفأ', en: 'Harbour' }, site: SOURCE.url }
  const input = { of: face.id, publishers: { [face.id]: face }, entries: [entry], updated: NOW }
  const request = { language: 'ar', baseUrl: 'https://a.example', tagAuthority: 'a' } as const
  for (let n = 0; n < RENDERINGS; n++) {
    const snapshot = parseSnapshot(buildSnapshot(input))
    if (snapshot === undefined) return
    for (const { render } of Object.values(FEED_FORMATS)) render(feedOf(snapshot, request))
  }
}

/** What a poll does with a statement that is new, or is worded anew: the concepts are read here. */
function compare(statement: Statement): void {
  const english = { ...statement, language: 'en', title: 'The bridge', text: 'It opens.' } as const
  const candidate = { number: 2, features: pairFeatures(english) }
  choosePairs(likenessesOf({ number: 1, features: pairFeatures(statement) }, [candidate]))
  const { title, text } = statement
  changeClass({ title, text }, { title, text: `${text} في 4 أيار` })
}

/** What a poll does besides reading: manners, rhythm, and how the source is. */
function settle(outcome: Outcome): void {
  const now = new Date(NOW)
  isAllowed(parseRobots('User-agent: *\nDisallow: /x', 'Bayan'), SOURCE.url)
  const rhythm = learned(NEW_SOURCE.rhythm, [now.getTime()])
  const interval = paceOf(rhythm, now, SOURCE.interval, SOURCE.interval)
  const next = nextPoll({ interval, failures: 0, now, chance: 0.5 }).getTime()
  healthOf(afterPoll({ ...NEW_SOURCE, rhythm }, outcome, now, next), now.getTime(), () => null)
}
