const UTF8 = new TextEncoder()

/** Ends at the first Arabic letter; most of what English says is nothing else. */
const ASCII = /^[\t\n -~]*$/

/**
 * A feed as it grows. Words and bodies lie in the snapshot as UTF-8 already and are copied. What
 * stands around them is one string of ASCII, encoded at once: one Arabic letter in it would make it
 * a string of 16 bits a letter, whose encoding takes twelve times as long.
 */
export class FeedBytes {
  #markup = ''
  /** What is put into the markup, and where: one list each, since an object a piece costs more. */
  readonly #pieces: Uint8Array[] = []
  readonly #places: number[] = []
  #bytes = 0

  /** Markup, addresses, ids. Letters outside ASCII are right too, only slow. */
  text(text: string): void {
    this.#markup += text
  }

  /** What people read, as it stands in the document: escaped, without what XML forbids. */
  words(words: Uint8Array | string): void {
    if (typeof words !== 'string') this.bytes(words)
    else if (ASCII.test(words)) this.text(words)
    else this.bytes(UTF8.encode(words))
  }

  bytes(bytes: Uint8Array): void {
    this.#pieces.push(bytes)
    this.#places.push(this.#markup.length)
    this.#bytes += bytes.length
  }

  done(): Uint8Array {
    const markup = this.#markup
    const whole = new Uint8Array(markup.length + this.#bytes)
    // It is written to the end and moves forward piece by piece, so that it needs no place of its
    // own. What has not moved yet is never overwritten: just as much is still to be put before it.
    const { read } = UTF8.encodeInto(markup, whole.subarray(this.#bytes))
    // Any other letter takes more bytes than units: then there was no room for all of them.
    if (read !== markup.length) return this.#bySlices()
    let [to, from, last] = [0, this.#bytes, 0]
    const places = this.#places
    let n = 0
    for (const piece of this.#pieces) {
      const place = places[n++] ?? last
      const length = place - last
      whole.copyWithin(to, from, from + length)
      whole.set(piece, to + length)
      to += length + piece.length
      from += length
      last = place
    }
    return whole
  }

  #bySlices(): Uint8Array {
    let last = 0
    const parts = this.#pieces.flatMap((piece, n) => {
      const before = UTF8.encode(this.#markup.slice(last, this.#places[n]))
      last = this.#places[n] ?? last
      return [before, piece]
    })
    parts.push(UTF8.encode(this.#markup.slice(last)))
    const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
    let to = 0
    for (const part of parts) {
      whole.set(part, to)
      to += part.length
    }
    return whole
  }
}
