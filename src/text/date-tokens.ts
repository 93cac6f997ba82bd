/** A run of digits, a run of letters, or one mark. White space only parts them. */
export interface DateToken {
  readonly kind: 'number' | 'word' | 'mark'
  /** Folded. */
  readonly text: string
  /** Whether white space stands before it. */
  readonly spaced: boolean
}

/** The text of a date element is short; a whole article given by mistake must stay cheap. */
const LONGEST_TEXT = 400

/** "Media OfficeJune 24": excerpts lose the breaks between lines. */
const GLUED_WORDS = /([a-z])([A-Z])/g

/**
 * A short text as the date reader sees it: one form of each letter and digit, cut where digits,
 * letters and marks meet ("في31", "24/8/2019م13:53" have no spaces). One pass, no backtracking.
 */
export function dateTokens(text: string): DateToken[] {
  const apart = text.slice(0, LONGEST_TEXT).replace(GLUED_WORDS, '$1 $2')
  const folded = foldDate(apart)
  const tokens: DateToken[] = []
  let spaced = false
  for (let start = 0; start < folded.length;) {
    const kind = kindAt(folded, start)
    if (kind === 'space') {
      spaced = true
      start += 1
      continue
    }
    let end = start + 1
    if (kind !== 'mark') while (end < folded.length && kindAt(folded, end) === kind) end += 1
    addToken(tokens, { kind, text: folded.slice(start, end), spaced }, folded[end] === ':')
    spaced = false
    start = end
  }
  return tokens
}

/** Some sites print the time against the year: "25 July 201814:57". */
function addToken(tokens: DateToken[], token: DateToken, beforeColon: boolean): void {
  const { kind, text } = token
  const isGlued = beforeColon && kind === 'number' && /^(?:19|20)\d{3,4}$/.test(text)
  if (!isGlued) {
    tokens.push(token)
    return
  }
  tokens.push({ ...token, text: text.slice(0, 4) })
  tokens.push({ kind, text: text.slice(4), spaced: false })
}

function kindAt(text: string, index: number): DateToken['kind'] | 'space' {
  const code = text.charCodeAt(index)
  if (code >= 0x30 && code <= 0x39) return 'number'
  if (code >= 0x61 && code <= 0x7a) return 'word'
  if (code <= 0x20 || code === 0xa0) return 'space'
  // Arabic and general punctuation are marks, all else beyond Latin-1 is taken for letters.
  if (code < 0xc0 || (code >= 0x2000 && code < 0x2070)) return 'mark'
  return code === 0x061b || code === 0x061f || code === 0x06d4 ? 'mark' : 'word'
}

/**
 * Vowel marks, hamzas, tatweel and bidi controls say nothing in a date; alefs, yehs, digits and
 * commas become one of each. The keys of the tables are written in this form.
 */
function foldDate(text: string): string {
  if (/^[\n\r\t -~]*$/.test(text)) return text.toLowerCase()
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\u0640\u200B-\u200F\u202A-\u202E\u2066-\u2069\u061C\uFEFF]/gu, '')
    .replaceAll('\u0671', '\u0627')
    .replace(/[\u0649\u06CC]/g, '\u064A')
    .replaceAll('\u0629', '\u0647')
    .replaceAll('\u06A9', '\u0643')
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .replace(/[\u060C\u066B]/g, ',')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .toLowerCase()
}
