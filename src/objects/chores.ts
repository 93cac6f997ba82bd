import type { Chore, ChoreKind } from './chore-store.ts'
import { commit } from './commit.ts'
import { declareDivergence } from './declare-divergence.ts'
import type { Draft } from './draft.ts'
import { inferPairs } from './infer-pairs.ts'
import type { RoundWorld } from './round-world.ts'

/** Pieces of work of one kind that fit into one run of the free plan. */
const PIECES: Readonly<Record<ChoreKind, number>> = {
  pair: 3,
  look: 1,
  diverge: 1,
  translate: 20,
  reveal: 1,
}

/** Does what the object set itself for now: as many pieces of one kind as one run carries. */
export async function doChores(world: RoundWorld): Promise<void> {
  const { state } = world
  const due = state.chores.due(world.clock(), (kind) => PIECES[kind])
  const [first] = due
  if (first === undefined) return
  await WORK[first.kind](due, world)
}

/** Loaded where a machine translates at all. */
const machines = async () => await import('./machine-keeping.ts')

/** Loaded at the first look: the soonest is minutes after a poll. */
const looks = async () => await import('./withdrawals.ts')

type Work = (chores: readonly Chore[], world: RoundWorld) => Promise<void> | void

const WORK: Readonly<Record<ChoreKind, Work>> = {
  pair: lookForPartners,
  look: one(async (chore, world) => (await looks()).lookAtStatement(chore, world)),
  diverge: one(declareDivergence),
  translate: async (chores, world) => await (await machines()).offerForTranslation(chores, world),
  reveal: one(async (chore, world) => (await machines()).reveal(chore, world)),
}

function one(work: (chore: Chore, world: RoundWorld) => Promise<void> | void): Work {
  return async ([chore], world) => {
    if (chore !== undefined) await work(chore, world)
  }
}

/** Pairs statements that came in a number too great for the run that found them. */
function lookForPartners(chores: readonly Chore[], world: RoundWorld): void {
  const { state } = world
  const drafts = new Map<number, Draft>()
  const numbers = chores.map(({ number }) => number)
  inferPairs(numbers, { statements: state.statements, pairing: state.pairing, drafts })
  world.transact(() => {
    for (const chore of chores) state.chores.done(chore)
    commit({ drafts: [...drafts.values()] }, state, world.clock())
  })
}
