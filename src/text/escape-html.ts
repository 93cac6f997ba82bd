/** A text as html: also `>`, so that no text ends a CDATA section. */
export function escapeHtml(text: string): string {
  if (!/[&<>]/.test(text)) return text
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}

/** The same, which may stand as the value of an attribute in double quotes too. */
export function escapeQuoted(text: string): string {
  return escapeHtml(text).replaceAll('"', '&quot;')
}
