const NAME = /<(\/?[A-Za-z_][\w.:-]*)/y

/** The name behind a `<`, with its slash where it ends an element; undefined where no tag begins. */
export function tagName(text: string, start: number): string | undefined {
  NAME.lastIndex = start
  return NAME.exec(text)?.[1]
}

/** The `>` that ends a tag; those inside quoted values do not. */
export function tagEnd(text: string, start: number): number {
  const first = text.indexOf('>', start)
  if (first === -1) return -1
  if (!/["']/.test(text.slice(start, first))) return first
  QUOTED_TAG.lastIndex = start
  const match = QUOTED_TAG.exec(text)
  return match === null ? first : QUOTED_TAG.lastIndex - 1
}

const QUOTED_TAG = /<[^<>"']*(?:(?:"[^"]*"|'[^']*')[^<>"']*)*>/y

export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
