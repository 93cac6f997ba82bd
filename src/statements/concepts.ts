import { arabicStems, englishStem, withoutClitics, withoutEnding } from '../text/light-stem.ts'
import type { Token } from '../text/tokens.ts'
import { CONCEPT_STEMS } from './concept-stems-table.ts'
import { writtenNumber } from './numbers-in.ts'

/** What a word or two stand for in both languages. */
interface Concept {
  /** Its place in the tables: the same in both languages. */
  readonly id: number
  readonly kind: 'name' | 'topic' | 'common'
}

/** A concept in a text, by the place of its first word among the tokens. */
export interface ConceptAt {
  readonly concept: Concept
  readonly at: number
  /** How many tokens say it. */
  readonly width: 1 | 2
}

interface Lexicon {
  /** By stem, or by two stems with a blank between. */
  readonly stems: Map<string, Concept>
  /** First stems of the phrases of two: few words begin one. */
  readonly heads: Set<string>
  /** Arabic topics by what is left of a stem without long vowels: "\u0642\u0648\u0627\u0641\u0644" meets "\u0642\u0627\u0641\u0644\u0629". */
  readonly frames: Map<string, Concept>
  readonly weights: number[]
}

let lexicon: Lexicon | undefined

/** The concepts that tokens say, in order. Two words are tried before one: "security council". */
export function conceptsIn(tokens: readonly Token[]): ConceptAt[] {
  const known = (lexicon ??= read())
  const found: ConceptAt[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    const here = conceptAt(tokens, at, known)
    if (here === undefined) continue
    found.push(here)
    at += here.width - 1
  }
  return found
}

/** How much it tells that two texts say a concept. */
export function conceptWeight(id: number): number {
  lexicon ??= read()
  return lexicon.weights[id] ?? 0
}

/** Whether a concept is the name of a place or a body that is not in every second statement. */
export function isTellingName(id: number): boolean {
  return conceptWeight(id) === WEIGHTS.name
}

function conceptAt(tokens: readonly Token[], at: number, known: Lexicon): ConceptAt | undefined {
  const stems = stemsOf(tokens[at])
  for (const one of stems) {
    if (!known.heads.has(one)) continue
    for (const two of stemsOf(tokens[at + 1])) {
      const concept = known.stems.get(`${one} ${two}`)
      if (concept !== undefined) return { concept, at, width: 2 }
    }
  }
  const concept = firstOf(stems, known.stems) ?? firstOf(framesOf(tokens[at]), known.frames)
  return concept === undefined ? undefined : { concept, at, width: 1 }
}

function firstOf(keys: readonly string[], map: ReadonlyMap<string, Concept>): Concept | undefined {
  for (const key of keys) {
    const concept = map.get(key)
    if (concept !== undefined) return concept
  }
  return undefined
}

function stemsOf(token: Token | undefined): string[] {
  if (token === undefined || token.script === 'number') return []
  return token.script === 'arabic' ? arabicStems(token.text) : [englishStem(token.text)]
}

/** Short words are mostly particles: \u0625\u0644\u0649, \u0642\u0628\u0644, \u0642\u0631\u0628. */
function framesOf(token: Token | undefined): string[] {
  if (token?.script !== 'arabic' || writtenNumber(token.text) !== undefined) return []
  return withoutClitics(token.text)
    .filter((word) => word.length >= 4)
    .map((word) => frameOf(withoutEnding(word)))
}

/** The consonants that broken plurals and derived forms share; '' where too few are left. */
function frameOf(stem: string): string {
  const frame = stem.replace(/[\u0627\u0648\u064A\u0621\u0624\u0626\u0649\u0647]/g, '')
  return frame.length < 3 ? '' : frame
}

const WEIGHTS = { name: 1.4, topic: 1, common: 0.3 } as const

function read(): Lexicon {
  const lexicon: Lexicon = { stems: new Map(), heads: new Set(), frames: new Map(), weights: [] }
  readTable(CONCEPT_STEMS.name, 'name', lexicon)
  readTable(CONCEPT_STEMS.topic, 'topic', lexicon)
  readTable(CONCEPT_STEMS.common, 'common', lexicon)
  return lexicon
}

function readTable(table: string, kind: Concept['kind'], lexicon: Lexicon): void {
  for (const text of table.split(';')) {
    const isEverywhere = text.startsWith('*')
    const concept = { id: lexicon.weights.length, kind }
    lexicon.weights.push(isEverywhere ? WEIGHTS.common : WEIGHTS[kind])
    for (const stem of text.slice(isEverywhere ? 1 : 0).split(',')) addStem(stem, concept, lexicon)
  }
}

function addStem(stem: string, concept: Concept, { stems, heads, frames }: Lexicon): void {
  const blank = stem.indexOf(' ')
  if (blank !== -1) heads.add(stem.slice(0, blank))
  if (!stems.has(stem)) stems.set(stem, concept)
  if (concept.kind === 'name' || blank !== -1 || stem < '\u0600') return
  const frame = frameOf(stem)
  if (frame !== '' && !frames.has(frame)) frames.set(frame, concept)
}
