import {
  type Candidate,
  type Likeness,
  choosePairs,
  likenessesOf,
} from '../statements/choose-pair.ts'
import { pairFeatures } from '../statements/pair-features.ts'
import type { Statement } from '../statements/statement.ts'
import { parseStatementId } from '../statements/statement-id.ts'
import { type Draft, draftOf, isOpen } from './draft.ts'
import type { PairingStore } from './pairing-store.ts'
import type { StatementStore } from './statement-store.ts'
import { parted, tiePair } from './tie-drafts.ts'

/** What inferring looks at and writes to; all of it is written in the run's transaction. */
export interface PairingWorld {
  readonly statements: StatementStore
  readonly pairing: PairingStore
  readonly drafts: Map<number, Draft>
}

/**
 * Statements compared for one that is new: the free plan gives the run 10 ms. Only bulletins that
 * are all from one mould come near it, and among those nothing is sure.
 */
const MOST_COMPARED = 24

/**
 * Looks for the partners of statements: of new ones, and around those that a page's declaration or
 * an operator tied, whose likes have a rival less. What was inferred before is no promise: a
 * statement that comes later may be the better partner, or make two doubtful, as if all had come at
 * once. So whatever the order in which two languages come, the same pairs stand in the end.
 */
export function inferPairs(numbers: readonly number[], world: PairingWorld): void {
  const { drafts, statements } = world
  for (const number of numbers) {
    const draft = draftOf(number, drafts, statements)
    if (draft === undefined) continue
    const features = draft.features ?? pairFeatures(draft.kept.statement)
    const one = { number, features }
    if (isOpen(shellOf(draft))) {
      draft.features = features
      drafts.set(number, draft)
      if (mayBeTied(number, world)) settle(likenessesAround(one, world), world)
    } else {
      const others = candidatesFor(one, world)
      for (const { ar, en } of likenessesOf(one, others)) {
        const rival = others.find((other) => other.number === (ar === number ? en : ar))
        if (rival !== undefined && mayBeTied(rival.number, world))
          settle(likenessesAround(rival, world), world)
      }
    }
  }
}

/** All likenesses that bear on a statement: its own, those of its likes, of theirs, and so on. */
function likenessesAround(first: Candidate, world: PairingWorld): readonly Likeness[] {
  const found = new Map<string, Likeness>()
  const known = new Set([first.number])
  const waiting = [first]
  for (let at = 0; at < waiting.length; at += 1) {
    const one = waiting[at]
    if (one === undefined || at >= MOST_COMPARED) return []
    const others = candidatesFor(one, world)
    for (const likeness of likenessesOf(one, others)) {
      const { ar, en } = likeness
      const number = ar === one.number ? en : ar
      if (!mayBeTied(number, world)) continue
      found.set(`${ar} ${en}`, likeness)
      const other = others.find((candidate) => candidate.number === number)
      if (other !== undefined && !known.has(number)) waiting.push(other)
      known.add(number)
    }
  }
  return [...found.values()]
}

/** Those of the other language who came before, and those of this run. */
function candidatesFor({ features }: Candidate, world: PairingWorld): Candidate[] {
  const { language, day } = features
  const wanted = language === 'ar' ? 'en' : 'ar'
  const fresh = [...world.drafts.values()].flatMap((draft) =>
    draft.features?.language === wanted ? [{ number: draft.number, features: draft.features }] : [],
  )
  const known = new Set(fresh.map(({ number }) => number))
  return [
    ...fresh,
    ...world.pairing.waiting(wanted, day).filter(({ number }) => !known.has(number)),
  ]
}

function mayBeTied(number: number, { drafts, statements, pairing }: PairingWorld): boolean {
  const draft = drafts.get(number)
  const shell = draft === undefined ? statements.loadShell(number) : shellOf(draft)
  if (shell === undefined || !isOpen(shell)) return false
  const partner = partnerOf(shell)
  // A partner of long ago is compared no more: that pair stands.
  return (
    partner === undefined || drafts.get(partner)?.features !== undefined || pairing.has(partner)
  )
}

/** Ties and takes apart until the pairs are those that the likenesses speak for. */
function settle(likenesses: readonly Likeness[], { statements, drafts }: PairingWorld): void {
  const chosen = choosePairs(likenesses)
  const wanted = new Map(chosen.flatMap(({ ar, en }) => [[ar, en] as const, [en, ar] as const]))
  for (const number of new Set(likenesses.flatMap(({ ar, en }) => [ar, en]))) {
    const draft = draftOf(number, drafts, statements)
    const partner = draft === undefined ? undefined : partnerOf(draft.kept.statement)
    if (draft === undefined || partner === undefined || partner === wanted.get(number)) continue
    parted(draft, statements, drafts)
    drafts.set(number, draft)
  }
  for (const { ar, en, score } of chosen) {
    const confidence = Math.round(score * 100) / 100
    tiePair(ar, en, { by: 'inferred', confidence }, statements, drafts)
  }
}

function shellOf({ kept }: Draft) {
  return { ...kept.statement, ...kept }
}

function partnerOf({ translation }: Pick<Statement, 'translation'>): number | undefined {
  return parseStatementId(translation?.id ?? '')?.number
}
