import { replaced } from './replaced.ts'

/** A text as html: also `>`, so that no text ends a CDATA section. */
export function escapeHtml(text: string): string {
  if (!/[&<>]/.test(text)) return text
  return replaced(replaced(replaced(text, /&/g, '&amp;'), /</g, '&lt;'), />/g, '&gt;')
}

/** The same, which may stand as the value of an attribute in double quotes too. */
export function escapeQuoted(text: string): string {
  return replaced(escapeHtml(text), /"/g, '&quot;')
}
