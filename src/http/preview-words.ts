import { refusalWords } from '../sources/refusal-words-table.ts'
import type { Chosen } from '../sources/chosen.ts'
import { CHOSEN_BECAUSE } from '../sources/discovery-words-table.ts'
import type { Refusal } from '../sources/reading.ts'
import type { Told } from './problem.ts'

export const OPERATORS_CHOICE: Told = {
  en: 'The kind was given by the operator.',
  ar: 'حدد المشغل هذا النوع.',
}

/** What happened, and what to mend, for people. */
export function whatHappened({ reason, status }: Refusal): Told {
  const number = status === undefined ? '' : ` (${status})`
  const [en, ar] = [refusalWords(reason, 'en'), refusalWords(reason, 'ar')]
  return { en: `${en.what}${number}. ${en.mend}`, ar: `${ar.what}${number}. ${ar.mend}` }
}

/** Another kind by which the address can be read. */
export function suggestion({ kind, url, because }: Chosen) {
  const why = CHOSEN_BECAUSE[because]
  return {
    kind,
    address: url,
    said: {
      en: `Try kind "${kind}" with ${url}. ${why.en}`,
      ar: `جرّب النوع "${kind}" مع ${url}. ${why.ar}`,
    },
  }
}
