/** A line in the form in which the tables of lines are written: never shown. */
export function foldLine(line: string): string {
  return line
    .normalize('NFKC')
    .replace(/[\p{M}\u0640\u200B-\u200F\u202A-\u202E\u2066-\u2069]/gu, '')
    .replace(/[\u0622\u0623\u0625]/g, '\u0627')
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/\u060C/g, ',')
    .replace(/[^\S ]\s*| \s+/g, ' ')
    .trim()
}
