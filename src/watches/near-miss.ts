import { fold } from '../text/fold.ts'
import { tokensOf } from '../text/scan-tokens.ts'
import type { Token } from '../text/tokens.ts'
import type { Words } from '../text/language.ts'
import { judgeArabic } from './arabic-term.ts'
import { isOneEditAway } from './edit-distance.ts'
import { MISSES, type MissReason } from './miss-table.ts'
import type { QueryTerm, QueryWord } from './query.ts'
import type { Matchable } from './reading.ts'
import type { Match } from './watch.ts'
import { accepts, wordOf } from './word.ts'

/** A place that looks like what was asked for, and why it is not. */
export interface NearMiss extends Omit<Match, 'part'> {
  readonly reason: MissReason
  readonly message: Words
}

/** Shown of one term: the first few tell what is going on. */
const MOST = 3
/** Letters of a word that one other letter leaves recognisable. */
const SHORTEST_ALIKE = 4

/** Why a term that was not found was not found: what comes nearest to it, in order. */
export function nearMisses(term: QueryTerm, statement: Matchable): NearMiss[] {
  const words = (['title', 'text'] as const).flatMap((field) =>
    tokensOf(fold(statement[field])).map((token) => ({ field, token })),
  )
  const found: NearMiss[] = []
  for (const asked of term.words) {
    for (const { field, token } of words) {
      if (found.length === MOST) return found
      const reason = reasonOf(asked, token, term)
      if (reason === undefined) continue
      const { start, end } = token
      const surface = statement[field].slice(start, end)
      found.push({ field, surface, start, end, reason, message: MISSES[reason] })
    }
  }
  return found
}

function reasonOf(asked: QueryWord, token: Token, term: QueryTerm): MissReason | undefined {
  const word = wordOf(asked)
  if (accepts(word, token)) {
    // The word itself is there: what stands against it is where it stands, and beside what.
    if (term.words.length > 1) return 'apart'
    return term.raw === undefined ? 'title' : 'raw'
  }
  if (token.script !== asked.token.script || token.script === 'number') return undefined
  const usual = word.kind === 'prefix' || word.kind === 'fuzzy' ? word.term : word
  if (usual.kind === 'arabic') {
    const verdict = judgeArabic(usual, token)
    if (verdict !== undefined && verdict !== 'accepted') return verdict
  } else if (token.text.includes(usual.text)) {
    return isInflected(asked, token) ? 'capitals' : 'other-letters'
  }
  const { text } = asked.token
  const isAlike = text.length >= SHORTEST_ALIKE && isOneEditAway(text, token.text)
  return isAlike ? 'one-letter' : undefined
}

/** Whether it would have been found in small letters, or is there in small letters. */
function isInflected({ token: typed }: QueryWord, token: Token): boolean {
  const small = wordOf({ token: { ...typed, capitals: 0 }, mode: 'usual' })
  return typed.capitals > 0 && accepts(small, token)
}
