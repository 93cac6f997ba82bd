import { sha256Hex } from '../statements/content-hash.ts'

/** Letters of entries whose fingerprints are held, in all: the newest listings of some forty sources. */
const MOST_HELD = 1_000_000
/** A listing of more is hashed anew, so that one huge feed does not push all others out. */
const LONGEST_HELD = 20_000

/** By the length and a few letters of a raw entry. Nearly every entry of a listing stood in the one before. */
const held = new Map<string, { readonly raw: string; readonly mark: string }>()
let heldLength = 0

/**
 * Sixteen hex digits of a raw entry's SHA-256. They answer one question, "did we read exactly this
 * before?", so that a poll parses and cleans only what is new, and never decide identity.
 *
 * A collision would hide an entry until its raw text changes, or until the next poll that reads
 * without fingerprints, which the caller makes once a day. By accident that happens to one new
 * entry in 10^16 where 500 are known. A hash written in JavaScript would do, and costs a hundred
 * times more in a cold isolate: 4 ms for a feed of 100 KB, the runtime's own 0.05 ms.
 */
export async function fingerprint(rawEntry: string): Promise<string> {
  return heldMark(rawEntry) ?? newMark(rawEntry)
}

/** Those of a listing's raw entries, in their order. */
export async function fingerprints(rawEntries: readonly string[]): Promise<readonly string[]> {
  const marks = rawEntries.map(heldMark)
  const unknown = rawEntries.filter((_, index) => marks[index] === undefined)
  const made = (await Promise.all(unknown.map(newMark))).values()
  return marks.map((mark) => mark ?? made.next().value ?? '')
}

/** The letters are compared, not hashed: a map by whole entries hashes each of them at each poll. */
function heldMark(rawEntry: string): string | undefined {
  const known = held.get(keyOf(rawEntry))
  return known?.raw === rawEntry ? known.mark : undefined
}

/** Two entries with one key take each other's place, and are hashed anew. Items of a page all begin alike. */
function keyOf(rawEntry: string): string {
  const middle = rawEntry.length >> 1
  return `${rawEntry.length} ${rawEntry.slice(0, 100)} ${rawEntry.slice(middle, middle + 100)}`
}

async function newMark(rawEntry: string): Promise<string> {
  const bytes = new TextEncoder().encode(rawEntry)
  const mark = (await sha256Hex(bytes)).slice(0, 16)
  if (rawEntry.length <= LONGEST_HELD) hold(bytes, mark)
  return mark
}

/** As a string of its own: a piece of a document would hold all of the document in memory. */
function hold(bytes: Uint8Array, mark: string): void {
  const raw = new TextDecoder().decode(bytes)
  heldLength += raw.length
  if (heldLength > MOST_HELD) {
    held.clear()
    heldLength = raw.length
  }
  held.set(keyOf(raw), { raw, mark })
}
