import { describe, expect, it } from 'vitest'
import { alertTelling } from '../../src/deliveries/alert-lines.ts'
import { eraseStatement } from '../../src/objects/erase.ts'
import { exportPage } from '../../src/objects/export-page.ts'
import { noteCluster } from '../../src/objects/note-cluster.ts'
import { publishedStatement } from '../../src/objects/published-statement.ts'
import { restoreStatement } from '../../src/objects/restore-statement.ts'
import { type Item, SOURCE, SimulatedPublisher, feedPage } from './simulated-publisher.ts'

const TEXT =
  'أعلن المجلس أن فرق الصيانة أنهت ترميم الجسر القديم بعد أربعة أشهر من العمل المتواصل، وأن الحركة عليه تعود صباح الأحد في الاتجاهين، وشكر كل من أسهم في المشروع من المتطوعين والمهندسين وأهالي القرى المجاورة.'
const item = (slug: string, text = TEXT): Item => ({
  slug,
  title: 'بيان حول ترميم الجسر القديم',
  text,
  date: '2026-01-05T07:00:00Z',
})
const members = [
  { id: 'sahl-7', seen: '2026-01-05T06:00:00.000Z', name: { ar: 'هيئة السهل', en: 'Plain' } },
  { id: 'nahr-2', seen: '2026-01-05T08:00:00.000Z', name: { ar: 'مجلس النهر', en: 'River' } },
]

async function following(): Promise<SimulatedPublisher> {
  const world = new SimulatedPublisher()
  world.pages.set(SOURCE.url, feedPage([{ ...item('old'), title: 'قديم', text: 'نص قديم' }]))
  await world.poll()
  world.pages.set(SOURCE.url, feedPage([item('jisr')]))
  await world.poll()
  return world
}

const lastAlert = (world: SimulatedPublisher) => {
  const told = world.deliveries.findLast(({ endpoint }) => endpoint === 'desk')
  if (told?.message.kind !== 'alert') throw new Error('nobody was told')
  return told.message.alert
}

describe('where else a text was published', () => {
  it('is published beside the statement with one write, once, and outlives an edit', async () => {
    const world = await following()
    const before = world.kv.writes['statement'] ?? 0
    for (let n = 0; n < 2; n += 1) {
      noteCluster(2, { members }, world.state)
      await world.tell()
    }
    expect(world.kv.writes['statement']).toBe(before + 1)
    expect(await world.kv.get('statement:nahr-2', 'json')).toMatchObject({ cluster: members })
    world.pages.set(SOURCE.url, feedPage([item('jisr', `${TEXT} وزاد جملة.`)]))
    await world.poll()
    expect(publishedStatement(2, world.state)).toMatchObject({
      cluster: members,
      statement: { revision: 2 },
    })
  })

  it('changes no feed, and makes no alert', async () => {
    const world = await following()
    const [alerts, snapshots] = [world.alerts(), world.kv.writes['snapshot']]
    noteCluster(2, { members }, world.state)
    await world.tell()
    expect(world.alerts()).toEqual(alerts)
    expect(world.kv.writes['snapshot']).toBe(snapshots)
  })

  it('stands in a later alert of the statement, without its own place', async () => {
    const world = await following()
    expect(lastAlert(world).also).toBeUndefined()
    noteCluster(2, { members }, world.state)
    world.pages.set(SOURCE.url, feedPage([item('jisr', `${TEXT} وزاد جملة.`)]))
    await world.poll()
    expect(lastAlert(world)).toMatchObject({ change: 'revised' })
    expect(lastAlert(world).also).toEqual([
      {
        publisher: { id: 'sahl', name: { ar: 'هيئة السهل', en: 'Plain' }, site: '' },
        statement: { id: 'sahl-7', language: 'ar', url: '' },
      },
    ])
    // Our own page of it leads to the other publisher's.
    const plain = (text: string) => ({ text, marks: [] })
    const { lines } = alertTelling(lastAlert(world), 'https://bayan.test', plain)
    const spans = lines.find(({ role }) => role === 'also')?.spans
    expect(spans?.at(-1)).toEqual({
      text: 'هيئة السهل',
      url: 'https://bayan.test/statements/sahl-7',
    })
  })

  it('is known at once of one poll that brings the text twice: one alert, which lists the other', async () => {
    const world = await following()
    const school = (slug: string): Item => ({
      slug,
      title: `بيان حول المدارس الجديدة (${slug})`,
      text: 'افتتحت لجنة التعليم ثلاث مدارس في القرى الشرقية تتسع لستمئة تلميذ، وقال رئيسها إن الكتب وصلت كاملة وإن المعلمين أتموا دورات التدريب قبل بدء العام، ودعا الأهالي إلى تسجيل أبنائهم خلال الأسبوع المقبل في مقر اللجنة.',
      date: '2026-01-05T07:30:00Z',
    })
    world.pages.set(SOURCE.url, feedPage([school('again'), school('first'), item('jisr')]))
    const before = world.alerts().length
    await world.poll()
    expect(world.alerts()).toHaveLength(before + 1)
    expect(lastAlert(world).also?.map(({ statement }) => statement.url)).toEqual([
      expect.stringMatching(/^https:\/\/nahr\.test\/(?:again|first)$/),
    ])
  })

  it('goes with an export, and with the text when that is erased', async () => {
    const world = await following()
    noteCluster(2, { members }, world.state)
    const moved = new SimulatedPublisher()
    for (const one of exportPage(0, world.state).statements)
      restoreStatement(one, moved.state, world.now)
    expect(publishedStatement(2, moved.state)?.cluster).toEqual(members)
    eraseStatement(2, 'asked for', world.state, world.now)
    await world.tell()
    expect(JSON.stringify(publishedStatement(2, world.state))).not.toContain('sahl')
    noteCluster(2, { members }, world.state)
    expect(JSON.stringify(world.sql.dump(['statements']))).not.toContain('sahl')
  })
})
