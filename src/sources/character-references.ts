import { decodeHTML } from 'entities/decode'

/** References to NUL and to halves of surrogate pairs name no character. */
const TO_NOTHING = /&#(?:0+(?!\d)|x0+(?![\da-f])|x0*d[89a-f][\da-f]{2}(?![\da-f]));?/gi

/**
 * Decodes character references. Those that name nothing vanish; the HTML Standard would put U+FFFD
 * there, which we never publish unless the publisher did.
 */
export function decodeReferences(text: string): string {
  return text.includes('&') ? decodeHTML(text.replace(TO_NOTHING, '')) : text
}
