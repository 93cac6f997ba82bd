/**
 * Whether a page broke off on its way: a whole one ends with a tag, and nearly every one with that of its
 * body. A page that leaves out its last end tags, as it may, still ends with the end of a block, a script or a
 * comment, and never within a paragraph or right behind one.
 */
export function isBrokenOff(page: string): boolean {
  const end = page.slice(-ENDING).trimEnd()
  if (end.endsWith('>') && !WITHIN.test(end)) return false
  return (
    /<(?:!doctype html|html|body)[\s>]/i.test(page.slice(0, HEAD)) &&
    !/<\/(?:body|html)\s*>/i.test(page)
  )
}

const HEAD = 2_000
/** Blanks behind a page are no text. */
const ENDING = 500
/** A start tag, save of what has no end, or the end of what stands within a text. */
const WITHIN =
  /<(?:(?!(?:br|hr|img|input|link|meta|source|wbr)[\s/>])[a-z][^<>]*|\/(?:p|li|h[1-6]|a|b|i|u|em|strong|span|td|tr|blockquote)\s*)>$/i
