import { BIDI_CONTROLS } from '../text/unseen.ts'
import { withoutForbidden } from './xml-text.ts'

/** A text as one line of a list: no line breaks, no directions, no forbidden characters. */
export function oneLine(text: string): string {
  return withoutForbidden(text).replace(BIDI_CONTROLS, '').replace(/\s+/g, ' ').trim()
}
