import { askedAddress } from '../sources/asked-address.ts'
import { type Look, lookAt } from '../sources/look.ts'
import type { SourceState } from '../sources/source-state.ts'
import { dayOf } from '../platform/plan.ts'
import { canonicalAddress } from '../statements/identity.ts'
import { restored, withdrawn } from '../statements/ledger.ts'
import type { Watchfulness } from '../statements/first-look.ts'
import { type LookFacts, type LookVerdict, judgeLook } from '../statements/withdrawal.ts'
import type { Chore } from './chore-store.ts'
import { type Draft, draftOf } from './draft.ts'
import { keepDrafts } from './keep-drafts.ts'
import type { PublisherState } from './publisher-state.ts'
import type { RoundWorld } from './round-world.ts'
import type { Kept } from './statement-store.ts'

/** Looks at one statement's own address, and keeps what that means. */
export async function lookAtStatement(chore: Chore, world: RoundWorld): Promise<void> {
  const { state } = world
  const draft = draftOf(chore.number, new Map(), state.statements)
  if (draft === undefined || standsInListing(chore.number, world)) {
    world.transact(() => state.chores.done(chore))
    return
  }
  const { statement } = draft.kept
  const held = await world.hosts.take(statement.url)
  if (held > 0) {
    const due = Math.max(held, world.clock() + PUT_OFF_MS)
    world.transact(() => state.chores.set('look', chore.number, due, chore.note))
    return
  }
  const look = await lookAtAddresses(draft.kept, world)
  const now = world.clock()
  const watchfulness = JSON.parse(chore.note) as Watchfulness
  const facts: LookFacts = {
    look,
    withdrawn: statement.state === 'withdrawn',
    alive: isAlive(state.source(statement.source), now),
    othersGone: othersGone(chore.number, state),
    neighboursGone: false,
    now,
  }
  const verdict = await confirmed(judgeLook(watchfulness, facts), watchfulness, facts, chore, world)
  const at = new Date(now).toISOString()
  if (verdict.kind !== 'nothing') changed(draft, verdict.kind, at)
  const { next } = verdict
  await keepDrafts(draft.change === undefined ? [] : [draft], world, () => {
    state.chores.done(chore)
    if (next !== undefined)
      state.chores.set('look', chore.number, next.due, JSON.stringify(next.watchfulness))
    keepPause(statement.source, world)
  })
}

/** Nothing is told as withdrawn before the statements around it were looked at. */
async function confirmed(
  verdict: LookVerdict,
  watchfulness: Watchfulness,
  facts: LookFacts,
  { number }: Chore,
  world: RoundWorld,
): Promise<LookVerdict> {
  if (verdict.kind !== 'withdrawn') return verdict
  const { neighboursAreGone } = await import('./control-look.ts')
  const neighboursGone = await neighboursAreGone(number, world)
  return neighboursGone ? judgeLook(watchfulness, { ...facts, neighboursGone }) : verdict
}

/** A page that asks for a pause means its host: a restart reads it from the row of the source. */
function keepPause(id: string, { publisher, hosts, state, clock }: RoundWorld): void {
  const source = publisher.sources.find((one) => one.id === id)
  if (source === undefined) return
  const known = state.source(id)
  const pausedUntil = hosts.pausedUntil(askedAddress(source, known))
  if (pausedUntil <= known.pausedUntil) return
  state.saveSource(id, { ...known, pausedUntil }, dayOf(new Date(clock())))
}

function changed(draft: Draft, kind: 'withdrawn' | 'restored', at: string): void {
  const { statement } = draft.kept
  draft.change =
    kind === 'withdrawn' ? withdrawn(statement, at) : restored(statement, undefined, at)
  draft.kept = { ...draft.kept, statement: draft.change.statement }
}

/** In the listing of any of the publisher's sources, as it was last read. */
function standsInListing(number: number, { state, publisher }: RoundWorld): boolean {
  return publisher.sources.some(({ id }) => Object.values(state.source(id).read).includes(number))
}

/**
 * At the address under which it was first seen, else at those under which it was seen since: a site
 * that moved keeps the old ones only for a while.
 */
async function lookAtAddresses(
  { statement, keys }: Kept,
  { get, agent }: RoundWorld,
): Promise<Look> {
  const first = await lookAt(statement.url, statement.title, get, agent)
  if (first !== 'gone') return first
  const others = keys
    .filter((key) => key.startsWith('a:') && key.slice(2) !== canonicalAddress(statement.url))
    .slice(-OTHER_ADDRESSES)
  for (const key of others) {
    const look = await lookAt(`https://${key.slice(2)}`, statement.title, get, agent)
    if (look !== 'gone') return look
  }
  return 'gone'
}

const OTHER_ADDRESSES = 2
/** A look has time; each time that it is put off is a row. */
const PUT_OFF_MS = 60_000
const ALIVE_MS = 6 * 3_600_000
/** Looks and polls fall due at the same hour of the day. */
const LATE_POLL_MS = 3_600_000

/** Its listing was read well, and lately: a source that is polled once a day, as lately as it is. */
function isAlive({ reason, lastGoodPoll, next }: SourceState, now: number): boolean {
  if (reason !== null || lastGoodPoll === null) return false
  return now < Math.max(Date.parse(lastGoodPoll) + ALIVE_MS, next + LATE_POLL_MS)
}

function othersGone(number: number, state: PublisherState): number {
  return state.chores.of('look').filter((chore) => {
    const { goneSince } = JSON.parse(chore.note) as Watchfulness
    return chore.number !== number && goneSince !== null
  }).length
}
