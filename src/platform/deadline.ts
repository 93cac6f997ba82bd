/** How long an answer may take. */
export interface Patience {
  /** From the first request to the last byte, redirects included. */
  readonly totalMs: number
  /** From a request to its headers, each hop anew: a server that takes a connection and says nothing. */
  readonly headersMs: number
  /** Between two pieces of the body: for servers that send headers and then fall silent. */
  readonly idleMs: number
}

/** What a signal is aborted with; told apart by whether headers had come. */
export type Lateness = 'no headers' | 'too long'

/**
 * The time that one answer has, redirects included. One timer at a time: there is always one thing that
 * is waited for, the headers or the end.
 */
export class Deadline {
  readonly #patience: Patience
  readonly #controller = new AbortController()
  readonly #end: number
  #timer: ReturnType<typeof setTimeout> | undefined
  /** Why the signal was aborted; undefined as long as it was not. */
  late: Lateness | undefined

  constructor(patience: Patience) {
    this.#patience = patience
    this.#end = Date.now() + patience.totalMs
  }

  get signal(): AbortSignal {
    return this.#controller.signal
  }

  /** A request leaves. */
  awaitHeaders(): void {
    const left = this.#end - Date.now()
    const { headersMs } = this.#patience
    this.#ring(Math.min(headersMs, left), headersMs < left ? 'no headers' : 'too long')
  }

  /** Headers have come, and a body follows. */
  awaitBody(): void {
    this.#ring(this.#end - Date.now(), 'too long')
  }

  stop(): void {
    if (this.#timer !== undefined) clearTimeout(this.#timer)
    this.#timer = undefined
  }

  #ring(ms: number, lateness: Lateness): void {
    this.stop()
    this.#timer = setTimeout(
      () => {
        this.late = lateness
        this.#controller.abort()
      },
      Math.max(ms, 0),
    )
  }
}
