import { tagEnd, tagName } from './xml-tag.ts'

/** A child of an entry as it stands. */
export interface RawChild {
  readonly name: string
  /** The start tag, brackets included. */
  readonly tag: string
  /** What stands between its tags. */
  readonly inner: string
}

/** One entry, cut. */
export interface RawEntry {
  /** Its own start tag. */
  readonly tag: string
  readonly children: readonly RawChild[]
}

/** The children of one entry, or undefined where one of them never ends. */
export function cutEntry(raw: string): RawEntry | undefined {
  const entryEnd = tagEnd(raw, 0)
  const own = tagName(raw, 0)
  const tag = raw.slice(0, entryEnd + 1)
  const children: RawChild[] = []
  let position = entryEnd + 1
  for (;;) {
    const start = raw.indexOf('<', position)
    if (start === -1) return undefined
    const behind = behindHidden(raw, start)
    if (behind !== undefined) {
      position = behind
      continue
    }
    const name = tagName(raw, start)
    // Any other end tag is one that nobody opened.
    if (name?.startsWith('/') === true) return name.slice(1) === own ? { tag, children } : undefined
    const end = tagEnd(raw, start)
    if (name === undefined || end === -1) return undefined
    const close = raw[end - 1] === '/' ? end + 1 : closeOf(raw, name, end + 1)
    if (close === -1) return undefined
    children.push({ name, tag: raw.slice(start, end + 1), inner: raw.slice(end + 1, close) })
    position = close === end + 1 && raw[end - 1] === '/' ? close : raw.indexOf('>', close) + 1
  }
}

/** Where the end tag of an element begins; elements of the same name inside it have their own. */
export function closeOf(raw: string, name: string, from: number): number {
  const end = `/${name}`
  let depth = 1
  let position = from
  for (;;) {
    const start = raw.indexOf('<', position)
    if (start === -1) return -1
    const behind = behindHidden(raw, start)
    position = behind ?? start + 1
    if (behind !== undefined) continue
    if (raw.startsWith(end, start + 1) && tagName(raw, start) === end) depth -= 1
    else if (raw.startsWith(name, start + 1) && tagName(raw, start) === name) {
      const close = tagEnd(raw, start)
      if (close !== -1 && raw[close - 1] !== '/') depth += 1
    }
    if (depth === 0) return start
  }
}

/** Behind CDATA, a comment or an instruction; undefined where something else begins. */
export function behindHidden(raw: string, start: number): number | undefined {
  const next = raw[start + 1]
  if (next !== '!' && next !== '?') return undefined
  const close = raw.startsWith('<![CDATA[', start)
    ? ']]>'
    : raw.startsWith('<!--', start)
      ? '-->'
      : '>'
  const end = raw.indexOf(close, start)
  return end === -1 ? raw.length : end + close.length
}
