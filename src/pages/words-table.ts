import type { Language } from '../text/language.ts'
import { ARABIC_WORDS } from './arabic-words-table.ts'
import { ENGLISH_WORDS } from './english-words-table.ts'
import type { PageWords } from './page-words.ts'

/** Everything that the interface says, refusals apart (`refusal-words-table.ts`). */
export const PAGE_WORDS: Readonly<Record<Language, PageWords>> = {
  ar: ARABIC_WORDS,
  en: ENGLISH_WORDS,
}
