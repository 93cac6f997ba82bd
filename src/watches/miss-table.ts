import type { Words } from '../text/language.ts'

/** Why a word that looks like what was asked for is not it, and what to type to find it. */
export const MISSES = {
  'no-article': {
    en: 'The article was typed, so it is required, and here it lacks. Typed without, both are found.',
    ar: 'كُتبت الكلمة بأل التعريف فصارت مطلوبة، وهي هنا من دونها. اكتبها بلا أل ليُعثر على الصيغتين.',
  },
  'another-word': {
    en: 'These letters are another word or a name. Put this word into the query if it is meant.',
    ar: 'هذه الحروف كلمة أخرى أو اسم. أضفها إلى السؤال إن كانت مقصودة.',
  },
  'other-letters': {
    en: 'It stands inside a longer word, among letters that are no clitic or ending. word* finds longer words.',
    ar: 'ترد داخل كلمة أطول بين حروف ليست سوابق ولا لواحق. كلمة* تجد الكلمات الأطول.',
  },
  short: {
    en: 'A word of two letters is found by itself or with the article only.',
    ar: 'الكلمة من حرفين تُطابَق وحدها أو مع أل التعريف فقط.',
  },
  spelling: {
    en: 'A sign lacks that would make it this word: tanwin on the last alef, a hamza, or the dots of ya.',
    ar: 'تنقص علامة تجعلها الكلمة المطلوبة: تنوين الألف الأخيرة أو همزة أو نقطتا الياء.',
  },
  'one-letter': {
    en: 'One letter differs. word~1 finds it.',
    ar: 'يختلف حرف واحد. كلمة~1 تجدها.',
  },
  capitals: {
    en: 'Capitals decide: a name takes no ending, and an acronym like an everyday word must be in capitals.',
    ar: 'الحروف الكبيرة تحدد: اسم العلم لا يقبل لواحق، والاختصار المشابه لكلمة شائعة يُشترط أن يُكتب بها.',
  },
  raw: {
    en: 'The word is there, written otherwise; raw: asks for it to the letter.',
    ar: 'الكلمة موجودة بكتابة أخرى، و raw: يطلبها حرفيًا.',
  },
  title: {
    en: 'It stands in the text, and is asked for in the headline only.',
    ar: 'ترد في المتن، وهي مطلوبة في العنوان فقط.',
  },
  apart: {
    en: 'The words are there, but not so close or in this order. NEAR/n finds words up to n apart.',
    ar: 'الكلمات موجودة لكن ليس بهذا القرب أو بهذا الترتيب. NEAR/n تجد ما بينه n كلمات على الأكثر.',
  },
} as const satisfies Readonly<Record<string, Words>>

export type MissReason = keyof typeof MISSES
