import type { Language } from '../text/language.ts'

/** What the pages about wordings say. */
interface DiffWords {
  readonly whatChanged: string
  readonly heading: (from: number, to: number) => string
  readonly hint: string
  readonly older: string
  readonly newer: string
  readonly title: string
  readonly text: string
  readonly sameTitle: string
  readonly sameText: string
  readonly toStatement: string
  readonly diverged: string
}

export const DIFF_WORDS: Readonly<Record<Language, DiffWords>> = {
  ar: {
    whatChanged: 'ما الذي تغيّر؟',
    heading: (from, to) => `من الصيغة ${from} إلى الصيغة ${to}`,
    hint: 'المشطوب ما حُذف، والمسطَّر تحته ما أُضيف. لا تُعدّ الحركات والهمزات وأشكال الأرقام تغييرًا في الكلمات.',
    older: 'الصيغة السابقة',
    newer: 'الصيغة اللاحقة',
    title: 'العنوان',
    text: 'النص',
    sameTitle: 'لم يتغيّر العنوان.',
    sameText: 'لم تتغيّر كلمات النص.',
    toStatement: 'إلى البيان',
    diverged: 'تغيّر هذا البيان، ولم تتغيّر صيغته باللغة الأخرى منذ ذلك الحين.',
  },
  en: {
    whatChanged: 'What changed?',
    heading: (from, to) => `From revision ${from} to revision ${to}`,
    hint: 'Struck through: removed. Underlined: added. Vowel marks, hamzas and the shape of digits are no change of words.',
    older: 'Earlier wording',
    newer: 'Later wording',
    title: 'Title',
    text: 'Text',
    sameTitle: 'The title is as it was.',
    sameText: 'The words of the text are as they were.',
    toStatement: 'To the statement',
    diverged: 'This statement was changed, and its version in the other language was not since.',
  },
}
