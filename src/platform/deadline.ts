import { type Answered, WIRE, type Wire } from './wire.ts'

/** How long an answer may take. */
export interface Patience {
  /** From the first request to the last byte, redirects included. */
  readonly totalMs: number
  /** From a request to its headers, each hop anew: a server that takes a connection and says nothing. */
  readonly headersMs: number
  /** Between two pieces of the body: for servers that send headers and then fall silent. */
  readonly idleMs: number
}

/**
 * The time that one answer has, redirects included. What is waited for changes often and is nearly always
 * in time, so it is only noted: one timer is set, and looks at the notes when it rings.
 */
export class Deadline {
  readonly #patience: Patience
  readonly #wire: Wire
  readonly #controller = new AbortController()
  readonly #end: number
  #due: number
  #rings = Infinity
  #bell: ReturnType<Wire['ringAfter']> | undefined
  #hasHeaders = false
  /** True once it was given up because no headers came. */
  isHeadless = false

  constructor(patience: Patience, wire: Wire = WIRE) {
    this.#patience = patience
    this.#wire = wire
    this.#end = Date.now() + patience.totalMs
    this.#due = this.#end
  }

  /** Asks under this deadline. */
  fetch(url: URL, init: RequestInit): Promise<Answered> {
    return this.#wire.fetch(url, { ...init, signal: this.signal })
  }

  get signal(): AbortSignal {
    return this.#controller.signal
  }

  /** A request leaves. */
  awaitHeaders(): void {
    this.#hasHeaders = false
    this.#await(this.#patience.headersMs)
  }

  /** Headers have come, or a piece of the body. */
  awaitPiece(): void {
    this.#hasHeaders = true
    this.#await(this.#patience.idleMs)
  }

  stop(): void {
    if (this.#bell !== undefined) this.#wire.silence(this.#bell)
  }

  #await(ms: number): void {
    this.#due = Math.min(Date.now() + ms, this.#end)
    if (this.#due < this.#rings) this.#ringAt(this.#due)
  }

  #ringAt(due: number): void {
    this.stop()
    this.#rings = due
    this.#bell = this.#wire.ringAfter(Math.max(due - Date.now(), 0), () => this.#ring())
  }

  #ring(): void {
    if (this.#due > Date.now()) {
      this.#ringAt(this.#due)
      return
    }
    this.isHeadless = !this.#hasHeaders && this.#due < this.#end
    this.#controller.abort()
  }
}
