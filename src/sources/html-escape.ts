/** For texts and for attribute values in double quotes. */
export function escapeText(text: string): string {
  if (!/[&<>"]/.test(text)) return text
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/**
 * Without control characters, half surrogates and non-characters: no XML document may hold them,
 * and one of them makes a whole feed unreadable (feeds report, section 1). Tab and line breaks stay.
 */
export function plainLetters(text: string): string {
  return text.toWellFormed().replace(/[^\P{Cc}\t\n\r]|[\uFDD0-\uFDEF\uFFFE\uFFFF]/gu, '')
}
