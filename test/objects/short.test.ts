import { describe, expect, it } from 'vitest'
import type { Source } from '../../src/sources/source.ts'
import type { Watch } from '../../src/watches/watch.ts'
import { PUBLISHER, SOURCE, SimulatedPublisher } from './simulated-publisher.ts'

const HOUR = 3_600_000
const PAGES: Source = {
  ...SOURCE,
  url: 'https://nahr.test/list',
  kind: 'html',
  selectors: { item: '.card', excerpt: 'p', body: '.text' },
}
const PAGE = 'https://nahr.test/bayan-2'
const TEXT = 'يعلن مجلس النهر أن ترميم الجسر القديم انتهى. '
const watch = (id: string, query: string, changes: Watch['changes']): Watch => ({
  id,
  name: id,
  query,
  publishers: [],
  languages: [],
  changes,
  endpoints: ['desk'],
  public: false,
})

/** A statement that is listed, and whose page does not answer for half an hour. */
async function listed(watches: readonly Watch[]): Promise<SimulatedPublisher> {
  const world = new SimulatedPublisher({ ...PUBLISHER, sources: [PAGES] }, watches)
  const card = (n: number) =>
    `<div class="card"><a href="/bayan-${n}">بيان المجلس رقم ${n}</a><p>${TEXT}</p></div>`
  const list = (numbers: readonly number[]) =>
    world.pages.set(PAGES.url, { body: `<html><body>${numbers.map(card).join('')}</body></html>` })
  const page = (text: string) => ({
    body: `<html><body><h1>بيان المجلس رقم 2</h1><div class="text"><p>${text}</p></div></body></html>`,
  })
  world.pages.set('https://nahr.test/bayan-1', page(TEXT))
  list([1])
  await world.poll(PAGES)
  list([2, 1])
  world.pages.set(PAGE, { status: 503 })
  await world.poll(PAGES)
  await world.pass(HOUR / 2)
  world.pages.set(PAGE, page(`${TEXT.repeat(3)}وحضر وفد المرفأ.`))
  await world.pass(2 * HOUR)
  return world
}

describe('a statement of which the list alone was had at first', () => {
  it('is told once; that its text came is no edit', async () => {
    const world = await listed([watch('bridge', 'الجسر', ['appeared', 'revised'])])
    expect(world.alerts().map((id) => id.split('/').at(-1))).toEqual(['appeared'])
    expect(world.state.statements.load(2)?.statement.text).toContain('المرفأ')
    expect(world.sql.dump(['edits'])['edits']).toEqual([])
    expect(world.kv.kept.has('revision:nahr-2:1')).toBe(true)
  })

  it('is told when the text brings the word, and an edit of it afterwards is an edit', async () => {
    const world = await listed([watch('harbour', 'المرفأ', ['appeared', 'revised'])])
    expect(world.alerts()).toHaveLength(1)
    const { body = '' } = world.pages.get(PAGE) ?? {}
    world.pages.set(PAGE, { body: body.replace('وفد المرفأ', 'وفد المرفأ الجديد') })
    await world.pass(30 * HOUR)
    expect(world.alerts()).toHaveLength(2)
  })

  it('is nothing to a watch that asks for edits alone', async () => {
    const world = await listed([watch('edits', 'الجسر', ['revised'])])
    expect(world.alerts()).toEqual([])
  })
})
