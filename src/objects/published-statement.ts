import type { PublishedStatement } from '../statements/revision-list.ts'
import { isBilingual } from '../sources/publisher.ts'
import type { PublisherState } from './publisher-state.ts'

/** A partner that comes later than this is not expected any more. */
const LATE_PARTNER_MS = 14 * 86_400_000

/** A statement whole, as it goes to KV; undefined where it is not kept. */
export function publishedStatement(
  number: number,
  state: PublisherState,
): PublishedStatement | undefined {
  const kept = state.statements.load(number)
  if (kept === undefined) return tombstone(number, state)
  const { statement, keys, listedTitle, apart, cluster } = kept
  const publisher = state.orders()?.publisher
  const waits = publisher !== null && publisher !== undefined && isBilingual(publisher)
  const until = new Date(Date.parse(statement.firstSeen) + LATE_PARTNER_MS).toISOString()
  return {
    format: 1,
    statement,
    revisions: state.statements.revisionNotes(number),
    identity: keys,
    listedTitle,
    alerts: state.alerts.of(number).map(({ id }) => id),
    awaitsUntil: waits && apart !== true ? until : null,
    ...(apart === undefined ? {} : { apart }),
    ...(cluster === undefined ? {} : { cluster }),
  }
}

/** What stays of an erased statement: by what it is known again, and that it was erased. */
function tombstone(number: number, state: PublisherState): PublishedStatement | undefined {
  const shell = state.statements.loadShell(number)
  if (shell?.erased === undefined) return undefined
  const { keys, listedTitle: _listed, apart: _apart, erased, ...rest } = shell
  const statement = { ...rest, text: '', html: '' }
  return { format: 1, statement, revisions: [], identity: keys, alerts: [], erased }
}
