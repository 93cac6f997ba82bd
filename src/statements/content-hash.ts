import { hexOf } from '../text/hex.ts'

const INVISIBLE = /[\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g

/** Letters of Arabic in the shapes that they take in a word: a ligature looks as its two letters do. */
const PRESENTATION_FORMS = /[\uFB50-\uFDFF\uFE70-\uFEFC]+/g

/** A text without what no reader can see, and with one form for what looks the same. */
export function withoutInvisible(text: string): string {
  return text
    .replace(PRESENTATION_FORMS, (forms) => forms.normalize('NFKC'))
    .normalize('NFC')
    .replace(INVISIBLE, '')
}

/**
 * The wording of a statement in the form in which wordings are compared: what no reader can see
 * (controls, kinds of white space, composed or decomposed letters) never makes a revision.
 */
export function canonicalText(text: string): string {
  return withoutInvisible(text).replace(/\s+/g, ' ').trim()
}

/** SHA-256 over title and text, 128 bits of it as 32 hex digits. */
export async function contentHash(title: string, text: string): Promise<string> {
  // A line break cannot stand inside a canonical text: no two pairs share one form.
  return sha256Hex(`${canonicalText(title)}\n${canonicalText(text)}`)
}

/** 32 hex digits of the SHA-256 of a text's UTF-8 bytes, or of bytes as they are. */
export async function sha256Hex(content: string | Uint8Array): Promise<string> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as BufferSource))
  return hexOf(digest.subarray(0, 16))
}
