import { hexOf } from '../text/hex.ts'

/** Under what the operator's feed of states has its key, and those that it had: no watch is called so. */
export const OWN_HEALTH = '~health'
export const OWN_HEALTH_BEFORE = '~health before'

/** 128 random bits: whoever has the address has the feed. */
export function newFeedKey(): string {
  return hexOf(crypto.getRandomValues(new Uint8Array(16)))
}
