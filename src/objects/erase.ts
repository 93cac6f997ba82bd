import { dateOf } from '../statements/newest-first.ts'
import { monthOf } from '../feeds/older.ts'
import { parseStatementId, statementId } from '../statements/statement-id.ts'
import type { Instant } from '../text/instant.ts'
import type { AlertErrand } from './alerting.ts'
import { commit } from './commit.ts'
import { type Draft, draftOf } from './draft.ts'
import { eraseMachine } from './machine-versions.ts'
import type { PublisherState } from './publisher-state.ts'
import { parted } from './tie-drafts.ts'

/**
 * Erases one statement: its wordings, what alerts quoted of it, what is still to be told of it. Its
 * identity stays, so that it is not found anew at the next poll. What lies elsewhere (KV, the front,
 * endpoints) is owed, and told until it is done.
 * @returns false where there is no such statement
 */
export function eraseStatement(
  number: number,
  reason: string,
  state: PublisherState,
  now: number,
): boolean {
  const shell = state.statements.loadShell(number)
  if (shell === undefined) return false
  if (shell.erased !== undefined) return true
  part(number, state, now)
  const at: Instant = new Date(now).toISOString()
  const { tag, language, revision: revisions } = shell
  state.statements.erase(number, { at, reason })
  state.erased.add([{ tag, language, at }])
  state.totals.add([], 0)
  untell(number, state)
  state.volatile.forget(shell.source, number)
  state.pairing.remove(number)
  for (const kind of ['pair', 'look', 'diverge', 'translate'] as const) {
    const chore = state.chores.find(kind, number)
    if (chore !== undefined) state.chores.done(chore)
  }
  state.entries.remove(statementId(shell.publisher, number))
  state.edits.removeAbout(statementId(shell.publisher, number))
  eraseMachine(number, shell.publisher, state)
  state.archives.postpone(monthOf(dateOf(shell)), now)
  for (const topic of state.hubTopics.all()) state.outbox.addOnce('hub', topic)
  state.outbox.addOnce('snapshot', '')
  state.outbox.addOnce('front', String(number))
  state.outbox.addOnce('publish', String(number))
  state.outbox.addOnce('forget', `${number}.${revisions}`)
  return true
}

/** Takes back what is still to be told of a statement, and what was noted of what was told. */
export function untell(number: number, state: PublisherState): void {
  state.alerts.remove(number)
  state.alerts.removePartner(number)
  state.floods.removeHeld(number)
  for (const row of state.outbox.due('alert', Number.MAX_SAFE_INTEGER, -1)) {
    const errand = JSON.parse(row.value) as AlertErrand
    if (errand.number === number) state.outbox.done([row])
  }
}

/** Its title stands beside its partner too. */
function part(number: number, state: PublisherState, now: number): void {
  const drafts = new Map<number, Draft>()
  const draft = draftOf(number, drafts, state.statements)
  if (draft === undefined) return
  const partner = parseStatementId(draft.kept.statement.translation?.id ?? '')?.number
  parted(draft, state.statements, drafts)
  const other = partner === undefined ? undefined : drafts.get(partner)
  if (other !== undefined) commit({ drafts: [other] }, state, now)
}
