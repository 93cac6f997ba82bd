import { describe, expect, it } from 'vitest'
import type { Attempt, Delivery } from '../../src/deliveries/delivery.ts'
import { DeliveryLog } from '../../src/objects/delivery-log.ts'
import { DELIVERIES_SCHEMA } from '../../src/objects/delivery-schema-table.ts'
import { DeliveryStore } from '../../src/objects/delivery-store.ts'
import { forgetDeliveries } from '../../src/objects/forget-deliveries.ts'
import { replayDelivery, replaySince } from '../../src/objects/replay-deliveries.ts'
import { appeared, deliveryOf, digest } from '../deliveries/sample-alerts.ts'
import { NodeSql } from './node-sql.ts'

const NOW = Date.parse('2026-11-26T08:00:00Z')
const ATTEMPT: Attempt = { at: '', status: 500, ms: 1, error: null, answer: null, next: null }

/** A log in which this one alone was given up. */
function givenUp(message: Delivery['message']) {
  const { sql } = new NodeSql()
  sql.run(DELIVERIES_SCHEMA)
  const store = new DeliveryStore(sql)
  store.add({ id: 'msg_1', endpoint: 'hook', message }, 'pending', null, NOW)
  const due = store.due(store.seqOf('msg_1') ?? 0)
  if (due === undefined) throw new Error('it is not due')
  store.record(due, ATTEMPT, { state: 'abandoned', reason: 'refused', due: 0 }, NOW)
  const state = () => new DeliveryLog(sql, () => 'hook').find('msg_1')?.state
  return { sql, store, state }
}

const alert = deliveryOf(appeared).message

describe('replaying what was given up since a moment', () => {
  it('sends what its receiver refused', () => {
    const { sql, state } = givenUp(alert)
    expect(replaySince(NOW, sql, NOW + 1)).toBe(1)
    expect(state()).toBe('pending')
  })

  it('leaves alone what was given up before', () => {
    const { sql, state } = givenUp(alert)
    expect(replaySince(NOW + 1, sql, NOW + 1)).toBe(0)
    expect(state()).toBe('abandoned')
  })

  it('leaves alone what the operator took off the line', () => {
    const { sql, store, state } = givenUp(alert)
    replayDelivery('msg_1', sql, NOW)
    store.cancel('msg_1', NOW)
    expect(replaySince(NOW, sql, NOW + 1)).toBe(0)
    expect(state()).toBe('abandoned')
  })
})

describe('what was erased is not sent again', () => {
  it.each([
    { because: 'an alert about it', message: alert, erased: [appeared.statement.id] },
    {
      because: 'a digest of nothing else',
      message: digest,
      erased: digest.entries.map(({ statement }) => statement.id),
    },
  ])('$because', ({ message, erased }) => {
    const { sql, state } = givenUp(message)
    forgetDeliveries(erased, sql, NOW)
    expect(replaySince(NOW, sql, NOW + 1)).toBe(0)
    expect(replayDelivery('msg_1', sql, NOW + 1)).toBe(false)
    expect(state()).toBe('abandoned')
  })
})
