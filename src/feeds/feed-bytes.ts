const UTF8 = new TextEncoder()

/** Between pieces of `words`: XML cannot say it, so `withoutForbidden` lets none through. */
const BETWEEN = '\u0000'

/** Ends at the first Arabic letter; most of what English says is nothing else. */
const ASCII = /^[\t\n -~]*$/

/**
 * A feed as it grows. Bodies lie in the snapshot as UTF-8 already and are copied. What stands around
 * them is encoded at once, and what people read apart from the markup: one Arabic letter makes a
 * string one of 16 bits a letter, whose encoding takes twelve times that of plain ASCII.
 */
export class FeedBytes {
  #markup = ''
  #words = ''
  #pieces = 0
  #bodies = 0
  /** What is put in, and where in the markup: a body, or without one the next of the words. */
  readonly #inserts: { readonly at: number; readonly body: Uint8Array | undefined }[] = []

  /** Markup, addresses, ids. Letters outside ASCII are right too, only slow. */
  text(text: string): void {
    this.#markup += text
  }

  /** What people read, as it stands in the document: escaped, without what XML forbids. */
  words(text: string): void {
    if (ASCII.test(text)) return this.text(text)
    this.#inserts.push({ at: this.#markup.length, body: undefined })
    this.#pieces += 1
    this.#words += text + BETWEEN
  }

  bytes(bytes: Uint8Array): void {
    this.#inserts.push({ at: this.#markup.length, body: bytes })
    this.#bodies += bytes.byteLength
  }

  /** @throws where a text was not without what XML forbids: words would stand in the wrong place */
  done(): Uint8Array {
    const markup = UTF8.encode(this.#markup)
    const isAscii = markup.length === this.#markup.length
    const markupOf = (from: number, to?: number) =>
      isAscii ? markup.subarray(from, to) : UTF8.encode(this.#markup.slice(from, to))
    const words = UTF8.encode(this.#words)
    const whole = new Uint8Array(markup.length + words.length - this.#pieces + this.#bodies)
    let [length, from, word] = [0, 0, 0]
    const copy = (bytes: Uint8Array) => {
      whole.set(bytes, length)
      length += bytes.length
    }
    for (const { at, body } of this.#inserts) {
      copy(markupOf(from, at))
      from = at
      if (body === undefined) {
        const end = words.indexOf(0, word)
        copy(words.subarray(word, end))
        word = end + 1
      } else copy(body)
    }
    copy(markupOf(from))
    if (word !== words.length) throw new Error('a text in a feed holds what XML forbids')
    return whole
  }
}
