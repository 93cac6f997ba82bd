const [SPACE, DOUBLE_QUOTE, SINGLE_QUOTE, SLASH, EQUALS, GREATER] = [
  0x20, 0x22, 0x27, 0x2f, 0x3d, 0x3e,
]

/** A page may carry its data in an attribute: the middle of a longer tag is left out. */
const LONGEST_TAG = 4_000

/**
 * The attributes of the tag between `start` and its `>` at `end`, by their names in lower case: undecoded,
 * null where there is none or one without a value. The first of two counts. Most tags are asked for
 * none, so nothing is looked at before one is.
 */
export function attributesOf(
  html: string,
  start: number,
  end: number,
): (name: string) => string | null {
  let pairs: readonly string[] | undefined
  return (wanted) => {
    pairs ??= attributesIn(tagAt(html, start, end))
    for (let index = 0; index < pairs.length; index += 2) {
      const name = pairs[index] ?? ''
      if (name === wanted || (name.length === wanted.length && name.toLowerCase() === wanted)) {
        return pairs[index + 1] ?? null
      }
    }
    return null
  }
}

function tagAt(html: string, start: number, end: number): string {
  if (end - start <= LONGEST_TAG) return html.slice(start, end)
  const half = LONGEST_TAG / 2
  return `${html.slice(start, start + half)}" ${html.slice(end - half, end)}`
}

/** Names and values in turn, in one pass. What a name needs and does not have (a value, a quote) is passed over. */
function attributesIn(tag: string): string[] {
  const pairs: string[] = []
  let at = behindName(tag, 1)
  while (at < tag.length) {
    if (!isNamed(tag.charCodeAt(at))) {
      at += 1
      continue
    }
    const end = behindName(tag, at)
    const equals = behindBlanks(tag, end)
    if (tag.charCodeAt(equals) !== EQUALS) {
      at = end
      continue
    }
    const value = behindBlanks(tag, equals + 1)
    const behind = behindValue(tag, value)
    if (behind > value) pairs.push(tag.slice(at, end), unquoted(tag, value, behind))
    at = Math.max(behind, value)
  }
  return pairs
}

function isNamed(code: number): boolean {
  return (
    code > SPACE &&
    code !== SLASH &&
    code !== EQUALS &&
    code !== GREATER &&
    code !== DOUBLE_QUOTE &&
    code !== SINGLE_QUOTE
  )
}

function behindName(tag: string, from: number): number {
  let at = from
  while (at < tag.length && isNamed(tag.charCodeAt(at))) at += 1
  return at
}

function behindBlanks(tag: string, from: number): number {
  let at = from
  while (tag.charCodeAt(at) <= SPACE) at += 1
  return at
}

/** Behind a value's last letter or quote; where it stands still, there is no value. */
function behindValue(tag: string, start: number): number {
  const first = tag.charCodeAt(start)
  if (first === DOUBLE_QUOTE || first === SINGLE_QUOTE) {
    return tag.indexOf(first === DOUBLE_QUOTE ? '"' : "'", start + 1) + 1 || start
  }
  let at = start
  for (; at < tag.length; at += 1) {
    const code = tag.charCodeAt(at)
    const isEnd = code <= SPACE || code === GREATER
    if (isEnd || code === DOUBLE_QUOTE || code === SINGLE_QUOTE) break
  }
  return at
}

function unquoted(tag: string, start: number, end: number): string {
  const first = tag.charCodeAt(start)
  const isQuoted = first === DOUBLE_QUOTE || first === SINGLE_QUOTE
  return isQuoted ? tag.slice(start + 1, end - 1) : tag.slice(start, end)
}
