import { editEntry } from '../feeds/edit-entry.ts'
import { dateOf } from '../statements/newest-first.ts'
import { monthOf } from '../feeds/older.ts'
import type { Change } from '../statements/change.ts'
import { recheckDue } from '../sources/recheck.ts'
import type { Alerts } from './alerting.ts'
import { type Draft, isOpen } from './draft.ts'
import type { Flood } from './flood-store.ts'
import { settleMachine } from './machine-versions.ts'
import type { PublisherState } from './publisher-state.ts'
import type { Sights } from './sight.ts'

/** What one run found, ready to be kept. */
export interface Findings {
  readonly drafts: readonly Draft[]
  readonly alerts?: Alerts
  /** What was read of the pages behind a listing. */
  readonly sights?: Pick<Sights, 'settled' | 'wanted' | 'notBefore'>
  /** The source whose pages were read, and addresses whose pages are to be looked at again. */
  readonly rechecks?: { readonly source: string; readonly urls: ReadonlySet<string> }
  /** What this run brings to a flood, where it was one. */
  readonly flood?: { readonly number: number; readonly flood: Flood } | undefined
  /** Statements that look for a partner in a run of their own. */
  readonly unpaired?: readonly number[]
}

/** A page left over is read a second later; one that failed, after a minute, two, four. */
const NEXT_PAGE_MS = 1_000
const PAGE_RETRY_MS = 60_000

const DAY_MS = 86_400_000

/**
 * Writes a run's findings: ledger, wordings, alerts and outbox, together or not at all.
 * Must run inside `transactionSync`, and must therefore stay synchronous: a write after an await
 * would stay when the rest is rolled back.
 */
export function commit(findings: Findings, state: PublisherState, now: number): void {
  const { sights, drafts, alerts } = findings
  for (const draft of drafts) keep(draft, findings, state, now)
  if (drafts.some(({ change, tied }) => change !== undefined || tied)) {
    for (const topic of state.hubTopics.all()) state.outbox.addOnce('hub', topic)
  }
  if (drafts.some(({ change }) => change?.class !== undefined)) state.edits.trim()
  for (const url of sights?.settled ?? []) state.wanted.remove(url)
  for (const page of sights?.wanted ?? []) {
    const delay = page.attempts === 0 ? NEXT_PAGE_MS : PAGE_RETRY_MS * 2 ** (page.attempts - 1)
    state.wanted.add(page, Math.max(now + delay, sights?.notBefore ?? 0))
  }
  for (const number of findings.unpaired ?? []) state.chores.set('pair', number, now)
  if (drafts.some(({ features }) => features !== undefined))
    state.pairing.expire(Math.floor(now / DAY_MS))
  for (const note of alerts?.notes ?? []) state.alerts.save(note)
  tell(findings, state)
  const changes = drafts.flatMap(({ change }) => (change === undefined ? [] : [change.kind]))
  const fresh = new Set(alerts?.errands.map(({ alert }) => alert)).size
  state.totals.add(changes, fresh)
}

function keep(draft: Draft, findings: Findings, state: PublisherState, now: number): void {
  const { number, kept, change, features } = draft
  const { statements, outbox } = state
  if (features !== undefined) state.pairing.add(number, features, draft.likenesses)
  if (draft.dateless === true) leaveMonth(number, state, now)
  if (isNews(draft)) statements.save(number, kept, change)
  statements.addIdentities(draft.newKeys, number)
  for (const address of draft.awaits) statements.awaited.add(address, number)
  for (const address of draft.met) statements.awaited.remove(address)
  if (draft.tied && !isOpen({ ...kept.statement, ...kept })) state.pairing.remove(number)
  if (change === undefined && !draft.tied) return
  outbox.addAllOnce([
    ['entry', String(number)],
    ['snapshot', ''],
    ['front', String(number)],
    ['publish', String(number)],
  ])
  settleMachine(draft, state)
  if (change === undefined) return
  // Only a new wording has a class.
  if (change.class !== undefined) keepEdit(change, number, state)
  if (change.completes === true) publishOlder(change, number, state)
  if (change.kind === 'appeared') firstRecheck(draft, findings, state)
}

/** What lost its date stands in another month from now on, and no longer in the one where it stood. */
function leaveMonth(number: number, { statements, archives }: PublisherState, now: number): void {
  const shell = statements.loadShell(number)
  if (shell !== undefined) archives.mark(monthOf(dateOf(shell)), now)
}

/** A draft that only looked for a partner, and found none, has nothing to say of its statement. */
function isNews({ change, tied, features }: Draft): boolean {
  return change !== undefined || tied || features === undefined
}

/** Alerts go to the outbox; those of a flood wait, or are settled as the operator settled it. */
function tell({ alerts, drafts, flood }: Findings, state: PublisherState): void {
  if (flood !== undefined) state.floods.save(flood.number, flood.flood)
  for (const errand of alerts?.errands ?? []) {
    const draft = drafts.find((one) => one.number === errand.number)
    // What becomes of a statement waits with the alert that tells of it first.
    const isLater = draft?.change !== undefined && draft.change.kind !== 'appeared'
    const number = draft?.flood ?? (isLater ? state.floods.holding(errand.number) : undefined)
    const fate = number === undefined ? undefined : state.floods.load(number)?.state
    const value = JSON.stringify(errand)
    if (number !== undefined && fate === 'held') state.floods.hold(number, value)
    else if (fate !== 'dismissed') state.outbox.add('alert', value)
  }
}

/** The older wording gets a key of its own. */
function publishOlder({ statement }: Change, number: number, state: PublisherState): number {
  const older = statement.revision - 1
  state.outbox.add('revision', `${number}.${older}`)
  return older
}

/** The edit gets a place among the newest. */
function keepEdit(change: Change, number: number, state: PublisherState): void {
  const { statement } = change
  const older = publishOlder(change, number, state)
  const before = state.statements.wordings.at(number, older)
  if (before !== undefined) state.edits.keep(editEntry(statement, before, change.class))
}

function firstRecheck({ number, kept }: Draft, findings: Findings, state: PublisherState): void {
  const { rechecks } = findings
  if (rechecks?.urls.has(kept.statement.url) !== true) return
  const due = recheckDue(Date.parse(kept.statement.firstSeen), 0)
  if (due !== undefined) state.rechecks.add(due, rechecks.source, number, 0)
}
