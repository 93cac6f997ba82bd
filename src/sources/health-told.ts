import type { Instant } from '../text/instant.ts'
import type { HealthName } from './health-name.ts'

/** How a source is by its last polls, and which state people were last told of. */
export interface Told {
  readonly name: HealthName
  readonly since: Instant | null
  /** Polls in a row that said so, counted up to three. */
  readonly polls: number
  /** What was told last; `waiting` while nothing was. */
  readonly told: HealthName
}

export const NEVER_TOLD: Told = { name: 'waiting', since: null, polls: 0, told: 'waiting' }

/** One bad answer is weather; two in a row are news. */
const POLLS_TO_TELL = 2
const MOST_COUNTED = 3

/** What is told after a poll that said so; the same object where nothing moved, which is nearly always. */
export function toldAfter(before: Told, name: HealthName, now: Date): Told {
  if (name !== before.name) {
    const fresh = { name, since: now.toISOString(), polls: 1, told: before.told }
    return { ...fresh, told: toldBy(fresh) }
  }
  if (before.polls === MOST_COUNTED) return before
  const again = { ...before, polls: before.polls + 1 }
  return { ...again, told: toldBy(again) }
}

/**
 * Good news is told at once and bad news when it has lasted. A quiet day is no news, nor is the
 * first good poll of a new source.
 */
function toldBy({ name, polls, told }: Told): HealthName {
  if (name === 'quiet' || name === 'ok') return 'ok'
  return polls >= POLLS_TO_TELL || name === 'late' ? name : told
}

/** The state that people are to be told of by this poll, if any. */
export function newsIn(before: Told, after: Told): HealthName | undefined {
  if (after.told === before.told) return undefined
  return before.told === 'waiting' && after.told === 'ok' ? undefined : after.told
}
