import { runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import type { PublisherOrders } from '../../src/objects/publisher-orders.ts'
import type { SourceState } from '../../src/sources/source-state.ts'
import { mostAtOnce, requestsSeen, resetInternet, setPage } from '../workerd/internet.ts'
import { settled } from '../workerd/settled.ts'
import { RSS_TYPE, desk, publisherObject, publisherWith, rss } from './desk-client.ts'
import { item, later, page } from './fault-site.ts'

const HOUR = 3_600_000
const answer = { headers: RSS_TYPE, body: rss([item(1)]) }

beforeAll(resetInternet)

async function save(id: string, ...urls: string[]): Promise<void> {
  const publisher = publisherWith(id)
  const [source] = publisher.sources
  if (source === undefined) throw new Error('there is no source')
  const sources = urls.map((url, n) => ({ ...source, id: `${id}-${n}`, url }))
  const saved = await desk().savePublisher({ ...publisher, sources })
  if (saved.kind === 'refused') throw new Error(saved.message.en)
}

/** How often an address was asked for. */
async function asked(url: string): Promise<number> {
  return (await requestsSeen()).filter((one) => one === `GET ${url}`).length
}

async function ring(id: string): Promise<void> {
  await runInDurableObject(publisherObject(id), async (object) => await object.alarm())
}

async function polls(id: string): Promise<number> {
  const { sources } = await publisherObject(id).report()
  return sources.flatMap((one) => Object.values(one.polls)).reduce((sum, one) => sum + one, 0)
}

async function sharedHostsOf(id: string): Promise<readonly string[] | undefined> {
  return await runInDurableObject(publisherObject(id), (_object, { storage }) => {
    const query = "SELECT value FROM settings WHERE name = 'orders'"
    const { value } = storage.sql.exec<{ value: string }>(query).one()
    return (JSON.parse(value) as PublisherOrders).sharedHosts
  })
}

/** Counts what an object asks of hosts' objects, and the rows that it writes. */
async function watched(id: string, work: () => Promise<void>) {
  const seen = { calls: 0, rows: 0 }
  let undo = () => {}
  await runInDurableObject(publisherObject(id), (instance, { storage }) => {
    const object = instance as unknown as { env: Env }
    const real = object.env
    object.env = new Proxy(real, {
      get: (target, name) => {
        if (name === 'HOSTS') seen.calls += 1
        return Reflect.get(target, name)
      },
    })
    const exec = storage.sql.exec.bind(storage.sql)
    storage.sql.exec = ((query: string, ...values: unknown[]) => {
      if (!query.trimStart().startsWith('SELECT')) seen.rows += 1
      return exec(query, ...(values as never[]))
    }) as typeof exec
    undo = () => {
      object.env = real
      storage.sql.exec = exec
    }
  })
  await work()
  await runInDurableObject(publisherObject(id), () => undo())
  return seen
}

describe('a host that several publishers share', () => {
  it('is asked by one of them at a time, in listings, pages and robots.txt', async () => {
    const host = 'https://ministry.example'
    const slow = { ...answer, delayMs: 80 }
    const ids = ['ministry-a', 'ministry-b']
    for (const id of ids) await setPage(`${host}/${id}`, slow)
    const list = '<article><a href="/s/1">بيان أول في القائمة</a></article>'
    await setPage(`${host}/ministry-a`, { ...page('البيانات', list), delayMs: 80 })
    await setPage(`${host}/s/1`, { ...page('بيان', '<p class="t">نص.</p>'), delayMs: 80 })
    await setPage(`${host}/robots.txt`, { status: 404, delayMs: 80 })
    // Known to all of them before any begins.
    for (const id of ids) {
      const publisher = publisherWith(id, { url: `${host}/${id}` })
      await desk().savePublisher({ ...publisher, paused: true })
    }
    expect(await sharedHostsOf('ministry-a')).toEqual(['ministry.example'])
    const selectors = { item: 'article', body: '.t' }
    const listed = { url: `${host}/ministry-a`, kind: 'html', selectors } as const
    await Promise.all([
      desk().savePublisher(publisherWith('ministry-a', listed)),
      save('ministry-b', `${host}/ministry-b`),
    ])
    await settled(async () => {
      const counts = await Promise.all(ids.map(polls))
      return counts.every((count) => count > 0)
    })
    expect(await mostAtOnce('ministry.example')).toBe(1)
    expect(await asked(`${host}/s/1`)).toBe(1)
    for (const id of ids) {
      const [source] = (await publisherObject(id).report()).sources
      expect(source, 'to wait is no failure').toMatchObject({ state: 'ok', polls: { ok: 1 } })
    }
  })

  it('is left alone by all where it asked one for a pause, and only so long', async () => {
    const [one, other] = ['https://tired.example/one', 'https://tired.example/other']
    await setPage(one, { status: 429, headers: { 'retry-after': '7200' } })
    await setPage(other, answer)
    await desk().savePublisher({ ...publisherWith('tired-other', { url: other }), paused: true })
    await save('tired-one', one)
    await settled(async () => (await asked(one)) === 1 && (await polls('tired-one')) === 1)
    await save('tired-other', other)
    await ring('tired-other')
    expect(await asked(other)).toBe(0)
    const [source] = (await publisherObject('tired-other').report()).sources
    expect(source, 'nothing is wrong with it').toMatchObject({ reason: null, lastPoll: null })
    const alarm = await runInDurableObject(publisherObject('tired-other'), (_object, state) =>
      state.storage.getAlarm(),
    )
    const wait = (alarm ?? 0) - Date.now()
    expect(wait, 'it asks again in five minutes').toBeGreaterThan(4 * 60_000)
    expect(wait, 'since the pause may be over by then').toBeLessThan(5.1 * 60_000)
    await later(1.9 * HOUR, async () => await ring('tired-other'))
    expect(await asked(other)).toBe(0)
    await later(2.1 * HOUR, async () => await ring('tired-other'))
    expect(await asked(other)).toBe(1)
  })

  it('is free again where the run that had the turn died, and a wait writes no row', async () => {
    const url = 'https://killed.example/feed'
    await setPage(url, answer)
    await desk().savePublisher({ ...publisherWith('killed-b', { url }), paused: true })
    const held = await env.HOSTS.getByName('killed.example').take('killed-a')
    expect(held).toHaveProperty('turn')
    await desk().savePublisher({ ...publisherWith('killed-a', { url }), paused: true })
    await save('killed-b', url)
    await ring('killed-b')
    const seen = await watched('killed-b', () => later(20_000, () => ring('killed-b')))
    expect(seen, 'asked once, and nothing written').toEqual({ calls: 1, rows: 0 })
    expect(await asked(url)).toBe(0)
    await later(40_000, () => ring('killed-b'))
    expect(await asked(url)).toBe(1)
  })

  it('is given back when the caller lets go of the turn, as a caller that dies does', async () => {
    const host = env.HOSTS.getByName('let-go.example')
    const first = await host.take('one')
    if (!('turn' in first)) throw new Error('it was not given')
    expect(await host.take('two')).toHaveProperty('until')
    first.turn[Symbol.dispose]()
    await settled(async () => 'turn' in (await host.take('one')))
  })

  it('keeps a long pause when its object leaves memory, and none beyond a day', async () => {
    const host = env.HOSTS.getByName('forgetful.example')
    const asking = await host.take('one')
    if (!('turn' in asking)) throw new Error('it was not given')
    await asking.turn.end(Date.now() + 90 * 24 * HOUR)
    const kept = await runInDurableObject(host, (_object, { storage }) =>
      storage.get<number>('pausedUntil'),
    )
    expect(kept).toBeLessThanOrEqual(Date.now() + 24 * HOUR)
    expect(kept).toBeGreaterThan(Date.now() + 23 * HOUR)
  })

  it('is known to those whose sharing changes: they are told when one is saved or deleted', async () => {
    await save('sharer-a', 'https://common.example/a')
    expect(await sharedHostsOf('sharer-a')).toBeUndefined()
    await save('sharer-b', 'https://common.example/b')
    expect(await sharedHostsOf('sharer-a')).toEqual(['common.example'])
    expect(await sharedHostsOf('sharer-b')).toEqual(['common.example'])
    await desk().removePublisher('sharer-b')
    expect(await sharedHostsOf('sharer-a')).toBeUndefined()
  })
})

describe('a host of one publisher alone', () => {
  it('costs nothing: no object is asked', async () => {
    const url = 'https://own-host.example/feed'
    await setPage(url, answer)
    await save('own-host', url)
    await settled(async () => (await polls('own-host')) === 1)
    const seen = await watched('own-host', () =>
      later(30 * HOUR, async () => {
        // What is owed and what is due take turns.
        for (let n = 0; n < 6 && (await polls('own-host')) < 2; n++) await ring('own-host')
      }),
    )
    expect(await polls('own-host')).toBe(2)
    expect(seen.calls).toBe(0)
  })

  it('is left alone by all its sources where it asked one for a pause, restarts included', async () => {
    const [ar, en] = ['https://two-sources.example/ar', 'https://two-sources.example/en']
    await setPage(ar, { status: 503, headers: { 'retry-after': '7200' } })
    await setPage(en, answer)
    await save('two-sources', ar, en)
    await settled(async () => (await polls('two-sources')) === 1)
    await ring('two-sources')
    expect(await asked(en)).toBe(0)
    const kept = await runInDurableObject(
      publisherObject('two-sources'),
      (_object, { storage }) => {
        const { value } = storage.sql.exec<{ value: string }>('SELECT value FROM sources').one()
        return (JSON.parse(value) as { state: SourceState }).state.pausedUntil
      },
    )
    expect(kept, 'what a restart reads').toBeGreaterThan(Date.now() + 1.9 * HOUR)
    await later(2.1 * HOUR, async () => {
      await ring('two-sources')
      await ring('two-sources')
    })
    expect(await asked(en)).toBe(1)
  })
})
