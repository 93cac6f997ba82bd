import type { Told } from './problem.ts'

/**
 * What HTMLRewriter says of a selector that it cannot use, and what to write instead. Its sentences
 * are lol-html's; a test gets each of them from the runtime.
 */
const KNOWN: Readonly<Record<string, Told>> = {
  'Unsupported pseudo-class or pseudo-element in selector.': {
    en: 'It knows :nth-child, :first-child, :nth-of-type, :first-of-type and :not alone. Name a class instead.',
    ar: 'لا تُقبل من الأصناف الزائفة إلا :nth-child و:first-child و:nth-of-type و:first-of-type و:not. سمِّ صنفًا بدلها.',
  },
  'Selectors with explicit namespaces are not supported.': {
    en: 'Leave out the namespace before “|”.',
    ar: 'احذف ما قبل العلامة |.',
  },
  'Invalid or unescaped class name in selector.': {
    en: 'A class begins with a letter: write .entry',
    ar: 'اسم الصنف يبدأ بحرف: اكتب .entry',
  },
  'The selector is empty.': {
    en: 'Each part begins with a tag, a .class or an #id: div.entry',
    ar: 'يبدأ كل جزء بوسم أو صنف مثل .entry أو معرّف مثل #main',
  },
  'Dangling combinator in selector.': {
    en: 'Something is missing beside “>” or a comma.',
    ar: 'ينقص شيء بجانب > أو الفاصلة.',
  },
  'Missing attribute name in attribute selector.': {
    en: 'Name the attribute in the brackets: [class="x"]',
    ar: 'سمِّ الخاصية بين القوسين: [class="x"]',
  },
  'Unexpected end of selector.': {
    en: 'It breaks off: close brackets and quotes.',
    ar: 'ينقطع قبل نهايته: أغلق الأقواس وعلامات الاقتباس.',
  },
}

const COMBINATOR: Told = {
  en: 'It knows “ ” (inside) and “>” (directly inside) alone.',
  ar: 'لا يُقبل بين المحددات إلا الفراغ (داخل) وعلامة > (داخله مباشرة).',
}

const OTHER: Told = {
  en: 'Write it with tags, classes and attributes: div.entry a[href]',
  ar: 'اكتبه بوسوم وأصناف وخصائص: div.entry a[href]',
}

/** A selector's fault, and what to mend. */
export function selectorFaultWords(fault: string): Told {
  const mend = KNOWN[fault] ?? (fault.startsWith('Unsupported combinator') ? COMBINATOR : OTHER)
  return {
    en: `This selector cannot be used: ${fault} ${mend.en}`,
    ar: `لا يمكن استعمال محدد CSS هذا. ${mend.ar}`,
  }
}
