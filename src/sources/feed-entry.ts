import { type DateReading, parseDate } from '../text/dates.ts'
import { htmlToText } from '../text/html-text.ts'
import type { Instant } from '../text/instant.ts'
import { type Language, languageNamed } from '../text/language.ts'
import { plainLine } from '../text/plain-letters.ts'
import { innerBase } from './address.ts'
import { primarySubtag } from './declared-language.ts'
import { aboutOf, type EntryElement, type FeedElement } from './feed-element.ts'
import { linksOf } from './feed-links.ts'
import type { FeedFormat } from './feed-scan.ts'
import { constructHtml, constructText } from './text-construct.ts'
import { xmlText } from './xml-text.ts'

/** An entry of any kind of feed, its html as the publisher wrote it. */
export interface FeedEntry {
  /** Undefined where the entry has no http address; then it is no statement that could be kept. */
  readonly url: string | undefined
  readonly guid: string | undefined
  /** '' where the feed gives none. */
  readonly title: string
  readonly published: Instant | undefined
  /** When it says that it was changed last. */
  readonly updated: Instant | undefined
  readonly author: string | undefined
  /** Primary subtag of what is declared for the entry, in lower case; readers never guess. */
  readonly language: string | undefined
  /** NOT sanitised. */
  readonly html: string
  /** What relative links inside `html` are resolved against. */
  readonly baseUrl: string
  readonly complete: boolean
  readonly translations: readonly string[]
  readonly fingerprint: string
}

/** What an entry inherits from the feed around it. */
export interface FeedContext {
  readonly format: FeedFormat
  readonly baseUrl: string
  /** Primary subtag of what is declared around the entry, the nearest declaration. */
  readonly language: string | undefined
  /** The language that the operator gave the source: decides which links lead to a translation. */
  readonly sourceLanguage: Language
  readonly dates: DateReading
}

const TITLES = ['title', 'dc:title', 'dcterms:title', 'atom:title']
const LANGUAGES = ['dc:language', 'language']
const IDS = ['guid', 'id', 'atom:id']
/** Best first. */
const PUBLISHED = [
  'pubdate',
  'published',
  'issued',
  'atom:published',
  'dc:date',
  'dcterms:issued',
  'dcterms:created',
  'dcterms:date',
  'created',
]
const UPDATED = ['updated', 'atom:updated', 'modified', 'dcterms:modified', 'lastbuilddate']
const BODIES = [
  'content:encoded',
  'content',
  'atom:content',
  'xhtml:body',
  'body',
  'xhtml:div',
  'fullitem',
]
const EXCERPTS = [
  'description',
  'summary',
  'atom:summary',
  'dc:description',
  'dcterms:abstract',
  'itunes:summary',
  'media:description',
]

/** One entry as read. */
export function readEntry(
  entry: EntryElement,
  context: FeedContext,
  fingerprint: string,
): FeedEntry {
  const baseUrl = innerBase(entry.attributes.get('xml:base'), context.baseUrl)
  const guid = textOf(entry, IDS) ?? aboutOf(entry)?.trim()
  const own = entry.attributes.get('xml:lang') ?? textOf(entry, LANGUAGES)
  const language = own === undefined ? context.language : primarySubtag(own)
  const links = linksOf(entry, baseUrl, languageNamed(language) ?? context.sourceLanguage)
  const title = first(entry, TITLES)
  const body = bodyOf(entry, context.format, baseUrl)
  return {
    url: links.url,
    guid,
    title: title === undefined ? '' : constructText(title, context.format),
    published: dateOf(entry, PUBLISHED, context.dates),
    updated: dateOf(entry, UPDATED, context.dates),
    author: authorOf(entry),
    language: body.language ?? language,
    html: body.html,
    baseUrl: body.baseUrl,
    complete: body.complete,
    translations: links.translations,
    fingerprint,
  }
}

function first(entry: EntryElement, names: readonly string[]): FeedElement | undefined {
  for (const name of names) {
    const found = entry.named.get(name)
    if (found !== undefined) return found
  }
  return undefined
}

function textOf(entry: EntryElement, names: readonly string[]): string | undefined {
  const element = first(entry, names)
  const text = element === undefined ? '' : xmlText(element.raw).trim()
  return text === '' ? undefined : text
}

/** The first date that can be read; a feed's own is never replaced by the time of the poll. */
function dateOf(
  entry: EntryElement,
  names: readonly string[],
  dates: DateReading,
): Instant | undefined {
  for (const name of names) {
    const text = textOf(entry, [name])
    const date = text === undefined ? undefined : parseDate(text, dates)
    if (date !== undefined) return date
  }
  return undefined
}

const AUTHORS = ['dc:creator', 'author', 'atom:author', 'dc:publisher', 'contributor']

/** RSS wants "address (name)", Atom an element `name`; a name alone is commonest. */
function authorOf(entry: EntryElement): string | undefined {
  const raw = first(entry, AUTHORS)?.raw ?? ''
  if (raw === '') return undefined
  const name = /<(?:[\w.-]+:)?name(?:\s[^<>]*)?>([\s\S]{0,300}?)<\//i.exec(raw)?.[1]
  const text = xmlText(name ?? raw).replace(/<[^<>]*>/g, ' ')
  const [, named] = /^[^\s@]+@\S+\s*\(([^()]+)\)\s*$/.exec(text.trim()) ?? []
  const author = plainLine(named ?? text).slice(0, 200)
  return author === '' ? undefined : author
}

type Body = Pick<FeedEntry, 'html' | 'baseUrl' | 'complete' | 'language'>

function bodyOf(entry: EntryElement, format: FeedFormat, baseUrl: string): Body {
  const content = written(entry, BODIES, format, baseUrl)
  if (content !== undefined) return { ...content, complete: !isCut(content.html) }
  const excerpt = written(entry, EXCERPTS, format, baseUrl)
  return excerpt === undefined
    ? { html: '', baseUrl, complete: false, language: undefined }
    : { ...excerpt, complete: isWhole(excerpt.html) }
}

function written(
  entry: EntryElement,
  names: readonly string[],
  format: FeedFormat,
  base: string,
): Omit<Body, 'complete'> | undefined {
  for (const name of names) {
    const element = first(entry, [name])
    // `src` says that the content is elsewhere (RFC 4287, 4.1.3.2): then it is not here.
    if (element === undefined || element.attributes.has('src')) continue
    const html = constructHtml(element, format)
    if (!hasText(html)) continue
    const language = primarySubtag(element.attributes.get('xml:lang') ?? '')
    return { html, baseUrl: innerBase(element.attributes.get('xml:base'), base), language }
  }
  return undefined
}

/** Looks for a letter behind a tag first: a whole text need not be made to see that there is one. */
function hasText(html: string): boolean {
  return /(?:^|>)\s*[^<>\s&]/.test(html) || htmlToText(html) !== ''
}

const CUT_MARK =
  /(\[\s*(?:\u2026|\.{3})\s*\]|\b(?:read more|continue reading)\b.{0,60}|(?:اقرأ|قراءة|إقرأ|لقراءة) المزيد.{0,20}|(?:تابع|متابعة) القراءة.{0,20})\s*$/iu

function isCut(html: string): boolean {
  const tail = html.slice(-2_000)
  return CUT_MARK.test(plainEnd(tail) ?? htmlToText(tail).slice(-300))
}

/** Longer than any mark, letters beyond the basic plane counted twice; not those in brackets. */
const LONGEST_MARK = 150
const SHOWN_OTHERWISE = /[&\t\n\f\r]| {2}|[\s\]]$/

/** The last letters of a paragraph, where a page shows them as they stand: then no text need be made. */
function plainEnd(tail: string): string | undefined {
  const end = tail.length - '</p>'.length
  if (!tail.endsWith('</p>') || tail.includes('<!--')) return undefined
  const start = Math.max(tail.lastIndexOf('<', end - 1), tail.lastIndexOf('>', end - 1)) + 1
  const plain = tail.slice(Math.max(start, end - LONGEST_MARK), end)
  return plain.length < LONGEST_MARK || SHOWN_OTHERWISE.test(plain) ? undefined : plain
}

/** An excerpt in WordPress has 55 words. What is three times as long and not cut is the text itself. */
const WHOLE_LETTERS = 1_000

function isWhole(html: string): boolean {
  if (html.length < WHOLE_LETTERS || isCut(html)) return false
  const text = htmlToText(html)
  return text.length >= WHOLE_LETTERS && !/(?:\u2026|\.{3})\s*$/.test(text)
}
