import type { RawEntry } from './entry-cutter.ts'
import { NAMESPACES } from './feed-namespaces-table.ts'
import type { FeedFormat } from './feed-scan.ts'
import { localName } from './xml-tag.ts'
import { attributesOf } from './xml-text.ts'

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

/** Gives the children of an entry that was cut their names. */
export type NameChildren = (cut: RawEntry) => EntryElement

/**
 * Names for the children of a feed's entries, by the namespaces that the start tags `around` declare.
 * The children's content is left to those who want it. A whole XML parser is not asked:
 * fast-xml-parser's first call costs more than the 10 ms of CPU that the free plan gives to a poll,
 * even for one entry, and its defaults damage texts (feeds report, section 9). The tests ask it as
 * a witness.
 */
export function childNamer(format: FeedFormat, around: readonly string[]): NameChildren {
  const declared = new Map(around.flatMap((tag) => [...attributesOf(tag)]))
  return (cut) => {
    const children = cut.children.map(({ name, tag, inner }) => {
      const attributes = attributesOf(tag)
      return { name: knownName(name, attributes, declared, format), attributes, raw: inner }
    })
    return { attributes: attributesOf(cut.tag), children }
  }
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
