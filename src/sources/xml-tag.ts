const [DOUBLE_QUOTE, SINGLE_QUOTE, SLASH, LESS, GREATER] = [0x22, 0x27, 0x2f, 0x3c, 0x3e]

/** The name behind a `<`, with its slash where it ends an element; undefined where no tag begins. */
export function tagName(text: string, start: number): string | undefined {
  let end = text.charCodeAt(start + 1) === SLASH ? start + 2 : start + 1
  if (!isNameStart(text.charCodeAt(end))) return undefined
  do end += 1
  while (isNameLetter(text.charCodeAt(end)))
  return text.slice(start + 1, end)
}

function isNameStart(code: number): boolean {
  const lower = code | 0x20
  return (lower >= 0x61 && lower <= 0x7a) || code === 0x5f
}

/** Letters, digits, and `_ . : -`. */
function isNameLetter(code: number): boolean {
  return isNameStart(code) || (code >= 0x30 && code <= 0x3a) || code === 0x2d || code === 0x2e
}

/**
 * The `>` that ends a tag; those inside quoted values do not, save where the quotes do not fit. No
 * pattern: one that repeats a group keeps a way back for each attribute, 12 MB for a tag of 2 MB.
 */
export function tagEnd(text: string, start: number): number {
  const first = text.indexOf('>', start)
  if (first === -1) return -1
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === GREATER) return at
    if (code === LESS) break
    if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) {
      at = text.indexOf(code === DOUBLE_QUOTE ? '"' : "'", at + 1)
      if (at === -1) break
    }
  }
  return first
}

export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
