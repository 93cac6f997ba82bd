import { decodeReferences } from '../text/character-references.ts'
import { ForwardFinder } from './forward-finder.ts'

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

function decode(text: string): string {
  return decodeReferences(withoutHidden(text))
}

/**
 * Comments and processing instructions are no text; one that never ends is. No lazy pattern: a feed of
 * `<!--` a hundred thousand times would be read to its end as often.
 */
function withoutHidden(text: string): string {
  if (!text.includes('<!--') && !text.includes('<?')) return text
  const finder = new ForwardFinder(text)
  const begins = /<!--|<\?/g
  const kept: string[] = []
  let position = 0
  for (let found = begins.exec(text); found !== null; found = begins.exec(text)) {
    const close = found[0] === '<?' ? '?>' : '-->'
    const end = finder.find(close, begins.lastIndex)
    if (end === -1) continue
    kept.push(text.slice(position, found.index))
    position = end + close.length
    begins.lastIndex = position
  }
  return kept.join('') + text.slice(position)
}

/** Begins where a name begins, so that a long run of letters is tried once. */
const ATTRIBUTE = /(?<![^\s=/<>"'])([^\s=/<>"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

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
