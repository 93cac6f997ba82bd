import type { Language } from '../text/language.ts'
import type { Refusal } from './reading.ts'

/** Letters of western Europe: what Arabic bytes become in the wrong charset, `Ø§Ù„` or `ÇáÈíÇä`. */
const WESTERN = /[\u00A0-\u00FF\u0152\u0192\u201A-\u2022\u2039\u2122]/g
const ARABIC = /[\u0621-\u064A]/g
/** A French name in an English page is no proof. */
const FEWEST = 60

/**
 * Arabic that was decoded in the wrong charset is valid text and no Arabic. It must not become a
 * revision of what was read well a minute ago: a site's charset flips with its proxies.
 */
export function refuseMojibake(text: string, language: Language): Refusal | undefined {
  if (language !== 'ar') return undefined
  const western = text.match(WESTERN)?.length ?? 0
  if (western < FEWEST || western < 4 * (text.match(ARABIC)?.length ?? 0)) return undefined
  return { kind: 'refused', reason: 'charset', detail: ['mojibake'] }
}
