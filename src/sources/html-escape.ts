import { replacedBy } from '../text/replaced.ts'

const SIGNS = /[&<>"]/g

/** For texts and for attribute values in double quotes. */
export function escapeText(text: string): string {
  return replacedBy(text, SIGNS, ([sign]) => referenceOf(sign))
}

function referenceOf(sign: string): string {
  if (sign === '&') return '&amp;'
  if (sign === '<') return '&lt;'
  return sign === '>' ? '&gt;' : '&quot;'
}
