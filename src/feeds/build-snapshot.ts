import type { Instant } from '../text/instant.ts'
import { asciiJson } from '../text/json.ts'
import { type SplitHead, splitHead } from './entry-head.ts'
import { excerptOf, utf8Bytes } from './excerpt.ts'
import { compared, newestFirst } from '../statements/newest-first.ts'
import type { Older } from './older.ts'
import { SNAPSHOT_FORMAT } from './parse-snapshot.ts'
import type { PreparedEntry } from './prepare-entry.ts'
import {
  type ArchiveChain,
  type ErasedEntry,
  type PublisherFace,
  SNAPSHOT_BYTES,
  SNAPSHOT_ENTRIES_A_LANGUAGE,
} from './snapshot.ts'

export interface SnapshotInput {
  /** The publisher's id, `all`, or `watch/{id}`. */
  readonly of: string
  /** At least every publisher that an entry names; others are left out. */
  readonly publishers: Readonly<Record<string, PublisherFace>>
  /** In any order, as many as there are. */
  readonly entries: readonly PreparedEntry[]
  /** When the newest change was committed. */
  readonly updated: Instant
  readonly chain?: ArchiveChain
  /** Absent where nothing was left out. */
  readonly older?: Older
  readonly erased?: readonly ErasedEntry[]
  /** The publisher's edits, a snapshot by itself: they take of the same room. */
  readonly edits?: Uint8Array
  /** Withdrawn statements older than those, a snapshot by itself, of the same room too. */
  readonly withdrawn?: Uint8Array
  /** Machine versions, a snapshot by itself too. */
  readonly machine?: Uint8Array
  /** Other bounds than a snapshot's own. */
  readonly bounds?: SnapshotBounds
}

export interface SnapshotBounds {
  readonly bytes: number
  readonly entriesALanguage: number
}

const BOUNDS: SnapshotBounds = {
  bytes: SNAPSHOT_BYTES,
  entriesALanguage: SNAPSHOT_ENTRIES_A_LANGUAGE,
}

interface Entry extends PreparedEntry, SplitHead {
  /** What each of the words takes as UTF-8. */
  readonly sizes: readonly number[]
  readonly truncated?: true
}

/**
 * The snapshot of the newest 50 statements a language, newest first, as it lies in KV: at most
 * `SNAPSHOT_BYTES` bytes (or other bounds); the same input gives the same bytes. Where all bodies together would burst
 * it, the longest are cut to one common length, so that short statements stay whole.
 */
export function buildSnapshot(input: SnapshotInput): Uint8Array {
  const { bounds = BOUNDS } = input
  const tails = lengthOf(tailsOf(input))
  let entries: readonly Entry[] = newestOf(input.entries, bounds.entriesALanguage).map(withWords)
  for (;;) {
    // The line is ASCII.
    const room = bounds.bytes - firstLine(input, entries).length - wordsOf(entries) - tails
    if (room >= sumOf(entries)) return assembled(input, entries)
    if (room >= 0 || entries.length === 0)
      return assembled(input, withBodiesIn(Math.max(room, 0), entries))
    // Addresses have no bound of ours: one of 600 KB costs its own entry, never the whole feed.
    entries = withoutWidest(entries)
  }
}

function withWords(entry: PreparedEntry): Entry {
  const { json, words } = splitHead(entry.head)
  return { ...entry, json, words, sizes: words.map(utf8Bytes) }
}

function wordsOf(entries: readonly Entry[]): number {
  return entries.reduce((sum, { sizes }) => sizes.reduce((all, size) => all + size, sum), 0)
}

/** As many of the newest as a snapshot holds. */
export function newestOf(
  entries: readonly PreparedEntry[],
  most: number,
): readonly PreparedEntry[] {
  const counts = { ar: 0, en: 0 }
  return entries.toSorted(newestFirst).filter(({ language }) => ++counts[language] <= most)
}

/** Member by member: the order of members is part of the bytes, and so of the ETag. */
function firstLine(input: SnapshotInput, entries: readonly Entry[]): string {
  const { of, publishers, updated, chain, older, erased = [], withdrawn, machine, edits } = input
  const named = new Set([of, ...entries.map(({ publisher }) => publisher)])
  const faces = Object.entries(publishers)
    .filter(([id]) => named.has(id))
    .toSorted(([one], [other]) => compared(one, other))
    .map(([id, { name, site }]) => [id, { id, name: { ar: name.ar, en: name.en }, site }])
  const heads = entries.map(
    ({ json, sizes, bodyBytes, truncated = false }) =>
      `${json},"truncated":${truncated},"words":[${sizes.join(',')}],"bytes":${bodyBytes}}`,
  )
  const around = {
    format: SNAPSHOT_FORMAT,
    of,
    publishers: Object.fromEntries(faces),
    updated,
    ...(chain === undefined ? {} : { chain }),
    ...(older === undefined ? {} : { older }),
    ...(erased.length === 0 ? {} : { erased }),
    ...(withdrawn === undefined ? {} : { withdrawn: withdrawn.byteLength }),
    ...(edits === undefined ? {} : { edits: edits.byteLength }),
    ...(machine === undefined ? {} : { machine: machine.byteLength }),
  }
  return `${asciiJson(JSON.stringify(around)).slice(0, -1)},"entries":[${heads.join(',')}]}\n`
}

function assembled(input: SnapshotInput, entries: readonly Entry[]): Uint8Array {
  const texts = entries.map(({ words, body }) => words.join('') + body).join('')
  const bytes = new TextEncoder().encode(firstLine(input, entries) + texts)
  const tails = tailsOf(input)
  if (tails.length === 0) return bytes
  const whole = new Uint8Array(bytes.byteLength + lengthOf(tails))
  let at = 0
  for (const part of [bytes, ...tails]) {
    whole.set(part, at)
    at += part.byteLength
  }
  return whole
}

/** What follows the bodies, in its order. */
function tailsOf({ withdrawn, machine, edits }: SnapshotInput): Uint8Array[] {
  return [withdrawn, machine, edits].filter((tail) => tail !== undefined)
}

function lengthOf(tails: readonly Uint8Array[]): number {
  return tails.reduce((sum, { byteLength }) => sum + byteLength, 0)
}

function sumOf(entries: readonly Entry[]): number {
  return entries.reduce((sum, { bodyBytes }) => sum + bodyBytes, 0)
}

function withoutWidest(entries: readonly Entry[]): readonly Entry[] {
  const widths = entries.map(({ head }) => head.length)
  const widest = widths.indexOf(Math.max(...widths))
  return entries.filter((_, index) => index !== widest)
}

function withBodiesIn(room: number, entries: readonly Entry[]): Entry[] {
  const lengths = entries.map(({ bodyBytes }) => bodyBytes)
  // "truncated":true is one letter shorter than false, and a shorter number has fewer digits.
  const longest = commonLength(lengths, room)
  return entries.map((entry) => {
    if (entry.bodyBytes <= longest) return entry
    const body = excerptOf(entry.body, longest, entry.bodyBytes)
    return { ...entry, body, bodyBytes: utf8Bytes(body), truncated: true }
  })
}

/** The greatest length to which all longer ones can be cut so that the sum is within `room`. */
function commonLength(lengths: readonly number[], room: number): number {
  let left = room
  let open = lengths.length
  for (const length of lengths.toSorted((one, other) => one - other)) {
    const share = Math.floor(left / open)
    if (length > share) return share
    left -= length
    open -= 1
  }
  return Number.POSITIVE_INFINITY
}
