import { logFault } from '../platform/log-fault.ts'
import {
  type MachineRules,
  type MachineVersion,
  lacksPartner,
  machineDue,
} from '../statements/machine-version.ts'
import { parseStatementId } from '../statements/statement-id.ts'
import { otherLanguage } from '../text/language.ts'
import type { Alerts } from './alerting.ts'
import { NO_ALERTS, machineAlerts } from './machine-alerts.ts'
import type { Chore } from './chore-store.ts'
import { NEWS, isExpected, schedule, shellOf, show, shownMachine } from './machine-versions.ts'
import type { PublisherState } from './publisher-state.ts'
import type { RoundWorld } from './round-world.ts'
import type { Handed } from './translation-pace.ts'

/** A machine version is no news: feeds wait this long, so that several share a write of theirs. */
export const REVEAL_MS = 10 * 60_000

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

/** What watches are to be told of it: nothing where the statement was no news. */
export async function alertsFor(
  number: number,
  version: MachineVersion,
  isNews: boolean,
  state: PublisherState,
  now: number,
): Promise<Alerts> {
  return isNews ? await machineAlerts(number, version, state, now) : NO_ALERTS
}

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
function revealMachines(note: string, state: PublisherState): void {
  for (const number of JSON.parse(note) as number[]) state.outbox.addOnce('front', String(number))
  owe(state)
}

/** Until the translator takes what it did not. */
const OFFER_AGAIN_MS = 10 * 60_000

/** Hands statements to the translator, which asks the machine: no poll waits for one. */
export async function offerForTranslation(
  chores: readonly Chore[],
  world: RoundWorld,
): Promise<void> {
  const { state, publisher, offer, transact, clock } = world
  const jobs = chores.map(({ number, note }) => ({ number, isNews: note === NEWS }))
  try {
    await offer(publisher.id, jobs)
  } catch (error) {
    logFault({ at: 'translate', publisher: publisher.id }, error)
    const due = clock() + OFFER_AGAIN_MS
    transact(() => {
      for (const { kind, number, note } of chores) state.chores.set(kind, number, due, note)
    })
    return
  }
  transact(() => {
    for (const chore of chores) state.chores.done(chore)
  })
}

export function reveal(chore: Chore, { state, transact }: RoundWorld): void {
  transact(() => {
    revealMachines(chore.note, state)
    state.chores.done(chore)
  })
}
