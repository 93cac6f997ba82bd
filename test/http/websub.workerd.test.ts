import { createHmac } from 'node:crypto'
import { runInDurableObject } from 'cloudflare:test'
import { env, exports } from 'cloudflare:workers'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { plainText } from '../../src/feeds/xml-bytes.ts'
import { Published, allSnapshotKey } from '../../src/platform/published.ts'
import { RSS_TYPE, desk, follow, pollOne, publisherWith, rss } from '../objects/desk-client.ts'
import { BASE } from '../workerd/call.ts'
import { messagesSeen, requestsSeen, resetInternet, setPage } from '../workerd/internet.ts'
import { settled } from '../workerd/settled.ts'

const HUB = `${BASE}/websub`
const TOPIC = `${BASE}/feeds/pier/ar.atom`
const FEED = 'https://pier.example/feed'

const hub = (path = '/feeds/pier/ar.atom') => env.HUBS.getByName(path)

async function post(
  form: Record<string, string>,
  init: RequestInit = { method: 'POST' },
): Promise<Response> {
  const body = new URLSearchParams(form)
  return await exports.default.fetch(new Request(HUB, { ...init, body }))
}

const subscribe = (callback: string, more: Record<string, string> = {}) =>
  post({ 'hub.mode': 'subscribe', 'hub.topic': TOPIC, 'hub.callback': callback, ...more })

/** Subscribes a callback that confirms, and waits until it is a subscriber. */
async function subscriber(callback: string, more: Record<string, string> = {}): Promise<void> {
  await setPage(callback.split('?', 1)[0] ?? callback, { echo: 'hub.challenge' })
  const before = (await hub().report()).subscribers
  expect((await subscribe(callback, more)).status).toBe(202)
  await settled(async () => (await hub().report()).subscribers === before + 1)
}

/** Requests to a callback: their parameters. */
async function asked(callback: string): Promise<Record<string, string>[]> {
  return (await requestsSeen())
    .filter((line) => line.startsWith(`GET ${callback}`))
    .map((line) => Object.fromEntries(new URL(line.slice(4)).searchParams))
}

const sentTo = async (callback: string) =>
  (await messagesSeen()).filter(({ url }) => url === callback)

let n = 0

/** Something new at the source, polled at once. */
async function news(): Promise<string> {
  n += 1
  const title = `بيان ${n}`
  const items = Array.from({ length: n }, (_, index) => ({
    n: n - index,
    title: `بيان ${n - index}`,
    text: 'نص.',
  }))
  await setPage(FEED, { headers: { ...RSS_TYPE, etag: `"${n}"` }, body: rss(items) })
  await pollOne('pier')
  return title
}

async function holds(key: string, number: number): Promise<boolean> {
  const { entries = [] } = (await new Published(env.PUBLISHED).loadSnapshot(key)) ?? {}
  return entries.some(({ title }) => plainText(title) === `بيان ${number}`)
}

const feedText = async () => await (await exports.default.fetch(new Request(TOPIC))).text()

/** Lets the hub's alarm ring at a later time. The clock is everybody's: the front must be at rest. */
async function later(ms: number): Promise<void> {
  await settled(async () => await holds('snapshot:all', n))
  await runInDurableObject(hub(), async (instance) => {
    const now = Date.now
    Date.now = () => now() + ms
    try {
      await instance.alarm()
    } finally {
      Date.now = now
    }
  })
}

const secretOf = async (callback: string): Promise<string | undefined> =>
  await runInDurableObject(
    hub(),
    (_, { storage }) =>
      storage.sql
        .exec<{ secret: string }>('SELECT secret FROM subscribers WHERE callback = ?', callback)
        .toArray()
        .at(0)?.secret,
  )

const frontHas = async (number: number): Promise<boolean> =>
  await runInDurableObject(env.FRONT.getByName('front'), (instance) =>
    instance.newest().some(({ head }) => head.includes(`"title":"بيان ${number}"`)),
  )

async function unsubscribeAll(): Promise<void> {
  // Its tables are made when it is first asked for something.
  await hub().report()
  await runInDurableObject(hub(), (_, { storage }) => {
    storage.sql.exec('DELETE FROM subscribers')
    storage.sql.exec('DELETE FROM pending')
  })
  await later(0)
}

/** KV takes one write a second a key: a feed that is served old makes its new subscribers owed. */
const servedNewest = async () =>
  await settled(async () => (await feedText()).includes(`<title type="text">بيان ${n}</title>`))

beforeAll(async () => {
  await resetInternet()
  n = 1
  await setPage(FEED, {
    headers: { ...RSS_TYPE, etag: '"1"' },
    body: rss([{ n: 1, title: 'بيان 1', text: 'نص.' }]),
  })
  await follow(publisherWith('pier', { url: FEED }))
  await settled(async () => (await env.PUBLISHED.get('snapshot:pier')) !== null)
})

describe('a wish', () => {
  it.each([
    { because: 'a mode that is none', form: { 'hub.mode': 'publish' }, status: 400 },
    { because: 'no callback', form: { 'hub.callback': '' }, status: 400 },
    { because: 'a callback that is no address', form: { 'hub.callback': 'me' }, status: 400 },
    { because: 'a private address', form: { 'hub.callback': 'http://192.168.0.1/' }, status: 400 },
    { because: 'loopback, spelt out', form: { 'hub.callback': 'http://2130706433/' }, status: 400 },
    { because: 'ourselves', form: { 'hub.callback': `${BASE}/websub` }, status: 400 },
    { because: 'a fragment', form: { 'hub.callback': 'https://a.example/#x' }, status: 400 },
    { because: 'a secret of 200 bytes', form: { 'hub.secret': 'x'.repeat(200) }, status: 400 },
    { because: 'a topic of others', form: { 'hub.topic': 'https://a.example/f' }, status: 404 },
    { because: 'a page of ours', form: { 'hub.topic': `${BASE}/feeds/pier/ar` }, status: 404 },
    { because: 'a feed with a query', form: { 'hub.topic': `${TOPIC}?limit=1` }, status: 404 },
    {
      because: 'a feed that is not there',
      form: { 'hub.topic': `${BASE}/feeds/no/ar.rss` },
      status: 404,
    },
  ])('is refused in plain words: $because', async ({ form, status }) => {
    const response = await subscribe('https://reader.example/cb', form)
    expect(response.status).toBe(status)
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect((await response.text()).length).toBeGreaterThan(20)
  })

  it('by another method is 405, and a body without end 413', async () => {
    const read = await exports.default.fetch(new Request(HUB))
    expect(read.status).toBe(405)
    expect(read.headers.get('allow')).toBe('POST')
    expect((await subscribe('https://a.example/', { more: 'x'.repeat(20_000) })).status).toBe(413)
  })
})

describe('a subscription', () => {
  beforeEach(async () => {
    await unsubscribeAll()
    await servedNewest()
  })

  it.each([
    { because: 'as the first one', others: [] },
    { because: 'beside others', others: ['https://zero.example/other'] },
  ])('misses nothing that came while its callback was asked, $because', async ({ others }) => {
    for (const other of others) await subscriber(other)
    const callback = `https://zero.example/slow-${others.length}`
    await setPage(callback, { status: 503, echo: 'none' })
    await subscribe(callback)
    await settled(async () => (await asked(callback)).length > 0)
    const title = await news()
    await servedNewest()
    await setPage(callback, { echo: 'hub.challenge' })
    await later(11_000)
    // The clock is moved for one run alone: what that leaves for the next is asked for.
    for (let run = 0; run < 2; run++) await later(12_000)
    const sent = await sentTo(callback)
    expect(sent).toHaveLength(1)
    expect(sent[0]?.body).toContain(`<title type="text">${title}</title>`)
  })

  it('shares its host with a hundred others, those counted whose callbacks are still asked', async () => {
    await setPage('https://crowded.example/', { status: 503, echo: 'none' })
    const wish = (number: number, mode: string) => ({
      mode,
      callback: `https://crowded.example/${number}`,
      secret: '',
      leaseSeconds: 3_600,
      token: '',
      reason: '',
      seen: '',
    })
    await runInDurableObject(hub(), (_, { storage }) => {
      for (let number = 0; number < 100; number++) {
        const value = JSON.stringify(wish(number, 'subscribe'))
        const callback = `https://crowded.example/${number}`
        storage.sql.exec(
          'INSERT INTO pending (callback, value, due) VALUES (?, ?, ?)',
          callback,
          value,
          Date.now() + 60_000,
        )
      }
    })
    const refused = await subscribe('https://crowded.example/101')
    expect(refused.status).toBe(403)
    expect(await refused.text()).toContain('this host has no seat left')
    await runInDurableObject(hub(), (_, { storage }) => {
      storage.sql.exec(
        "UPDATE pending SET value = ? WHERE callback LIKE '%/7'",
        JSON.stringify(wish(7, 'unsubscribe')),
      )
    })
    const heard = await subscribe('https://crowded.example/101')
    expect(await heard.text()).not.toContain('this host')
  })

  it('begins only when the callback gives the challenge back, its own query kept', async () => {
    const callback = 'https://one.example/cb?user=7&x=%D8%A8'
    await subscriber(callback, {
      'hub.lease_seconds': '86400',
      'hub.verify_token': 'tok',
      odd: '1',
    })
    const line = (await requestsSeen()).find((one) => one.includes('one.example'))
    expect(line).toContain(`GET ${callback}&hub.mode=subscribe`)
    const [question] = await asked('https://one.example/cb')
    expect(question).toMatchObject({
      'hub.topic': TOPIC,
      'hub.lease_seconds': '86400',
      'hub.verify_token': 'tok',
    })
    expect(question?.['hub.challenge']?.length).toBeGreaterThan(30)
  })

  it.each([
    { because: 'another word comes back', page: { body: 'yes' } },
    { because: 'there is nobody', page: { status: 404, echo: 'hub.challenge' } },
    {
      because: 'a redirect is no answer',
      page: { status: 302, headers: { location: 'https://two.example/ok' }, echo: 'hub.challenge' },
    },
  ])('does not begin where $because', async ({ page }) => {
    const callback = `https://two.example/${Math.random()}`
    await setPage(callback, { echo: 'nothing', ...page })
    expect((await subscribe(callback)).status).toBe(202)
    await settled(async () => (await hub().report()).pending === 0)
    expect((await hub().report()).subscribers).toBe(0)
  })

  it('is told of what is new, signed, with the whole feed and its two links', async () => {
    const callback = 'https://three.example/cb'
    await subscriber(callback, { 'hub.secret': 'a secret' })
    expect(await sentTo(callback)).toEqual([])
    const title = await news()
    await settled(async () => (await sentTo(callback)).length > 0)
    const [message] = await sentTo(callback)
    expect(message?.headers).toMatchObject({
      'content-type': 'application/atom+xml; charset=utf-8',
      link: `<${HUB}>; rel="hub", <${TOPIC}>; rel="self"`,
      'x-hub-signature': `sha256=${createHmac('sha256', 'a secret')
        .update(message?.body ?? '')
        .digest('hex')}`,
    })
    expect(message?.body).toContain(`<title type="text">${title}</title>`)
    // KV takes one write a second a key; the hub does not wait for it.
    await settled(async () => (await feedText()) === message?.body)
  })

  it('gets each update once, and nothing where its own feed did not change', async () => {
    const callback = 'https://four.example/cb'
    await subscriber(callback)
    await news()
    await settled(async () => (await sentTo(callback)).length === 1)
    await settled(async () => (await feedText()) === (await sentTo(callback))[0]?.body)
    const { version } = await hub().report()
    const orders = await env.PUBLISHED.getWithMetadata<{ authority: string }>(
      'snapshot:pier',
      'arrayBuffer',
    )
    await hub().publish({
      snapshot: new Uint8Array(orders.value!),
      authority: orders.metadata!.authority,
    })
    expect((await hub().report()).version).toBe(version)
    await later(0)
    expect(await sentTo(callback)).toHaveLength(1)
  })

  it('that fails is tried again later, and the newest is what it gets then', async () => {
    const callback = 'https://five.example/cb'
    await subscriber(callback)
    await setPage(callback, { status: 500, echo: 'none' })
    await news()
    await settled(async () => (await sentTo(callback)).length === 1)
    await setPage(callback, { status: 200, echo: 'none' })
    await later(11_000)
    const sent = await sentTo(callback)
    expect(sent).toHaveLength(2)
    expect(sent[1]?.body).toBe(sent[0]?.body)
    await later(120_000)
    expect(await sentTo(callback)).toHaveLength(2)
  })

  it('ends where the callback says 410', async () => {
    const callback = 'https://six.example/cb'
    await subscriber(callback)
    await setPage(callback, { status: 410, echo: 'none' })
    await news()
    await settled(async () => (await hub().report()).subscribers === 0)
  })

  it('ends when it is taken back, and only if the callback agrees', async () => {
    const callback = 'https://seven.example/cb'
    await subscriber(callback)
    const form = { 'hub.mode': 'unsubscribe', 'hub.topic': TOPIC, 'hub.callback': callback }
    await setPage(callback, { status: 404, echo: 'hub.challenge' })
    await post(form)
    await settled(async () => (await hub().report()).pending === 0)
    expect((await hub().report()).subscribers).toBe(1)
    await setPage(callback, { echo: 'hub.challenge' })
    await post(form)
    await settled(async () => (await hub().report()).subscribers === 0)
  })

  it('is nothing that a stranger can take back: no row, no request', async () => {
    const callback = 'https://stranger.example/cb'
    const form = { 'hub.mode': 'unsubscribe', 'hub.topic': TOPIC, 'hub.callback': callback }
    expect((await post(form)).status).toBe(202)
    expect((await hub().report()).pending).toBe(0)
    await later(0)
    expect(await asked(callback)).toEqual([])
  })

  it('is nothing that is taken back of a feed that there is not', async () => {
    const topic = `${BASE}/feeds/made-up/ar.atom`
    const form = { 'hub.topic': topic, 'hub.callback': 'https://stranger.example/cb' }
    expect((await post({ ...form, 'hub.mode': 'unsubscribe' })).status).toBe(404)
  })

  it('is renewed only if the callback agrees: until then the old one holds', async () => {
    const callback = 'https://eight.example/cb'
    await subscriber(callback, { 'hub.secret': 'old' })
    await setPage(callback, { body: 'no' })
    await subscribe(callback, { 'hub.secret': 'new' })
    await settled(async () => (await hub().report()).pending === 0)
    expect(await secretOf(callback)).toBe('old')
    await setPage(callback, { echo: 'hub.challenge' })
    await subscribe(callback, { 'hub.secret': 'new' })
    await settled(async () => (await secretOf(callback)) === 'new')
  })

  it('ends with its lease, which nobody gets for ever', async () => {
    await subscriber('https://nine.example/cb', { 'hub.lease_seconds': '999999999' })
    await later(29 * 86_400_000)
    expect((await hub().report()).subscribers).toBe(1)
    await later(31 * 86_400_000)
    expect((await hub().report()).subscribers).toBe(0)
  })

  it('costs the publisher nothing while nobody subscribes', async () => {
    const topics = async () =>
      await runInDurableObject(env.PUBLISHERS.getByName('pier'), (_, { storage }) =>
        storage.sql
          .exec<{ value: string }>("SELECT value FROM settings WHERE name = 'hubTopics'")
          .one(),
      )
    expect((await topics()).value).toBe('[]')
    await subscriber('https://ten.example/cb')
    await settled(async () => (await topics()).value === '["/feeds/pier/ar.atom"]')
  })

  it('is one of a hundred at most on the free plan, which says so', async () => {
    await runInDurableObject(env.FRONT.getByName('front'), (instance) => {
      instance.setHubSeats('/feeds/other/ar.rss', 99)
    })
    await subscriber('https://eleven.example/cb')
    const refused = await subscribe('https://twelve.example/cb')
    expect(refused.status).toBe(403)
    expect(await refused.text()).toContain('the free plan carries 100 subscriptions')
    await runInDurableObject(env.FRONT.getByName('front'), (instance) => {
      instance.setHubSeats('/feeds/other/ar.rss', 0)
    })
  })
})

describe('a topic of all publishers', () => {
  it('is told by the front', async () => {
    const callback = 'https://all.example/cb'
    const path = '/feeds/all/both.rss'
    await setPage(callback, { echo: 'hub.challenge' })
    await subscribe(callback, { 'hub.topic': BASE + path })
    await settled(async () => (await hub(path).report()).subscribers === 1)
    const title = await news()
    // A feed that was served old when the wish came is sent at once: what is new follows it.
    await settled(async () =>
      (await sentTo(callback)).some(({ body }) => body.includes(`<title>${title}</title>`)),
    )
  })
})

describe('the feed of all publishers', () => {
  it('loses nothing that comes while it is written', async () => {
    await settled(async () => await holds('snapshot:all', n))
    let release: () => void = () => undefined
    const gate = new Promise<void>((resolve) => (release = resolve))
    let waits = 0
    const slow = vi
      .spyOn(Published.prototype, 'saveSnapshot')
      .mockImplementation(async (key, bytes, facts) => {
        if (key === allSnapshotKey && waits++ === 0) await gate
        await env.PUBLISHED.put(key, bytes, { metadata: { hash: `slow-${waits}`, ...facts } })
      })
    await news()
    await settled(() => Promise.resolve(waits > 0))
    await news()
    await settled(async () => await frontHas(n))
    release()
    await settled(async () => await holds('snapshot:all', n))
    slow.mockRestore()
  })
})

describe('a topic that ends', () => {
  it('denies its subscribers with the reason, and its feed says 410', async () => {
    await unsubscribeAll()
    const callback = 'https://last.example/cb'
    await subscriber(callback)
    await desk().removePublisher('pier')
    await settled(async () =>
      (await asked(callback)).some((question) => question['hub.mode'] === 'denied'),
    )
    expect((await asked(callback)).at(-1)).toMatchObject({
      'hub.topic': TOPIC,
      'hub.reason': 'the publisher is not followed any more',
    })
    expect((await hub().report()).subscribers).toBe(0)
    await settled(async () => (await exports.default.fetch(new Request(TOPIC))).status === 410)
    expect((await subscribe(callback)).status).toBe(410)
  })
})

describe('a stranger who never stops wishing', () => {
  it('is not heard after a hundred wishes an hour: they would spend the rows of the polls', async () => {
    const path = '/feeds/all/both.atom'
    const wish = async (n: number) =>
      (await subscribe(`https://crowd.example/${n}`, { 'hub.topic': BASE + path })).status
    const answers: number[] = []
    for (let n = 0; n < 101; n++) answers.push(await wish(n))
    expect(answers.at(-1)).toBe(429)
    // What is no wish at all counts for nobody.
    expect((await subscribe('http://10.0.0.1/')).status).toBe(400)
  })
})
