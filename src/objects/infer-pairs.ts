import {
  type Candidate,
  type Likeness,
  choosePairs,
  likenessesOf,
} from '../statements/choose-pair.ts'
import { type PairFeatures, pairFeatures } from '../statements/pair-features.ts'
import type { Statement } from '../statements/statement.ts'
import { parseStatementId } from '../statements/statement-id.ts'
import { otherLanguage } from '../text/language.ts'
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

/** Bulletins of a fortnight from one mould are all alike, and among so many nothing is sure. */
const MOST_LIKENESSES = 300

/**
 * Looks for the partners of statements: of new ones, and around those that a page's declaration or
 * an operator tied, whose likes have a rival less. What was inferred before is no promise: a
 * statement that comes later may be the better partner, or make two doubtful, as if all had come at
 * once. So whatever the order in which two languages come, the same pairs stand in the end.
 *
 * Each two statements are compared once, when the later one comes; how alike they are is kept.
 */
export function inferPairs(numbers: readonly number[], world: PairingWorld): void {
  const { drafts, statements, pairing } = world
  for (const number of numbers) {
    const draft = draftOf(number, drafts, statements)
    if (draft === undefined) continue
    if (!isOpen(shellOf(draft))) {
      for (const rival of likesOf(number, world).map((one) => otherOf(one, number)))
        if (mayBeTied(rival, world)) settle(likenessesAround(rival, world), world)
      continue
    }
    if (draft.features === undefined && !pairing.has(number)) {
      const features = pairFeatures(draft.kept.statement)
      draft.likenesses = likenessesOf({ number, features }, candidatesFor(features, world))
      draft.features = features
      drafts.set(number, draft)
    }
    if (mayBeTied(number, world)) settle(likenessesAround(number, world), world)
  }
}

/** All likenesses that bear on a statement: its own, those of its likes, of theirs, and so on. */
function likenessesAround(first: number, world: PairingWorld): readonly Likeness[] {
  const found = new Map<string, Likeness>()
  const known = new Set([first])
  // A set gives what is added while it is gone through.
  for (const number of known) {
    for (const likeness of likesOf(number, world)) {
      const other = otherOf(likeness, number)
      if (!known.has(other) && !mayBeTied(other, world)) continue
      found.set(`${likeness.ar} ${likeness.en}`, likeness)
      known.add(other)
    }
    if (found.size > MOST_LIKENESSES) return []
  }
  return [...found.values()]
}

/** As they are kept, and as this run found them. */
function likesOf(number: number, { pairing, drafts }: PairingWorld): Likeness[] {
  const fresh = [...drafts.values()].flatMap(({ likenesses = [] }) => likenesses)
  return [
    ...pairing.likenessesOf(number),
    ...fresh.filter(({ ar, en }) => ar === number || en === number),
  ]
}

function otherOf({ ar, en }: Likeness, number: number): number {
  return ar === number ? en : ar
}

/** Those of the other language who came before, and those of this run. */
function candidatesFor({ language, day }: PairFeatures, world: PairingWorld): Candidate[] {
  const wanted = otherLanguage(language)
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
