import type { RawChild, RawEntry } from './entry-cutter.ts'
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
  /** By its name the first that says anything. */
  readonly named: ReadonlyMap<string, FeedElement>
}

/** Gives the children of an entry that was cut their names. */
export type NameChildren = (cut: RawEntry) => Promise<EntryElement>

/**
 * Names for the children of a feed's entries, by the namespaces that the start tags `around` declare.
 * The children's content is left to those who want it. A whole XML parser is not asked:
 * fast-xml-parser's first call costs more than the 10 ms of CPU that the free plan gives to a poll,
 * even for one entry, and its defaults damage texts (feeds report, section 9). The tests ask it as
 * a witness.
 */
export function childNamer(format: FeedFormat, around: readonly string[]): NameChildren {
  const declared = new Map(around.flatMap((tag) => [...attributesOf(tag)]))
  /** Of children without attributes, which are nearly all. */
  const plain = new Map<string, string>()
  return async (cut) => {
    const named = ({ name, tag, inner }: RawChild): FeedElement => {
      const attributes = attributesOf(tag)
      const before = attributes.size === 0 ? plain.get(name) : undefined
      const known = before ?? knownName(name, attributes, declared, format)
      if (attributes.size === 0) plain.set(name, known)
      return { name: known, attributes, raw: inner }
    }
    const children = cut.children.map(named)
    // Video hosts put an entry's text into a group, or an element, beside its pictures.
    const groups = children.filter(
      ({ name, raw }) => /^media:(?:group|content)$/.test(name) && raw.includes('<'),
    )
    const all = [...children, ...(await childrenOf(groups)).map(named)]
    return { attributes: attributesOf(cut.tag), children: all, named: saying(all) }
  }
}

async function childrenOf(groups: readonly FeedElement[]): Promise<readonly RawChild[]> {
  if (groups.length === 0) return []
  const { cutForgiving } = await import('./entry-cutter-forgiving.ts')
  return groups.flatMap(({ raw }) => cutForgiving(`<g>${raw}</g>`)?.children ?? [])
}

function saying(children: readonly FeedElement[]): ReadonlyMap<string, FeedElement> {
  const named = new Map<string, FeedElement>()
  for (const child of children) {
    if (named.has(child.name)) continue
    if (child.attributes.size > 0 || child.raw.trim() !== '') named.set(child.name, child)
  }
  return named
}

/** A known prefix bound to an address of somebody else's: not mistyped, but another thing. */
function isStrange(prefix: string, address: string): boolean {
  if (prefix === '' || address === '') return false
  const host = `${address.split('/', 1)[0] ?? ''}/`
  const own = Object.keys(NAMESPACES).filter((known) => NAMESPACES[known] === prefix)
  return own.length > 0 && !own.some((known) => known.startsWith(host))
}

/** Asked for every child of every entry: a declaration of a megabyte is none that we know. */
const LONGEST_NAMESPACE = 200

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
  const bare = (address ?? '')
    .slice(0, LONGEST_NAMESPACE)
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/[/#]+$/, '')
  const known = NAMESPACES[bare] ?? (isStrange(prefix, bare) ? `other-${prefix}` : prefix)
  const local = localName(name).toLowerCase()
  const isOwn =
    known === '' ||
    (known === 'atom' && format === 'atom') ||
    (known === 'rss' && format !== 'atom')
  return isOwn ? local : `${known}:${local}`
}

/** RDF's own id for an item; its prefix is the author's choice. */
export function aboutOf({ attributes }: EntryElement): string | undefined {
  for (const [name, value] of attributes) if (name.endsWith(':about')) return value
  return undefined
}
