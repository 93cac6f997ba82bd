import { expect, it } from 'vitest'
import { type Item, SOURCE, SimulatedPublisher, feedPage } from './simulated-publisher.ts'

const item = (n: number, readers: number): Item => ({
  slug: `bayan-${n}`,
  title: `بيان رقم ${n}`,
  date: `2026-01-0${n}T08:00:00Z`,
  text: `يفتح الجسر رقم ${n} يوم الأحد أمام الجميع بعد إصلاحه كله.\nبلغ عدد من قرأ الخبر ${readers} من الزوار`,
})

it('stops taking a counter for an edit, writes nothing for it, and still sees edits', async () => {
  const world = new SimulatedPublisher()
  const revisions = () => world.sql.dump(['revisions'])['revisions']?.length ?? 0
  const poll = async (items: readonly Item[]) => {
    world.pages.set(SOURCE.url, feedPage(items))
    return await world.poll()
  }
  await poll([item(1, 10), item(2, 10)])
  for (const readers of [12, 15]) await poll([item(1, readers), item(2, readers)])
  const learned = revisions()
  const tables = ['statements', 'revisions', 'identities', 'entries', 'alerts', 'outbox'] as const
  const before = world.sql.dump(tables)
  for (const readers of [20, 31, 40]) {
    expect(await poll([item(1, readers), item(2, readers)])).toMatchObject({ revised: 0 })
  }
  expect(revisions()).toBe(learned)
  expect(world.sql.dump(tables)).toEqual(before)
  const edited = { ...item(1, 50), text: item(1, 50).text.replace('الأحد', 'الخميس') }
  expect(await poll([edited, item(2, 50)])).toMatchObject({ revised: 1 })
})
