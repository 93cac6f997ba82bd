import type { Words } from '../text/language.ts'

/** A selector's fault as HTMLRewriter words it, and what to write instead. */
export function selectorFaultWords(fault: string): Words {
  const [en, ar] = mendOf(fault)
  return {
    en: `This selector cannot be used: ${fault} ${en}`,
    ar: `لا يمكن استعمال محدد CSS هذا (${fault}). ${ar}`,
  }
}

/** Its sentences are lol-html's; a test gets them from the runtime. */
function mendOf(fault: string): readonly [en: string, ar: string] {
  if (fault.startsWith('Unsupported pseudo'))
    return ['Name a class instead.', 'سمِّ صنفًا بدل ما بعد النقطتين.']
  if (fault.startsWith('Unsupported combinator'))
    return ['Use a space (inside) or >.', 'استعمل الفراغ (داخل) أو >.']
  return ['Write it like div.entry > a[href]', 'اكتبه مثل div.entry > a[href]']
}
