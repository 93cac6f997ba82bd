import type { Status } from './desk-status.ts'

/** Whoever asks, and however often: the objects are asked at most once in this time. */
const STATUS_AGE_MS = 60_000

/** The status that was gathered last; those who ask while it is gathered share it. */
export class KeptStatus {
  #status: Status | undefined
  #gathering: Promise<Status> | undefined
  #changes = 0

  async load(now: number, gather: () => Promise<Status>): Promise<Status> {
    const known = this.#status
    // A clock that went back makes nothing young again.
    if (known !== undefined && Math.abs(now - Date.parse(known.asOf)) < STATUS_AGE_MS) return known
    this.#gathering ??= this.#fresh(gather, this.#changes)
    return await this.#gathering
  }

  /** Something was saved: what was gathered before, or is being gathered, does not know of it. */
  forget(): void {
    this.#changes += 1
    this.#status = undefined
    this.#gathering = undefined
  }

  async #fresh(gather: () => Promise<Status>, changes: number): Promise<Status> {
    try {
      const status = await gather()
      if (changes === this.#changes) this.#status = status
      return status
    } finally {
      if (changes === this.#changes) this.#gathering = undefined
    }
  }
}
