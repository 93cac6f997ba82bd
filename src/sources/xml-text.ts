import { decodeReferences } from '../text/character-references.ts'

/**
 * The characters of an element's raw inner XML: CDATA as it stands, references decoded elsewhere.
 * Feeds use HTML's named references ("&nbsp;", "&eacute;") without declaring them; the DOCTYPE that
 * could declare others is never read, so there is nothing to expand.
 */
export function xmlText(raw: string): string {
  if (!raw.includes('<![CDATA[')) return decode(raw)
  return raw
    .split(CDATA)
    .map((part, index) => (index % 2 === 1 ? part : decode(part)))
    .join('')
}

/** Splits into text, CDATA content, text, …: a capture group stays between its neighbours. */
const CDATA = /<!\[CDATA\[([\s\S]*?)\]\]>/

/** Comments and processing instructions are no text. */
const HIDDEN = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>/g

function decode(text: string): string {
  const bare = text.includes('<!--') || text.includes('<?') ? text.replace(HIDDEN, '') : text
  return decodeReferences(bare)
}

const ATTRIBUTE = /([^\s=/<>"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

/** The attributes of a start tag, decoded; the first of two with one name counts. */
export function attributesOf(tag: string): Map<string, string> {
  const attributes = new Map<string, string>()
  if (!tag.includes('=')) return attributes
  for (const [, name, double, single] of tag.matchAll(ATTRIBUTE)) {
    if (name !== undefined && !attributes.has(name))
      attributes.set(name, decode(double ?? single ?? ''))
  }
  return attributes
}
