import { escapeText } from './xml-text.ts'

/**
 * A text as the content of an XML element, in UTF-8. It is escaped and encoded once, when its statement
 * changes; feeds copy it as often as they are rendered. In the Workers runtime a string with one
 * Arabic letter takes twelve times as long to encode as a copy does.
 */
export type XmlBytes = Uint8Array

/** What stands in a feed: ready to be copied, or made for this feed alone and not escaped yet. */
export type FeedText = XmlBytes | string

const ENCODER = new TextEncoder()
/** A text may begin with the mark of a byte order; it is a letter of it then. */
const DECODER = new TextDecoder('utf-8', { fatal: false, ignoreBOM: true })

export function xmlBytes(text: string): XmlBytes {
  return ENCODER.encode(escapeText(text))
}

/** As it stands in a feed. */
export function asXml(text: FeedText): XmlBytes | string {
  return typeof text === 'string' ? escapeText(text) : text
}

/** The text itself, as pages, searches and JSON Feed need it: what `escapeText` did is undone. */
export function plainText(text: FeedText): string {
  if (typeof text === 'string') return text
  const escaped = DECODER.decode(text)
  if (!escaped.includes('&')) return escaped
  return escaped.replace(REFERENCES, (_, name: Reference) => CHARACTERS[name])
}

type Reference = keyof typeof CHARACTERS

/** Those that `escapeText` writes, and no others: each `&` of the text itself is one of them. */
const REFERENCES = /&#x(26|3C|3E|D);/g
const CHARACTERS = { '26': '&', '3C': '<', '3E': '>', D: '\r' } as const
