import { FIRST_LOOK, type Watchfulness, firstLook } from '../statements/first-look.ts'
import type { Chore } from './chore-store.ts'
import type { Errand } from './drain-world.ts'
import type { PublisherState } from './publisher-state.ts'

/** Numbers of statements, and when each is to be looked at, ms since 1970. */
type Looks = readonly (readonly [number: number, due: number])[]

/**
 * Sets looks at statements that are in their listing no more. Most of them scrolled off, and are looked
 * at when there is time; one that left while older ones stayed is looked at soon. They are owed: the
 * alerts of the poll go first.
 */
export function watchVanished(
  before: readonly number[],
  listed: ReadonlySet<number>,
  state: PublisherState,
  now: number,
): void {
  const gone = before.filter((number) => !listed.has(number))
  if (gone.length === 0) return
  const oldest = Math.min(...listed)
  const looks: Looks = [...new Set(gone)].map((number) => [number, firstLook(number > oldest, now)])
  state.outbox.add('vanished', JSON.stringify(looks))
}

export const setLooks: Errand = (owed, { state }) => {
  const note = JSON.stringify(FIRST_LOOK)
  const awaited = new Map(state.chores.of('look').map((chore) => [chore.number, chore]))
  for (const { value } of owed) {
    for (const [number, due] of JSON.parse(value) as Looks) {
      const known = awaited.get(number)
      if (known === undefined) state.chores.setOnce('look', number, due, note)
      else wasListed(known, state)
    }
  }
  state.outbox.done(owed)
  return Promise.resolve()
}

/**
 * What leaves its listing while it is looked after was there again in between: what was found gone before
 * is an old copy in a cache, which knows neither listing nor page of what came later.
 */
function wasListed({ number, due, note }: Chore, { chores }: PublisherState): void {
  const watchfulness = JSON.parse(note) as Watchfulness
  if (watchfulness.goneSince === null) return
  const anew: Watchfulness = { ...watchfulness, goneSince: null, gone: 0 }
  chores.set('look', number, due, JSON.stringify(anew))
}
