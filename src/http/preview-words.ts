import type table from '../../public/words/preview.json'
import type { Chosen, Step } from '../sources/chosen.ts'
import type { Refusal, RefusalReason } from '../sources/reading.ts'
import { refusalWords } from '../sources/refusal-words-table.ts'
import type { Words } from '../text/language.ts'

/** What only a preview says, for each its English and its Arabic. */
export type PreviewWords = Readonly<Record<string, readonly string[]>>

type Name = keyof typeof table

/** Of what was never saved, nothing can have changed, and nothing is read again. */
const PREVIEWED: Readonly<Partial<Record<RefusalReason, Name>>> = {
  empty: 'refused-empty',
  selector: 'refused-selector',
  internal: 'refused-internal',
}
const ONCE_ONLY: ReadonlySet<RefusalReason> = new Set(['truncated', 'timeout', 'network'])

/** Why a path was chosen, said of the address that is read. */
export function chosenBecause(words: PreviewWords, because: Step | 'operators-choice'): Words {
  return told(words, because)
}

/** What happened, and what to mend, for people. */
export function whatHappened(words: PreviewWords, { reason, status }: Refusal): Words {
  const whole = PREVIEWED[reason]
  if (whole !== undefined) return told(words, whole)
  const number = status === undefined ? '' : ` (${status})`
  const [en, ar] = [refusalWords(reason, 'en', status), refusalWords(reason, 'ar', status)]
  const mend = ONCE_ONLY.has(reason) ? told(words, 'once') : { en: en.mend, ar: ar.mend }
  return { en: `${en.what}${number}. ${mend.en}`, ar: `${ar.what}${number}. ${mend.ar}` }
}

/** Another kind by which the address can be read. */
export function suggestion(words: PreviewWords, { kind, url, because }: Chosen) {
  const why = told(words, because)
  const said = told(words, 'suggestion')
  const filled = (language: 'en' | 'ar') => {
    const parts: Record<string, string> = { kind, url, why: why[language] }
    return said[language].replace(/\{(\w+)\}/g, (_, name: string) => parts[name] ?? '')
  }
  return { kind, address: url, said: { en: filled('en'), ar: filled('ar') } }
}

function told(words: PreviewWords, name: Name): Words {
  const [en = name, ar = name] = words[name] ?? []
  return { en, ar }
}
