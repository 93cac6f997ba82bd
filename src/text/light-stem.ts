/**
 * Light stems: the form in which words of one concept meet, whatever stands joined before or after.
 * Rougher than the rules for watches (`watches/arabic-term.ts`): a false meeting costs a little
 * weight in a comparison of whole texts, never an alert. Words are folded.
 */

/** "and the", "by the", "for the" …, the longest first; each leaves at least three letters. */
const BEFORE = 'وبال وال فال بال كال ولل ال لل وب ول و ف ب ل ك'.split(' ')
/** Plurals, duals, pronouns, feminine and nisba endings, the longest first. */
const AFTER = 'اتها اته يين يون هما ات ون ين ان ها هم نا يه ه ي ا'.split(' ')

/**
 * What an Arabic word may be without what stands joined to it, the likeliest first. A letter that
 * looks like a clitic may be the word's own (كيماوي), so the reader of a list tries them in turn.
 */
export function arabicStems(word: string): string[] {
  return withoutClitics(word).map(withoutEnding)
}

/** The word, and what it may be without what stands joined before it. */
export function withoutClitics(word: string): string[] {
  const clitics = BEFORE.filter((one) => word.startsWith(one) && word.length - one.length >= 2)
  return [word, ...clitics.map((one) => word.slice(one.length))]
}

/** An Arabic word without its ending. */
export function withoutEnding(word: string): string {
  const ending = AFTER.find((one) => word.endsWith(one) && word.length - one.length >= 3)
  return ending === undefined ? word : word.slice(0, -ending.length)
}

/** Plural, past and -ing cut; "ies" and "ied" meet "y". */
export function englishStem(word: string): string {
  if (word.length > 4 && /ie[sd]$/.test(word)) return `${word.slice(0, -3)}y`
  if (word.length > 5 && word.endsWith('ing')) return trimmed(word.slice(0, -3))
  if (word.length > 4 && word.endsWith('ed')) return trimmed(word.slice(0, -2))
  if (word.length > 4 && /(?:sh|ch|ss|x)es$/.test(word)) return word.slice(0, -2)
  if (word.length > 3 && word.endsWith('s') && !word.endsWith('ss'))
    return trimmed(word.slice(0, -1))
  return trimmed(word)
}

/** "strike", "striking" and "strikes" end alike; so do "kidnap" and "kidnapped". */
function trimmed(word: string): string {
  if (word.length > 4 && word.endsWith('e')) return word.slice(0, -1)
  return /([bdgmnprt])\1$/.test(word) ? word.slice(0, -1) : word
}
