import { hexOf } from '../text/hex.ts'

/** 128 random bits: whoever has the address has the feed. */
export function newFeedKey(): string {
  return hexOf(crypto.getRandomValues(new Uint8Array(16)))
}
