import { type FeedLanguage, ALL } from '../feeds/feed-address.ts'
import { type Snapshot, bodyHtml } from '../feeds/snapshot.ts'
import { plainText } from '../feeds/xml-bytes.ts'
import { SLUG } from '../platform/kv-keys.ts'
import { htmlToText } from '../text/html-text.ts'
import { languageNamed } from '../text/language.ts'
import { matchesOf } from '../watches/alerts-for.ts'
import { compileWatches } from '../watches/compile.ts'
import { parseQuery } from '../watches/parse-query.ts'
import { CallCount } from './call-count.ts'
import { type Mistake, wrong } from './mistake.ts'
import { searchWatch } from './search-watch.ts'

/** A question typed into an address, in its one form. */
export interface Search {
  readonly text: string
  /** The publisher whose newest statements are looked through, or `all`. */
  readonly of: string
  readonly language: FeedLanguage
  /** The same in one order, as the feed's own address says it. */
  readonly params: readonly (readonly [string, string])[]
}

const LONGEST_QUERY = 1_000

/** Reads `?q=`, `?publisher=` and `?language=`. Blanks between words are one. */
export function readSearch(params: URLSearchParams, errors: Mistake[]): Search {
  const text = (params.get('q') ?? '').trim().replace(/\s+/g, ' ')
  const of = params.get('publisher') ?? ALL
  const language = params.get('language') ?? 'both'
  const known = languageNamed(language)
  const parsed = text.length > LONGEST_QUERY ? undefined : parseQuery(text)
  if (text === '') errors.push(wrong('q', 'empty'))
  else if (parsed === undefined) errors.push(wrong('q', 'long'))
  else if (parsed.kind === 'refused') errors.push({ field: 'q', error: parsed.error })
  if (!SLUG.test(of)) errors.push(wrong('publisher', 'slug'))
  if (known === undefined && language !== 'both') errors.push(wrong('language'))
  const said: [string, string][] = [['q', text]]
  if (of !== ALL) said.push(['publisher', of])
  if (known !== undefined) said.push(['language', known])
  return { text, of, language: known ?? 'both', params: said }
}

/** The statements of a snapshot that a question finds. */
export function found(snapshot: Snapshot, { text, language }: Search): Snapshot {
  const compiled = compileWatches([searchWatch(text)])
  const entries = snapshot.entries.filter((entry) => {
    if (language !== 'both' && entry.language !== language) return false
    const wording = { title: plainText(entry.title), text: htmlToText(bodyHtml(entry)) }
    return matchesOf(wording, entry, compiled).length > 0
  })
  return { ...snapshot, entries }
}

/** Searches that an isolate makes a minute; answers that it has made before do not count. */
const SEARCHES_A_MINUTE = 60
const MINUTE_MS = 60_000
let searches = new CallCount(MINUTE_MS)

/** Whether one more search may be made now: each reads a hundred texts, on somebody else's budget. */
export function maySearch(now: number): boolean {
  return searches.take(now, SEARCHES_A_MINUTE)
}

/** As many are left as in a new minute. */
export function forgetSearches(): void {
  searches = new CallCount(MINUTE_MS)
}
