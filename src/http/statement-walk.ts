import { type Place, compared, dateOf, newestFirst } from '../statements/newest-first.ts'
import { type Older, type Shelf, monthAfter, monthOf, monthsIn } from '../feeds/older.ts'
import type { Snapshot, SnapshotEntry } from '../feeds/snapshot.ts'
import { kvKeys } from '../platform/kv-keys.ts'
import type { Instant } from '../text/instant.ts'
import { type Documents, MOST_DOCUMENTS, isMonth } from './archive-documents.ts'

/** How far a walk has come: what a cursor says. */
export interface WalkPlace {
  /** What comes next stands behind this. */
  readonly at: Place
  /** Within a month: the publishers that are gone through together. */
  readonly group?: readonly string[]
  /** Within a month: where its other publishers begin. */
  readonly from?: Place
}

/** A statement; or none, where the walk has to pause because it has read what one answer may read. */
export interface Step {
  readonly entry: SnapshotEntry | undefined
  /** Where to go on. */
  readonly next: WalkPlace
  /** All that is dated after this has been walked through. */
  readonly reached: Instant
}

export interface WalkWorld {
  /** The snapshot to begin with: of one publisher, or of all. */
  readonly head: Snapshot
  /** Those of it that were withdrawn, older ones too; asked for where months are read. */
  readonly withdrawn: () => Snapshot | undefined
  readonly documents: Documents
  /** Publishers whose statements are asked for; all where it is undefined. */
  readonly publishers?: readonly string[] | undefined
  /** A publisher that was deleted has no snapshot any more, and keeps its months. */
  readonly isListed: (publisher: string) => boolean
  readonly since?: Instant | undefined
  readonly changedSince?: Instant | undefined
}

/** Behind every statement of a day, whatever its hour: letters of ours come before it. */
const LAST = '~'

/** The place before the first statement that is older than a moment. */
export function placeBefore(moment: Instant): Place {
  const at = Date.parse(moment)
  return behind(Number.isNaN(at) ? moment : new Date(at - 1).toISOString())
}

function behind(day: string): Place {
  return { published: day, firstSeen: LAST, id: LAST }
}

/**
 * Walks from the newest statement to the oldest: through the snapshot as far as it holds everything,
 * then month by month. A place is a place in the order, not in a list: a walk that goes on from it
 * misses nothing and repeats nothing when statements have come in between.
 *
 * Of a month as many publishers are gone through together as may be read at once; where there are
 * more, the order is by date within such a group.
 */
export async function* walk(world: WalkWorld, start?: WalkPlace): AsyncGenerator<Step> {
  const { head, since = '' } = world
  const { older } = head
  if (older === undefined || start?.group === undefined) {
    for (const entry of head.entries) {
      const date = dateOf(entry)
      if (date < since || (older !== undefined && date <= older.before)) break
      if (isBehind(entry, start?.at) && isAsked(entry.publisher, world))
        yield { entry, next: { at: placeOf(entry) }, reached: date }
    }
  }
  if (older !== undefined) yield* walkMonths(world, older, start)
}

async function* walkMonths(
  world: WalkWorld,
  older: Older,
  start: WalkPlace | undefined,
): AsyncGenerator<Step> {
  const { since = '' } = world
  const first = further(start?.from ?? start?.at, behind(older.before))
  const resumed = start?.group === undefined ? undefined : monthOf(dateOf(start.at))
  const newest = resumed ?? monthOf(dateOf(first))
  for (const [month, publishers] of monthsOf(older, world)) {
    if (month > newest) continue
    const group = month === resumed ? start?.group : undefined
    const waiting = publishers.filter((id) => id > (group?.at(-1) ?? ''))
    // A cursor may have been given to another question.
    const begun = group?.filter((id) => older.of[id] !== undefined && isAsked(id, world))
    const groups = [
      ...(begun === undefined ? [] : [begun]),
      ...groupsOf(waiting, month, older, world),
    ]
    const top = further(behind(`${month}${LAST}`), first)
    const whole = [firstDayAfter(month), dateOf(first)].toSorted()[0] ?? ''
    for (const [turn, members] of groups.entries()) {
      const at = further(turn === 0 && group !== undefined ? start?.at : undefined, top)
      const entries = await loadMonth(members, month, older, world)
      const place = { group: members, from: first }
      if (entries === undefined)
        return yield { entry: undefined, next: { at, ...place }, reached: whole }
      for (const entry of entries) {
        const date = dateOf(entry)
        if (date < since || !isBehind(entry, at)) continue
        const reached = groups.length === 1 ? date : whole
        yield { entry, next: { at: placeOf(entry), ...place }, reached }
      }
    }
  }
}

/** Each month, newest first, and the publishers that have statements in it. */
function monthsOf(older: Older, world: WalkWorld): (readonly [string, readonly string[]])[] {
  const since = monthOf(world.since ?? '')
  const publishers = new Map<string, string[]>()
  for (const id of Object.keys(older.of).toSorted()) {
    if (!isAsked(id, world)) continue
    for (const month of monthsIn(runsFor(older.of[id], world.changedSince), since))
      publishers.set(month, [...(publishers.get(month) ?? []), id])
  }
  return [...publishers].toSorted(([one], [other]) => compared(other, one))
}

/** Where nothing else changed since, the months that changed last are all there is to look into. */
function runsFor(shelf: Shelf | undefined, changedSince: Instant = ''): readonly string[] {
  const { months = [], recent = months, settled = '~' } = shelf ?? {}
  return changedSince > settled ? recent : months
}

/** Publishers of a month by as many as may be read for one answer. */
function groupsOf(
  publishers: readonly string[],
  month: string,
  older: Older,
  world: WalkWorld,
): string[][] {
  const groups: string[][] = []
  let room = 0
  for (const id of publishers) {
    const cost = keysOf(id, month, older, world).length
    const group = groups.at(-1)
    if (group !== undefined && cost <= room) group.push(id)
    else {
      groups.push([id])
      room = MOST_DOCUMENTS
    }
    room -= cost
  }
  return groups
}

/**
 * Where a publisher's statements of a month lie: in its snapshot as far as that holds everything, else
 * in the month's own document; for the month in which the one ends and the other begins, in both.
 */
function keysOf(id: string, month: string, { of }: Older, { isListed }: WalkWorld): string[] {
  const before = of[id]?.before ?? null
  const [own, newest] = [kvKeys.archive(id, month), kvKeys.snapshot(id)]
  if (!isListed(id)) return [own]
  if (before === null || month > monthOf(before)) return [newest]
  return month < monthOf(before) ? [own] : [own, newest]
}

/** The statements of a month, newest first; undefined where that is more than may be read now. */
async function loadMonth(
  group: readonly string[],
  month: string,
  older: Older,
  world: WalkWorld,
): Promise<SnapshotEntry[] | undefined> {
  const { documents, head } = world
  const keys = group.flatMap((id) => keysOf(id, month, older, world))
  const isTooMuch = !documents.hasRoom(keys)
  if (isTooMuch && documents.isUsed) return undefined
  // A cursor's group that has grown must not stand still for ever: its months hold nearly all.
  const read = isTooMuch ? group.map((id) => kvKeys.archive(id, month)) : keys
  const found = await documents.load(read)
  // A snapshot may have been written since the one of all said how far back it goes.
  const late = found.flatMap(({ of, older: its }) =>
    its !== undefined && month <= monthOf(its.before) ? kvKeys.archive(of, month) : [],
  )
  const more = late.filter((key) => !read.includes(key))
  if (documents.hasRoom(more)) found.push(...(await documents.load(more)))
  const erased = new Set(
    [head, ...found].flatMap(({ erased = [] }) => erased.map(({ tag }) => tag)),
  )
  const entries = new Map<string, SnapshotEntry>()
  // Months are written once a day: what a snapshot says of a statement is newer.
  for (const { entries: all } of [...found.toSorted(monthsFirst), head]) {
    for (const entry of all) {
      const isHere = group.includes(entry.publisher) && monthOf(dateOf(entry)) === month
      if (isHere && !erased.has(entry.tag)) entries.set(entry.id, entry)
    }
  }
  for (const { id, state, stateSince, updated } of world.withdrawn()?.entries ?? []) {
    const known = entries.get(id)
    if (known === undefined || known.updated >= updated) continue
    const since = stateSince === undefined ? {} : { stateSince }
    entries.set(id, { ...known, state, updated, ...since })
  }
  return [...entries.values()].toSorted(newestFirst)
}

function monthsFirst(one: Snapshot, other: Snapshot): number {
  return Number(isMonth(other)) - Number(isMonth(one))
}

function firstDayAfter(month: string): Instant {
  return `${monthAfter(month)}-01T00:00:00.000Z`
}

function isAsked(publisher: string, { publishers }: WalkWorld): boolean {
  return publishers === undefined || publishers.includes(publisher)
}

function placeOf(entry: Place): Place {
  return { published: dateOf(entry), firstSeen: entry.firstSeen, id: entry.id }
}

/** Of two places the one that is further back. */
function further(one: Place | undefined, other: Place): Place {
  return one !== undefined && newestFirst(other, one) < 0 ? one : other
}

function isBehind(entry: Place, place: Place | undefined): boolean {
  return place === undefined || newestFirst(place, entry) < 0
}
