import type { PublishedStatement, RevisionNote } from '../statements/revision-list.ts'
import type { Revision } from '../statements/statement.ts'
import { awaitedUntil } from '../statements/translation-state.ts'
import { isBilingual } from '../sources/publisher.ts'
import { shownMachine } from './machine-versions.ts'
import type { PublisherState } from './publisher-state.ts'

/** A statement whole, as it goes to KV; undefined where it is not kept. */
export function publishedStatement(
  number: number,
  state: PublisherState,
): PublishedStatement | undefined {
  const kept = state.statements.load(number)
  if (kept === undefined) return tombstone(number, state)
  const { statement, keys, listedTitle, apart, cluster } = kept
  const publisher = state.orders()?.publisher
  const machine = shownMachine(statement, state)
  const hope = {
    firstSeen: statement.firstSeen,
    isBilingual: publisher !== null && publisher !== undefined && isBilingual(publisher),
    apart,
  }
  return {
    format: 1,
    statement,
    revisions: state.statements.wordings.all(number).map(noteOf),
    identity: keys,
    listedTitle,
    alerts: state.alerts.of(number).map(({ id }) => id),
    awaitsUntil: awaitedUntil(hope),
    ...(apart === undefined ? {} : { apart }),
    ...(machine === undefined ? {} : { machine }),
    ...(cluster === undefined ? {} : { cluster }),
  }
}

function noteOf({ text: _text, html: _html, ...note }: Revision): RevisionNote {
  return note
}

/** What stays of an erased statement: by what it is known again, and that it was erased. */
function tombstone(number: number, state: PublisherState): PublishedStatement | undefined {
  const shell = state.statements.loadShell(number)
  if (shell?.erased === undefined) return undefined
  const { keys, listedTitle: _listed, apart: _apart, erased, ...rest } = shell
  const statement = { ...rest, text: '', html: '' }
  return { format: 1, statement, revisions: [], identity: keys, alerts: [], erased }
}
