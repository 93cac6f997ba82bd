import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ALERTS_SCHEMA, type AlertNote, AlertStore } from '../../src/objects/alert-store.ts'
import { NodeSql } from './node-sql.ts'

const AT = '2026-11-20T08:00:00.000Z'

function noteOf(number: number, more: Partial<AlertNote> = {}): AlertNote {
  return {
    id: `w/nahr-${number}/1/appeared`,
    watch: { id: 'w', name: 'w', query: 'bridge' },
    change: 'appeared',
    at: AT,
    number,
    revision: 1,
    matches: [],
    partner: null,
    sketch: `${number};0123`,
    ...more,
  }
}

const numbersOf = (store: AlertStore, from = 0, at = AT) =>
  store.textsSince(from, 'w', at).map(({ number }) => number)

it('takes over the texts of what an earlier version told, once', () => {
  const { sql } = new NodeSql()
  const [alerts = ''] = ALERTS_SCHEMA.split(';')
  sql.run(alerts)
  const old = [
    noteOf(1),
    noteOf(250),
    noteOf(300, { change: 'revised' }),
    noteOf(301, { sketch: '' }),
    noteOf(302),
  ]
  for (const { number, id, ...rest } of old)
    sql.run(
      'INSERT INTO alerts VALUES (?, ?, ?, ?)',
      number,
      'w',
      id,
      JSON.stringify({ number, id, ...rest }),
    )
  sql.run(ALERTS_SCHEMA)
  const store = new AlertStore(sql)
  // The newest two hundred: no older one is looked at.
  expect(numbersOf(store)).toEqual([302, 250])
  store.remove(250)
  sql.run(ALERTS_SCHEMA)
  expect(numbersOf(store)).toEqual([302])
})

it('tells the texts of one watch, from a number and a time on, each once', () => {
  const { sql } = new NodeSql()
  sql.run(ALERTS_SCHEMA)
  const store = new AlertStore(sql)
  const other = { id: 'v', name: 'v', query: 'x' }
  for (const note of [
    noteOf(1),
    noteOf(2, { at: '2026-11-01T08:00:00.000Z' }),
    noteOf(3),
    noteOf(3, { id: 'w/nahr-3/2/revised', change: 'revised', sketch: '9;9' }),
    noteOf(4, { watch: other }),
  ])
    store.save(note)
  store.save({ ...noteOf(3), republished: [7] })
  expect(numbersOf(store)).toEqual([3, 1])
  expect(numbersOf(store, 2)).toEqual([3])
  expect(numbersOf(store, 0, '2026-10-01T00:00:00.000Z')).toEqual([3, 2, 1])
  expect(store.textsSince(3, 'w', AT)[0]?.sketch).toBe('3;0123')
})

it('holds in memory what is kept, whatever is saved and removed in between', () => {
  const { sql } = new NodeSql()
  sql.run(ALERTS_SCHEMA)
  const store = new AlertStore(sql)
  const watches = Array.from({ length: 10 }, (_, n) => ({ id: `w${n}`, name: 'w', query: 'x' }))
  const draw = fc.record({
    act: fc.constantFrom('save', 'save', 'save', 'ask', 'ask', 'remove'),
    watch: fc.constantFrom(...watches),
    number: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 9 }),
  })
  fc.assert(
    fc.property(fc.array(draw, { maxLength: 40 }), (draws) => {
      for (const { act, watch, number, day } of draws) {
        const at = `2026-11-0${day}T08:00:00.000Z`
        if (act === 'save') store.save(noteOf(number, { watch, at, id: `${watch.id}/${number}` }))
        if (act === 'remove') store.remove(number)
        const fresh = new AlertStore(sql)
        if (act === 'ask')
          expect(store.textsSince(number, watch.id, at)).toEqual(
            fresh.textsSince(number, watch.id, at),
          )
      }
    }),
    { numRuns: 100 },
  )
})

it('holds no text that was told before under an earlier day', () => {
  const { sql } = new NodeSql()
  sql.run(ALERTS_SCHEMA)
  const store = new AlertStore(sql)
  const later = '2026-11-25T08:00:00.000Z'
  store.save(noteOf(3))
  expect(numbersOf(store, 0, later)).toEqual([])
  store.save(noteOf(3, { at: later }))
  expect(numbersOf(store, 0, later), 'because the first telling stands').toEqual([])
})
