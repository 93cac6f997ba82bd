import type { Detail } from './refusal-detail.ts'
import { REFUSAL_DETAILS } from './refusal-details-table.ts'
import type { Words } from '../text/language.ts'

/**
 * A refusal's detail for people.
 *
 * @param detail a sentence in English where an earlier version wrote it; during a deployment another version
 *   may name what has no words here
 */
export function detailWords(detail: Detail | string): Words {
  if (typeof detail === 'string') return { en: detail, ar: detail }
  const [name, ...facts] = detail
  const told = facts.map((fact) =>
    typeof fact === 'object' ? detailWords(fact) : { en: String(fact), ar: String(fact) },
  )
  const [en, ar] = Object.hasOwn(REFUSAL_DETAILS, name) ? REFUSAL_DETAILS[name] : [name, name]
  return {
    en: filled(
      en,
      told.map((one) => one.en),
    ),
    ar: filled(
      ar,
      told.map((one) => one.ar),
    ),
  }
}

function filled(sentence: string, facts: readonly string[]): string {
  return sentence.replace(/\{([01])\}/g, (_, place: string) => facts[Number(place)] ?? '')
}
