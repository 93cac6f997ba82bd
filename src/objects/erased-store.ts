import { type ErasedEntry, newestErased } from '../feeds/snapshot.ts'
import type { Settings } from './settings.ts'

const NAME = 'erased'

/** The newest erased entries, as feeds tell of them; the same twice is the same once. */
export class ErasedStore {
  readonly #settings: Settings

  constructor(settings: Settings) {
    this.#settings = settings
  }

  list(): readonly ErasedEntry[] {
    return this.#settings.load<readonly ErasedEntry[]>(NAME) ?? []
  }

  add(erased: readonly ErasedEntry[]): void {
    if (erased.length === 0) return
    const known = this.list()
    const isNew = ({ tag }: ErasedEntry) => !known.some((one) => one.tag === tag)
    this.#settings.save(NAME, newestErased([...known, ...erased.filter(isNew)]))
  }
}
