const LEAST = 1 << 10
/** A text of megabytes would keep it large for ever. */
const MOST_KEPT = 1 << 16

/** Tokens that are to be looked up, each with a hash; or as wholes, in every way there is. */
export class Peeled {
  length = 0
  /** Two by two: a token and a hash; of a whole the token's complement. */
  #column = new Int32Array(LEAST)

  clear(): void {
    this.length = 0
    if (this.#column.length > MOST_KEPT) this.#column = new Int32Array(LEAST)
  }

  put(token: number, hash: number): void {
    const at = this.length * 2
    if (at === this.#column.length) {
      const before = this.#column
      this.#column = new Int32Array(at * 2)
      this.#column.set(before)
    }
    this.#column[at] = token
    this.#column[at + 1] = hash
    this.length += 1
  }

  putWhole(token: number): void {
    this.put(~token, 0)
  }

  isWhole(number: number): boolean {
    return (this.#column[number * 2] ?? 0) < 0
  }

  token(number: number): number {
    const token = this.#column[number * 2] ?? 0
    return token < 0 ? ~token : token
  }

  hash(number: number): number {
    return this.#column[number * 2 + 1] ?? 0
  }
}
