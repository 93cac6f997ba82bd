import type { Words } from '../text/language.ts'
import type { Detail } from './refusal-detail.ts'
import { REFUSAL_DETAILS } from './refusal-details-table.ts'

type Sentences = Readonly<Record<string, readonly string[]>>

/** For each name its English and its Arabic; those of reading once they were learnt. */
let known: Sentences = REFUSAL_DETAILS
let isLearnt = false

/** Gives an isolate the sentences that lie beside the worker. */
export function learnDetails(sentences: Sentences): void {
  known = { ...sentences, ...REFUSAL_DETAILS }
  isLearnt = true
}

/** Whether they are still to be learnt. */
export function lacksDetails(): boolean {
  return !isLearnt
}

/**
 * A refusal's detail for people; without its sentence (not learnt, or of another version during a
 * deployment) its name and its facts.
 *
 * @param detail a sentence in English where an earlier version wrote it
 */
export function detailWords(detail: Detail | string): Words {
  if (typeof detail === 'string') return { en: detail, ar: detail }
  const [name, ...facts] = detail
  const told = facts.map((fact) =>
    typeof fact === 'object' ? detailWords(fact) : { en: String(fact), ar: String(fact) },
  )
  const [en, ar] = (Object.hasOwn(known, name) ? known[name] : undefined) ?? []
  return {
    en: filled(
      en,
      name,
      told.map((one) => one.en),
    ),
    ar: filled(
      ar,
      name,
      told.map((one) => one.ar),
    ),
  }
}

function filled(sentence: string | undefined, name: string, facts: readonly string[]): string {
  if (sentence === undefined) return [name, ...facts].join(' ')
  return sentence.replace(/\{([01])\}/g, (_, place: string) => facts[Number(place)] ?? '')
}
