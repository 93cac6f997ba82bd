import type { Publisher } from '../sources/publisher.ts'
import type { Source } from '../sources/source.ts'
import type { Get } from '../sources/get.ts'
import { nextPoll, parseRetryAfter } from '../sources/next-poll.ts'
import type { Outcome } from '../sources/outcome.ts'
import { pollSource } from '../sources/auto.ts'
import { recheckDue } from '../sources/recheck.ts'
import type { RefusalReason } from '../sources/reading.ts'
import { type SourceState, afterPoll } from '../sources/source-state.ts'
import { dayOf } from '../platform/plan.ts'
import { type Alerts, alertsOf } from './alerting.ts'
import { commit } from './commit.ts'
import { compiledWatches } from './compiled-watches.ts'
import { type Draft, plan } from './plan.ts'
import type { PublisherState } from './publisher-state.ts'
import { type Sights, type SightWorld, sightAgain, sightListing, sightWanted } from './sight.ts'

/** What the operator is told of one poll. */
export interface PollReport {
  readonly source: string
  readonly outcome: Outcome['kind']
  readonly reason: RefusalReason | null
  readonly detail: string | null
  readonly baseline: boolean
  readonly appeared: number
  readonly revised: number
  readonly withdrawn: number
  readonly restored: number
}

/** What a round needs from the object and the platform. */
export interface RoundWorld {
  readonly publisher: Publisher
  readonly watchVersion: string
  readonly state: PublisherState
  readonly get: Get
  readonly agent: string
  readonly authority: string
  readonly pages: number
  readonly transact: (work: () => void) => void
  readonly clock: () => number
  readonly chance: () => number
}

/** Once a day everything is asked for: validators that never change would hide all news. */
const UNCONDITIONAL_AFTER_MS = 24 * 3_600_000

/**
 * One round over one source: poll, compare, keep, and note what is to be told. Telling itself is
 * the outbox's work: a round that dies after its transaction tells later, under the same ids.
 */
export async function round(source: Source, world: RoundWorld): Promise<PollReport> {
  const { state } = world
  const before = state.source(source.id)
  const now = world.clock()
  const memory = {
    validators: before.validators,
    conditional: now - before.lastFull < UNCONDITIONAL_AFTER_MS,
    hadEntries: before.hadEntries,
    isKnown: (fingerprint: string) => Object.hasOwn(before.read, fingerprint),
  }
  const { chosen, failures } = before
  const outcome = await pollSource(source, { ...memory, chosen, failures }, world.get, world.agent)
  const after = afterPoll(before, outcome, new Date(now), nextDue(source, outcome, before, world))
  if (outcome.kind !== 'ok') {
    state.saveSource(source.id, after, dayOf(new Date(now)))
    return report(source, outcome, false, [])
  }
  const baseline = !before.baselineDone
  const passedOver = Object.fromEntries(
    outcome.known.map((fingerprint) => [fingerprint, before.read[fingerprint] ?? 0]),
  )
  const present = Object.values(passedOver)
  const sights = await sightListing(outcome.entries, present, baseline, sightWorld(source, world))
  const drafts = await keep(source, sights, { ...after, read: passedOver }, world)
  return report(source, outcome, baseline, drafts)
}

/** Reads pages left over by earlier rounds, and pages whose time to be looked at again has come. */
export async function readPages(source: Source, world: RoundWorld): Promise<void> {
  const { state } = world
  const now = world.clock()
  const wanted = state.wanted.due(source.id, now, world.pages)
  if (wanted.length > 0) {
    const sights = await sightWanted(wanted, sightWorld(source, world))
    await keep(source, sights, state.source(source.id), world)
    return
  }
  const due = state.statements.dueRechecks(source.id, now, world.pages)
  if (due.length === 0) return
  const numbers = due.map(({ number }) => number)
  const sights = await sightAgain(numbers, sightWorld(source, world))
  await keep(source, sights, state.source(source.id), world, () => {
    for (const one of due) moveRecheck(source, one, state)
  })
}

function moveRecheck(
  source: Source,
  one: { readonly due: number; readonly number: number; readonly step: number },
  state: PublisherState,
): void {
  state.statements.removeRecheck(one.due, one.number)
  const firstSeen = state.statements.load(one.number)?.statement.firstSeen
  const next = firstSeen === undefined ? undefined : recheckDue(Date.parse(firstSeen), one.step + 1)
  if (next !== undefined) state.statements.addRecheck(next, source.id, one.number, one.step + 1)
}

/** Plans and keeps what was seen, in one transaction with the source's state. */
async function keep(
  source: Source,
  sights: Sights,
  after: SourceState,
  world: RoundWorld,
  also: () => void = () => undefined,
): Promise<readonly Draft[]> {
  const { state, publisher, authority } = world
  const now = world.clock()
  const at = new Date(now).toISOString()
  const { drafts, numbers } = plan(sights.sighted, source, state.statements, {
    publisher: publisher.id,
    source: source.id,
    authority,
    now: at,
  })
  const alerts = await alertsFor(drafts, at, world)
  world.transact(() => {
    commit({ source: source.id, sights, drafts, alerts, rechecks: readsPages(source) }, state, now)
    also()
    const read = { ...after.read, ...sights.unread, ...numbers }
    state.saveSource(source.id, { ...after, read }, at.slice(0, 10))
  })
  return drafts
}

async function alertsFor(drafts: readonly Draft[], at: string, world: RoundWorld): Promise<Alerts> {
  const { state } = world
  if (drafts.every(({ change, baseline }) => change === undefined || baseline)) {
    return { notes: [], errands: [] }
  }
  return await alertsOf(drafts, {
    compiled: compiledWatches(world.watchVersion, state),
    statements: state.statements,
    alerts: state.alerts,
    pending: (alert) => state.outbox.holds('alert', alert),
    at,
  })
}

/** Listings that carry whole statements show their edits themselves. */
function readsPages(source: Source): boolean {
  return source.kind !== 'feed' && source.selectors?.body !== undefined
}

function sightWorld(source: Source, world: RoundWorld): SightWorld {
  const { state, get, agent, pages } = world
  return { source, store: state.statements, wanted: state.wanted, get, agent, pages }
}

function nextDue(source: Source, outcome: Outcome, before: SourceState, world: RoundWorld): number {
  const refused = outcome.kind === 'refused'
  return nextPoll({
    interval: source.interval,
    failures: refused ? before.failures + 1 : 0,
    retryAfterSeconds: refused
      ? parseRetryAfter(outcome.retryAfter, new Date(world.clock()))
      : undefined,
    now: new Date(world.clock()),
    chance: world.chance(),
  }).getTime()
}

function report(
  source: Source,
  outcome: Outcome,
  baseline: boolean,
  drafts: readonly Draft[],
): PollReport {
  const count = (kind: string) => drafts.filter(({ change }) => change?.kind === kind).length
  const refused = outcome.kind === 'refused' ? outcome : undefined
  return {
    source: source.id,
    outcome: outcome.kind,
    reason: refused?.reason ?? null,
    detail: refused?.detail ?? null,
    baseline,
    appeared: count('appeared'),
    revised: count('revised'),
    withdrawn: count('withdrawn'),
    restored: count('restored'),
  }
}
