import { inPieces } from './in-pieces.ts'

/** A text as html: also `>`, so that no text ends a CDATA section. */
export function escapeHtml(text: string): string {
  return /[&<>]/.test(text) ? inPieces(text, escaped) : text
}

/** The same, which may stand as the value of an attribute in double quotes too. */
export function escapeQuoted(text: string): string {
  const html = escapeHtml(text)
  return html.includes('"') ? inPieces(html, (piece) => exchanged(piece, '"', '&quot;')) : html
}

function escaped(piece: string): string {
  return exchanged(exchanged(exchanged(piece, '&', '&amp;'), '<', '&lt;'), '>', '&gt;')
}

/** Cut and joined: `replace` with a text leaves a tree of two objects for each sign. */
function exchanged(piece: string, sign: string, by: string): string {
  return piece.split(sign).join(by)
}
