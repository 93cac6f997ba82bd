import { hostOf } from './listing-hosts.ts'

/** Where permanent redirects led in one poll. */
export interface MoveSeen {
  /** The listing's own address. */
  readonly from: string
  readonly to: string
}

/** A permanent redirect that is being watched. */
export interface Move extends MoveSeen {
  /** When it was first met, ms since 1970. */
  readonly since: number
  readonly polls: number
  /** True once it was met often and long enough: then the new address is asked at once. */
  readonly believed: boolean
}

const BELIEVED_AFTER_MS = 3 * 86_400_000
const BELIEVED_AFTER_POLLS = 10

/**
 * The address that a permanent redirect names, where it may be believed at all: on the same host,
 * scheme and `www.` apart. Readers have followed a maintenance page's 301 for ever
 * (ViennaRSS issue 1546); another host is for the operator to judge.
 */
export function moveSeen(from: string, to: string): MoveSeen | undefined {
  return hostOf(from) === hostOf(to) ? { from, to } : undefined
}

/** The address to ask: where the listing's own has moved to, once that is believed. */
export function believedAddress(move: Move | null, own: string): string {
  return move?.believed === true && move.from === own ? move.to : own
}

/**
 * The move after a good poll. Once believed it stays while polls are good; a redirect that ends, or
 * leads elsewhere, begins anew.
 * @param seen where this poll was led; undefined where it was led nowhere
 */
export function moveAfter(move: Move | null, seen: MoveSeen | undefined, now: number): Move | null {
  if (seen === undefined) return move?.believed === true ? move : null
  if (move === null || move.to !== seen.to || move.from !== seen.from) {
    return { ...seen, since: now, polls: 1, believed: false }
  }
  const polls = move.polls + 1
  const believed =
    move.believed || (polls >= BELIEVED_AFTER_POLLS && now - move.since >= BELIEVED_AFTER_MS)
  return { ...move, polls, believed }
}
