import { editEntry } from '../feeds/edit-entry.ts'
import { machineEntry } from '../feeds/machine-entry.ts'
import { dateOf } from '../statements/newest-first.ts'
import { monthOf } from '../feeds/older.ts'
import type { PublishedStatement } from '../statements/revision-list.ts'
import type { Revision, Statement } from '../statements/statement.ts'
import { NEW_SOURCE } from '../sources/source-state.ts'
import { parseStatementId } from '../statements/statement-id.ts'
import { LATE_PARTNER_MS } from '../statements/translation-state.ts'
import { isOpen } from './draft.ts'
import { prepareKept } from './prepare-kept.ts'
import type { PublisherState } from './publisher-state.ts'

/** A statement as KV and exports hold it, with its older wordings. */
export interface Archived {
  readonly published: PublishedStatement
  /** Oldest first, without the current one. */
  readonly older: readonly Revision[]
}

/**
 * Puts a statement back as it was, and tells nobody. What is here already stays as it is, so that
 * the same twice is the same once.
 * @returns whether it was not here
 */
export function restoreStatement(
  { published, older }: Archived,
  state: PublisherState,
  now: number,
): boolean {
  const { statement, identity, revisions, alerts, listedTitle, apart, cluster, erased, machine } =
    published
  const number = parseStatementId(statement.id)?.number
  if (number === undefined || state.statements.loadShell(number) !== undefined) return false
  const known = {
    listedTitle: listedTitle ?? statement.title,
    keys: identity,
    ...(apart === undefined ? {} : { apart }),
    ...(cluster === undefined ? {} : { cluster }),
    ...(erased === undefined ? {} : { erased }),
  }
  state.statements.addIdentities(identity, number)
  if (erased !== undefined) {
    state.statements.saveShell(number, { statement, ...known })
    state.erased.add([{ tag: statement.tag, language: statement.language, at: erased.at }])
    return true
  }
  for (const wording of older) state.statements.wordings.save(number, wording)
  const note = revisions.find((one) => one.number === statement.revision)
  const { text, html, title, contentHash, revision, updated } = statement
  const seen = note?.seen ?? updated
  const current = { number: revision, seen, title, text, html, contentHash }
  const wording = note?.class === undefined ? current : { ...current, class: note.class }
  state.statements.wordings.save(number, wording)
  state.statements.saveShell(number, { statement, ...known })
  state.totals.add([], 0)
  for (const id of alerts) rememberAlert(id, number, state)
  state.entries.keep(prepareKept({ statement, ...known }))
  state.entries.trim()
  if (machine !== undefined) {
    state.machine.save(number, machine)
    state.machineEntries.keep(machineEntry(statement, machine))
    state.machineEntries.trim()
  }
  keepEdits(statement, [...older, wording], state)
  state.archives.mark(monthOf(dateOf(statement)), now)
  // What pairing compares is not kept elsewhere: a late partner is to find it all the same.
  const isYoung = Date.parse(statement.firstSeen) > now - LATE_PARTNER_MS
  if (isYoung && isOpen({ ...statement, ...known })) state.chores.set('pair', number, now)
  keepWatching(statement.source, state)
  return true
}

/** The edits as they were told when they were found: of a statement that stood, and had no mark. */
function keepEdits(
  { stateSince: _since, divergedSince: _diverged, ...statement }: Statement,
  wordings: readonly Revision[],
  state: PublisherState,
): void {
  for (const [at, { number, seen, class: edit, ...wording }] of wordings.entries()) {
    const before = wordings[at - 1]
    if (before === undefined) continue
    const edited = { ...statement, ...wording, revision: number, updated: seen } as const
    state.edits.keep(editEntry({ ...edited, state: 'current' }, before, edit))
  }
  if (wordings.length > 1) state.edits.trim()
}

/** `{watch}/{statement}/{revision}/{change}`: enough that a late partner makes no second alert. */
function rememberAlert(id: string, number: number, state: PublisherState): void {
  const [watch = '', , revision = '1', change = 'appeared'] = id.split('/')
  state.alerts.save({
    id,
    watch: { id: watch, name: '', query: '' },
    change: change as 'appeared',
    at: '',
    number,
    revision: Number(revision),
    matches: [],
    partner: null,
  })
}

/** A source that was read before has had its baseline: what is new there now is news. */
function keepWatching(source: string, state: PublisherState): void {
  const known = state.source(source)
  if (known.baselineDone) return
  state.saveSource(source, { ...NEW_SOURCE, baselineDone: true, hadEntries: true }, '')
}
