import { decodeReferences } from '../text/character-references.ts'
import { ForwardFinder } from './forward-finder.ts'

/**
 * The characters of an element's raw inner XML: CDATA as it stands, references decoded elsewhere.
 * Feeds use HTML's named references ("&nbsp;", "&eacute;") without declaring them; the DOCTYPE that
 * could declare others is never read, so there is nothing to expand.
 */
export function xmlText(raw: string): string {
  const [text = '', ...rest] = sections(raw)
  return rest.reduce(
    (all, part, index) => all + (index % 2 === 0 ? part : decode(part)),
    decode(text),
  )
}

/** Text, CDATA content, text, … in turn: an odd number of parts. CDATA that never ends is text. */
export function sections(raw: string): readonly string[] {
  const parts: string[] = []
  let from = 0
  for (;;) {
    const open = raw.indexOf('<![CDATA[', from)
    const close = open === -1 ? -1 : raw.indexOf(']]>', open + 9)
    if (close === -1) return [...parts, raw.slice(from)]
    parts.push(raw.slice(from, open), raw.slice(open + 9, close))
    from = close + 3
  }
}

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

const NONE: ReadonlyMap<string, string> = new Map()

/** Begins where a name begins, so that a long run of letters is tried once. */
const ATTRIBUTE = /(?<![^\s=/<>"'])([^\s=/<>"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

/** The attributes of a start tag, decoded; the first of two with one name counts. */
export function attributesOf(tag: string): ReadonlyMap<string, string> {
  if (!tag.includes('=')) return NONE
  const attributes = new Map<string, string>()
  for (const [, name, double, single] of tag.matchAll(ATTRIBUTE)) {
    if (name !== undefined && !attributes.has(name))
      attributes.set(name, decode(double ?? single ?? ''))
  }
  return attributes
}
