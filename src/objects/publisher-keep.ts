import { askedAddress } from '../sources/asked-address.ts'
import { writtenAfter } from '../sources/undeclared-language.ts'
import { learned } from '../sources/rhythm.ts'
import type { ListingEntry } from '../sources/reading.ts'
import type { Source } from '../sources/source.ts'
import type { SourceState } from '../sources/source-state.ts'
import { isFlood } from '../statements/flood.ts'
import { afterCurrent, stillReturning } from '../statements/returning.ts'
import type { Language } from '../text/language.ts'
import { type Findings, commit } from './commit.ts'
import type { Draft } from './draft.ts'
import type { Flood } from './flood-store.ts'
import { alertsFor, completed } from './keep-drafts.ts'
import { withNewKeys } from './learn-keys.ts'
import { plan } from './plan.ts'
import type { RoundWorld } from './round-world.ts'
import type { Sights } from './sight.ts'
import { floodNotice } from './source-notice.ts'

/** The listing of one good poll. */
interface Listing {
  /** Those that were read. */
  readonly entries: readonly ListingEntry[]
  /** How many stood in it, known ones included. */
  readonly listed: number
  /** When the last good poll before this one was, ms since 1970. */
  readonly lastGood: number
}

/** What was looked at, and what is to be kept of it besides the statements. */
export interface Look {
  readonly source: Source
  readonly sights: Sights
  /** The state of the source, save for what its statements teach. */
  readonly state: SourceState
  /** Undefined where only pages were read. */
  readonly listing?: Listing
  /** The state once the rhythm is known. */
  readonly settled?: (state: SourceState) => SourceState
  /** Written in the same transaction; given the statements that stand in the listing. */
  readonly also?: (listed: ReadonlySet<number>) => void
}

/** Plans and keeps what was seen, in one transaction with the source's state. */
export async function keep(look: Look, world: RoundWorld): Promise<readonly Draft[]> {
  const { source, sights, listing } = look
  const { state, publisher, authority } = world
  const now = world.clock()
  const at = new Date(now).toISOString()
  const where = { publisher: publisher.id, source: source.id, authority, now: at }
  const volatile = state.volatile.of(source.id)
  const returning = sights.refuted.reduce(afterCurrent, look.state.returning)
  const planned = plan(sights.sighted, source, state.statements, where, { volatile, returning })
  const { learnt } = planned
  const found = withNewKeys(planned.drafts, sights.renamed, state.statements)
  const { drafts, unpaired, chores } = completed(found, world)
  const burst = listing === undefined ? undefined : floodIn(drafts, look, listing, world)
  const held = burst === undefined ? sights : { ...sights, wanted: sights.wanted.map(joining) }
  function joining(page: Sights['wanted'][number]): Sights['wanted'][number] {
    return burst === undefined ? page : { ...page, flood: burst.number }
  }
  for (const draft of drafts) draft.flood ??= burst?.number
  const alerts = await alertsFor(drafts, at, world)
  const paged = sights.sighted.filter((one) => one.paged)
  const urls = new Set(paged.map(({ seen }) => seen.sighting.url))
  const rechecks = { source: source.id, urls }
  world.transact(() => {
    const findings: Findings = { sights: held, drafts, alerts, rechecks, flood: burst, unpaired }
    commit(findings, state, now)
    chores()
    if (learnt.volatile !== volatile) state.volatile.save(source.id, learnt.volatile)
    if (burst?.isNew === true) {
      const notice = floodNotice(publisher.id, burst.number, burst.flood)
      state.outbox.add('notice', JSON.stringify(notice))
    }
    const read = { ...look.state.read, ...sights.unread, ...planned.numbers }
    const listed = new Set(Object.values(read))
    look.also?.(listed)
    const distrusted = sights.distrusted ?? look.state.distrusted
    const times = timesOf(drafts, look, now)
    const rhythm = learned(look.state.rhythm, times)
    const datedByVisit = look.state.datedByVisit || drafts.some(({ dateless }) => dateless === true)
    const written = writtenAfter(look.state.written, languagesOf(drafts))
    const returning = stillReturning(learnt.returning, listed, now)
    // Pages were asked for since the listing was, and the host may have had enough of it.
    const pausedUntil = world.hosts.pausedUntil(askedAddress(source, look.state))
    const facts = { read, distrusted, rhythm, datedByVisit, returning, written, pausedUntil }
    const taught = { ...look.state, ...facts }
    state.saveSource(source.id, look.settled?.(taught) ?? taught, at.slice(0, 10))
  })
  return drafts
}

/** The languages of the statements that appeared. */
function languagesOf(drafts: readonly Draft[]): readonly Language[] {
  return drafts
    .filter(({ change }) => change?.kind === 'appeared')
    .map(({ kept }) => kept.statement.language)
}

/** What this listing brings to a flood: a new one, or one that waits for a word already. */
function floodIn(
  drafts: readonly Draft[],
  { source, sights, state: before }: Look,
  { listed, lastGood }: Listing,
  { state, clock }: RoundWorld,
): { readonly number: number; readonly flood: Flood; readonly isNew: boolean } | undefined {
  const told = drafts.filter(({ change, baseline }) => change !== undefined && !baseline)
  const appeared = told.filter(({ change }) => change?.kind === 'appeared')
  const unread = sights.wanted.some(({ baseline }) => baseline) ? [] : sights.awaited
  const dates = [
    ...appeared.map(({ kept }) => kept.statement.published),
    ...unread.map(({ published }) => published),
  ]
  const fresh = dates.length
  const older = dates.filter((published) => Date.parse(published ?? '') < before.rhythm.last).length
  const revised = told.length - appeared.length
  // A redesign that changes every text is as little news as one that changes every address.
  const { usual } = before.rhythm
  const likely = usual === 0 ? 0 : (clock() - lastGood) / 1000 / usual
  const isBurst =
    isFlood({ fresh, older, listed, likely }) ||
    isFlood({ fresh: revised, older: 0, listed, likely })
  if (!isBurst) return undefined
  const open = state.floods.heldOf(source.id)
  const number = open ?? state.floods.nextNumber()
  const earlier = open === undefined ? undefined : state.floods.load(open)
  return {
    number,
    isNew: earlier === undefined,
    flood: {
      source: source.id,
      at: earlier?.at ?? new Date(clock()).toISOString(),
      fresh: Math.max(fresh, revised) + (earlier?.fresh ?? 0),
      listed,
      state: 'held',
    },
  }
}

const DAY_MS = 86_400_000
/** A statement dated further back was put in, or was published while the source could not be read. */
const BACK_DATED_MS = 1.5 * DAY_MS

/**
 * When statements appeared, as a rhythm is learned from: those of the first listing by their dates,
 * later ones by their dates where these tell an hour, else by when we saw them. What is listed and is read
 * later has appeared, too.
 */
function timesOf(
  drafts: readonly Draft[],
  { sights, listing, state }: Look,
  now: number,
): readonly number[] {
  const appeared = drafts.filter(({ change }) => change?.kind === 'appeared')
  const isFirst = appeared.some(({ baseline }) => baseline)
  const dated = [
    ...(isFirst ? (listing?.entries ?? []).map((one) => one.published) : []),
    ...appeared.filter(({ baseline }) => baseline).map(({ kept }) => kept.statement.published),
  ].map((published) => Date.parse(published ?? ''))
  const seen = [
    ...appeared.filter(({ baseline }) => !baseline).map(({ kept }) => kept.statement.published),
    ...(isFirst ? [] : sights.awaited.map(({ published }) => published)),
  ].map((published) => momentOf(published, state.rhythm.last, now))
  return [...dated, ...seen].filter((time) => time <= now)
}

/** An archive that is put in shows that somebody is at work, and nothing of when statements were published. */
function momentOf(published: string | null | undefined, last: number, now: number): number {
  const at = Date.parse(published ?? '')
  if (at < now - BACK_DATED_MS) return at > last ? at : now
  return Number.isNaN(at) || at % DAY_MS === 0 ? now : at
}
