import { isBilingual } from '../sources/publisher.ts'
import { type Alerts, alertsOf } from './alerting.ts'
import { commit } from './commit.ts'
import { compiledWatches } from './compiled-watches.ts'
import { settleDivergence } from './divergence.ts'
import type { Draft } from './draft.ts'
import { inferPairs } from './infer-pairs.ts'
import type { RoundWorld } from './round-world.ts'

/** A run compares so many statements with those that wait; the first listing has many more. */
const PAIRS_A_RUN = 3

/** What a run found, with all that follows from it. */
interface Completed {
  readonly drafts: readonly Draft[]
  /** Statements that are too many for this run: each looks for its partner in one of its own. */
  readonly unpaired: readonly number[]
  /** Written in the run's transaction: times set for the other language, or ended. */
  readonly chores: () => void
}

/**
 * Partners found by comparing, divergence begun or ended. Before anybody is told, so that two
 * partners share an alert.
 */
export function completed(found: readonly Draft[], world: RoundWorld): Completed {
  const drafts = new Map(found.map((draft) => [draft.number, draft]))
  const unpaired = pairUp(drafts, world)
  const chores = settleDivergence(drafts, world)
  return { drafts: [...drafts.values()], unpaired, chores }
}

function pairUp(drafts: Map<number, Draft>, { publisher, state }: RoundWorld): readonly number[] {
  if (!isBilingual(publisher)) return []
  const fresh = [...drafts.values()]
    .filter(({ change, tied }) => tied || change?.kind === 'appeared')
    .map(({ number }) => number)
  if (fresh.length > PAIRS_A_RUN) return fresh
  inferPairs(fresh, { statements: state.statements, pairing: state.pairing, drafts })
  return []
}

/** Keeps what was found between polls. @param also what else belongs into the transaction */
export async function keepDrafts(
  found: readonly Draft[],
  world: RoundWorld,
  also: () => void,
): Promise<void> {
  const now = world.clock()
  const { drafts, unpaired, chores } = completed(found, world)
  const alerts = await alertsFor(drafts, new Date(now).toISOString(), world)
  world.transact(() => {
    commit({ drafts, alerts, unpaired }, world.state, now)
    chores()
    also()
  })
}

export async function alertsFor(
  drafts: readonly Draft[],
  at: string,
  world: RoundWorld,
): Promise<Alerts> {
  const { state } = world
  if (drafts.every(({ change, baseline }) => change === undefined || baseline)) {
    return { notes: [], errands: [] }
  }
  return await alertsOf(drafts, {
    compiled: compiledWatches(world.watchVersion, state),
    statements: state.statements,
    alerts: state.alerts,
    pending: (alert) => state.outbox.holds('alert', alert),
    at,
  })
}
