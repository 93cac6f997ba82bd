import { fold } from '../text/fold.ts'
import { monthNamed } from '../text/dates-table.ts'
import type { Language } from '../text/language.ts'
import { withoutClitics } from '../text/light-stem.ts'
import { tokensOf } from '../text/scan-tokens.ts'
import type { Token } from '../text/tokens.ts'
import { type ConceptAt, conceptsIn } from './concepts.ts'
import { isEnglishName } from './english-name.ts'
import { arabicSound, englishSound } from './name-sound.ts'
import { dateOf } from './newest-first.ts'
import { numbersIn } from './numbers-in.ts'
import type { Statement } from './statement.ts'

/**
 * What pairing looks at in a statement: small, so that one statement can be held against all that
 * wait for a partner within one run, without reading their texts again.
 */
export interface PairFeatures {
  readonly language: Language
  /** Days since 1970 of publication, else of the first sight. */
  readonly day: number
  /** Figures in the order of their first mention; dates are left out. */
  readonly numbers: readonly number[]
  readonly titleNumbers: readonly number[]
  /** Concepts in the order of their first mention, the title's first. */
  readonly concepts: readonly number[]
  readonly titleConcepts: readonly number[]
  /** How often a concept is said, by its place in `concepts`, at most 9. */
  readonly counts: readonly number[]
  /** English: the sounds of what looks like a name. Arabic: of every word that is no concept. */
  readonly sounds: readonly string[]
  /** Letters of the text. */
  readonly length: number
}

const DAY_MS = 86_400_000

/** A statement says what it is about early; what follows costs time and adds little. */
const TEXT_LENGTH = 6_000

export function pairFeatures(
  statement: Pick<Statement, 'language' | 'published' | 'firstSeen' | 'title' | 'text'>,
): PairFeatures {
  const { language, title } = statement
  const text = statement.text.slice(0, TEXT_LENGTH)
  const at = new Date(dateOf(statement))
  const titleTokens = tokensOf(fold(title))
  const textTokens = tokensOf(fold(text))
  const titleConcepts = conceptsIn(titleTokens)
  const textConcepts = conceptsIn(textTokens)
  const tally = new Map<number, number>()
  for (const { concept } of [...titleConcepts, ...textConcepts])
    tally.set(concept.id, Math.min(9, (tally.get(concept.id) ?? 0) + 1))
  const sounds =
    language === 'ar'
      ? arabicSounds([...titleTokens, ...textTokens])
      : englishSounds(textTokens, textConcepts, text)
  return {
    language,
    day: Math.floor(at.getTime() / DAY_MS),
    titleNumbers: figuresIn(titleTokens, title),
    numbers: [...new Set([...figuresIn(titleTokens, title), ...figuresIn(textTokens, text)])],
    concepts: [...tally.keys()],
    titleConcepts: [...new Set(titleConcepts.map(({ concept }) => concept.id))],
    counts: [...tally.values()],
    sounds,
    length: statement.text.length,
  }
}

/** Dates stand in every text, and tell what the statement's own date tells. */
function figuresIn(tokens: readonly Token[], text: string): number[] {
  const isMonth = (token: Token | undefined) =>
    token !== undefined && (monthNamed(token.text) !== undefined || SPLIT_MONTH.test(token.text))
  const figures = tokens.filter((token, at) => {
    if (isMonth(token) || isMonth(tokens[at - 1]) || isMonth(tokens[at + 1])) return false
    return token.script !== 'number' || !isPartOfDate(token, text)
  })
  return [...new Set(numbersIn(figures))]
}

/** "\u062A\u0634\u0631\u064A\u0646 \u0627\u0644\u062B\u0627\u0646\u064A", "\u0643\u0627\u0646\u0648\u0646 \u0627\u0644\u0623\u0648\u0644": the first half alone is no month, and yet says that one is named. */
const SPLIT_MONTH = /^(?:\u062A\u0634\u0631\u064A\u0646|\u0643\u0627\u0646\u0648\u0646)$/

function isPartOfDate({ start, end }: Token, text: string): boolean {
  return /[/.-]\d/.test(text.slice(end, end + 2)) || /\d[/.-]$/.test(text.slice(start - 2, start))
}

function arabicSounds(tokens: readonly Token[]): string[] {
  const sounds = tokens
    .filter(({ script }) => script === 'arabic')
    .flatMap(({ text }) => withoutClitics(text).map(arabicSound))
  return [...new Set(sounds)].filter((sound) => sound !== '')
}

/** A capital inside a sentence makes a name in English, save in "the Minister" and the like. */
function englishSounds(
  tokens: readonly Token[],
  concepts: readonly ConceptAt[],
  text: string,
): string[] {
  const taken = new Set(concepts.flatMap(({ at, width }) => (width === 2 ? [at, at + 1] : [at])))
  const sounds = tokens
    .filter((token, at) => !taken.has(at) && isEnglishName(token, text))
    .map((token) => englishSound(token.text))
  return [...new Set(sounds)].filter((sound) => sound !== '')
}
