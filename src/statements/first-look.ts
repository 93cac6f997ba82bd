/** What is remembered of looks at a statement's own address. */
export interface Watchfulness {
  /** Looks of the regular kind that were made so far: the time to the next one grows. */
  readonly step: number
  /** When the address was first found gone, ms since 1970; null while it was last found there. */
  readonly goneSince: number | null
  /** Looks that found it gone. */
  readonly gone: number
  /** Looks that decided nothing: the site was ill, or too much was gone at once. */
  readonly doubts: number
  /** Once gone in a crowd, always gone in a crowd: the others are settled before it. */
  readonly inCrowd?: true
}

export const FIRST_LOOK: Watchfulness = { step: 0, goneSince: null, gone: 0, doubts: 0 }

/** The first of the looks that grow apart, see `withdrawal.ts`. */
export const FIRST_LOOK_MS = 24 * 3_600_000

/** When a statement is first looked at that is in its listing no more. */
export function firstLook(isSuspicious: boolean, now: number): number {
  return now + (isSuspicious ? 2 * 60_000 : FIRST_LOOK_MS)
}
