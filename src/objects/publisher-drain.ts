import { kvKeys } from '../platform/kv-keys.ts'
import { logFault } from '../platform/log-fault.ts'
import { monthOf } from '../feeds/older.ts'
import { type PreparedEntry, prepareEntry } from '../feeds/prepare-entry.ts'
import type { Notice } from '../deliveries/notice.ts'
import { statementId } from '../statements/statement-id.ts'
import { alertDelivery } from './alert-delivery.ts'
import { type AlertErrand, isFeedEndpoint } from './alerting.ts'
import type { DrainWorld, Errand } from './drain-world.ts'
import type { Owed } from './outbox.ts'
import { prepareOwed } from './owed-entries.ts'
import { publishArchive } from './publisher-archive.ts'
import { snapshotSpacing } from './publisher-budget.ts'
import { pingHubs, tellHubs } from './publisher-hubs.ts'
import { publishedStatement } from './published-statement.ts'
import { publisherSnapshot } from './publisher-snapshot.ts'
import type { PublisherState } from './publisher-state.ts'
import type { PublisherErrand } from './publisher-errand.ts'
import { shelfOf } from './shelf.ts'
import { setLooks } from './watch-vanished.ts'

/** KV may serve what it had for so long: a hub that fetched a feed sooner would find nothing new. */
const PING_AFTER_MS = 60_000

/** Rows of each kind that one run takes: the free plan's 10 ms are shared by all of them. */
const BATCH: Readonly<Record<PublisherErrand, number>> = {
  alert: 40,
  notice: 20,
  // A snapshot is made of all that is ready.
  entry: 100_000,
  vanished: 10,
  snapshot: 1,
  hub: 10,
  ping: 1,
  front: 40,
  publish: 10,
  revision: 10,
  backfill: 1,
  forget: 1,
  wipe: 1,
}

/** Alerts first: somebody waits for them. */
const ORDER: readonly PublisherErrand[] = [
  'alert',
  'notice',
  'entry',
  'vanished',
  'forget',
  'wipe',
  'snapshot',
  'hub',
  'front',
  'publish',
  'revision',
  'ping',
  'backfill',
]

/** One look at the outbox; more than this is asked for kind by kind, so that none hides another. */
const GLANCE = 60

/**
 * Empties the outbox as far as one run goes: of all kinds, or of alerts alone, without those to
 * watches' own feeds. A kind that fails is put off and holds up no other.
 */
export async function drain(world: DrainWorld, only?: PublisherErrand): Promise<void> {
  const { outbox } = world.state
  const glance = only === undefined ? outbox.allDue(world.now, GLANCE) : []
  // One thing a run: a month may hold hundreds of statements.
  if (only === undefined && glance.length === 0) return await publishArchive(world)
  for (const kind of only === undefined ? ORDER : [only]) {
    const isWhole = only === undefined && glance.length < GLANCE
    const due = isWhole
      ? glance.filter((row) => row.kind === kind).slice(0, BATCH[kind])
      : outbox.due(kind, world.now, BATCH[kind])
    const owed = only === 'alert' ? due.filter(isUrgent) : due
    if (owed.length === 0) continue
    try {
      await ERRANDS[kind](owed, world)
    } catch (error) {
      logFault({ at: 'drain', kind, publisher: world.face.id }, error)
      outbox.postpone(owed, world.now)
    }
  }
}

const ERRANDS: Readonly<Record<PublisherErrand, Errand>> = {
  alert: tellEndpoints,
  notice: tellDesk,
  entry: prepareOwed,
  vanished: setLooks,
  snapshot: publishSnapshot,
  hub: tellHubs,
  ping: pingHubs,
  front: tellFront,
  publish: publishStatements,
  revision: publishRevisions,
  backfill: async (owed, world) => {
    const { publishBackfill } = await import('./backfill.ts')
    await publishBackfill(owed, world)
  },
  // Seldom owed: read when they are.
  forget: async (owed, world) => {
    const { forgetStatements } = await import('./forgetting.ts')
    await forgetStatements(owed, world)
  },
  wipe: async (owed, world) => {
    const { wipePublisher } = await import('./forgetting.ts')
    await wipePublisher(owed, world)
  },
}

async function tellDesk(owed: readonly Owed<PublisherErrand>[], world: DrainWorld): Promise<void> {
  await world.neighbours.note(owed.map(({ value }) => JSON.parse(value) as Notice))
  world.state.outbox.done(owed)
}

async function tellEndpoints(
  owed: readonly Owed<PublisherErrand>[],
  world: DrainWorld,
): Promise<void> {
  const byEndpoint = Map.groupBy(
    owed.map((row) => ({ row, errand: errandOf(row) })),
    ({ errand }) => errand.endpoint,
  )
  const { outbox } = world.state
  // One endpoint's object that fails is tried again alone.
  await Promise.all(
    [...byEndpoint].map(async ([endpoint, group]) => {
      const rows = group.map(({ row }) => row)
      try {
        const deliveries = group.map(({ errand }) => alertDelivery(errand, world))
        await world.neighbours.deliver(endpoint, deliveries)
        outbox.done(rows)
      } catch {
        outbox.postpone(rows, world.now)
      }
    }),
  )
}

function errandOf({ value }: Owed<PublisherErrand>): AlertErrand {
  return JSON.parse(value) as AlertErrand
}

/** Somebody waits for an alert; the readers of a watch's own feed can wait for the next run. */
function isUrgent(row: Owed<PublisherErrand>): boolean {
  return row.kind === 'alert' && !isFeedEndpoint(errandOf(row).endpoint)
}

async function publishSnapshot(
  owed: readonly Owed<PublisherErrand>[],
  world: DrainWorld,
): Promise<void> {
  const { state, face, now } = world
  // A clock that went back since must not hold the feed up until it is there again.
  state.snapshotAt = Math.min(state.snapshotAt, now)
  const wait = state.snapshotAt + snapshotSpacing(world)
  if (wait > now) return state.outbox.hold(owed, wait)
  if (world.retired) {
    await world.neighbours.published.retireSnapshot(kvKeys.snapshot(face.id))
    state.countKvWrites(1)
    return state.outbox.done(owed)
  }
  // Not when they are kept: an alert that is owed would wait for it.
  for (const { sort, first_seen } of state.entries.trim())
    state.archives.hurry(monthOf(sort), Date.parse(first_seen), now)
  const { bytes, updated } = publisherSnapshot(state, face)
  await world.neighbours.published.saveSnapshot(kvKeys.snapshot(face.id), bytes, {
    updated,
    authority: world.authority,
  })
  state.countKvWrites(1)
  state.snapshotAt = now
  if (world.neighbours.ping !== undefined) state.outbox.addOnce('ping', '', now + PING_AFTER_MS)
  state.outbox.done(owed)
}

async function tellFront(owed: readonly Owed<PublisherErrand>[], world: DrainWorld): Promise<void> {
  const { state, day } = world
  const { face, authority } = world
  const numbers = distinctNumbers(owed)
  const entries = numbers.flatMap((number) => newsForAll(number, face.id, state) ?? [])
  const machine = numbers
    .map((number) => statementId(face.id, number))
    .map((id) => ({ id, entry: state.machineEntries.load(id) ?? null }))
  const kvWrites = state.spent(day).kvWrites
  const erased = state.erased.list()
  const shelf = shelfOf(face.id, state)
  const news = { face, authority, entries, erased, machine, shelf, kvWrites }
  const ofAll = await world.neighbours.front(news)
  state.noteKvWritesOfAll(day, ofAll)
  state.outbox.done(owed)
}

/**
 * What the feed of all may have to change. What is older than the newest of this publisher is not among
 * the newest of all either; but the front may know it as withdrawn, and it was restored.
 */
function newsForAll(
  number: number,
  publisher: string,
  { entries, statements }: PublisherState,
): PreparedEntry | undefined {
  const ready = entries.load(statementId(publisher, number))
  if (ready !== undefined) return ready
  if (statements.loadShell(number)?.stateSince === undefined) return undefined
  const kept = statements.load(number)
  return kept === undefined ? undefined : prepareEntry(kept.statement)
}

async function publishStatements(
  owed: readonly Owed<PublisherErrand>[],
  world: DrainWorld,
): Promise<void> {
  const { state } = world
  for (const row of owed) {
    const number = Number(row.value)
    const value = publishedStatement(number, state)
    if (value !== undefined) {
      await world.neighbours.published.saveStatement(value)
      state.countKvWrites(1)
    }
    state.outbox.done([row])
  }
}

/** Each older wording lies under an immutable key of its own: `{number}.{revision}` is owed. */
async function publishRevisions(
  owed: readonly Owed<PublisherErrand>[],
  world: DrainWorld,
): Promise<void> {
  const { state, face } = world
  for (const row of owed) {
    const [number = 0, revision = 0] = row.value.split('.').map(Number)
    const wording = state.statements.wordings.at(number, revision)
    if (wording !== undefined) {
      await world.neighbours.published.saveRevision(statementId(face.id, number), wording)
      state.countKvWrites(1)
    }
    state.outbox.done([row])
  }
}

function distinctNumbers(owed: readonly Owed<PublisherErrand>[]): number[] {
  return [...new Set(owed.map(({ value }) => Number(value)))]
}
