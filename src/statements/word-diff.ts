import { fold } from '../text/fold.ts'
import { tokensOf } from '../text/scan-tokens.ts'
import type { Token } from '../text/tokens.ts'
import { withoutInvisible } from './content-hash.ts'
import { type EditStep, shortestEdit } from './shortest-edit.ts'

/** A stretch of a diff; its text stands so in the newer wording, or, where removed, in the older. */
export type DiffPart =
  | { readonly kind: 'same' | 'removed' | 'added'; readonly text: string }
  /** The same words, written otherwise: marks, hamzas, digits, capitals. */
  | { readonly kind: 'respelled'; readonly text: string; readonly before: string }

/** A place where the wordings differ, as words. */
export interface WordChange {
  readonly removed: readonly Token[]
  readonly added: readonly Token[]
  /** The word that stands before the place in the newer wording. */
  readonly before: Token | undefined
}

/** Two wordings held against each other, word by word. */
export interface WordDiff {
  readonly parts: readonly DiffPart[]
  readonly changes: readonly WordChange[]
}

/** A word with what follows it up to the next one: blanks, points, a line's end. */
interface Piece {
  /** In the form in which words are compared. */
  readonly key: string
  readonly text: string
  /** As a reader sees it. */
  readonly surface: string
  /** What precedes the first word of a text, mostly nothing, has no word. */
  readonly token: Token | undefined
}

/**
 * What changed between two wordings, in words.
 *
 * Words are compared folded: a vowel mark more, a hamza less, a tatweel, Arabic-Indic digits for
 * Latin ones are another spelling of one word. A line's end belongs to the word before it, so that two
 * paragraphs that were joined show no difference either.
 */
export function wordDiff(before: string, after: string): WordDiff {
  const old = piecesOf(before)
  const now = piecesOf(after)
  const steps = shortestEdit(
    old.map(({ key }) => key),
    now.map(({ key }) => key),
  )
  const parts: DiffPart[] = []
  const changes: WordChange[] = []
  for (const { step, older, newer, last } of stretches(steps, old, now)) {
    if (step === 'same') {
      parts.push(...sameParts(older, newer))
      continue
    }
    if (older.length > 0) parts.push({ kind: 'removed', text: textOf(older) })
    if (newer.length > 0) parts.push({ kind: 'added', text: textOf(newer) })
    changes.push({ removed: wordsOf(older), added: wordsOf(newer), before: last?.token })
  }
  return { parts, changes }
}

interface Stretch {
  readonly step: 'same' | 'changed'
  readonly older: Piece[]
  readonly newer: Piece[]
  /** What stands before it in the newer wording. */
  readonly last: Piece | undefined
}

function stretches(steps: readonly EditStep[], old: readonly Piece[], now: readonly Piece[]) {
  const found: Stretch[] = []
  let oldAt = 0
  let nowAt = 0
  for (const edit of steps) {
    const step = edit === 'same' ? 'same' : 'changed'
    let stretch = found.at(-1)
    if (stretch?.step !== step) {
      stretch = { step, older: [], newer: [], last: now[nowAt - 1] }
      found.push(stretch)
    }
    const [piece, newPiece] = [old[oldAt], now[nowAt]]
    if (edit !== 'added' && piece !== undefined) stretch.older.push(piece)
    if (edit !== 'removed' && newPiece !== undefined) stretch.newer.push(newPiece)
    if (edit !== 'added') oldAt += 1
    if (edit !== 'removed') nowAt += 1
  }
  return found
}

/** Words that both wordings say: as they are, or in another spelling. */
function sameParts(older: readonly Piece[], newer: readonly Piece[]): DiffPart[] {
  const parts: DiffPart[] = []
  newer.forEach((piece, at) => {
    const was = older[at]?.surface ?? piece.surface
    const last = parts.at(-1)
    const { text } = piece
    if (was === piece.surface) {
      if (text === '') return
      if (last?.kind === 'same') parts[parts.length - 1] = { ...last, text: last.text + text }
      else parts.push({ kind: 'same', text })
    } else if (last?.kind === 'respelled') {
      const before = `${last.before} ${was}`
      parts[parts.length - 1] = { ...last, text: last.text + text, before }
    } else parts.push({ kind: 'respelled', text, before: was })
  })
  return parts
}

function piecesOf(text: string): Piece[] {
  const tokens = tokensOf(fold(text))
  const first = tokens[0]?.start ?? text.length
  const words = tokens.map((token, index): Piece => {
    const end = tokens[index + 1]?.start ?? text.length
    const surface = withoutInvisible(text.slice(token.start, token.end)).trim()
    return { key: token.text, text: text.slice(token.start, end), surface, token }
  })
  return [{ key: '', text: text.slice(0, first), surface: '', token: undefined }, ...words]
}

function textOf(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join('')
}

function wordsOf(pieces: readonly Piece[]): Token[] {
  return pieces.flatMap(({ token }) => token ?? [])
}
