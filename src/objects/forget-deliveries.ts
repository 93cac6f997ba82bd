import type { Delivery, DigestEntry } from '../deliveries/delivery.ts'
import { ERASED } from '../deliveries/delivery-reason.ts'
import type { Statement } from '../statements/statement.ts'
import type { Alert, AlsoAt } from '../watches/alert.ts'
import { MESSAGE, WITH_MESSAGES, changeMessage } from './delivery-messages.ts'
import type { Sql } from './sql.ts'
import { ToldTexts } from './told-texts.ts'

/**
 * Takes the texts of erased statements out of an endpoint's log, and ends what was still to be sent
 * of them. The log keeps that there was a delivery.
 */
export function forgetDeliveries(statements: readonly string[], sql: Sql, now: number): void {
  const told = new ToldTexts(sql)
  for (const id of statements) {
    const rows = sql.all<{ seq: number; message: string }>(
      `SELECT d.seq, ${MESSAGE} AS message FROM ${WITH_MESSAGES} WHERE instr(${MESSAGE}, ?) > 0`,
      `"id":${JSON.stringify(id)}`,
    )
    for (const { seq, message } of rows) {
      const kept = JSON.parse(message) as Delivery
      const { delivery, isEmpty } = without(id, kept)
      if (tells(id, kept)) told.forget(seq)
      changeMessage(seq, delivery, sql)
      if (!isEmpty) continue
      sql.run(
        "UPDATE deliveries SET state = 'abandoned', reason = ?, settled = ? WHERE seq = ? AND state = 'pending'",
        ERASED,
        now,
        seq,
      )
    }
  }
  told.promote(now)
}

/** Whether a statement's text is what a delivery tells, or its partner's. */
function tells(id: string, { message }: Delivery): boolean {
  if (message.kind !== 'alert') return false
  const { statement, translation } = message.alert
  return statement.id === id || translation?.statement.id === id
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
      const entries = message.entries
        .filter((entry: DigestEntry) => entry.statement.id !== id)
        .map((entry) => ({ ...entry, ...placesWithout(id, entry) }))
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
  const { statement } = alert
  if (statement.id === id)
    return { ...rest, statement: emptied(statement), matches: [], translation }
  // Its title stands beside its partner too, its address among the other places.
  const link = statement.translation?.id === id ? null : statement.translation
  return {
    ...alert,
    statement: { ...statement, translation: link },
    translation,
    ...placesWithout(id, alert),
  }
}

/** The other places without one that was erased. */
function placesWithout(
  id: string,
  { also, toldBefore }: Pick<Alert, 'also' | 'toldBefore'>,
): Pick<Alert, 'also' | 'toldBefore'> {
  const isOther = ({ statement }: AlsoAt) => statement.id !== id
  return {
    ...(also === undefined ? {} : { also: also.filter(isOther) }),
    ...(toldBefore === undefined ? {} : { toldBefore: toldBefore.filter(isOther) }),
  }
}

function emptied(statement: Statement): Statement {
  return { ...statement, title: '', text: '', html: '', translation: null }
}
