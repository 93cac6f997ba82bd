import type { Older } from '../feeds/older.ts'
import type { Instant } from '../text/instant.ts'
import type { LeftOut } from './entry-store.ts'
import type { Settings } from './settings.ts'
import type { SpenderStore } from './spender-store.ts'

const NAME = 'left-out'

/** How far back the snapshot of all goes, and where each publisher's older statements lie. */
export class FrontShelves {
  readonly #settings: Settings
  readonly #spenders: SpenderStore

  constructor(settings: Settings, spenders: SpenderStore) {
    this.#settings = settings
    this.#spenders = spenders
  }

  /**
   * Remembers the newest that was ever left out: after an erasure there are fewer than a snapshot
   * holds, and yet they are not all.
   */
  note(left: readonly LeftOut[]): void {
    const newest = newestOf(left.map(({ sort }) => sort))
    if (newest !== undefined && newest > (this.#leftOut() ?? '')) this.#settings.save(NAME, newest)
  }

  /** Nothing where the snapshot of all holds everything. */
  older(): { readonly older?: Older } {
    const shelves = this.#spenders
      .all()
      .flatMap(({ face, shelf }) =>
        face === null || shelf === undefined ? [] : [[face.id, shelf] as const],
      )
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
    const days = [this.#leftOut(), ...shelves.map(([, { before }]) => before)]
    const before = newestOf(days)
    return before === undefined ? {} : { older: { before, of: Object.fromEntries(shelves) } }
  }

  #leftOut(): Instant | undefined {
    return this.#settings.load<Instant>(NAME)
  }
}

function newestOf(days: readonly (Instant | null | undefined)[]): Instant | undefined {
  return days
    .flatMap((day) => day ?? [])
    .toSorted()
    .at(-1)
}
