import { describe, expect, it } from 'vitest'
import type { Attempt, Delivery } from '../../src/deliveries/delivery.ts'
import { DeliveryLog } from '../../src/objects/delivery-log.ts'
import { DELIVERIES_SCHEMA } from '../../src/objects/delivery-schema-table.ts'
import { DeliveryStore } from '../../src/objects/delivery-store.ts'
import { forgetDeliveries } from '../../src/objects/forget-deliveries.ts'
import { replaySince } from '../../src/objects/replay-deliveries.ts'
import { trimDeliveries } from '../../src/objects/trim-deliveries.ts'
import { appeared, deliveryOf } from '../deliveries/sample-alerts.ts'
import { NodeSql } from './node-sql.ts'

const NOW = Date.parse('2026-11-26T08:00:00Z')
const DAY = 86_400_000
const ATTEMPT: Attempt = { at: '', status: 200, ms: 1, error: null, answer: null, next: null }

const FIRST = `CREATE TABLE deliveries (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, alert TEXT, state TEXT NOT NULL,
  reason TEXT, due INTEGER NOT NULL, tries INTEGER NOT NULL DEFAULT 0, message TEXT NOT NULL`
const SECOND = `${FIRST}, at INTEGER NOT NULL DEFAULT 0, kind TEXT NOT NULL DEFAULT '', subject TEXT,
  ref TEXT, aside INTEGER NOT NULL DEFAULT 0, loose INTEGER NOT NULL DEFAULT 0, batch INTEGER,
  place INTEGER, settled INTEGER`

const about = (id: string): Delivery => ({ ...deliveryOf(appeared), id: `msg_${id}` })

/** An object whose tables an earlier version made, with one delivery in each state. */
function earlier(table: string) {
  const node = new NodeSql()
  const { sql } = node
  sql.run(`${table})`)
  for (const [id, state] of [
    ['waits', 'pending'],
    ['arrived', 'delivered'],
    ['given-up', 'abandoned'],
  ] as const) {
    sql.run(
      'INSERT INTO deliveries (id, alert, state, reason, due, message) VALUES (?, ?, ?, ?, ?, ?)',
      `msg_${id}`,
      appeared.id,
      state,
      state === 'abandoned' ? 'refused' : null,
      NOW,
      JSON.stringify(about(id)),
    )
  }
  if (table === SECOND) {
    sql.run("UPDATE deliveries SET at = ?, kind = 'alert'", NOW)
    sql.run("UPDATE deliveries SET settled = ? WHERE state <> 'pending'", NOW)
  }
  sql.run(DELIVERIES_SCHEMA)
  const store = new DeliveryStore(sql)
  return { node, sql, store, log: new DeliveryLog(sql, () => 'hook') }
}

describe.each([
  { because: 'the first version made it', table: FIRST },
  { because: 'messages lay in the rows', table: SECOND },
])('a log of before: $because', ({ table }) => {
  it('sends what waits, as it was accepted, and then what comes', () => {
    const { store } = earlier(table)
    store.add(about('new'), 'pending', null, NOW + 1)
    expect(store.waiting().map(({ seq }) => seq)).toEqual([1, 4])
    for (const [seq, id] of [
      [1, 'waits'],
      [4, 'new'],
    ] as const) {
      const due = store.due(seq)
      expect(due?.delivery).toEqual(about(id))
      store.record(due!, ATTEMPT, { state: 'delivered', reason: null, due: 0 }, NOW)
    }
    expect(store.waiting()).toEqual([])
  })

  it('shows the log whole', () => {
    const { store, log } = earlier(table)
    store.add(about('new'), 'pending', null, Date.now())
    const shown = log.list(undefined, undefined, 9)
    expect(shown.map(({ id }) => id)).toEqual(['new', 'given-up', 'arrived', 'waits'].map(named))
    for (const { about: told } of shown)
      expect(told).toMatchObject({ kind: 'alert', statement: { title: appeared.statement.title } })
  })

  it('replays what was given up', () => {
    const { sql, store } = earlier(table)
    expect(replaySince(NOW, sql, NOW + 1)).toBe(1)
    expect(store.due(3)?.delivery).toEqual(about('given-up'))
  })

  it('keeps nothing of what is erased, in either place', () => {
    const { node, sql, store } = earlier(table)
    store.add(about('new'), 'pending', null, NOW)
    forgetDeliveries([appeared.statement.id], sql, NOW)
    const kept = JSON.stringify(node.dump(['deliveries', 'messages']))
    expect(kept).toContain('msg_new')
    expect(kept).not.toContain(appeared.statement.title)
    expect(store.waiting()).toEqual([])
  })

  it('is trimmed, with all that belongs to it', () => {
    const { node, sql, store } = earlier(table)
    const seq = store.add(about('new'), 'pending', null, NOW)
    store.record(store.due(seq!)!, ATTEMPT, { state: 'delivered', reason: null, due: 0 }, NOW)
    trimDeliveries(sql, Date.now() + 400 * DAY)
    trimDeliveries(sql, Date.now() + 800 * DAY)
    const tables = ['deliveries', 'messages', 'attempts']
    expect(node.dump(tables)).toEqual({ deliveries: [], messages: [], attempts: [] })
  })
})

const named = (id: string) => `msg_${id}`

it('bounds the log in bytes, the newest kept, wherever the messages lie', () => {
  const { sql, store } = earlier(SECOND)
  for (let n = 0; n < 4; n++) store.add(about(`n-${n}`), 'delivered', null, NOW)
  // As if each were a third of what is kept.
  sql.run('UPDATE deliveries SET bytes = 17000000 WHERE seq > 3')
  trimDeliveries(sql, NOW)
  const { log } = { log: new DeliveryLog(sql, () => 'hook') }
  expect(log.list(undefined, undefined, 9).map(({ id }) => id)).toEqual(
    ['n-3', 'n-2', 'waits'].map(named),
  )
})

it('writes a delivery that arrives anew without its text, and asks for states without reading any', () => {
  const node = new NodeSql()
  node.sql.run(DELIVERIES_SCHEMA)
  const store = new DeliveryStore(node.sql)
  const { message } = deliveryOf(appeared)
  if (message.kind !== 'alert') throw new Error('no alert')
  const statement = { ...appeared.statement, text: 'نص طويل. '.repeat(1_000) }
  const long = { kind: 'alert', alert: { ...message.alert, statement } } as const
  for (let n = 0; n < 200; n++)
    store.add({ id: `msg_${n}`, endpoint: 'hook', message: long }, 'delivered', null, NOW)
  const before = node.bytes()
  node.sql.run('CREATE TABLE known AS SELECT * FROM deliveries')
  expect((node.bytes() - before) / 200, 'bytes a row that a question reads').toBeLessThan(400)
})
