import { machineEntry } from '../feeds/machine-entry.ts'
import { isBilingual } from '../sources/publisher.ts'
import {
  type MachineRules,
  type MachineVersion,
  lacksPartner,
  machineDue,
  otherLanguage,
} from '../statements/machine-version.ts'
import { parseStatementId, statementId } from '../statements/statement-id.ts'
import type { Alerts } from './alerting.ts'
import type { Draft } from './draft.ts'
import type { PublisherState } from './publisher-state.ts'
import type { Kept, Shell } from './statement-store.ts'
import type { Handed } from './translation-run.ts'

/** A machine version is no news: feeds wait this long, so that several share a write of theirs. */
export const REVEAL_MS = 10 * 60_000

/** The version that is shown beside a statement: of its wording of now, while it has no partner. */
export function shownMachine(
  statement: Pick<Shell, 'state' | 'translation' | 'contentHash'>,
  { machine }: Pick<PublisherState, 'machine'>,
): MachineVersion | undefined {
  return lacksPartner(statement) ? machine.load(statement.contentHash) : undefined
}

/**
 * What a change of a statement means for its machine version: it goes when the publisher's own
 * comes, when the statement is withdrawn, and when it is worded anew; then a new one is planned. In
 * the run's transaction, which owes snapshot, front and statement anyway.
 */
export function settleMachine(draft: Draft, state: PublisherState): void {
  if (state.rules() === undefined && state.machine.isEmpty()) return
  const { number, kept, change, baseline, flood } = draft
  show(kept, state)
  const isTold = change?.kind === 'appeared' || change?.kind === 'revised'
  schedule(number, shellOf(kept), isTold && !baseline && flood === undefined, state)
}

function shellOf({ statement, apart }: Kept): Pick<Shell, ShellPart> {
  return { ...statement, ...(apart === undefined ? {} : { apart }) }
}

type ShellPart = 'state' | 'translation' | 'firstSeen' | 'contentHash' | 'apart'

function show({ statement }: Kept, state: PublisherState): void {
  const version = shownMachine(statement, state)
  if (version !== undefined) {
    state.machineEntries.keep(machineEntry(statement, version))
    state.machineEntries.trim()
  } else if (state.machineEntries.load(statement.id) !== undefined) {
    state.machineEntries.remove(statement.id)
  }
}

/** Plans when a machine is asked, or drops the plan. @param isNews whether watches may be told */
function schedule(
  number: number,
  shell: Pick<Shell, ShellPart>,
  isNews: boolean,
  state: PublisherState,
): void {
  const known = state.chores.find('translate', number)
  const due =
    shownMachine(shell, state) === undefined
      ? machineDue(shell, isExpected(shell, state), state.rules())
      : undefined
  if (due === undefined) {
    if (known !== undefined) state.chores.done(known)
    return
  }
  const note = isNews ? NEWS : (known?.note ?? '')
  if (known?.due !== due || known.note !== note) state.chores.set('translate', number, due, note)
}

/** The note of a plan whose statement was told as news: watches that ask for it hear of it too. */
export const NEWS = 'news'

function isExpected({ apart }: Pick<Shell, 'apart'>, state: PublisherState): boolean {
  const publisher = state.orders()?.publisher
  return apart !== true && publisher !== null && publisher !== undefined && isBilingual(publisher)
}

/**
 * After new orders: where the rules changed, what is newest is planned anew; where they ended, what
 * machines made goes. An object that never had any keeps what an import gave it: its rules follow.
 */
export function machineRulesChanged(before: MachineRules | undefined, state: PublisherState): void {
  const rules = state.rules()
  if (JSON.stringify(rules) === JSON.stringify(before)) return
  if (rules === undefined) clearMachines(state)
  else planMachines(state)
}

/** Plans what is newest; nothing of it is told to watches. */
export function planMachines(state: PublisherState): void {
  for (const id of state.entries.ids()) {
    const number = parseStatementId(id)?.number
    const shell = number === undefined ? undefined : state.statements.loadShell(number)
    if (number !== undefined && shell !== undefined) schedule(number, shell, false, state)
  }
}

/** The operator wants none any more: what machines made goes from feeds, pages and answers. */
function clearMachines(state: PublisherState): void {
  for (const kind of ['translate', 'reveal'] as const)
    for (const chore of state.chores.of(kind)) state.chores.done(chore)
  const numbers = state.machine.clear()
  if (numbers.length === 0) return
  state.machineEntries.clear()
  for (const number of numbers) {
    state.outbox.addOnce('publish', String(number))
    state.outbox.addOnce('front', String(number))
  }
  owe(state)
}

function owe(state: PublisherState): void {
  state.outbox.addOnce('snapshot', '')
  for (const topic of state.hubTopics.all()) state.outbox.addOnce('hub', topic)
}

/** What a machine is to translate now. @param saving whether the day's writes are nearly spent */
export function handed(number: number, state: PublisherState, saving: boolean): Handed {
  // Where the publisher has ended, what it said stays as it is.
  const kept = state.orders()?.publisher === null ? undefined : state.statements.load(number)
  if (kept === undefined || shownMachine(kept.statement, state) !== undefined) return UNWANTED
  const shell = shellOf(kept)
  if (machineDue(shell, isExpected(shell, state), state.rules()) === undefined) return UNWANTED
  if (saving) return { kind: 'later' }
  const { title, text, language: from, contentHash } = kept.statement
  if (!/\p{L}/u.test(title + text)) return UNWANTED
  return { kind: 'text', title, text, from, to: otherLanguage(from), contentHash }
}

const UNWANTED = { kind: 'unwanted' } as const

/**
 * Keeps what a machine made, unless the statement was worded anew, paired, withdrawn or erased
 * meanwhile. Its statement is published at once; feeds follow some minutes later.
 * @returns whether it was kept
 */
export function keepMachine(
  number: number,
  version: MachineVersion,
  alerts: Alerts,
  state: PublisherState,
  { now, revealAfter }: { readonly now: number; readonly revealAfter: number },
): boolean {
  const kept = state.statements.load(number)
  const isOf = kept?.statement.contentHash === version.contentHash
  if (kept === undefined || !isOf || !lacksPartner(kept.statement)) return false
  state.machine.save(number, version)
  show(kept, state)
  for (const note of alerts.notes) state.alerts.save(note)
  for (const errand of alerts.errands) state.outbox.add('alert', JSON.stringify(errand))
  if (alerts.notes.length > 0) state.totals.add([], alerts.notes.length)
  state.outbox.addOnce('publish', String(number))
  const waiting = state.chores.find('reveal', 0)
  const numbers = waiting === undefined ? [] : (JSON.parse(waiting.note) as number[])
  const due = waiting?.due ?? now + revealAfter
  state.chores.set('reveal', 0, due, JSON.stringify([...numbers, number]))
  return true
}

/** Owes feeds the machine versions that were kept meanwhile. @param note numbers of statements */
export function revealMachines(note: string, state: PublisherState): void {
  for (const number of JSON.parse(note) as number[]) state.outbox.addOnce('front', String(number))
  owe(state)
}

/** Takes a statement's machine versions away, since the statement is erased. */
export function eraseMachine(number: number, publisher: string, state: PublisherState): void {
  state.machine.remove(number)
  state.machineEntries.remove(statementId(publisher, number))
}
