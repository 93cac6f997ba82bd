import { expect, it } from 'vitest'
import type { Delivery } from '../../src/deliveries/delivery.ts'
import { DeliveryLog } from '../../src/objects/delivery-log.ts'
import { DELIVERIES_SCHEMA } from '../../src/objects/delivery-schema-table.ts'
import { DeliveryStore } from '../../src/objects/delivery-store.ts'
import { forgetDeliveries } from '../../src/objects/forget-deliveries.ts'
import { SETTINGS_SCHEMA } from '../../src/objects/settings.ts'
import { appeared, deliveryOf, digest, notice } from '../deliveries/sample-alerts.ts'
import { NodeSql } from './node-sql.ts'

const NOW = Date.parse('2026-11-26T08:00:00Z')

function logOf(...deliveries: Delivery[]) {
  const { sql } = new NodeSql()
  sql.run(DELIVERIES_SCHEMA)
  const store = new DeliveryStore(sql)
  for (const one of deliveries) store.add(one, 'pending', null, NOW)
  return { sql, log: new DeliveryLog(sql, () => 'hook') }
}

const whole = { ...deliveryOf(appeared), id: 'msg_alert' }

it('tells of an alert which watch asked, what happened, and the title', () => {
  const { log } = logOf(whole)
  expect(log.find('msg_alert')?.about).toEqual({
    kind: 'alert',
    watch: { id: appeared.watch.id, name: appeared.watch.name },
    change: 'appeared',
    statement: {
      id: appeared.statement.id,
      language: appeared.statement.language,
      title: appeared.statement.title,
    },
    alerts: 1,
  })
})

it.each([
  { kind: 'digest', message: digest, alerts: digest.entries.length },
  { kind: 'notice', message: { kind: 'notice', notice }, alerts: 0 },
  { kind: 'test', message: deliveryOf('test').message, alerts: 0 },
] as const)('tells what else it is: $kind', ({ kind, message, alerts }) => {
  const { log } = logOf({ id: 'msg_other', endpoint: 'hook', message })
  const [record] = log.list(undefined, undefined, 10)
  expect(record?.about).toEqual({ kind, watch: null, change: null, statement: null, alerts })
})

it('tells no title of a statement that was erased', () => {
  const { sql, log } = logOf(whole)
  forgetDeliveries([appeared.statement.id], sql, NOW)
  expect(log.find('msg_alert')?.about).toMatchObject({ kind: 'alert', statement: null })
})

it('ends after thirty days where nothing is sent any more, looked at once a day', () => {
  const { sql } = logOf(whole)
  sql.run(SETTINGS_SCHEMA)
  const store = new DeliveryStore(sql)
  const after = (days: number) => NOW + days * 86_400_000
  sql.run("UPDATE deliveries SET state = 'delivered', settled = ?", NOW)
  const log = new DeliveryLog(sql, () => 'hook')
  store.trimDaily(after(29.5))
  expect(log.find('msg_alert')).toBeDefined()
  store.trimDaily(after(30.25))
  expect(log.find('msg_alert')).toBeDefined()
  store.trimDaily(after(30.75))
  expect(log.find('msg_alert')).toBeUndefined()
})
