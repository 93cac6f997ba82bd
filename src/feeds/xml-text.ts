/** Any character that needs a second look; a whole emoji is one of them, hence the two steps. */
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const SUSPECT = /[\u0000-\u0008\u000B-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/
/** In Unicode mode a surrogate matches only where it stands alone: pairs are characters. */
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/gu

/**
 * A text without the characters that XML 1.0 (section 2.2, Char) has no way to say, not even as a
 * reference, and without lone surrogates, which UTF-8 cannot carry. One of them makes a whole feed
 * unreadable in strict readers. A text without them comes back as it is.
 */
export function withoutForbidden(text: string): string {
  return SUSPECT.test(text) ? text.replace(FORBIDDEN, '') : text
}

/** One look for all that may have to be escaped or removed: most titles and names have none. */
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const SPECIAL = /[\u0000-\u0008\u000B-\u001F&<\]\uD800-\uDFFF\uFFFE\uFFFF]/

/** A text as the content of an XML element, by hexadecimal references (RSS profile). */
export function escapeText(text: string): string {
  if (!SPECIAL.test(text)) return text
  // First the removal: it would join the parts of "]]\u0001>".
  let escaped = withoutForbidden(text).replaceAll('&', '&#x26;').replaceAll('<', '&#x3C;')
  // A bare ">" may stand in text, except at the end of this.
  if (escaped.includes(']]>')) escaped = escaped.replaceAll(']]>', ']]&#x3E;')
  // A parser turns a bare carriage return into a line feed (XML 1.0, section 2.11).
  return escaped.includes('\r') ? escaped.replaceAll('\r', '&#xD;') : escaped
}

/** An element that holds a text. */
export function element(name: string, text: string): string {
  return `<${name}>${escapeText(text)}</${name}>\n`
}

/** A text as the value of an attribute in double quotes. */
export function escapeAttribute(text: string): string {
  // A parser turns bare white space in attributes into spaces (XML 1.0, section 3.3.3).
  return escapeText(text).replace(/["\t\n]/g, attributeReference)
}

/** An address as `webLink` gives it, as the value of an attribute: one look instead of three. */
export function escapeLink(link: string): string {
  return link.includes('&') ? link.replaceAll('&', '&#x26;') : link
}

function attributeReference(character: string): string {
  return `&#x${character.charCodeAt(0).toString(16).toUpperCase()};`
}
