import type { Status } from './desk-status.ts'

/** Whoever asks, and however often: the objects are asked at most once in this time. */
const STATUS_AGE_MS = 60_000

/** The status that was gathered last; those who ask while it is gathered share it. */
export class KeptStatus {
  #status: Status | undefined
  #gathering: Promise<Status> | undefined

  async load(now: number, gather: () => Promise<Status>): Promise<Status> {
    const known = this.#status
    if (known !== undefined && now - Date.parse(known.asOf) < STATUS_AGE_MS) return known
    this.#gathering ??= this.#fresh(gather)
    return await this.#gathering
  }

  async #fresh(gather: () => Promise<Status>): Promise<Status> {
    try {
      this.#status = await gather()
      return this.#status
    } finally {
      this.#gathering = undefined
    }
  }
}
