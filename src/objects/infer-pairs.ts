import { type Candidate, choosePair } from '../statements/choose-pair.ts'
import { type PairFeatures, pairFeatures } from '../statements/pair-features.ts'
import type { Draft } from './draft.ts'
import type { PairingStore } from './pairing-store.ts'
import type { StatementStore } from './statement-store.ts'
import { tiePair } from './tie-drafts.ts'

/** What inferring looks at and writes to; all of it is written in the run's transaction. */
export interface PairingWorld {
  readonly statements: StatementStore
  readonly pairing: PairingStore
  readonly drafts: Map<number, Draft>
}

/**
 * Looks for the partners of statements among those that wait, and lets them wait where there is
 * none. A pair is made only where each is the other's best: a statement that fits two others is
 * tied to neither.
 */
export function inferPairs(numbers: readonly number[], world: PairingWorld): void {
  for (const number of numbers) {
    const draft = world.drafts.get(number)
    if (draft === undefined || !mayBeTied(draft)) continue
    const features = pairFeatures(draft.kept.statement)
    const found = choosePair(features, waitingFor(features, world))
    if (found === undefined || !isMutual(number, features, found.number, world)) {
      draft.features = features
      continue
    }
    const bond = { by: 'inferred', confidence: found.confidence } as const
    tiePair(number, found.number, bond, world.statements, world.drafts)
  }
}

function mayBeTied({ kept }: Draft): boolean {
  const { translation, state } = kept.statement
  return translation === null && state === 'current' && kept.apart !== true
}

/** Those who wait since before, and those of this run who found nobody yet. */
function waitingFor({ language, day }: PairFeatures, world: PairingWorld): Candidate[] {
  const wanted = language === 'ar' ? 'en' : 'ar'
  const kept = world.pairing.waiting(wanted, day)
  const fresh = [...world.drafts.values()].flatMap(({ number, features }) =>
    features?.language === wanted ? [{ number, features }] : [],
  )
  const known = new Set(fresh.map(({ number }) => number))
  return [...fresh, ...kept.filter(({ number }) => !known.has(number))].filter(({ number }) => {
    const draft = world.drafts.get(number)
    return draft === undefined || mayBeTied(draft)
  })
}

function isMutual(
  number: number,
  features: PairFeatures,
  partner: number,
  world: PairingWorld,
): boolean {
  const theirs = waitingFor(features, world).find((one) => one.number === partner)
  if (theirs === undefined) return false
  const rivals = waitingFor(theirs.features, world).filter((one) => one.number !== number)
  return choosePair(theirs.features, [{ number, features }, ...rivals])?.number === number
}
