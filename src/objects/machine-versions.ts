import { machineEntry } from '../feeds/machine-entry.ts'
import { isBilingual } from '../sources/publisher.ts'
import { type MachineVersion, lacksPartner, machineDue } from '../statements/machine-version.ts'
import { statementId } from '../statements/statement-id.ts'
import type { Draft } from './draft.ts'
import type { PublisherState } from './publisher-state.ts'
import type { Kept, Shell } from './statement-store.ts'

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

export function shellOf({ statement, apart }: Kept): Pick<Shell, ShellPart> {
  return { ...statement, ...(apart === undefined ? {} : { apart }) }
}

type ShellPart = 'state' | 'translation' | 'firstSeen' | 'contentHash' | 'apart'

export function show({ statement }: Kept, state: PublisherState): void {
  const version = shownMachine(statement, state)
  if (version !== undefined) {
    state.machineEntries.keep(machineEntry(statement, version))
    state.machineEntries.trim()
  } else if (state.machineEntries.load(statement.id) !== undefined) {
    state.machineEntries.remove(statement.id)
  }
}

/** Plans when a machine is asked, or drops the plan. @param isNews whether watches may be told */
export function schedule(
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

export function isExpected({ apart }: Pick<Shell, 'apart'>, state: PublisherState): boolean {
  const publisher = state.orders()?.publisher
  return apart !== true && publisher !== null && publisher !== undefined && isBilingual(publisher)
}

/** Takes a statement's machine versions away, since the statement is erased. */
export function eraseMachine(number: number, publisher: string, state: PublisherState): void {
  state.machine.remove(number)
  state.machineEntries.remove(statementId(publisher, number))
}
