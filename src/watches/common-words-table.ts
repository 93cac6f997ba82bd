/**
 * Words that stand in nearly every text, folded: a query is never found by one of them if it has
 * another. They are looked for like all others; only the order of looking depends on them.
 */
const COMMON = `
  في من علي الي عن مع ان ما لا لم لن قد كان كانت هذا هذه ذلك تلك التي الذي الذين كل بعض غير بعد قبل بين
  حتي ثم او اي كما حيث خلال حول ضد عند منذ هو هي هم قال يوم عام
  the and for that this with from are was were has have had not but all any who its their his her
  said will would which been into over under after before about between during against new
`

let words: ReadonlySet<string> | undefined

export function isCommonWord(folded: string): boolean {
  words ??= new Set(COMMON.trim().split(/\s+/))
  return words.has(folded)
}
