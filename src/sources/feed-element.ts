import { XMLParser } from 'fast-xml-parser'
import { NAMESPACES } from './feed-namespaces-table.ts'
import { localName, type FeedFormat } from './feed-scan.ts'
import { attributesOf, xmlText } from './xml-text.ts'

/** A child of an entry, its content not looked at. */
export interface FeedElement {
  /** Known prefix and local name in lower case: `title`, `dc:date`, `content:encoded`. */
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  /** Inner XML as it stands. */
  readonly raw: string
}

export interface EntryElement {
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly FeedElement[]
}

/** Parses single entries of one feed. */
export type ParseEntry = (rawEntry: string) => EntryElement | undefined

/**
 * A parser for the entries of a feed whose surrounding start tags are `around`; it answers undefined
 * where an entry is not what its tags promised.
 *
 * The parser's own defaults damage texts (feeds report, section 9): numbers are converted, the order
 * inside xhtml is lost, `media:title` replaces `title`. So it only cuts an entry into its children
 * (`stopNodes`); entities, CDATA and namespaces are ours.
 */
export function entryParser(format: FeedFormat, around: readonly string[]): ParseEntry {
  const declared = new Map(around.flatMap((tag) => [...attributesOf(tag)]))
  const parsers = new Map<string, XMLParser>()
  return (rawEntry) => {
    const name = /^<([\w.:-]+)/.exec(rawEntry)?.[1] ?? ''
    const parser = parsers.get(name) ?? parserFor(name)
    parsers.set(name, parser)
    try {
      return entryOf(parser.parse(rawEntry), name, (child, own) =>
        knownName(child, own, declared, format),
      )
    } catch {
      return undefined
    }
  }
}

function parserFor(entryName: string): XMLParser {
  return new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    parseTagValue: false,
    parseAttributeValue: false,
    processEntities: false,
    htmlEntities: false,
    trimValues: false,
    stopNodes: [`${entryName}.*`],
  })
}

type KnownName = (name: string, own: ReadonlyMap<string, string>) => string

/** What the parser answers is `unknown` to us: `{item: {title: 'x', link: ['a', {'@href': 'b'}]}}`. */
function entryOf(parsed: unknown, name: string, known: KnownName): EntryElement | undefined {
  if (!isRecord(parsed) || Object.keys(parsed).length !== 1) return undefined
  const entry = parsed[name]
  if (!isRecord(entry)) return undefined
  const children = Object.entries(entry).flatMap(([child, values]) => {
    if (child.startsWith('@') || child === '#text') return []
    return (Array.isArray(values) ? values : [values]).map((value) =>
      elementOf(child, value, known),
    )
  })
  return { attributes: ownAttributes(entry), children }
}

function elementOf(name: string, value: unknown, known: KnownName): FeedElement {
  if (!isRecord(value)) return { name: known(name, NONE), attributes: NONE, raw: String(value) }
  const attributes = ownAttributes(value)
  const text = value['#text']
  return { name: known(name, attributes), attributes, raw: typeof text === 'string' ? text : '' }
}

const NONE: ReadonlyMap<string, string> = new Map()

function ownAttributes(record: Readonly<Record<string, unknown>>): Map<string, string> {
  const names = Object.keys(record).filter((key) => key.startsWith('@'))
  return new Map(names.map((key) => [key.slice(1), xmlText(String(record[key]))]))
}

/**
 * By the declared address first: `<c:encoded xmlns:c="…/content/">` is content. An undeclared or
 * mistyped one leaves the prefix to speak for itself. The default namespace of the root is taken for
 * the feed's own whatever it says: `<rss xmlns="…/Atom">` occurs, and means RSS.
 */
function knownName(
  name: string,
  own: ReadonlyMap<string, string>,
  declared: ReadonlyMap<string, string>,
  format: FeedFormat,
): string {
  const prefix = name.includes(':') ? name.slice(0, name.indexOf(':')) : ''
  const address =
    prefix === ''
      ? own.get('xmlns')
      : (own.get(`xmlns:${prefix}`) ?? declared.get(`xmlns:${prefix}`))
  const known =
    NAMESPACES[
      (address ?? '')
        .toLowerCase()
        .replace(/^https?:\/\//, '')
        .replace(/[/#]+$/, '')
    ] ?? prefix
  const local = localName(name).toLowerCase()
  const isOwn =
    known === '' ||
    (known === 'atom' && format === 'atom') ||
    (known === 'rss' && format !== 'atom')
  return isOwn ? local : `${known}:${local}`
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
