import { compared } from '../statements/newest-first.ts'
import { parseDate } from '../text/dates.ts'
import { percentDecoded } from '../text/percent-decoded.ts'
import { plainLine } from '../text/plain-letters.ts'
import { resolveAddress, bareHost } from './address.ts'
import { dateReading } from './date-reading.ts'
import { declaredLanguage } from './declared-language.ts'
import type { RawChild } from './entry-cutter.ts'
import { cutForgiving } from './entry-cutter-forgiving.ts'
import { fingerprints } from './fingerprint.ts'
import { LATE_NOTES } from './late-notes-table.ts'
import type { ListingEntry, ListingReader, ListingReading, SourceDocument } from './reading.ts'
import { refused } from './refused.ts'
import type { Source } from './source.ts'
import { titleFromAddress } from './title-from-address.ts'
import { attributesOf, xmlText } from './xml-text.ts'

/** The newest pages of a site: their own pages are read, a few a run. */
const NEWEST = 30
/** The protocol allows as many addresses in one file (sitemaps.org). */
const MOST_ADDRESSES = 50_000

/**
 * Sitemaps (sitemaps.org 0.9), and Google's news sitemaps, which carry title, date and language. A plain
 * one tells addresses and dates of change only: the newest thirty are taken. An index leads to the
 * newest of its sitemaps.
 */
export const readSitemap: ListingReader['read'] = async (document, source, { isKnown } = {}) => {
  if (/<(?:[\w.-]+:)?sitemapindex[\s>]/i.test(document.text.slice(0, 4_096))) {
    return newestSitemap(document)
  }
  const raws = elementsOf(document.text, 'url')
  if (raws.length === 0) {
    return refused('not-a-listing', ['no-sitemap'])
  }
  const section = sectionOf(source.url)
  const pages = raws.map(glanceAt).filter((page) => isStatementPage(page, section, document))
  const newest = newestOf(pages).map(({ raw }) => pageOf(raw))
  const marks = await fingerprints(newest.map(({ raw }) => raw))
  const entries: ListingEntry[] = []
  const known: string[] = []
  for (const [index, page] of newest.entries()) {
    const mark = marks[index] ?? ''
    if (isKnown?.(mark) === true) known.push(mark)
    else entries.push(entryOf(page, document, source, mark))
  }
  const isDated = pages.some(({ lastmod }) => lastmod !== '')
  return { kind: 'read', entries, known, notes: isDated ? [] : [LATE_NOTES.undatedSitemap()] }
}

/** What decides whether a page is among the newest: a sitemap may have fifty thousand. */
interface Glance {
  readonly raw: string
  readonly loc: string
  /** As written; '' where there is none. The date of publication in a news sitemap. */
  readonly lastmod: string
}

const LOC = /<(?:[\w.-]+:)?loc\s*>\s*(?:<!\[CDATA\[)?([^<\]]{1,2000})/i
const LASTMOD = /<(?:[\w.-]+:)?(?:lastmod|publication_date)\s*>\s*([^<]{1,40}?)\s*</i

function glanceAt(raw: string): Glance {
  return {
    raw,
    loc: xmlText(LOC.exec(raw)?.[1] ?? '').trim(),
    lastmod: LASTMOD.exec(raw)?.[1] ?? '',
  }
}

interface SitemapPage extends Glance {
  readonly published: string
  readonly title: string
  readonly language: string
  readonly alternates: readonly { readonly href: string; readonly hreflang: string }[]
}

function pageOf(raw: string): SitemapPage {
  const children = cutForgiving(raw)?.children ?? []
  const news = children.find(({ name }) => /(?:^|:)news$/i.test(name))
  const inner = news === undefined ? [] : (cutForgiving(`<n>${news.inner}</n>`)?.children ?? [])
  const publication = inner.find(({ name }) => /publication$/i.test(name))?.inner ?? ''
  const language = /<(?:[\w.-]+:)?language\s*>([^<]{0,40})</i.exec(publication)?.[1] ?? ''
  const published = textIn(inner, /publication_date$/i)
  return {
    raw,
    loc: textIn(children, /^(?:[\w.-]+:)?loc$/i),
    lastmod: textIn(children, /lastmod$/i) || published,
    published,
    title: textIn(inner, /(?:^|:)title$/i),
    language,
    alternates: children.filter(({ name }) => /:link$/i.test(name)).map(alternateOf),
  }
}

function alternateOf({ tag }: RawChild) {
  const attributes = attributesOf(tag)
  return { href: attributes.get('href') ?? '', hreflang: attributes.get('hreflang') ?? '' }
}

function textIn(children: readonly RawChild[], name: RegExp): string {
  const found = children.find((child) => name.test(child.name))?.inner ?? ''
  return plainLine(xmlText(found))
}

/** The front page, pictures and documents are no statements; other hosts are somebody else's. */
function isStatementPage({ loc }: Glance, section: string, document: SourceDocument): boolean {
  const url = resolveAddress(loc, document.url)
  if (url === undefined) return false
  const { host, pathname, search } = new URL(url)
  if (bareHost(host) !== bareHost(new URL(document.url).host)) return false
  if (pathname === '/' && search === '') return false
  if (!percentDecoded(pathname).startsWith(section) || percentDecoded(pathname) === section)
    return false
  return !/\.(?:jpe?g|png|gif|webp|svg|pdf|mp[34]|xml|zip)$/i.test(pathname)
}

/** `…/sitemap.xml#/press/` asks for the addresses below /press/ only. */
function sectionOf(address: string): string {
  const { hash } = new URL(address)
  return hash.startsWith('#/') ? percentDecoded(hash.slice(1)) : ''
}

/** W3C dates sort as text (sitemaps.org): they are parsed for those that are taken. */
function newestOf(pages: readonly Glance[]): readonly Glance[] {
  const dated = pages.filter(({ lastmod }) => /^\d{4}-\d{2}/.test(lastmod))
  if (dated.length === 0) return pages.slice(-NEWEST).toReversed()
  return dated.toSorted((a, b) => compared(b.lastmod, a.lastmod)).slice(0, NEWEST)
}

function entryOf(
  page: SitemapPage,
  document: SourceDocument,
  source: Source,
  mark: string,
): ListingEntry {
  const url = resolveAddress(page.loc, document.url) ?? document.url
  const dates = dateReading(source, document)
  const translations = page.alternates.flatMap(({ href, hreflang }) => {
    const other = declaredLanguage(hreflang)
    const address = resolveAddress(href, document.url)
    return other === undefined || other === source.language || address === undefined
      ? []
      : [address]
  })
  return {
    url,
    guid: undefined,
    title: page.title === '' ? titleFromAddress(url) : page.title,
    published: parseDate(page.published, dates),
    updated: parseDate(page.lastmod, dates),
    language: declaredLanguage(page.language),
    html: '',
    complete: false,
    translations: translations.filter((address) => address !== url),
    fingerprint: mark,
  }
}

/** One level only: an index inside an index is not allowed (sitemaps.org), and could lead in circles. */
function newestSitemap(document: SourceDocument): ListingReading {
  const sitemaps = elementsOf(document.text, 'sitemap').map((raw) => {
    const children = cutForgiving(raw)?.children ?? []
    const loc = textIn(children, /^(?:[\w.-]+:)?loc$/i)
    return { loc, date: parseDate(textIn(children, /lastmod$/i)) ?? '' }
  })
  const posts = sitemaps.filter(({ loc }) => /news|post|article|press|statement/i.test(loc))
  const candidates = posts.length > 0 ? posts : sitemaps
  const [best] = candidates.toSorted((a, b) => compared(b.date, a.date))
  const url = resolveAddress(best?.loc ?? '', document.url)
  if (url === undefined) {
    return refused('not-a-listing', ['empty-index'])
  }
  return { kind: 'elsewhere', url }
}

/** The raw elements of one name; they do not nest. */
function elementsOf(text: string, name: string): string[] {
  const start = new RegExp(`<((?:[\\w.-]+:)?${name})(?=[\\s>])`, 'gi')
  const found: string[] = []
  while (found.length < MOST_ADDRESSES) {
    const match = start.exec(text)
    if (match === null) break
    const end = text.indexOf(`</${match[1] ?? ''}`, match.index)
    if (end === -1) break
    const close = text.indexOf('>', end)
    found.push(text.slice(match.index, close === -1 ? text.length : close + 1))
    start.lastIndex = end
  }
  return found
}
