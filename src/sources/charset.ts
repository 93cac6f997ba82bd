import type { Refusal } from './reading.ts'
import type { Detail } from './refusal-detail.ts'

export interface DecodedBody {
  readonly kind: 'decoded'
  readonly text: string
  /** The charset that was believed, by its name in the Encoding Standard. */
  readonly charset: string
}

/** A declaration stands near the top; HTML asks for the first 1,024 bytes, real pages need more. */
const DECLARATION_BYTES = 4_096

/**
 * Bytes → text, or a refusal with reason `charset`. Nothing is replaced: a U+FFFD in the result
 * stood in the bytes. A letter that was cut in two (excerpts cut by bytes) is left out.
 *
 * Order: byte order mark, HTTP charset, declaration inside the document (RFC 7303, section 3; HTML
 * Standard, "determining the character encoding"), then what the bytes themselves prove. A label
 * that no standard knows counts as none.
 */
export function decodeBody(
  bytes: Uint8Array,
  contentType: string | undefined,
): DecodedBody | Refusal {
  const known = decodedOf.get(bytes)
  if (known !== undefined && known.contentType === contentType) return known.body
  const body = decoded(bytes, contentType)
  decodedOf.set(bytes, { contentType, body })
  return body
}

/** A page is looked at by the one who knows error pages, and then by the one who reads it. */
const decodedOf = new WeakMap<
  Uint8Array,
  { readonly contentType: string | undefined; readonly body: DecodedBody | Refusal }
>()

function decoded(bytes: Uint8Array, contentType: string | undefined): DecodedBody | Refusal {
  const marked = byteOrderMark(bytes)
  if (marked !== undefined) return attempt(bytes, marked) ?? invalid([marked])

  const http = httpCharset(contentType)
  const utf8 = attempt(bytes, 'utf-8')
  // The commonest page, and the end of its matter: whatever else it declared, the header goes first.
  if (utf8 !== undefined && /^utf-?8$/i.test(http ?? '')) return utf8

  const labels = [http, declaredCharset(bytes, utf8?.text)].filter((label) => label !== undefined)
  const declared = labels.filter((label) => decoderFor(label) !== undefined)

  // Arabic in a single-byte charset is never valid UTF-8 (its letters are lead bytes without
  // followers), so valid UTF-8 with letters beyond ASCII proves itself, whatever a server's
  // default header says. Double-byte charsets and UTF-16 keep their word: there ASCII-like bytes lie.
  if (utf8 !== undefined && declared.every(yieldsToUtf8)) return utf8

  // A western label is mostly a server's default, not somebody's knowledge: it is heard last.
  const candidates = declared.toSorted((a, b) => Number(isWestern(a)) - Number(isWestern(b)))
  for (const label of candidates) {
    const body = attempt(bytes, label)
    if (body !== undefined && !(isWestern(label) && looksLikeWindows1256(bytes))) return body
  }
  if (looksLikeWindows1256(bytes)) {
    const body = attempt(bytes, 'windows-1256')
    if (body !== undefined) return body
  }
  if (declared.every(yieldsToUtf8)) {
    const mended =
      damagedUtf8(bytes) ?? (looksWestern(bytes) ? attempt(bytes, 'windows-1252') : undefined)
    if (mended !== undefined) return mended
  }
  return invalid(labels)
}

function attempt(bytes: Uint8Array, label: string): DecodedBody | undefined {
  const decoder = decoderFor(label)
  if (decoder === undefined) return undefined
  try {
    return { kind: 'decoded', text: decoder.decode(bytes), charset: decoder.encoding }
  } catch {
    return undefined
  }
}

/** Removes a byte order mark of its own encoding, as the Encoding Standard asks, and nothing else. */
function decoderFor(label: string): TextDecoder | undefined {
  const known = decoders.get(label)
  if (known !== undefined) return known
  try {
    const decoder = new TextDecoder(label, { fatal: true, ignoreBOM: false })
    if (decoders.size >= MOST_DECODERS) decoders.clear()
    decoders.set(label, decoder)
    return decoder
  } catch {
    return undefined
  }
}

/** By the label that asked for each: what is decoded at once leaves nothing behind in its decoder. */
const decoders = new Map<string, TextDecoder>()
const MOST_DECODERS = 20

function byteOrderMark(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return undefined
}

function httpCharset(contentType: string | undefined): string | undefined {
  return contentType?.match(/;\s*charset\s*=\s*["']?([^\s"';,]+)/i)?.[1]
}

/** What the XML declaration or a meta element says; ASCII in every charset but UTF-16. */
function declaredCharset(bytes: Uint8Array, text: string | undefined): string | undefined {
  if (bytes[0] === 0x3c && bytes[1] === 0 && bytes[2] === 0x3f) return 'utf-16le'
  if (bytes[0] === 0 && bytes[1] === 0x3c && bytes[2] === 0) return 'utf-16be'
  const head =
    text?.slice(0, DECLARATION_BYTES) ??
    new TextDecoder('windows-1252').decode(bytes.subarray(0, DECLARATION_BYTES))
  const label =
    head.match(/^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([^"']+)["']/i)?.[1] ??
    head.match(/<meta\s[^>]*?charset\s*=\s*["']?\s*([^\s"'/>;]+)/i)?.[1]
  // Whoever could read this declaration was not reading UTF-16 (HTML Standard, prescan).
  return label !== undefined && /^utf-?16/i.test(label) ? 'utf-8' : label?.trim()
}

function isWestern(label: string): boolean {
  return ['windows-1252', 'iso-8859-15'].includes(decoderFor(label)?.encoding ?? '')
}

function yieldsToUtf8(label: string): boolean {
  const name = decoderFor(label)?.encoding ?? ''
  return name === 'utf-8' || /^(windows-|iso-8859-|koi8-|ibm|macintosh|x-mac)/.test(name)
}

/**
 * Undeclared bytes beyond ASCII that are not UTF-8 could be any of thirty charsets, and windows-1256
 * decodes every byte, so it would "succeed" on German too. It is believed where the article of
 * Arabic, alef and lam (C7 E1 there; C7 E4 in ISO 8859-6), opens words again and again: old Arabic
 * sites on Windows servers. Everything else is refused, since a wrong guess is published garbage.
 */
function looksLikeWindows1256(bytes: Uint8Array): boolean {
  let articles = 0
  let beyondAscii = 0
  for (const [index, byte] of bytes.entries()) {
    if (byte < 0x80) continue
    beyondAscii += 1
    if (byte === 0xe1 && bytes[index - 1] === 0xc7 && (bytes[index - 2] ?? 0x20) < 0x41)
      articles += 1
  }
  return articles >= 2 && articles * 60 >= beyondAscii
}

/**
 * UTF-8 in which a few letters were cut in two, without their pieces: PHP cuts excerpts by bytes.
 * Believed where whole letters of several bytes outnumber the pieces five to one, or where the only
 * piece is the document's end.
 */
function damagedUtf8(bytes: Uint8Array): DecodedBody | undefined {
  const text = new TextDecoder('utf-8').decode(bytes)
  let pieces = 0
  let letters = 0
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code === 0xfffd) pieces += 1
    else if (code > 0x7f) letters += 1
  }
  const isEnd = pieces === 1 && letters > 0 && text.endsWith('\uFFFD')
  if (!isEnd && letters < pieces * 5) return undefined
  return { kind: 'decoded', text: text.replaceAll('\uFFFD', ''), charset: 'utf-8' }
}

/**
 * Undeclared western text: single letters and typographic marks beyond ASCII, among ASCII letters.
 * Other scripts in one byte a letter stand in long runs ("Заяв"), and binary data has control bytes.
 */
function looksWestern(bytes: Uint8Array): boolean {
  let runs = 0
  let longRuns = 0
  let length = 0
  for (const byte of bytes) {
    if (byte < 0x09 || (byte > 0x0d && byte < 0x20)) return false
    if (byte >= 0x80) length += 1
    else if (length > 0) {
      runs += 1
      if (length > 3) return false
      if (length > 1) longRuns += 1
      length = 0
    }
  }
  return runs > 0 && longRuns * 3 <= runs && length <= 1
}

function invalid(labels: readonly string[]): Refusal {
  const detail: Detail =
    labels.length === 0 ? ['charset-none'] : ['charset-wrong', labels.map(printable).join(', ')]
  return { kind: 'refused', reason: 'charset', detail }
}

function printable(label: string): string {
  return label.replace(/[^\w.:-]/g, '?').slice(0, 40)
}
