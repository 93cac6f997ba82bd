const ESCAPES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text as it may stand in HTML and XML, in elements and in quoted attributes. */
export function escape(text) {
  return String(text).replace(/[&<>"']/g, (character) => ESCAPES[character])
}
