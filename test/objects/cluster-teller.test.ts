import { describe, expect, it } from 'vitest'
import { CLUSTERS_SCHEMA, ClusterStore } from '../../src/objects/cluster-store.ts'
import { ClusterTeller } from '../../src/objects/cluster-teller.ts'
import type { FrontErrand } from '../../src/objects/front-errand.ts'
import { FrontHubs } from '../../src/objects/front-hubs.ts'
import { HubTopics } from '../../src/objects/hub-topics.ts'
import { SETTINGS_SCHEMA, Settings } from '../../src/objects/settings.ts'
import { OUTBOX_SCHEMA, Outbox } from '../../src/objects/outbox.ts'
import type { ClusterNews } from '../../src/statements/cluster.ts'
import { prepareEntry } from '../../src/feeds/prepare-entry.ts'
import { statement } from '../feeds/sample.ts'
import { NodeSql } from './node-sql.ts'

const now = Date.parse('2026-11-20T12:00:00Z')
const TEXT =
  'أعلن المجلس أن فرق الصيانة أنهت ترميم الجسر القديم بعد أربعة أشهر من العمل المتواصل، وأن الحركة عليه تعود صباح الأحد في الاتجاهين، وشكر كل من أسهم في المشروع من المتطوعين والمهندسين وأهالي القرى المجاورة.'

function entry(id: string, hour: number) {
  const seen = `2026-11-20T0${hour}:00:00.000Z`
  return prepareEntry({ ...statement(), id, html: `<p>${TEXT}</p>`, firstSeen: seen })
}

function front() {
  const sql = new NodeSql()
  for (const part of `${CLUSTERS_SCHEMA}${OUTBOX_SCHEMA}`.split(';'))
    if (part.trim() !== '') sql.exec(part)
  const clusters = new ClusterStore(sql.sql)
  const told: { readonly to: string; readonly news: ClusterNews }[] = []
  const world = { isDown: false }
  const teller = new ClusterTeller({
    outbox: new Outbox(sql.sql),
    clusters,
    nameOf: (publisher) => ({ ar: publisher, en: publisher }),
    tell: async (publisher, number, news) => {
      if (world.isDown) throw new Error('down')
      told.push({ to: `${publisher}-${number}`, news })
    },
  })
  return { clusters, teller, told, world }
}

it('owes hubs and places in one line: no row takes another one’s number', async () => {
  const sql = new NodeSql()
  for (const part of `${SETTINGS_SCHEMA};${OUTBOX_SCHEMA}`.split(';'))
    if (part.trim() !== '') sql.exec(part)
  const outbox = new Outbox<FrontErrand>(sql.sql)
  const topics = new HubTopics(new Settings(sql.sql))
  topics.set('/feeds/all/ar.atom', true)
  const published: unknown[] = []
  const hubs = new FrontHubs(outbox, topics, () => ({
    publish: (news) => Promise.resolve(published.push(news)),
  }))
  const news = () => ({ snapshot: new Uint8Array(), authority: 'a' })
  hubs.owe()
  await hubs.tellSome(news, now)
  for (const id of ['a-1 ', 'b-1 ', 'c-1 ']) outbox.addOnce('cluster', id, now + 60_000)
  hubs.owe()
  await hubs.tellSome(news, now)
  expect(published).toHaveLength(2)
  expect(outbox.count()).toBe(3)
})

const idsOf = ({ news }: { readonly news: ClusterNews }) => news.members.map(({ id }) => id)

it('tells every place of all places, the first seen first, and nobody of a text that stands alone', async () => {
  const { clusters, teller, told } = front()
  teller.owe(clusters.take(entry('nahr-1', 1), now), now)
  expect(teller.next()).toBeUndefined()
  teller.owe(clusters.take(entry('sahl-7', 2), now), now)
  await teller.tellSome(now)
  expect(told.map(({ to }) => to)).toEqual(['nahr-1', 'sahl-7'])
  for (const one of told) expect(idsOf(one)).toEqual(['nahr-1', 'sahl-7'])
  expect(told[0]?.news.members[1]?.name).toEqual({ ar: 'sahl', en: 'sahl' })
  expect(teller.next()).toBeUndefined()
})

it('goes on owing what could not be told', async () => {
  const { clusters, teller, told, world } = front()
  teller.owe(clusters.take(entry('nahr-1', 1), now), now)
  teller.owe(clusters.take(entry('sahl-7', 2), now), now)
  world.isDown = true
  await teller.tellSome(now)
  expect(told).toEqual([])
  expect(teller.next()).toBe(now + 1_000)
  world.isDown = false
  await teller.tellSome(now + 1_000)
  expect(told).toHaveLength(2)
})

it('tells those who stay of what was erased', async () => {
  const { clusters, teller, told } = front()
  for (const [id, hour] of [
    ['nahr-1', 1],
    ['sahl-7', 2],
    ['dar-3', 3],
  ] as const)
    clusters.take(entry(id, hour), now)
  teller.oweErased(clusters.remove('nahr-1'), 'nahr-1')
  await teller.tellSome(now)
  expect(told.map(({ to, news }) => [to, news.erased])).toEqual([
    ['sahl-7', 'nahr-1'],
    ['dar-3', 'nahr-1'],
  ])
  for (const one of told) expect(idsOf(one)).toEqual(['sahl-7', 'dar-3'])
})

describe('one text at very many places', () => {
  /** So many copies, one in so many ms, each looked at when it comes; how many calls are made. */
  async function callsOf(copies: number, apartMs: number): Promise<number> {
    const { clusters, teller, told } = front()
    let at = now
    for (let n = 0; n < copies; n += 1, at += apartMs) {
      const seen = new Date(at - 3_600_000).toISOString()
      const one = { ...statement(), id: `site${n}-1`, html: `<p>${TEXT}</p>`, firstSeen: seen }
      teller.owe(clusters.take(prepareEntry(one), at), at)
      await teller.tellSome(at)
    }
    while ((teller.next() ?? Infinity) < Infinity) {
      at = Math.max(at, teller.next() ?? at)
      await teller.tellSome(at)
    }
    return told.length
  }

  it.each([
    {
      copies: 100,
      apartMs: 1_000,
      most: 120,
      because: 'a minute and a half: most lists are told once',
    },
    { copies: 200, apartMs: 1_000, most: 220, because: 'a hundred more, a call each' },
    { copies: 100, apartMs: 600_000, most: 200, because: 'all day, so that nothing gathers' },
    { copies: 200, apartMs: 600_000, most: 300, because: 'a hundred more, a call each' },
  ])('costs at most $most calls for $copies: $because', async ({ copies, apartMs, most }) => {
    const calls = await callsOf(copies, apartMs)
    expect(calls).toBeGreaterThanOrEqual(copies)
    expect(calls).toBeLessThanOrEqual(most)
  })

  it('names the first twenty to each of those, and to one that comes later', async () => {
    const { clusters, teller, told } = front()
    let at = now
    for (let n = 10; n < 40; n += 1, at += 600_000) {
      const seen = new Date(at - 3_600_000).toISOString()
      const one = { ...statement(), id: `site-${n}`, html: `<p>${TEXT}</p>`, firstSeen: seen }
      teller.owe(clusters.take(prepareEntry(one), at), at)
      await teller.tellSome(at + 300_000)
      await teller.tellSome(at + 300_001)
    }
    const first = Array.from({ length: 20 }, (_, n) => `site-${n + 10}`)
    const last = new Map(told.map(({ to, news }) => [to, news.members.map(({ id }) => id)]))
    expect(last.get('site-10')).toEqual(first)
    expect(last.get('site-29')).toEqual(first)
    expect(last.get('site-39')).toEqual(first)
  })
})
