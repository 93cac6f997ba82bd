import { describe, expect, it } from 'vitest'
import { eraseStatement } from '../../src/objects/erase.ts'
import { settleFlood } from '../../src/objects/settle-flood.ts'
import { tieOrPart } from '../../src/objects/operator-ties.ts'
import {
  BILINGUAL,
  ENGLISH_SOURCE,
  type Item,
  SOURCE,
  SimulatedPublisher,
  feedPage,
} from './simulated-publisher.ts'

const SECRET = 'كلام لا يبقى'
const item = (slug: string, text: string): Item => ({
  slug,
  title: `بيان ${slug}`,
  text,
  date: '2026-01-05T07:00:00Z',
})
const english: Item = {
  ...item('en/1', 'The harvest of 40 farms.'),
  title: 'A statement on olives',
}

async function following(): Promise<SimulatedPublisher> {
  const world = new SimulatedPublisher(BILINGUAL)
  await world.pollBoth([item('old', 'نص قديم')], [{ ...english, slug: 'en/old', title: 'old' }])
  return world
}

const everything = (world: SimulatedPublisher) =>
  JSON.stringify(
    world.sql.dump([
      'settings',
      'statements',
      'revisions',
      'entries',
      'edits',
      'alerts',
      'held',
      'outbox',
      'chores',
      'pairing',
      'wanted',
      'sources',
    ]),
  )

describe('an erased statement leaves no word', () => {
  it('in the alerts about its partner, which are told all the same', async () => {
    const world = await following()
    world.pages.set(SOURCE.url, feedPage([item('1', `بيان الجسر: ${SECRET}`)]))
    await world.poll(SOURCE)
    const number = world.state.statements.nextNumber() - 1
    world.pages.set(ENGLISH_SOURCE.url, feedPage([english]))
    await world.poll(ENGLISH_SOURCE)
    tieOrPart(number, `nahr-${number + 1}`, world.state, world.now)
    // An alert about the partner, which quotes this one, still waits.
    const [note] = world.state.alerts.of(number + 1)
    if (note === undefined) throw new Error('nobody was told of the partner')
    const matches = [{ part: 'x', field: 'text', surface: SECRET, start: 0, end: 5 }] as const
    world.state.alerts.save({ ...note, partner: { number, revision: 1, matches } })
    const errand = {
      number: number + 1,
      watch: 'all',
      alert: note.id,
      endpoint: 'desk',
      delivery: 'd',
    }
    world.state.outbox.add('alert', JSON.stringify(errand))
    expect(everything(world)).toContain(SECRET)
    eraseStatement(number, 'asked for', world.state, world.now)
    await world.tell()
    expect(everything(world)).not.toContain(SECRET)
    expect(world.deliveries.at(-1)?.id).toBe('d')
    expect(world.state.outbox.count()).toBe(0)
  })

  it('in what was learned to be volatile', async () => {
    const world = await following()
    const page = (n: number) => item('1', `نص البيان الذي يبقى كما هو.\nقرأه ${n} زائر: ${SECRET}`)
    for (const n of [1, 2, 3]) {
      world.pages.set(SOURCE.url, feedPage([page(n)]))
      await world.poll(SOURCE)
    }
    expect(JSON.stringify(world.state.volatile.of(SOURCE.id))).toContain(SECRET)
    const number = world.state.statements.nextNumber() - 1
    eraseStatement(number, 'asked for', world.state, world.now)
    await world.tell()
    expect(everything(world)).not.toContain(SECRET)
  })

  it('in a flood that is released later, and holds nobody up', async () => {
    const world = await following()
    const flood = { source: SOURCE.id, at: '2026-01-05T08:00:00.000Z', fresh: 1, listed: 1 }
    world.pages.set(SOURCE.url, feedPage([item('1', `بيان الجسر: ${SECRET}`)]))
    await world.poll(SOURCE)
    const number = world.state.statements.nextNumber() - 1
    const [note] = world.state.alerts.of(number)
    world.state.floods.save(1, { ...flood, state: 'held' })
    for (const one of [number, 1])
      world.state.floods.hold(
        1,
        JSON.stringify({
          number: one,
          watch: 'all',
          alert: note?.id,
          endpoint: 'desk',
          delivery: 'd',
        }),
      )
    eraseStatement(number, 'asked for', world.state, world.now)
    expect(settleFlood(1, 'released', world.state)).toHaveLength(1)
  })
})

it('an erased publisher leaves nothing that was set for later or learned', async () => {
  const world = await following()
  world.pages.set(SOURCE.url, feedPage([item('1', `بيان الجسر: ${SECRET}`)]))
  await world.poll(SOURCE)
  world.state.outbox.addOnce('wipe', '')
  await world.tell()
  const kept = world.sql.dump([
    'statements',
    'revisions',
    'identities',
    'entries',
    'edits',
    'alerts',
    'held',
    'chores',
    'pairing',
    'wanted',
    'rechecks',
    'outbox',
  ])
  for (const [table, rows] of Object.entries(kept)) expect(rows, table).toEqual([])
  expect(everything(world)).not.toContain('الجسر')
})
