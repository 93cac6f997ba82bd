/** `dir` and `lang` of an element as they are written again; '' where they say nothing that is known. */
export function directionAndLanguage(attributeOf: (name: string) => string | null): string {
  const direction = attributeOf('dir')?.trim().toLowerCase() ?? ''
  const language = attributeOf('lang')?.trim() ?? ''
  const dir = /^(rtl|ltr|auto)$/.test(direction) ? ` dir="${direction}"` : ''
  const lang = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}$/.test(language) ? ` lang="${language}"` : ''
  return dir + lang
}
