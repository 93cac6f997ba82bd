import type { Older } from '../feeds/older.ts'
import { SNAPSHOT_ENTRIES_A_LANGUAGE } from '../feeds/snapshot.ts'
import type { Instant } from '../text/instant.ts'
import { LANGUAGES } from '../text/language.ts'
import type { Dropped, EntryStore } from './entry-store.ts'
import type { Settings } from './settings.ts'
import type { SpenderStore } from './spender-store.ts'

const NAME = 'dropped'

/** How far back the snapshot of all goes, and where each publisher's older statements lie. */
export class FrontShelves {
  readonly #settings: Settings
  readonly #entries: EntryStore
  readonly #spenders: SpenderStore

  constructor(settings: Settings, entries: EntryStore, spenders: SpenderStore) {
    this.#settings = settings
    this.#entries = entries
    this.#spenders = spenders
  }

  /**
   * Remembers the newest that was ever dropped: after an erasure there are fewer than a snapshot
   * holds, and yet they are not all.
   */
  note(dropped: readonly Dropped[]): void {
    const newest = newestOf(dropped.map(({ sort }) => sort))
    if (newest !== undefined && newest > (this.#dropped() ?? '')) this.#settings.save(NAME, newest)
  }

  /** Nothing where the snapshot of all holds everything. */
  older(): { readonly older?: Older } {
    const shelves = this.#spenders
      .all()
      .flatMap(({ face, shelf }) =>
        face === null || shelf === undefined ? [] : [[face.id, shelf] as const],
      )
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
    const leftOut = shelves.flatMap(([, { before }]) => before ?? [])
    const before = newestOf([...leftOut, ...this.#ownLeftOut()])
    return before === undefined ? {} : { older: { before, of: Object.fromEntries(shelves) } }
  }

  #ownLeftOut(): Instant[] {
    const dropped = this.#dropped()
    // What was dropped before this was noted stood behind the last that is shown.
    const newer = SNAPSHOT_ENTRIES_A_LANGUAGE - (dropped === undefined ? 1 : 0)
    const hidden = LANGUAGES.flatMap((language) => this.#entries.dayBehind(language, newer) ?? [])
    return dropped === undefined ? hidden : [...hidden, dropped]
  }

  #dropped(): Instant | undefined {
    return this.#settings.load<Instant>(NAME)
  }
}

function newestOf(days: readonly Instant[]): Instant | undefined {
  return days.toSorted().at(-1)
}
