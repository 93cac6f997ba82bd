import type { Settings } from './settings.ts'

interface Progress {
  /** Statements that were listed and are still to be read, by id. */
  readonly keys: readonly string[]
  /** Where listing goes on; `null` once everything was listed. */
  readonly cursor: string | null
}

const NAME = 'rebuild'

/**
 * How far a rebuild has come: kept, so that it goes on where a restart broke it off, and held in
 * memory, since every poll asks. While it lasts nothing is polled: a poll would number anew what is
 * not back yet.
 */
export class RebuildProgress {
  readonly #settings: Settings
  #held: { readonly progress: Progress | undefined } | undefined

  constructor(settings: Settings) {
    this.#settings = settings
  }

  load(): Progress | undefined {
    this.#held ??= { progress: this.#settings.load<Progress>(NAME) }
    return this.#held.progress
  }

  begin(): void {
    if (this.load() === undefined) this.save({ keys: [], cursor: '' })
  }

  save(progress: Progress): void {
    this.#settings.save(NAME, progress)
    this.#held = { progress }
  }

  end(): void {
    this.#settings.remove(NAME)
    this.#held = { progress: undefined }
  }

  /** After a transaction that was rolled back. */
  forget(): void {
    this.#held = undefined
  }
}
