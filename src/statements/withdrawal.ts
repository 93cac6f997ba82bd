import { FIRST_LOOK, FIRST_LOOK_MS, type Watchfulness } from './first-look.ts'

/** What is known when a look has been taken. */
export interface LookFacts {
  readonly look: 'there' | 'changed' | 'gone' | 'unclear'
  readonly withdrawn: boolean
  /** Whether the site is alive: its listing was read well lately. */
  readonly alive: boolean
  /** Other statements of the publisher whose address was found gone, and that are not settled yet. */
  readonly othersGone: number
  /** Whether those that were published around it are gone from their addresses as well. */
  readonly neighboursGone: boolean
  readonly now: number
}

export type LookVerdict =
  | { readonly kind: 'withdrawn'; readonly next: NextLook | undefined }
  | { readonly kind: 'restored'; readonly next: NextLook | undefined }
  | { readonly kind: 'nothing'; readonly next: NextLook | undefined }

interface NextLook {
  readonly due: number
  readonly watchfulness: Watchfulness
}

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** When a statement that left its listing is looked at: a statement may be withdrawn a year later. */
const LOOKS_AFTER = [FIRST_LOOK_MS, 7 * DAY, 30 * DAY, 90 * DAY, 365 * DAY] as const
/** Two observations lie at least so far apart: a page that is being edited comes back in minutes. */
const APART = 3 * HOUR
const NEXT_OBSERVATION = 4 * HOUR
/** So many statements gone at once are a site that moved, or is ill: none of them is withdrawn. */
const TOO_MANY = 5
/** A doubt that lasts so many looks is given up. */
const MOST_DOUBTS = 8

/**
 * Decides, from one look at a statement's own address, whether it was withdrawn or restored.
 * Withdrawn takes two looks hours apart that found it gone, a site that is alive, and no crowd of others
 * that went at the same time or stood beside it (reliability report, 2.5; what a migrating site looks like).
 */
export function judgeLook(before: Watchfulness, facts: LookFacts): LookVerdict {
  if (facts.withdrawn) return judgeWithdrawn(before, facts)
  const { look, now } = facts
  if (look === 'there' || look === 'changed') return { kind: 'nothing', next: later(before, now) }
  if (look === 'unclear' || !facts.alive) return doubtful(before, now)
  const seen = {
    ...before,
    goneSince: before.goneSince ?? now,
    gone: before.gone + 1,
  }
  if (seen.gone < 2 || now - seen.goneSince < APART) return again(seen, now, NEXT_OBSERVATION)
  const isInCrowd = before.inCrowd === true || facts.neighboursGone
  if (facts.othersGone >= TOO_MANY || isInCrowd) return doubtful({ ...seen, inCrowd: true }, now)
  return { kind: 'withdrawn', next: later({ ...FIRST_LOOK, step: -1 }, now) }
}

/** What is back under its address with its title is restored; another page there is another page. */
function judgeWithdrawn(before: Watchfulness, { look, now }: LookFacts): LookVerdict {
  return { kind: look === 'there' ? 'restored' : 'nothing', next: later(before, now) }
}

function again(watchfulness: Watchfulness, now: number, wait: number): LookVerdict {
  return { kind: 'nothing', next: { due: now + wait, watchfulness } }
}

/** Nothing is decided by doubt; after many of them the statement is left in peace. */
function doubtful(before: Watchfulness, now: number): LookVerdict {
  if (before.doubts >= MOST_DOUBTS) return { kind: 'nothing', next: undefined }
  return again({ ...before, doubts: before.doubts + 1 }, now, DAY)
}

function later({ step }: Watchfulness, now: number): NextLook | undefined {
  const wait = LOOKS_AFTER[step + 1]
  if (wait === undefined) return undefined
  return { due: now + wait, watchfulness: { ...FIRST_LOOK, step: step + 1 } }
}
