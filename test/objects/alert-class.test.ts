import { expect, it } from 'vitest'
import { webhookBody } from '../../src/deliveries/webhook-body.ts'
import { type Item, SOURCE, SimulatedPublisher, feedPage } from './simulated-publisher.ts'

const item: Item = {
  slug: 'bayan-2',
  title: 'بيان حول الجسر القديم',
  text: 'أصيب في حادث الجسر 17 عاملا يوم الأحد.',
  date: '2026-01-05T07:00:00Z',
}

it('an alert of an edit carries the class that the ledger gave it, and the words of the page', async () => {
  const world = new SimulatedPublisher()
  world.pages.set(SOURCE.url, feedPage([{ ...item, slug: 'bayan-1', title: 'بيان أول' }]))
  await world.poll()
  const lists = async (text: string) => {
    world.pages.set(SOURCE.url, feedPage([{ ...item, text }]))
    await world.poll()
  }
  await lists(item.text)
  await lists(item.text.replace('17', '19'))
  const told = world.deliveries.findLast(({ endpoint }) => endpoint === 'desk')
  if (told?.message.kind !== 'alert') throw new Error('nobody was told of the edit')
  expect(told.message.alert.class).toBe('number-name-date')
  const { data } = JSON.parse(webhookBody(told.message, 'https://bayan.test'))
  expect(data.changed).toEqual({
    before: 'أصيب في حادث الجسر 17 عاملا يوم الأحد.',
    after: 'أصيب في حادث الجسر 19 عاملا يوم الأحد.',
    class: 'number-name-date',
  })
})
