import { decodeReferences } from '../text/character-references.ts'
import { plainLetters } from '../text/plain-letters.ts'
import { replaced } from '../text/replaced.ts'

/** What must be decoded, cleaned, joined or escaped; most texts hold none of it. */
export const UNEVEN = / {2}|[^ !#-%'-;=?-~\u00A0-\uD7FF\uE000-\uFDCF\uFDF0-\uFFFD]/
/** Not each single space: a text would be taken apart and put together again. */
const SPACES = /[\t\n\r\f][ \t\n\r\f]*| [ \t\n\r\f]+/g

/** Text of a page, decoded, with one space for all blanks that stand together. */
export function evened(raw: string): string {
  return replaced(plainLetters(decodeReferences(raw)), SPACES, ' ')
}
