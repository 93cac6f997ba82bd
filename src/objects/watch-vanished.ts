import { FIRST_LOOK, firstLook } from '../statements/withdrawal.ts'
import type { PublisherState } from './publisher-state.ts'

/**
 * Sets looks at statements that are in their listing no more. Most of them scrolled off, and are looked
 * at when there is time; one that left while older ones stayed is looked at soon.
 */
export function watchVanished(
  before: readonly number[],
  listed: ReadonlySet<number>,
  state: PublisherState,
  now: number,
): void {
  const gone = before.filter((number) => !listed.has(number))
  if (gone.length === 0) return
  const oldest = Math.min(...listed)
  for (const number of new Set(gone)) {
    const note = JSON.stringify(FIRST_LOOK)
    state.chores.setOnce('look', number, firstLook(number > oldest, now), note)
  }
}
