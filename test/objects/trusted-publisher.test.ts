import { expect, it } from 'vitest'
import { tellingOf } from '../../src/deliveries/message-lines.ts'
import { DeliveryLog } from '../../src/objects/delivery-log.ts'
import { DELIVERIES_SCHEMA } from '../../src/objects/delivery-schema-table.ts'
import { DeliveryStore } from '../../src/objects/delivery-store.ts'
import { keepDeliveries } from '../../src/objects/keep-deliveries.ts'
import type { Publisher } from '../../src/sources/publisher.ts'
import { NodeSql } from './node-sql.ts'
import { PUBLISHER, SOURCE, SimulatedPublisher, feedPage } from './simulated-publisher.ts'

const TEXT =
  'أعلن المجلس أن فرق الصيانة أنهت ترميم الجسر القديم بعد أربعة أشهر من العمل المتواصل، وأن الحركة عليه تعود صباح الأحد في الاتجاهين، وشكر كل من أسهم في المشروع من المتطوعين والمهندسين وأهالي القرى المجاورة.'

/** The alert that a publisher's object makes when it publishes a text. */
async function toldBy(publisher: Publisher, text: string) {
  const world = new SimulatedPublisher(publisher)
  const old = { slug: 'old', title: 'قديم', text: 'نص قديم', date: '2026-01-04T07:00:00Z' }
  world.pages.set(SOURCE.url, feedPage([old]))
  await world.poll()
  const item = { slug: 'jisr', title: 'بيان حول الجسر', text, date: '2026-01-05T07:00:00Z' }
  world.pages.set(SOURCE.url, feedPage([item, old]))
  await world.poll()
  return world.deliveries.filter(({ endpoint }) => endpoint === 'desk')
}

const COPIER: Publisher = {
  ...PUBLISHER,
  id: 'sada',
  name: { ar: 'وكالة الصدى', en: 'Echo Agency' },
}

it.each([
  {
    trust: undefined,
    states: ['delivered', 'joined'],
    because: 'nobody said whose wording counts',
  },
  { trust: 'high', states: ['delivered', 'pending'], because: 'the wording of the council counts' },
] as const)('reads the true text after a smear: $because', async ({ trust, states }) => {
  const sql = new NodeSql()
  sql.sql.run(DELIVERIES_SCHEMA)
  const store = new DeliveryStore(sql.sql)
  const log = new DeliveryLog(sql.sql, () => 'desk')
  const keeping = { gone: false, isFeed: false, sending: undefined, now: 1 }
  const smear = await toldBy(COPIER, TEXT.replace('المجلس', 'المجلس المزعوم'))
  keepDeliveries(store, smear, keeping)
  sql.sql.run("UPDATE deliveries SET state = 'delivered', settled = 1")
  const council = trust === undefined ? PUBLISHER : { ...PUBLISHER, trust }
  const [truth, ...more] = await toldBy(council, TEXT)
  keepDeliveries(store, [truth!, ...more], keeping)
  expect(log.list(undefined, undefined, 9).map(({ state }) => state)).toEqual(states.toReversed())
  if (trust === undefined) return
  const { message } = log.message(store.seqOf(truth!.id) ?? 0)
  const { lines } = tellingOf(message, 'https://bayan.example')
  const near = lines.find(({ role }) => role === 'near')
  const said = near?.spans.map(({ text }) => text).join('')
  expect(said).toContain('سبق التنبيه إلى نص شبه مطابق نشره: ')
  expect(said).toContain('وكالة الصدى')
  // How much whom is trusted is told to nobody who did not ask for alerts.
  expect(message.kind === 'alert' ? message.alert.trust : 'no alert').toBeUndefined()
})

it('takes over what an endpoint was told before there was trust', () => {
  const sql = new NodeSql()
  sql.sql.run(`CREATE TABLE told_texts (watch TEXT NOT NULL, seq INTEGER NOT NULL,
    publisher TEXT NOT NULL, at INTEGER NOT NULL, sketches TEXT NOT NULL,
    PRIMARY KEY (watch, publisher, seq)) WITHOUT ROWID`)
  sql.sql.run("INSERT INTO told_texts VALUES ('w', 1, 'p', 1, 'x')")
  sql.sql.run(DELIVERIES_SCHEMA)
  expect(new DeliveryStore(sql.sql).told.of(1)?.trust).toBe(1)
  expect(new DeliveryStore(sql.sql).told.of(1)).toMatchObject({ publisher: 'p', sketches: ['x'] })
})
