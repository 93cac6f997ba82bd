import type { Language } from '../text/language.ts'

/** One sentence for the operator, in both languages. */
export type Said = Readonly<Record<Language, string>>
