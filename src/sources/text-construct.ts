import { htmlToText } from '../text/html-text.ts'
import { plainLine } from '../text/plain-letters.ts'
import type { FeedElement } from './feed-element.ts'
import type { FeedFormat } from './feed-scan.ts'
import { plainToHtml } from './sanitise-html.ts'
import { sections, xmlText } from './xml-text.ts'

/**
 * A text of a feed as html, not sanitised. Atom says what it is by `type` (RFC 4287, 3.1 and 4.1.3;
 * Atom 0.3 by `mode` too), RSS means html and often writes it without escaping.
 */
export function constructHtml(element: FeedElement, format: FeedFormat): string {
  const type = (element.attributes.get('type') ?? (format === 'atom' ? 'text' : 'html'))
    .trim()
    .toLowerCase()
  if (element.attributes.get('mode') === 'base64') return base64Html(element.raw, type)
  if (type.includes('xhtml')) return unprefixed(element.raw)
  if (type === 'html' || type === 'text/html') {
    return hasMarkup(element.raw) ? element.raw : xmlText(element.raw)
  }
  return /^text(\/|$)/.test(type) ? plainToHtml(xmlText(element.raw)) : ''
}

/** A text of a feed as one line of letters: for titles. */
export function constructText(element: FeedElement, format: FeedFormat): string {
  const type = element.attributes.get('type') ?? (format === 'atom' ? 'text' : 'html')
  const isPlain = /^text(\/plain)?$/.test(type) && element.attributes.get('mode') !== 'base64'
  const text = isPlain ? xmlText(element.raw) : htmlToText(constructHtml(element, format))
  return plainLine(text)
}

/** Tags outside CDATA: html that nobody escaped. */
function hasMarkup(raw: string): boolean {
  return (
    raw.includes('<') &&
    /<[a-z/]/i.test(
      sections(raw)
        .filter((_, index) => index % 2 === 0)
        .join(''),
    )
  )
}

/** `<xhtml:p>` is `<p>` to an html reader; CDATA inside it is text. */
function unprefixed(raw: string): string {
  const opened = sections(raw).map((text, index) =>
    index % 2 === 0 ? text : text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
  )
  return opened.join('').replace(/<(\/?)[A-Za-z][\w-]*:(?=[A-Za-z])/g, '<$1')
}

function base64Html(raw: string, type: string): string {
  try {
    const bytes = Uint8Array.from(atob(raw.replace(/\s+/g, '')), (letter) => letter.charCodeAt(0))
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes)
    return type.includes('html') ? text : plainToHtml(text)
  } catch {
    return ''
  }
}
