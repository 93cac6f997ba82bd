import type { FeedDocument } from './feed-document.ts'

const UTF8 = new TextEncoder()

/** UTF-8 takes at most this many bytes for one UTF-16 unit. */
const BYTES_A_UNIT = 3

/** What a feed says of itself and of one entry besides the body, in bytes, seldom more. */
const HEAD_BYTES = 4_096
const ENTRY_BYTES = 2_500

/**
 * A feed as it grows, in the bytes that are sent. Bodies lie in the snapshot as UTF-8 already: they
 * are copied here. To decode a snapshot, join one long string and encode it again took three
 * quarters of a rendering.
 */
export class FeedBytes {
  #bytes: Uint8Array
  #length = 0

  /** @param expected bytes that will probably be written; more is only slower */
  constructor(expected: number) {
    this.#bytes = new Uint8Array(expected)
  }

  /** Room for a whole feed. */
  static of({ entries, isFull }: FeedDocument): FeedBytes {
    const bodies = isFull
      ? entries.reduce((sum, { statement }) => sum + statement.body.byteLength, 0)
      : 0
    return new FeedBytes(HEAD_BYTES + entries.length * ENTRY_BYTES + bodies)
  }

  text(text: string): void {
    this.#makeRoom(text.length * BYTES_A_UNIT)
    this.#length += UTF8.encodeInto(text, this.#bytes.subarray(this.#length)).written
  }

  bytes(bytes: Uint8Array): void {
    this.#makeRoom(bytes.byteLength)
    this.#bytes.set(bytes, this.#length)
    this.#length += bytes.byteLength
  }

  done(): Uint8Array {
    return this.#bytes.subarray(0, this.#length)
  }

  #makeRoom(more: number): void {
    const needed = this.#length + more
    if (needed <= this.#bytes.byteLength) return
    const larger = new Uint8Array(needed * 2)
    larger.set(this.done())
    this.#bytes = larger
  }
}
