export const MOST_TERMS = 50
/** UTF-16 units. */
export const MOST_UNITS = 2_000
export const DEEPEST = 10

/** What was wrong, and how to mend it, by reason. */
export const QUERY_ERRORS = {
  'empty-query': {
    en: 'The query is empty. Write a word or a "phrase" to look for.',
    ar: 'الاستعلام فارغ. اكتب كلمة أو «عبارة» للبحث عنها.',
  },
  'too-long': {
    en: `The query is longer than ${MOST_UNITS} characters. Divide it into several watches.`,
    ar: `الاستعلام أطول من ${MOST_UNITS} حرف. وزّعه على أكثر من مراقبة.`,
  },
  'too-many-terms': {
    en: `The query has more than ${MOST_TERMS} words and phrases. Divide it into several watches.`,
    ar: `في الاستعلام أكثر من ${MOST_TERMS} كلمة وعبارة. وزّعه على أكثر من مراقبة.`,
  },
  'too-deep': {
    en: `Parentheses and NOT are nested more than ${DEEPEST} deep. Write the query flatter.`,
    ar: `الأقواس و NOT متداخلة أكثر من ${DEEPEST} مستويات. بسّط الاستعلام.`,
  },
  'only-not': {
    en: 'NOT alone would match nearly everything. Add a word that must be there, as in: Aleppo NOT football. Each side of OR needs one.',
    ar: 'لا يصح NOT وحده لأنه يطابق كل شيء تقريبًا. أضف كلمة يجب أن ترد، مثل: حلب NOT كرة. وكل طرف من طرفي OR يحتاج كلمة.',
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
    en: 'Operators are written in capitals: AND, OR, NOT. To look for the word itself, put it in quotation marks.',
    ar: 'تُكتب الأدوات بحروف كبيرة: AND و OR و NOT. للبحث عن الكلمة نفسها ضعها بين علامتي تنصيص.',
  },
  'unknown-operator': {
    en: 'This sign is no operator here. Write AND, OR or NOT, or put the text in quotation marks.',
    ar: 'هذه العلامة ليست أداة هنا. اكتب AND أو OR أو NOT، أو ضع النص بين علامتي تنصيص.',
  },
  'near-not-offered': {
    en: 'NEAR is not offered yet. Use AND, or a "phrase" of neighbouring words.',
    ar: 'الأداة NEAR غير متاحة بعد. استعمل AND أو «عبارة» من كلمات متجاورة.',
  },
  'fuzzy-not-offered': {
    en: 'Approximate search (~) is not offered yet. Write the spellings with OR between them.',
    ar: 'البحث التقريبي (~) غير متاح بعد. اكتب صيغ الكلمة وبينها OR.',
  },
  'wildcard-not-offered': {
    en: 'Wildcards (* and ?) are not offered yet. Usual endings are found anyway; write other forms with OR.',
    ar: 'رموز الإبدال (* و ?) غير متاحة بعد. اللواحق المعتادة تُطابَق تلقائيًا؛ اكتب الصيغ الأخرى وبينها OR.',
  },
  'field-not-offered': {
    en: 'Fields (raw:, title:, lang:, publisher:) are not offered yet. Choose publishers and languages in the watch itself. To look for a text with a colon, put it in quotation marks.',
    ar: 'الحقول (raw: و title: و lang: و publisher:) غير متاحة بعد. اختر الناشرين واللغات في إعدادات المراقبة نفسها. للبحث عن نص فيه نقطتان ضعه بين علامتي تنصيص.',
  },
  'concept-not-offered': {
    en: 'Concepts (@name) are not offered yet. Write the words with OR between them, or put the text in quotation marks.',
    ar: 'المفاهيم (@الاسم) غير متاحة بعد. اكتب الكلمات وبينها OR، أو ضع النص بين علامتي تنصيص.',
  },
} as const satisfies Readonly<Record<string, { readonly en: string; readonly ar: string }>>

export type QueryErrorReason = keyof typeof QUERY_ERRORS
