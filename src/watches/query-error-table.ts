import type { Words } from '../text/language.ts'
import { DEEPEST, FARTHEST, MOST_TERMS, MOST_UNITS } from './query-limits.ts'

/** What was wrong, and how to mend it, by reason. */
export const QUERY_ERRORS = {
  'empty-query': {
    en: 'The query is empty. Write a word or a "phrase" to look for.',
    ar: 'السؤال فارغ. اكتب كلمة أو «عبارة» للبحث عنها.',
  },
  'too-long': {
    en: `The query is longer than ${MOST_UNITS} characters. Divide it into several watches.`,
    ar: `السؤال أطول من ${MOST_UNITS} حرف. وزّعه على أكثر من مراقبة.`,
  },
  'too-many-terms': {
    en: `The query has more than ${MOST_TERMS} words and phrases. Divide it into several watches.`,
    ar: `في السؤال أكثر من ${MOST_TERMS} كلمة وعبارة. وزّعه على أكثر من مراقبة.`,
  },
  'too-deep': {
    en: `Parentheses and NOT are nested more than ${DEEPEST} deep. Write the query flatter.`,
    ar: `الأقواس و NOT متداخلة أكثر من ${DEEPEST} مستويات. بسّط السؤال.`,
  },
  'only-not': {
    en: 'NOT alone would match nearly everything. Add a word that must be there, as in: Aleppo NOT football. Each side of OR needs one.',
    ar: 'لا يصح NOT وحده لأنه يطابق كل شيء تقريبًا. أضف كلمة يجب أن ترد، مثل: حلب NOT كرة. وكل طرف من طرفي OR يحتاج كلمة.',
  },
  'only-fields': {
    en: 'A language or publisher alone would match everything there. Add a word that must be there; each side of OR needs one.',
    ar: 'اللغة أو الجهة وحدها تطابق كل ما فيها. أضف كلمة يجب أن ترد، وكل طرف من طرفي OR يحتاج كلمة.',
  },
  'one-letter': {
    en: 'One letter or digit is too little to look for. Write a longer word, or put it in a "phrase" with its neighbours.',
    ar: 'حرف واحد أو رقم من خانة واحدة لا يكفي للبحث. اكتب كلمة أطول أو ضعه في «عبارة» مع ما يجاوره.',
  },
  'empty-phrase': {
    en: 'There is no word between these quotation marks. Write the phrase between them or remove them.',
    ar: 'لا توجد كلمة بين علامتي التنصيص. اكتب العبارة بينهما أو احذفهما.',
  },
  'unbalanced-quote': {
    en: 'This quotation mark has no partner. Close the phrase or remove the mark.',
    ar: 'علامة التنصيص هذه بلا مقابل. أغلق العبارة أو احذف العلامة.',
  },
  'unbalanced-parenthesis': {
    en: 'This parenthesis has no partner. Close it or remove it.',
    ar: 'هذا القوس بلا مقابل. أغلقه أو احذفه.',
  },
  'empty-group': {
    en: 'There is nothing between these parentheses. Write a word between them or remove them.',
    ar: 'لا شيء بين هذين القوسين. اكتب كلمة بينهما أو احذفهما.',
  },
  'dangling-operator': {
    en: 'This operator lacks a word beside it. AND and OR stand between two words, NOT before one. To look for the word itself, put it in quotation marks.',
    ar: 'هذه الأداة تنقصها كلمة بجانبها: AND و OR تقعان بين كلمتين و NOT قبل كلمة. للبحث عن الكلمة نفسها ضعها بين علامتي تنصيص.',
  },
  'lower-case-operator': {
    en: 'Operators are written in capitals: AND, OR, NOT, NEAR/5. To look for the word itself, put it in quotation marks.',
    ar: 'تُكتب الأدوات بحروف كبيرة: AND و OR و NOT و NEAR/5. للبحث عن الكلمة نفسها ضعها بين علامتي تنصيص.',
  },
  'unknown-operator': {
    en: 'This sign is no operator here. Write AND, OR or NOT, or put the text in quotation marks.',
    ar: 'هذه العلامة ليست أداة هنا. اكتب AND أو OR أو NOT، أو ضع النص بين علامتي تنصيص.',
  },
  'near-distance': {
    en: `NEAR needs a number from 1 to ${FARTHEST}: NEAR/5 finds two words at most five words apart, NEAR/5f in this order.`,
    ar: `الأداة NEAR تحتاج عددًا من 1 إلى ${FARTHEST}: تجد NEAR/5 كلمتين تبعد إحداهما عن الأخرى خمس كلمات على الأكثر (المتجاورتان واحدة)، و NEAR/5f بهذا الترتيب.`,
  },
  'near-operand': {
    en: 'NEAR stands between two words, phrases, concepts or choices of them: (gas OR chlorine) NEAR/5 attack. Put AND, NOT or a second NEAR outside.',
    ar: 'تقع NEAR بين كلمتين أو عبارتين أو مفهومين أو مجموعتي خيارات: (غاز OR كلور) NEAR/5 هجوم. اجعل AND و NOT و NEAR الثانية خارجها.',
  },
  'fuzzy-number': {
    en: 'Write ~1: one letter may differ. More would find other words.',
    ar: 'اكتب ~1: يُسمح باختلاف حرف واحد. أكثر من ذلك يجد كلمات أخرى.',
  },
  'fuzzy-short': {
    en: 'A word with ~1 needs five letters: in a shorter one a different letter is a different word.',
    ar: 'الكلمة مع ~1 تحتاج خمسة أحرف على الأقل: في الكلمة الأقصر يصنع الحرف المختلف كلمة أخرى.',
  },
  'fuzzy-phrase': {
    en: 'The sign ~1 stands after one word. For words that stand apart write: word NEAR/5 word.',
    ar: 'تقع العلامة ~1 بعد كلمة واحدة. للكلمات المتباعدة اكتب: كلمة NEAR/5 كلمة.',
  },
  'wildcard-short': {
    en: 'Write at least three letters before *. Usual endings are found without it.',
    ar: 'اكتب ثلاثة أحرف على الأقل قبل *. اللواحق المعتادة تُطابَق من دونها.',
  },
  'wildcard-place': {
    en: 'The sign * stands at the end of a word only, and ? is not offered. Write other forms with OR.',
    ar: 'تقع العلامة * في آخر الكلمة فقط، والعلامة ? غير متاحة. اكتب الصيغ الأخرى وبينها OR.',
  },
  'unknown-field': {
    en: 'There are the fields title:, raw:, lang: and publisher:. To look for a text with a colon, put it in quotation marks.',
    ar: 'الحقول المتاحة: title: و raw: و lang: و publisher: (عنوان: حرفيا: لغة: ناشر:). للبحث عن نص فيه نقطتان ضعه بين علامتي تنصيص.',
  },
  'empty-field': {
    en: 'A word or "phrase" lacks after the colon. Write it without a blank: raw:"U.S.", title:Aleppo.',
    ar: 'تنقص كلمة أو «عبارة» بعد النقطتين. اكتبها دون فراغ: raw:"U.S." أو title:حلب.',
  },
  'unknown-language': {
    en: 'Write lang:ar or lang:en.',
    ar: 'اكتب لغة:عربية أو لغة:إنكليزية (lang:ar أو lang:en).',
  },
  'publisher-id': {
    en: "Write the publisher's id after the colon, as in publisher:etilaf.",
    ar: 'اكتب معرّف الجهة بعد النقطتين، مثل publisher:etilaf.',
  },
  'concept-name': {
    en: 'The name of a concept is made of letters, digits, hyphens and underscores: @chemical-weapons.',
    ar: 'اسم المفهوم من حروف وأرقام وشرطات فقط: @chemical-weapons أو @الأسلحة_الكيميائية.',
  },
  'unknown-concept': {
    en: 'There is no concept of this name. Create it first, or write its words with OR between them.',
    ar: 'لا يوجد مفهوم بهذا الاسم. أنشئه أولًا أو اكتب كلماته وبينها OR.',
  },
} as const satisfies Readonly<Record<string, Words>>

export type QueryErrorReason = keyof typeof QUERY_ERRORS
