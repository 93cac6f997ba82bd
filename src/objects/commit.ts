import { editEntry } from '../feeds/edit-entry.ts'
import { prepareEntry } from '../feeds/prepare-entry.ts'
import type { Change } from '../statements/change.ts'
import type { Statement } from '../statements/statement.ts'
import { recheckDue } from '../sources/recheck.ts'
import type { Alerts } from './alerting.ts'
import type { Flood } from './flood-store.ts'
import type { Draft } from './plan.ts'
import type { PublisherState } from './publisher-state.ts'
import type { Sights } from './sight.ts'

/** What one run found, ready to be kept. */
export interface Findings {
  readonly source: string
  readonly sights: Sights
  readonly drafts: readonly Draft[]
  readonly alerts: Alerts
  /** Addresses of statements whose own pages are to be looked at again. */
  readonly rechecks: ReadonlySet<string>
  /** What this run brings to a flood, where it was one. */
  readonly flood: { readonly number: number; readonly flood: Flood } | undefined
}

/** A page left over is read a second later; one that failed, after a minute, two, four. */
const NEXT_PAGE_MS = 1_000
const PAGE_RETRY_MS = 60_000

/** `2018-11` of an instant. */
const MONTH_LENGTH = 7

/**
 * Writes a run's findings: ledger, wordings, alerts and outbox, together or not at all.
 * Must run inside `transactionSync`, and must therefore stay synchronous: a write after an await
 * would stay when the rest is rolled back.
 */
export function commit(findings: Findings, state: PublisherState, now: number): void {
  const { sights, drafts, alerts } = findings
  for (const draft of drafts) keep(draft, findings, state, now)
  if (drafts.length > 0) state.entries.trim()
  if (drafts.some(({ change, tied }) => change !== undefined || tied)) {
    for (const topic of state.hubTopics.all()) state.outbox.addOnce('hub', topic)
  }
  if (drafts.some(({ change }) => change?.kind === 'revised')) state.edits.trim()
  for (const url of sights.settled) state.wanted.remove(url)
  for (const page of sights.wanted) {
    const delay = page.attempts === 0 ? NEXT_PAGE_MS : PAGE_RETRY_MS * 2 ** (page.attempts - 1)
    state.wanted.add(page, Math.max(now + delay, sights.notBefore))
  }
  for (const note of alerts.notes) state.alerts.save(note)
  tell(findings, state)
  const changes = drafts.flatMap(({ change }) => (change === undefined ? [] : [change.kind]))
  const fresh = new Set(alerts.errands.map(({ alert }) => alert)).size
  if (changes.length > 0 || fresh > 0) state.addTotals(changes, fresh)
}

function keep(draft: Draft, findings: Findings, state: PublisherState, now: number): void {
  const { number, kept, change } = draft
  const { statements, outbox } = state
  statements.save(number, kept, change !== undefined)
  statements.addIdentities(draft.newKeys, number)
  for (const address of draft.awaits) statements.awaitPartner(address, number)
  for (const address of draft.met) statements.stopAwaiting(address)
  if (change === undefined && !draft.tied) return
  const { published, firstSeen } = kept.statement
  state.entries.keep(prepareEntry(kept.statement))
  state.archives.mark((published ?? firstSeen).slice(0, MONTH_LENGTH), now)
  outbox.addOnce('snapshot', '')
  outbox.addOnce('front', String(number))
  outbox.addOnce('publish', String(number))
  if (change === undefined) return
  if (change.kind === 'revised') keepEdit(change.statement, number, state)
  const isPaged = findings.rechecks.has(change.statement.url)
  if (isPaged && change.kind === 'appeared') firstRecheck(change, findings, number, state)
}

/** Alerts go to the outbox; those of a flood wait, or are settled as the operator settled it. */
function tell({ alerts, drafts, flood }: Findings, state: PublisherState): void {
  if (flood !== undefined) state.floods.save(flood.number, flood.flood)
  for (const errand of alerts.errands) {
    const number = drafts.find((draft) => draft.number === errand.number)?.flood
    const fate = number === undefined ? undefined : state.floods.load(number)?.state
    const value = JSON.stringify(errand)
    if (number !== undefined && fate === 'held') state.floods.hold(number, value)
    else if (fate !== 'dismissed') state.outbox.add('alert', value)
  }
}

/** The older wording gets a key of its own, and the edit a place among the newest. */
function keepEdit(statement: Statement, number: number, state: PublisherState): void {
  const older = statement.revision - 1
  state.outbox.add('revision', `${number}.${older}`)
  const before = state.statements.revision(number, older)
  if (before !== undefined) state.edits.keep(editEntry(statement, before))
}

function firstRecheck(
  change: Change,
  findings: Findings,
  number: number,
  state: PublisherState,
): void {
  const due = recheckDue(Date.parse(change.statement.firstSeen), 0)
  if (due !== undefined) state.statements.addRecheck(due, findings.source, number, 0)
}
