import { TRAIT } from '../text/fold-table.ts'
import { type Token, alefHamzaAt } from '../text/tokens.ts'
import {
  ENDINGS,
  LONGEST_PROCLITIC,
  type Proclitic,
  TANWIN_ALEF,
  arabicEndings,
  procliticOf,
} from './arabic-affixes-table.ts'
import { arabicWords } from './arabic-words-table.ts'

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
  readonly stems: readonly Stem[]
}

/** A written form of the word, and what may follow it. */
interface Stem {
  readonly text: string
  /** Bits of `ENDINGS`. */
  readonly endings: number
  /** Only where the text has a hamza on waw or ya: مسؤول is مسئول, but سؤال is not سيال. */
  readonly needsSeat: boolean
}

const AL = 'ال'
const LAM = 'ل'
const YA = 'ي'
const WAW = 'و'
const TA = 'ت'
const HAMZA = 'ء'
const FEMININE_PLURAL = 'ات'

export function arabicTerm(typed: Token): ArabicTerm {
  const { text } = typed
  const definite =
    text.startsWith(AL) &&
    text.length >= 4 &&
    !has(typed, alefHamzaAt(0)) &&
    !arabicWords().withoutArticle.has(text)
  const base = definite ? text.slice(AL.length) : text
  const maksura = has(typed, TRAIT.maksura)
  return { kind: 'arabic', base, definite, maksura, stems: stemsOf(base, typed) }
}

/** Whether a word of the text is the term with clitics and endings that may stand around it. */
export function acceptsArabic(term: ArabicTerm, token: Token): boolean {
  if (token.script !== 'arabic') return false
  for (const stem of term.stems) if (acceptsStem(term, stem, token)) return true
  return false
}

function acceptsStem(term: ArabicTerm, stem: Stem, token: Token): boolean {
  const { text } = token
  for (let at = text.indexOf(stem.text); at >= 0; at = text.indexOf(stem.text, at + 1)) {
    const proclitic = procliticOf(text.slice(0, at))
    const ending = text.slice(at + stem.text.length)
    if (
      proclitic !== undefined &&
      ((arabicEndings().get(ending) ?? 0) & stem.endings) !== 0 &&
      mayPrecede(proclitic, term) &&
      !isNoArticle(proclitic, token) &&
      isWrittenSo(term, stem, ending, token) &&
      !isAnotherWord(proclitic, term, stem.text + ending, ending !== '', token)
    ) {
      return true
    }
  }
  return false
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
    if (willDo(rest) && !isAnotherWord(proclitic, term, rest, false, token)) return true
  }
  return false
}

/** An article's alef is bare: "إلهام" is a name, and no "the important". */
function isNoArticle({ kind, text }: Proclitic, token: Token): boolean {
  return kind === 'article' && has(token, alefHamzaAt(text.length - AL.length))
}

/** Two letters with a clitic are mostly another word: "يد" (hand) in "بيد" (but), "ليد". */
function isShort(base: string): boolean {
  return base.length <= 2
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
  rest: string,
  isEnded: boolean,
  token: Token,
): boolean {
  // The word as it stands, which is nobody else.
  if (parts.length === 0 && !isEnded) return false
  const { withRootInitial, withOwnEnding } = arabicWords()
  if (isEnded && withOwnEnding.has(rest)) return true
  // "\u0648\u0625\u0631\u062B" is "and a legacy", where "\u0648\u0627\u0631\u062B" is an heir.
  const isWordStart = has(token, alefHamzaAt(text.length))
  return parts.some((_, from) => {
    const clitics = parts.slice(from).join('')
    if (isEnded && withOwnEnding.has(clitics + rest)) return true
    if (isWordStart) return false
    return withRootInitial.has(clitics + base) || withRootInitial.has(clitics + rest)
  })
}

function stemsOf(base: string, typed: Token): Stem[] {
  const spellings = [
    { text: base, needsSeat: false },
    ...otherSeats(base, typed).map((text) => ({ text, needsSeat: true })),
  ]
  return spellings.flatMap(({ text, needsSeat }) => formsOf(text, typed, needsSeat))
}

function formsOf(base: string, typed: Token, needsSeat: boolean): Stem[] {
  const stem = (text: string, endings: number, seat = needsSeat): Stem => ({
    text,
    endings,
    needsSeat: seat,
  })
  if (isShort(base)) return [stem(base, ENDINGS.none)]
  const short = base.slice(0, -1)
  if (has(typed, TRAIT.taMarbuta)) {
    return [
      stem(base, ENDINGS.none),
      stem(short + TA, ENDINGS.afterTa),
      stem(short, ENDINGS.inPlaceOfTa),
    ]
  }
  const plain = stem(base, base.endsWith(FEMININE_PLURAL) ? ENDINGS.plural : ENDINGS.plain)
  if (base.endsWith(HAMZA)) {
    // Before a pronoun the hamza takes a seat by its vowel: أعضاؤها، أعضائها.
    return [
      plain,
      stem(short + WAW, ENDINGS.pronoun, true),
      stem(short + YA, ENDINGS.pronoun, true),
    ]
  }
  // Before a pronoun alef maksura is written alef: مستشفى، مستشفاها.
  return has(typed, TRAIT.maksura) ? [plain, stem(`${short}ا`, ENDINGS.pronoun)] : [plain]
}

/**
 * The spellings with hamza on the other seat: مسؤول and مسئول are one word in two countries.
 * Only a seat may change: where the hamza was typed is no longer known, so each waw and ya that may
 * have carried it is tried, and the text must show a seat.
 */
function otherSeats(base: string, typed: Token): string[] {
  if (!has(typed, TRAIT.hamzaSeat)) return []
  const spellings: string[] = []
  for (let at = 1; at < base.length; at += 1) {
    const letter = base.charAt(at)
    if (letter !== WAW && letter !== YA) continue
    spellings.push(base.slice(0, at) + (letter === WAW ? YA : WAW) + base.slice(at + 1))
  }
  return spellings
}

function has({ traits }: Token, trait: number): boolean {
  return (traits & trait) !== 0
}
