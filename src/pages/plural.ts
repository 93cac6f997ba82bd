import type { Language } from '../text/language.ts'

/**
 * A noun in the forms that its number asks for. Arabic has five beside a number (one, two, 3 to
 * 10, 11 to 99, and the hundreds), and the first two hold the number themselves: «دقيقتين», never
 * «2 دقيقة».
 */
interface ArabicForms {
  readonly one: string
  readonly two: string
  readonly few: string
  readonly many: string
  readonly other: string
}

interface EnglishForms {
  readonly one: string
  readonly other: string
}

export interface NounForms {
  readonly ar: ArabicForms
  readonly en: EnglishForms
}

let arabicRules: Intl.PluralRules | undefined

/** A number, an integer from 0, with its noun, in Latin digits: `3 minutes`, «3 دقائق». */
export function counted(number: number, noun: NounForms, language: Language): string {
  if (language === 'en') return `${number} ${number === 1 ? noun.en.one : noun.en.other}`
  arabicRules ??= new Intl.PluralRules('ar')
  const rule = arabicRules.select(number)
  switch (rule) {
    case 'one':
    case 'two':
      return noun.ar[rule]
    case 'few':
    case 'many':
      return `${number} ${noun.ar[rule]}`
    // Arabic grammar has no form of its own for nothing.
    case 'zero':
    case 'other':
      return `${number} ${noun.ar.other}`
  }
}
