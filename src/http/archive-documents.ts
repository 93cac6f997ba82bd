import { parseSnapshot } from '../feeds/parse-snapshot.ts'
import type { Snapshot } from '../feeds/snapshot.ts'
import type { Published } from '../platform/published.ts'
import type { Instant } from '../text/instant.ts'

/**
 * What one answer reads besides the list of publishers and the snapshot that it begins with: six
 * reads of KV in all.
 */
export const MOST_DOCUMENTS = 4

/** A document counts for one more with each so many bytes: a month may have four megabytes to parse. */
const LARGE_BYTES = 512 * 1024

/** Months and snapshots for one answer: each is read from KV once, and no more than are allowed. */
export class Documents {
  readonly #published: Published
  readonly #changedSince: Instant
  readonly #known = new Map<string, Snapshot | undefined>()
  #left: number
  /** Whether one was read yet. */
  isUsed = false

  /** @param changedSince a document whose newest change is older is passed over unread */
  constructor(published: Published, most: number, changedSince: Instant = '') {
    this.#published = published
    this.#left = most
    this.#changedSince = changedSince
  }

  /** Takes one that was read already. */
  keep(key: string, document: Snapshot): void {
    this.#known.set(key, document)
  }

  hasRoom(keys: readonly string[]): boolean {
    return keys.filter((key) => !this.#known.has(key)).length <= this.#left
  }

  /** Those that there are. A snapshot stays for other months; a month is asked for once, and may be large. */
  async load(keys: readonly string[]): Promise<Snapshot[]> {
    const found = await Promise.all(keys.map(async (key) => await this.#get(key)))
    return found.filter((document) => document !== undefined)
  }

  async #get(key: string): Promise<Snapshot | undefined> {
    if (this.#known.has(key)) return this.#known.get(key)
    this.#left -= 1
    this.isUsed = true
    const document = await this.#read(key)
    if (document === undefined || !isMonth(document)) this.#known.set(key, document)
    return document
  }

  async #read(key: string): Promise<Snapshot | undefined> {
    const bytes = await this.#bytes(key)
    if (bytes === undefined) return undefined
    this.#left -= Math.floor(bytes.byteLength / LARGE_BYTES)
    return parseSnapshot(bytes)
  }

  async #bytes(key: string): Promise<Uint8Array | undefined> {
    if (this.#changedSince === '') return await this.#published.loadBytes(key)
    const opened = await this.#published.openSnapshot(key)
    if (opened === undefined) return undefined
    const { note, body } = opened
    if (note.updated >= this.#changedSince)
      return new Uint8Array(await new Response(body).arrayBuffer())
    await body.cancel()
    return undefined
  }
}

export function isMonth({ chain }: Snapshot): boolean {
  return (chain?.month ?? null) !== null
}
