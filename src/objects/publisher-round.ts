import { askedAddress } from '../sources/asked-address.ts'
import { type AutoMemory, pollSource } from '../sources/auto.ts'
import { familiarHosts } from '../sources/listing-hosts.ts'
import { nextPoll, parseRetryAfter } from '../sources/next-poll.ts'
import type { Outcome } from '../sources/outcome.ts'
import { NOTHING_REMEMBERED, type PollMemory } from '../sources/poll.ts'
import type { RefusalReason } from '../sources/reading.ts'
import type { Detail } from '../sources/refusal-detail.ts'
import { afterPoll } from '../sources/after-poll.ts'
import { paceOf } from '../sources/rhythm.ts'
import type { Source } from '../sources/source.ts'
import { type TellRefusal, healthName } from '../sources/health.ts'
import { toldAfter } from '../sources/health-told.ts'
import type { SourceState } from '../sources/source-state.ts'
import { isRipe } from '../statements/returning.ts'
import { dayOf } from '../platform/plan.ts'
import { askedToWait } from './asked-to-wait.ts'
import type { Draft } from './draft.ts'
import { keep } from './publisher-keep.ts'
import type { PublisherState } from './publisher-state.ts'
import { holdPages } from './read-pages.ts'
import type { RoundWorld } from './round-world.ts'
import { watchVanished } from './watch-vanished.ts'
import { type Sights, sightListing } from './sight.ts'
import { healthNotice } from './source-notice.ts'
import { sightWorld, slidBefore } from './sight-world.ts'

/** What the operator is told of one poll. */
export interface PollReport {
  readonly source: string
  readonly outcome: Outcome['kind']
  readonly reason: RefusalReason | null
  readonly detail: Detail | null
  /** Of an answer that was an error. */
  readonly status: number | null
  readonly baseline: boolean
  readonly appeared: number
  readonly revised: number
  readonly withdrawn: number
  readonly restored: number
}

/** Once a day everything is asked for: validators that never change would hide all news. */
const UNCONDITIONAL_AFTER_MS = 24 * 3_600_000

/**
 * One round over one source: poll, compare, keep, and note what is to be told. Telling itself is
 * the outbox's work: a round that dies after its transaction tells later, under the same ids.
 */
export async function round(source: Source, world: RoundWorld): Promise<PollReport> {
  const before = world.state.source(source.id)
  const now = world.clock()
  const below = new Set<string>()
  const memory = memoryOf(source, before, now, below, world)
  const outcome = await pollSource(source, memory, world.get, world.agent)
  const next = nextDue(source, outcome, before, world)
  const address = askedAddress(source, before)
  const pausedUntil = world.hosts.pausedUntil(address)
  const after = { ...afterPoll(before, outcome, new Date(now), next), pausedUntil }
  if (outcome.kind === 'refused' && outcome.reason === 'busy') {
    // The path led to another host, whose turn was not to be had: no failure of the source.
    world.hosts.defer(address)
    return report(source, outcome, false, [])
  }
  if (outcome.kind !== 'ok') {
    if (outcome.kind === 'refused') holdPages(source.id, askedToWait(outcome, now), world.state)
    await savePolled(source.id, before, after, world)
    return report(source, outcome, false, [])
  }
  const baseline = !before.baselineDone
  const passedOver = Object.fromEntries(
    outcome.known.map((fingerprint) => [fingerprint, before.read[fingerprint] ?? 0]),
  )
  const present = Object.values(passedOver)
  const { entries } = outcome
  const isNoLonger = entries.length + present.length <= Object.keys(before.read).length
  const seeing = {
    ...sightWorld(source, world),
    // A listing that grew at its end has an entry more, and nobody left to make room for it.
    ...(isNoLonger ? { slidBefore: slidBefore(before) } : {}),
    below: present.length > 0 ? below : undefined,
  }
  const sights = await sightListing(entries, present, baseline, before.distrusted, seeing)
  const look = {
    source,
    sights,
    state: {
      ...after,
      read: passedOver,
      mended: isReadAnew(source.id, before, sights, world.state) ? before.mended : null,
    },
    listing: {
      entries,
      listed: entries.length + outcome.known.length,
      lastGood: Date.parse(before.lastGoodPoll ?? '') || now,
    },
    also: (listed: ReadonlySet<number>) => {
      if (!baseline) watchVanished(Object.values(before.read), listed, world.state, now)
    },
    settled: (taught: SourceState) => {
      if (taught.rhythm === before.rhythm) return noted(source.id, before, taught, world)
      const health = toldAfter(before.health, healthName(taught, now), new Date(now))
      const due = nextDue(source, outcome, taught, world)
      return noted(source.id, before, { ...taught, health, next: due }, world)
    },
  }
  const drafts = await keep(look, world)
  return report(source, outcome, baseline, drafts)
}

/** Until the last page of its listing is read, what is older than the mend is no news. */
function isReadAnew(
  source: string,
  { mended }: SourceState,
  { wanted }: Pick<Sights, 'wanted'>,
  state: PublisherState,
): boolean {
  return mended !== null && (wanted.length > 0 || state.wanted.any(source))
}

function memoryOf(
  source: Source,
  before: SourceState,
  now: number,
  below: Set<string>,
  { publisher }: RoundWorld,
): PollMemory & AutoMemory {
  const { lastFull, hadEntries, hosts, move, read, chosen, failures, returning } = before
  const validators = isRipe(returning, read, now)
    ? NOTHING_REMEMBERED.validators
    : before.validators
  return {
    validators,
    conditional: now - lastFull < UNCONDITIONAL_AFTER_MS,
    hadEntries,
    move,
    chosen,
    failures,
    hosts: () => familiarHosts(hosts, [source.url, publisher.site]),
    isKnown: (fingerprint) => {
      const isKnown =
        Object.hasOwn(read, fingerprint) && (returning[read[fingerprint] ?? 0]?.since ?? 0) === 0
      if (isKnown) below.clear()
      else below.add(fingerprint)
      return isKnown
    },
  }
}

/** Saves a state that taught nothing but how the source is: one row, and a second where that is news. */
async function savePolled(
  source: string,
  before: SourceState,
  after: SourceState,
  world: Pick<RoundWorld, 'state' | 'publisher' | 'transact' | 'clock'>,
): Promise<void> {
  const day = dayOf(new Date(world.clock()))
  // No transaction for one row: it is the path of nearly every poll.
  if (after.health.told === before.health.told) return world.state.saveSource(source, after, day)
  const { refusalSentences } = await import('../sources/refusal-sentences.ts')
  world.transact(() => {
    world.state.saveSource(source, noted(source, before, after, world, refusalSentences), day)
  })
}

/** Of a good poll. */
const nothingRefused = () => null

/** Owes the notice that a state is worth, if any; must run in the transaction that saves the state. */
function noted(
  source: string,
  before: SourceState,
  after: SourceState,
  { state, publisher, clock }: Pick<RoundWorld, 'state' | 'publisher' | 'clock'>,
  tell: TellRefusal = nothingRefused,
): SourceState {
  const notice = healthNotice({ publisher: publisher.id, source }, before, after, clock(), tell)
  if (notice !== undefined) state.outbox.add('notice', JSON.stringify(notice))
  return after
}

/** Statuses and reasons by which a site says that there is nothing for us here. */
function isHopeless({ reason, status }: Extract<Outcome, { kind: 'refused' }>): boolean {
  return reason === 'gone' || reason === 'robots' || status === 404 || status === 451
}

/** After a good poll by the source's rhythm; after a refusal from the floor, doubled each time. */
function nextDue(source: Source, outcome: Outcome, before: SourceState, world: RoundWorld): number {
  const now = new Date(world.clock())
  const refused = outcome.kind === 'refused' ? outcome : undefined
  return nextPoll({
    interval:
      refused === undefined
        ? paceOf(before.rhythm, now, source.interval, world.ceiling)
        : source.interval,
    failures: refused === undefined ? 0 : before.failures + 1,
    retryAfterSeconds: refused === undefined ? undefined : parseRetryAfter(refused.retryAfter, now),
    hopeless: refused !== undefined && isHopeless(refused),
    now,
    chance: world.chance(),
  }).getTime()
}

/** A poll in the operator's words. */
export function report(
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
    status: refused?.status ?? null,
    baseline,
    appeared: count('appeared'),
    revised: count('revised'),
    withdrawn: count('withdrawn'),
    restored: count('restored'),
  }
}

/** A fault of our own is shown like any other reason; nothing else was changed. */
export async function afterFault(source: Source, world: RoundWorld): Promise<PollReport> {
  const now = new Date(world.clock())
  const outcome = { kind: 'refused', reason: 'internal', detail: ['fault'] } as const
  const before = world.state.source(source.id)
  const after = afterPoll(before, outcome, now, now.getTime() + source.interval * 1000)
  await savePolled(source.id, before, after, world)
  return report(source, outcome, false, [])
}
