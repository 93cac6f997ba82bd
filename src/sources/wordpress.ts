import { type JsonRecord, isRecord, parseJson, recordIn, textIn } from '../text/json.ts'
import { htmlToText } from '../text/html-text.ts'
import { parseDate } from '../text/dates.ts'
import type { Instant } from '../text/instant.ts'
import { plainLetters, plainLine } from '../text/plain-letters.ts'
import { resolveAddress } from './address.ts'
import { dateReading } from './date-reading.ts'
import { declaredLanguage } from './declared-language.ts'
import { MAX_ENTRIES } from './feed-scan.ts'
import { fingerprints } from './fingerprint.ts'
import { NOTES } from './note-words-table.ts'
import type { ListingEntry, ListingReader, Refusal, SourceDocument } from './reading.ts'
import { refused } from './refused.ts'
import { sanitiseHtml } from './sanitise-html.ts'
import type { Source } from './source.ts'
import { titleFor } from './title-from-text.ts'
import { trimBody, type TrimmedBody } from './trim-body.ts'
import { postsAddress, postsRoot } from './wordpress-address.ts'

/** Posts of WordPress's REST interface (wp/v2): all bodies in one request, so no page is fetched. */
export const wordPressReader: ListingReader = {
  address: postsAddress,
  recognises: ({ text, url }) => url.includes('wp/v2/posts') && /^\s*\[/.test(text.slice(0, 100)),
  read: async (document, source, { isKnown } = {}) => {
    const posts = parseJson(document.text)
    if (!Array.isArray(posts)) return noPosts(posts, document)
    const entries: ListingEntry[] = []
    const known: string[] = []
    const records = (posts as unknown[]).slice(0, MAX_ENTRIES).filter(isRecord)
    const addresses = new Map(records.map((post) => [String(post.id), textIn(post, 'link')]))
    const marks = await fingerprints(records.map((post) => JSON.stringify(post)))
    let locked = 0
    for (const [index, post] of records.entries()) {
      const mark = marks[index] ?? ''
      if (isKnown?.(mark) === true) {
        known.push(mark)
        continue
      }
      const entry = entryOf(post, { document, source, addresses, mark })
      if (entry === undefined) locked += 1
      else entries.push(entry)
    }
    return { kind: 'read', entries, known, notes: locked === 0 ? [] : [NOTES.locked(locked)] }
  },
}

interface PostContext {
  readonly document: SourceDocument
  readonly source: Source
  /** Addresses of the posts in this answer, by their ids. */
  readonly addresses: ReadonlyMap<string, string>
  readonly mark: string
}

function entryOf(post: JsonRecord, context: PostContext): ListingEntry | undefined {
  const { document, mark } = context
  const url = resolveAddress(textIn(post, 'link'), document.url)
  const content = recordIn(post, 'content')
  if (url === undefined || content.protected === true) return undefined
  const given = plainLine(htmlToText(textIn(recordIn(post, 'title'), 'rendered')))
  const { html, author } = bodyOf(textIn(content, 'rendered'), url, given)
  return {
    url,
    guid: `wp:${postsRoot(document.url)}:${String(post.id)}`,
    title: titleFor(given, html),
    author,
    published: dateOf(post, 'date', context),
    updated: dateOf(post, 'modified', context),
    language: declaredLanguage(textIn(post, 'lang') || textIn(post, 'wpml_current_locale')),
    html,
    // Page builders keep some texts out of the interface.
    complete: htmlToText(html) !== '',
    translations: translationsOf(post, url, context),
    fingerprint: mark,
  }
}

/** Marks of page builders that are left standing where the theme does not fill them. */
const SHORTCODES = /\[\/?(?:vc|et_pb|fusion|av|mk|tdc?)_[^\]<>]{0,500}\]/g

function bodyOf(rendered: string, url: string, title: string): TrimmedBody {
  return trimBody(sanitiseHtml(rendered.replace(SHORTCODES, ''), url), title)
}

/** `date_gmt` is UTC and says no zone; `date` is the site's own time. */
function dateOf(
  post: JsonRecord,
  name: 'date' | 'modified',
  { source, document }: PostContext,
): Instant | undefined {
  const gmt = parseDate(textIn(post, `${name}_gmt`), { utcOffset: 0 })
  return gmt ?? parseDate(textIn(post, name), dateReading(source, document))
}

/** WPML gives addresses, Polylang ids, of which those in the same answer can be told. */
function translationsOf(
  post: JsonRecord,
  url: string,
  { source, addresses, document }: PostContext,
): readonly string[] {
  const wpml: unknown = post.wpml_translations
  const linked = (Array.isArray(wpml) ? (wpml as unknown[]) : [])
    .filter(isRecord)
    .flatMap((one) => {
      const language = declaredLanguage(textIn(one, 'locale'))
      return language === undefined || language === source.language ? [] : [textIn(one, 'href')]
    })
  const polylang = Object.entries(recordIn(post, 'translations')).flatMap(([language, id]) =>
    declaredLanguage(language) === undefined ? [] : [addresses.get(String(id)) ?? ''],
  )
  const found = [...linked, ...polylang].map((address) => resolveAddress(address, document.url))
  return [...new Set(found)].filter(
    (address) => address !== undefined && address !== url,
  ) as string[]
}

/** WordPress says in words why it gives nothing: `{"code":"rest_…","message":"…"}`. */
function noPosts(answer: unknown, document: SourceDocument): Refusal {
  if (isRecord(answer) && typeof answer.message === 'string') {
    const said = plainLetters(answer.message).slice(0, 200)
    return refused('not-a-listing', ['wordpress-says', said])
  }
  if (answer !== undefined) return refused('not-a-listing', ['no-posts'])
  return /^\s*[[{]/.test(document.text.slice(0, 100))
    ? refused('truncated', ['posts-cut'])
    : refused('not-a-listing', ['no-wordpress'])
}
