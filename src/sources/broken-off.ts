/**
 * Whether a page broke off on its way: a whole one ends with a tag, and nearly every one with that of its
 * body. A page that leaves out its last end tags, as it may, still ends with some tag.
 */
export function isBrokenOff(page: string): boolean {
  const end = page.slice(-ENDING).trimEnd()
  if (end.endsWith('>')) return false
  return (
    /<(?:!doctype html|html|body)[\s>]/i.test(page.slice(0, HEAD)) &&
    !/<\/(?:body|html)\s*>/i.test(page)
  )
}

const HEAD = 2_000
/** Blanks behind a page are no text. */
const ENDING = 500
