/**
 * Sixty-four bits of a text as sixteen hex digits: two multiplicative hashes side by side, mixed as
 * MurmurHash3 ends. Not cryptographic: anybody can make two texts that share one.
 *
 * It answers one question, "did we read exactly this raw entry before?", so that a poll parses and
 * sanitises what is new and nothing else. It never decides identity. What a collision risks: an
 * entry is taken for one that was read, and waits until its raw text changes or until the next
 * poll that reads without fingerprints, which the caller makes once a day. By accident that happens
 * to one new entry in 10^16 where 500 are known; a publisher who contrives it delays only himself.
 */
export function fingerprint(text: string): string {
  let high = 0xdeadbeef ^ text.length
  let low = 0x41c6ce57 ^ text.length
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index)
    high = Math.imul(high ^ unit, 0x9e3779b1)
    low = Math.imul(low ^ unit, 0x5f356495)
  }
  return hex(mix(high ^ (low >>> 13))) + hex(mix(low ^ (high >>> 11)))
}

function mix(value: number): number {
  const once = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35)
  return twice ^ (twice >>> 16)
}

function hex(value: number): string {
  return (value >>> 0).toString(16).padStart(8, '0')
}
