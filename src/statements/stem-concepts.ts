import { fold } from '../text/fold.ts'
import { englishStem, withoutEnding } from '../text/light-stem.ts'
import { tokensOf } from '../text/scan-tokens.ts'
import type { Token } from '../text/tokens.ts'

/**
 * A table of concepts (`names-table.ts`) as `concepts.ts` reads it: concepts parted by `;`, their
 * stems of one word or two by `,`. Made beforehand
 * (`npm run concept-stems`), since folding and stemming the tables took every isolate 20 ms.
 */
export function stemConcepts(table: string): string {
  // Folded as one text: phrase by phrase it would take thirty times as long.
  const tokens = tokensOf(fold(table))
  let stems = ''
  let end = 0
  let words = 0
  for (const token of tokens) {
    const between = table.slice(end, token.start)
    const isNewConcept = end === 0 || /[;\n]/.test(between)
    const isNewPhrase = isNewConcept || /[,|]/.test(between)
    words = isNewPhrase ? 1 : words + 1
    if (words <= 2) {
      stems += end === 0 ? '' : isNewConcept ? ';' : isNewPhrase ? ',' : ' '
      // A star marks a name that stands in every second statement.
      stems += (isNewConcept && between.includes('*') ? '*' : '') + stemOf(token)
    }
    end = token.end
  }
  return stems.split(';').map(withoutTwins).join(';')
}

/** Several forms of a word have one stem: "elect, election" by the concept they belong to. */
function withoutTwins(concept: string): string {
  return [...new Set(concept.split(','))].join(',')
}

/** An article stays only where taking it off would leave too little. */
function stemOf({ text, script }: Token): string {
  if (script !== 'arabic') return englishStem(text)
  return withoutEnding(text.startsWith('ال') && text.length > 4 ? text.slice(2) : text)
}
