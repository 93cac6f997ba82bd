/** What stands before a day of publication, and before the day of an edit. */
const PUBLISHED =
  /(?:تاريخ النشر|نشر(?:ت)? (?:في|بتاريخ|يوم)|التاريخ|published(?: on| at)?|posted(?: on)?|\bdate)\s*[:-]?\s*(?=[^\s:])/i
const EDITED =
  /(?:(?:اخر )?(?:تحديث|تعديل)|تم التحديث|(?:last )?(?:updated?|modified|edited))(?: (?:في|بتاريخ|على|on))?\s*[:-]?/i

/**
 * The part of a line that tells when a text was published: behind the words that say so, and never
 * what stands behind "last update". The whole line where it names neither; '' where it names an
 * edit alone.
 */
export function publishedPart(line: string): string {
  // A vowel mark inside "نُشر" and the hamza of "آخر" are habits.
  const folded = line
    .normalize('NFKC')
    .replace(/\p{M}/gu, '')
    .replace(/[\u0622\u0623\u0625]/g, '\u0627')
  const edited = EDITED.exec(folded)
  const rest = edited === null ? folded : folded.slice(0, edited.index)
  const published = PUBLISHED.exec(folded)
  if (published !== null) {
    const behind = folded.slice(published.index + published[0].length)
    const next = EDITED.exec(behind)
    return next === null ? behind : behind.slice(0, next.index)
  }
  return edited === null ? line : rest
}
