import type { Language, Words } from '../text/language.ts'
import type { FeedLanguage } from './feed-address.ts'

/** What stands before the title of a withdrawn statement: the only sign that RSS can give. */
export const WITHDRAWN_MARK: Words = { ar: '[بيان مسحوب]', en: '[Withdrawn]' }

/** What stands before the title of a text that a machine made. */
export const MACHINE_MARK: Words = { ar: '[ترجمة آلية]', en: '[Machine translation]' }

/** Its category, and what stands behind the name of the publisher, who did not write it. */
export const MACHINE_LABEL: Words = { ar: 'ترجمة آلية', en: 'Machine translation' }

/** Above a text that a machine made. */
export const MACHINE_NOTICE: Readonly<Record<Language, (name: string, model: string) => string>> = {
  ar: (name, model) => `نص صنعته آلة (${model})، وليس بيانا من «${name}».`,
  en: (name, model) => `A machine made this text (${model}). It is not a statement of ${name}.`,
}

/** The link to what the publisher said, which is in the other language. */
export const ORIGINAL: Words = { ar: 'الأصل بالإنكليزية', en: 'The original, in Arabic' }

/** What an excerpt of it ends with: a link to our page, which has it whole. */
export const READ_MACHINE: Words = {
  ar: 'اقرأ الترجمة الآلية كاملة',
  en: 'Read the whole machine translation',
}

/** What it ends with where the statement is longer than a machine is asked for. */
export const OPENING_ONLY: Words = {
  ar: '[ترجم أول البيان وحده]',
  en: '[Only the opening was translated]',
}

/** The categories by which readers filter for what changed. */
export const CHANGE_LABELS = {
  revised: { ar: 'معدل', en: 'Revised' },
  withdrawn: { ar: 'مسحوب', en: 'Withdrawn' },
} as const satisfies Readonly<Record<string, Words>>

/** The category of an entry's language, in that language. */
export const LANGUAGE_LABELS: Words = { ar: 'العربية', en: 'English' }

/** The category of a statement that changed while its version in the other language did not. */
export const DIVERGED_LABEL: Words = {
  ar: 'تختلف عن صيغتها باللغة الأخرى',
  en: 'Differs from its other language',
}

/** The title where a statement has neither title nor text. */
export const UNTITLED: Words = { ar: 'بيان بلا عنوان', en: 'Untitled statement' }

/** What an excerpt ends with: a link to the publisher's own page. */
export const READ_WHOLE: Words = {
  ar: 'اقرأ البيان كاملا على موقع الجهة الناشرة',
  en: 'Read the whole statement on the publisher\u2019s site',
}

/** What an excerpt ends with where the statement has no address that may be linked. */
export const EXCERPT_ONLY: Words = {
  ar: 'هذا جزء من البيان فقط',
  en: 'This is only a part of the statement',
}

/** The name of the feed of all publishers. */
export const ALL_STATEMENTS: Words = { ar: 'كل البيانات', en: 'All statements' }

/** The feed that tells what became of the sources. */
export const STATES_OF_SOURCES = {
  ar: 'بيان: حالة المصادر',
  en: 'Bayan: state of the sources',
  subtitle:
    'متى تعطل مصدر أو حجب أو طال صمته، ومتى عاد | When a source failed, was blocked or fell silent, and when it came back',
} as const

export const SUBTITLES: Readonly<Record<FeedLanguage, (name: Words) => string>> = {
  ar: (name) => `البيانات العربية: ${name.ar}`,
  en: (name) => `Statements in English: ${name.en}`,
  both: (name) =>
    `البيانات بالعربية والإنكليزية: ${name.ar} | Statements in Arabic and English: ${name.en}`,
}

/**
 * Both wordings on one line, Arabic first: readers that take direction from the first strong
 * letter then show the line from the right, as its longer part needs it.
 */
export function inLanguage(words: Words, language: FeedLanguage): string {
  if (language !== 'both') return words[language]
  return words.ar === words.en ? words.ar : `${words.ar} | ${words.en}`
}

/** Names that the operator left empty in one language are taken from the other, then the id. */
export function completed(words: Words, fallback: string): Words {
  const ar = words.ar.trim()
  const en = words.en.trim()
  return { ar: ar || en || fallback, en: en || ar || fallback }
}
