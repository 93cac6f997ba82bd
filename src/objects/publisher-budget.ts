import {
  KV_WRITES_BEFORE_SAVING,
  SNAPSHOT_SPACING_MS,
  SNAPSHOT_SPACING_SAVING_MS,
} from '../platform/plan.ts'
import type { DrainWorld } from './drain-world.ts'

type Budget = Pick<DrainWorld, 'plan' | 'state' | 'day'>

/** Whether the day's KV writes are nearly spent: what is left is for statements. */
export function isSaving({ plan, state, day }: Budget): boolean {
  return plan === 'free' && state.kvWritesOfAll(day) >= KV_WRITES_BEFORE_SAVING
}

/** Between two writes of one snapshot, ms. */
export function snapshotSpacing(budget: Budget): number {
  return isSaving(budget) ? SNAPSHOT_SPACING_SAVING_MS : SNAPSHOT_SPACING_MS
}
