import type { Delivery, DigestEntry } from '../deliveries/delivery.ts'
import type { Statement } from '../statements/statement.ts'
import type { Alert } from '../watches/alert.ts'
import type { Sql } from './sql.ts'

/**
 * Takes the texts of erased statements out of an endpoint's log, and ends what was still to be sent
 * of them. The log keeps that there was a delivery.
 */
export function forgetDeliveries(statements: readonly string[], sql: Sql, now: number): void {
  for (const id of statements) {
    const rows = sql.all<{ seq: number; message: string }>(
      'SELECT seq, message FROM deliveries WHERE instr(message, ?) > 0',
      `"id":${JSON.stringify(id)}`,
    )
    for (const { seq, message } of rows) {
      const { delivery, isEmpty } = without(id, JSON.parse(message) as Delivery)
      sql.run('UPDATE deliveries SET message = ? WHERE seq = ?', JSON.stringify(delivery), seq)
      if (!isEmpty) continue
      sql.run(
        "UPDATE deliveries SET state = 'abandoned', reason = ?, settled = ? WHERE seq = ? AND state = 'pending'",
        'erased: the statement was erased',
        now,
        seq,
      )
    }
  }
}

/** The delivery without a statement's text; empty where nothing is left to be told. */
function without(
  id: string,
  delivery: Delivery,
): { readonly delivery: Delivery; readonly isEmpty: boolean } {
  const { message } = delivery
  switch (message.kind) {
    case 'alert': {
      const alert = alertWithout(id, message.alert)
      const isEmpty = message.alert.statement.id === id
      return { delivery: { ...delivery, message: { ...message, alert } }, isEmpty }
    }
    case 'digest': {
      const entries = message.entries.filter((entry: DigestEntry) => entry.statement.id !== id)
      const isEmpty = entries.length === 0
      return { delivery: { ...delivery, message: { ...message, entries } }, isEmpty }
    }
    case 'notice':
    case 'test':
      return { delivery, isEmpty: false }
  }
}

function alertWithout(id: string, alert: Alert): Alert {
  const { previous: _previous, ...rest } = alert
  const translation = alert.translation?.statement.id === id ? null : alert.translation
  if (alert.statement.id === id)
    return { ...rest, statement: emptied(alert.statement), matches: [], translation }
  // Its title stands beside its partner too.
  return { ...alert, statement: { ...alert.statement, translation: null }, translation }
}

function emptied(statement: Statement): Statement {
  return { ...statement, title: '', text: '', html: '', translation: null }
}
