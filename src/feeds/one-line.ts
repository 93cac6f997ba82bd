import { withoutForbidden } from './xml-text.ts'

/** Marks, embeddings, overrides and isolates: invisible in a title, they break search and equality. */
const BIDI_CONTROLS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g

/** A text as one line of a list: no line breaks, no directions, no forbidden characters. */
export function oneLine(text: string): string {
  return withoutForbidden(text).replace(BIDI_CONTROLS, '').replace(/\s+/g, ' ').trim()
}
