/** Counts calls of all clients in this isolate, anew in each stretch of time. */
export class CallCount {
  readonly #windowMs: number
  #window = 0
  #count = 0

  constructor(windowMs: number) {
    this.#windowMs = windowMs
  }

  /** Whether one more call may go on, of `most` in the window. */
  take(now: number, most: number): boolean {
    const window = Math.floor(now / this.#windowMs)
    if (window !== this.#window) this.#count = 0
    this.#window = window
    this.#count += 1
    return this.#count <= most
  }
}
