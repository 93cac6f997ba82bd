import type { Chore, ChoreKind } from './chore-store.ts'
import { commit } from './commit.ts'
import { declareDivergence } from './declare-divergence.ts'
import type { Draft } from './draft.ts'
import { inferPairs } from './infer-pairs.ts'
import { NEWS, revealMachines } from './machine-versions.ts'
import type { RoundWorld } from './round-world.ts'
import { lookAtStatement } from './withdrawals.ts'

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

type Work = (chores: readonly Chore[], world: RoundWorld) => Promise<void> | void

const WORK: Readonly<Record<ChoreKind, Work>> = {
  pair: lookForPartners,
  look: one(lookAtStatement),
  diverge: one(declareDivergence),
  translate: offerForTranslation,
  reveal: one(reveal),
}

function one(work: (chore: Chore, world: RoundWorld) => Promise<void> | void): Work {
  return async ([chore], world) => {
    if (chore !== undefined) await work(chore, world)
  }
}

/** Until the translator takes what it did not. */
const OFFER_AGAIN_MS = 10 * 60_000

/** Hands statements to the translator, which asks the machine: no poll waits for one. */
async function offerForTranslation(chores: readonly Chore[], world: RoundWorld): Promise<void> {
  const { state, publisher, offer, transact, clock } = world
  const jobs = chores.map(({ number, note }) => ({ number, isNews: note === NEWS }))
  try {
    await offer(publisher.id, jobs)
  } catch (error) {
    console.error(
      JSON.stringify({ at: 'translate', publisher: publisher.id, error: String(error) }),
    )
    const due = clock() + OFFER_AGAIN_MS
    transact(() => {
      for (const { kind, number, note } of chores) state.chores.set(kind, number, due, note)
    })
    return
  }
  transact(() => {
    for (const chore of chores) state.chores.done(chore)
  })
}

function reveal(chore: Chore, { state, transact }: RoundWorld): void {
  transact(() => {
    revealMachines(chore.note, state)
    state.chores.done(chore)
  })
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
