import { expect, it } from 'vitest'
import type { Attempt, Delivery } from '../../src/deliveries/delivery.ts'
import type { Policy } from '../../src/deliveries/policy.ts'
import { nextInLine } from '../../src/objects/delivery-line.ts'
import { DELIVERIES_SCHEMA } from '../../src/objects/delivery-schema-table.ts'
import { DeliveryStore } from '../../src/objects/delivery-store.ts'
import type { SealedEndpoint } from '../../src/platform/seal.ts'
import { appeared } from '../deliveries/sample-alerts.ts'
import { NodeSql } from './node-sql.ts'

const NOW = Date.parse('2026-11-26T08:00:00Z')
const MINUTE = 60_000
const ATTEMPT: Attempt = { at: '', status: 200, ms: 1, error: null, answer: null, next: null }

/** An alert about a statement, one of several. */
function alertAbout(statement: string, n: number): Delivery {
  const alert = { ...appeared, statement: { ...appeared.statement, id: statement } }
  return { id: `msg_${statement}_${n}`, endpoint: 'hook', message: { kind: 'alert', alert } }
}

it('tells nothing more of a statement for a while, then all that came of it in one', () => {
  const { sql } = new NodeSql()
  sql.run(DELIVERIES_SCHEMA)
  const store = new DeliveryStore(sql)
  const policy: Policy = { repeat: 3_600 }
  const endpoint: SealedEndpoint = { id: 'hook', kind: 'slack', pace: 1, policy, sealed: '' }
  const next = (after: number) =>
    nextInLine(
      store,
      endpoint,
      { pausedUntil: () => 0, probeAt: () => undefined },
      NOW + after * MINUTE,
    )
  const accept = (statement: string, n: number, after: number) =>
    store.add(alertAbout(statement, n), 'pending', null, NOW + after * MINUTE)

  accept('s-1', 1, 0)
  store.record(store.due(1)!, ATTEMPT, { state: 'delivered', reason: null, due: 0 }, NOW)
  accept('s-1', 2, 10)
  expect(next(11)).toEqual({ kind: 'wait', until: NOW + 60 * MINUTE })
  accept('s-2', 1, 20)
  accept('s-1', 3, 30)
  expect(next(30), 'another statement').toEqual({ kind: 'one', seq: 3 })
  expect(next(60)).toEqual({ kind: 'digest', seqs: [2, 4] })
})

it('finds the one behind hundreds that stepped aside', () => {
  const { sql } = new NodeSql()
  sql.run(DELIVERIES_SCHEMA)
  const store = new DeliveryStore(sql)
  for (let n = 1; n <= 450; n++) store.add(alertAbout(`s-${n}`, 1), 'pending', null, NOW)
  sql.run('UPDATE deliveries SET aside = 1, tries = 4, due = ? WHERE seq < 450', NOW + 60 * MINUTE)
  const endpoint: SealedEndpoint = { id: 'hook', kind: 'slack', pace: 1, sealed: '' }
  const next = nextInLine(store, endpoint, { pausedUntil: () => 0, probeAt: () => undefined }, NOW)
  expect(next).toEqual({ kind: 'one', seq: 450 })
})
