import { expect, it } from 'vitest'
import { settleFlood } from '../../src/objects/settle-flood.ts'
import { type Item, SOURCE, SimulatedPublisher, feedPage } from './simulated-publisher.ts'

const item = (n: number, text = `نص البيان رقم ${n} وفيه كلام عن الجسر.`): Item => ({
  slug: `bayan-${n}`,
  title: `بيان رقم ${n} حول الجسر`,
  text,
  date: new Date(Date.parse('2026-01-01T00:00:00Z') + n * 3_600_000).toISOString(),
})
const edited = item(12, 'نص آخر عن الجسر.')
const numbers = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, n) => to - n)

/** A flood of eight statements, of which one is edited while the operator has said nothing. */
async function flooded(): Promise<SimulatedPublisher> {
  const world = new SimulatedPublisher()
  const show = async (items: readonly Item[]) => {
    world.pages.set(SOURCE.url, feedPage(items))
    await world.poll()
  }
  await show([4, 3, 2, 1].map((n) => item(n)))
  const burst = numbers(9, 16).map((n) => item(n))
  await show(burst)
  await show(burst.map((one) => (one.slug === edited.slug ? edited : one)))
  return world
}

const told = (world: SimulatedPublisher) => world.alerts().map((id) => id.split('/').at(-1))

it('holds an edit in the flood in which its statement waits, and tells both in their order', async () => {
  const world = await flooded()
  expect(told(world)).toEqual([])
  const [flood] = world.state.floods.list()
  settleFlood(flood?.number ?? 0, 'released', world.state)
  await world.tell()
  expect(told(world)).toEqual([...Array<string>(8).fill('appeared'), 'revised'])
})

it('tells nobody of either where the flood is dismissed, and of later edits as ever', async () => {
  const world = await flooded()
  const [flood] = world.state.floods.list()
  settleFlood(flood?.number ?? 0, 'dismissed', world.state)
  await world.tell()
  expect(told(world)).toEqual([])
  world.pages.set(SOURCE.url, feedPage([item(12, 'نص ثالث عن الجسر.'), item(11)]))
  await world.poll()
  expect(told(world)).toEqual(['revised'])
})
