import { expect, it } from 'vitest'
import { prepareAllOwed } from '../../src/objects/owed-entries.ts'
import { PublisherState } from '../../src/objects/publisher-state.ts'
import { statement } from '../feeds/sample.ts'
import { NodeSql } from './node-sql.ts'
import { errorsLogged } from './errors-logged.ts'

const NOW = Date.parse('2026-11-20T12:00:00Z')

function kept(state: PublisherState, number: number): void {
  const id = `nahr-${number}`
  const one = { ...statement(), id, tag: `tag:x,2026-11-20:${id}` }
  const known = { statement: one, listedTitle: one.title, keys: [] }
  state.statements.save(number, known, { kind: 'appeared', statement: one })
  state.outbox.addAllOnce([['entry', String(number)]])
}

it('one statement that cannot be made ready holds up no other, and is published when it can', async () => {
  const sql = new NodeSql()
  const state = new PublisherState(sql.sql)
  for (const number of [1, 2, 3]) kept(state, number)
  const wording = state.statements.wordings.at(2, 1)
  if (wording === undefined) throw new Error('no wording')
  state.statements.wordings.erase(2)
  const logged = await errorsLogged(() => prepareAllOwed(state, NOW))
  expect(logged).toEqual([expect.stringContaining('statement nahr-2 has lost revision 1')])
  const ready = () => [1, 2, 3].filter((n) => state.entries.load(`nahr-${n}`) !== undefined)
  expect(ready()).toEqual([1, 3])
  expect(state.outbox.allDue(NOW, 10), 'because it is put off').toEqual([])
  state.statements.wordings.save(2, wording)
  prepareAllOwed(state, NOW + 60_000)
  expect(ready()).toEqual([1, 2, 3])
  expect(state.outbox.allDue(NOW + 60_000, 10).map(({ kind, value }) => [kind, value])).toEqual([
    ['snapshot', ''],
    ['front', '2'],
  ])
})

it('pages of a source that is paused ring no alarm', () => {
  const state = new PublisherState(new NodeSql().sql)
  const source = (id: string, paused: boolean) => ({
    id,
    language: 'ar' as const,
    url: `https://${id}.example/`,
    kind: 'html' as const,
    interval: 300,
    paused,
  })
  const orders = (paused: boolean) => ({
    version: 1,
    authority: 'a',
    watchVersion: '',
    publisher: {
      id: 'nahr',
      name: { ar: 'ن', en: 'N' },
      site: 'https://nahr.example/',
      paused: false,
      sources: [source('nahr-ar', false), source('nahr-en', paused)],
    },
  })
  state.saveOrders(orders(false))
  state.rechecks.add(NOW, 'nahr-en', 1, 0)
  expect(state.dues.next().page).toBe(NOW)
  state.saveOrders(orders(true))
  expect(state.dues.next().page).toBe(Infinity)
})
