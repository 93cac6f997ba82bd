import { TRAIT } from '../text/fold-table.ts'
import { type Token, alefHamzaAt } from '../text/tokens.ts'
import {
  LONGEST_PROCLITIC,
  type Proclitic,
  TANWIN_ALEF,
  arabicEndings,
  procliticOf,
} from './arabic-affixes-table.ts'
import { type Stem, isShort, stemsOf } from './arabic-stems.ts'
import { arabicWords, hasOwnEnding, hasRootInitial } from './arabic-words-table.ts'

/**
 * A typed Arabic word as it is looked for. The typed word is kept whole; only known clitics and
 * endings are accepted around it in the text. Never is something cut from both and the rest
 * compared: that is how stemmers make "الفرات" of "فرات" and "فر" (matching report, 0 and 1.5).
 */
export interface ArabicTerm {
  readonly kind: 'arabic'
  /** Folded, without its article. */
  readonly base: string
  /** Typed with the article: then only what keeps it is meant ("الباب", a town, is not "باب"). */
  readonly definite: boolean
  /** Typed with alef maksura, as "على" is and the name "علي" is not. */
  readonly maksura: boolean
  /** What may follow it: bits of `ENDINGS`. */
  readonly endings: number
  /**
   * Its other written forms. The first is in the term itself: most words have no more, and in ten
   * thousand of them each object that a hit must look at is far away in memory.
   */
  readonly others: readonly Stem[]
}

const NO_STEMS: readonly Stem[] = []

const AL = 'ال'
const LAM = 'ل'

export function arabicTerm(typed: Token): ArabicTerm {
  const { text } = typed
  const definite =
    text.startsWith(AL) &&
    text.length >= 4 &&
    !has(typed, alefHamzaAt(0)) &&
    !arabicWords().withoutArticle.has(text)
  const base = definite ? text.slice(AL.length) : text
  const maksura = has(typed, TRAIT.maksura)
  const [own, ...others] = stemsOf(base, typed)
  return {
    kind: 'arabic',
    base,
    definite,
    maksura,
    endings: own?.endings ?? 0,
    others: others.length === 0 ? NO_STEMS : others,
  }
}

/** Every written form of a term. */
export function stemTexts({ base, others }: ArabicTerm): string[] {
  return [base, ...others.map(({ text }) => text)]
}

/** Whether a word of the text is the term with clitics and endings that may stand around it. */
export function acceptsArabic(term: ArabicTerm, token: Token): boolean {
  if (token.script !== 'arabic') return false
  if (judgeStem(term, ownStem(term), token) === 'accepted') return true
  for (const stem of term.others) if (judgeStem(term, stem, token) === 'accepted') return true
  return false
}

/** Why a word of the text is, or is not, the term; undefined where its letters are not even there. */
export type ArabicVerdict =
  | 'accepted'
  | 'other-letters'
  | 'no-article'
  | 'short'
  | 'spelling'
  | 'another-word'

export function judgeArabic(term: ArabicTerm, token: Token): ArabicVerdict | undefined {
  if (token.script !== 'arabic') return undefined
  const whole = judgeStem(term, ownStem(term), token)
  const others = term.others.map((stem) => judgeStem(term, stem, token))
  if (others.includes('accepted')) return 'accepted'
  // Without its ta marbuta a word stands inside many others, and that says nothing.
  return whole ?? others.find((verdict) => verdict !== undefined && verdict !== 'other-letters')
}

function ownStem({ base, endings }: ArabicTerm): Stem {
  return { text: base, endings, needsSeat: false }
}

function judgeStem(term: ArabicTerm, stem: Stem, token: Token): ArabicVerdict | undefined {
  const { text } = token
  let verdict: ArabicVerdict | undefined
  for (let at = text.indexOf(stem.text); at >= 0; at = text.indexOf(stem.text, at + 1)) {
    const proclitic = at > LONGEST_PROCLITIC ? undefined : procliticOf(text.slice(0, at))
    const ending = text.slice(at + stem.text.length)
    const isKnown = ((arabicEndings().get(ending) ?? 0) & stem.endings) !== 0
    verdict =
      proclitic === undefined || !isKnown
        ? 'other-letters'
        : judgeSplit(term, stem, token, proclitic, ending)
    if (verdict === 'accepted') return verdict
  }
  return verdict
}

function judgeSplit(
  term: ArabicTerm,
  stem: Stem,
  token: Token,
  proclitic: Proclitic,
  ending: string,
): ArabicVerdict {
  if (!mayPrecede(proclitic, term)) return term.definite ? 'no-article' : 'short'
  if (isNoArticle(proclitic, token)) return 'another-word'
  if (!isWrittenSo(term, stem, ending, token)) return 'spelling'
  return isAnotherWord(proclitic, term, ending !== '', token) ? 'another-word' : 'accepted'
}

/**
 * Whether behind clitics that may precede the term there is something that will do: the rule for
 * beginnings and for misread words, which no ending follows.
 */
export function acceptsBehindClitic(
  term: ArabicTerm,
  token: Token,
  willDo: (rest: string) => boolean,
): boolean {
  const { text } = token
  for (let at = 0; at <= LONGEST_PROCLITIC && at < text.length; at += 1) {
    const proclitic = procliticOf(text.slice(0, at))
    if (proclitic === undefined || !mayPrecede(proclitic, term)) continue
    if (isNoArticle(proclitic, token)) continue
    const rest = text.slice(at)
    if (willDo(rest) && !isAnotherWord(proclitic, term, false, token)) return true
  }
  return false
}

/** An article's alef is bare: "إلهام" is a name, and no "the important". */
function isNoArticle({ kind, text }: Proclitic, token: Token): boolean {
  return kind === 'article' && has(token, alefHamzaAt(text.length - AL.length))
}

function mayPrecede({ kind }: Proclitic, { base, definite }: ArabicTerm): boolean {
  if (base.length === 1) return kind === 'none'
  const lam = base.startsWith(LAM)
  switch (kind) {
    case 'none':
      return !definite
    case 'article':
      return true
    case 'li-article':
      // "for the committee" is للجنة: three lams are never written.
      return !lam
    case 'li':
      return lam || (!definite && !isShort(base))
    case 'particle':
      return !definite && !isShort(base)
  }
}

/** What folding took away and the form depends on. */
function isWrittenSo(term: ArabicTerm, stem: Stem, ending: string, token: Token): boolean {
  if (ending === TANWIN_ALEF && !has(token, TRAIT.tanwin)) return false
  if (stem.needsSeat && !has(token, TRAIT.hamzaSeat)) return false
  const inMaksura = has(token, TRAIT.maksura)
  if (inMaksura === term.maksura) return true
  const { functionWords, functionWordsInYa } = arabicWords()
  return !(inMaksura ? functionWords : functionWordsInYa).has(term.base)
}

/**
 * Whether the same letters are a word of their own: "كمال" is not "like money", "لبنان" not "two
 * milks". Looked at from each clitic on, so that "ولكمال" is seen as well, and without the ending,
 * so that "لجنتهم" is their committee and not "for their paradise".
 */
function isAnotherWord(
  { text, parts }: Proclitic,
  { base }: ArabicTerm,
  isEnded: boolean,
  token: Token,
): boolean {
  // The word as it stands, which is nobody else.
  if (parts.length === 0 && !isEnded) return false
  if (isEnded && hasOwnEnding(token.text, text.length)) return true
  // "\u0648\u0625\u0631\u062B" is "and a legacy", where "\u0648\u0627\u0631\u062B" is an heir.
  const isWordStart = has(token, alefHamzaAt(text.length))
  let from = 0
  for (const part of parts) {
    if (isEnded && hasOwnEnding(token.text, from)) return true
    if (!isWordStart && (hasRootInitial(token.text, from) || hasRootInitial(text + base, from)))
      return true
    from += part.length
  }
  return false
}

function has({ traits }: Token, trait: number): boolean {
  return (traits & trait) !== 0
}
