import { exports } from 'cloudflare:workers'
import { runInDurableObject } from 'cloudflare:test'
import { beforeAll, describe, expect, it } from 'vitest'
import type { DeliveryRecord } from '../../src/objects/delivery-log.ts'
import { OPERATOR, call } from '../workerd/call.ts'
import { mostAtOnce, requestsSeen, resetInternet, setPage } from '../workerd/internet.ts'
import { settled } from '../workerd/settled.ts'
import { FaultSite, item, later, page, usual } from './fault-site.ts'
import {
  RSS_TYPE,
  desk,
  endpointObject,
  follow,
  pollOne,
  publisherObject,
  publisherWith,
  rss,
} from './desk-client.ts'
import { watchOf } from '../watches/ask.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

async function deliveries(endpoint: string): Promise<DeliveryRecord[]> {
  return await endpointObject(endpoint).list(undefined, undefined, 200)
}

beforeAll(async () => {
  await resetInternet()
  await setPage('https://hook.example/', { body: 'ok' })
  const secret = `whsec_${btoa('x'.repeat(32))}`
  const hook = { kind: 'webhook', url: 'https://hook.example/', secret, pace: 50 } as const
  await desk().saveEndpoint({ id: 'alerts', ...hook })
  await desk().saveEndpoint({ id: 'notices', ...hook, notices: true })
  await desk().savePublisher({ ...publisherWith('nobody'), paused: true })
  await desk().saveWatch(
    watchOf('بيان', { id: 'all-statements', name: 'x', endpoints: ['alerts'] }),
  )
})

describe('a private address', () => {
  it.each([
    'http://127.0.0.1/feed',
    'http://2130706433/',
    'http://[::1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://169.254.169.254/latest',
    'http://10.1.2.3/',
    'http://router/',
    'http://wiki.corp.internal/feed',
    'https://bayan.example/feeds/all/ar.rss',
    'http://user:word@news.example/',
    'https://news.example:8443/',
    'file:///etc/passwd',
  ])('is refused at save as a source, a site (fault 40): %s', async (url) => {
    const good = publisherWith('private-address')
    const [source] = good.sources
    for (const publisher of [
      { ...good, site: url },
      { ...good, sources: [{ ...source, url }] },
    ]) {
      const answer = await call('PUT', '/api/v1/publishers/private-address', publisher)
      expect(answer.status).toBe(422)
      expect(await answer.text()).toMatch(/not allowed.*غير مسموح/s)
    }
  })
})

describe('robots.txt (fault 68)', () => {
  const robots = (site: FaultSite, answer: Parameters<FaultSite['answer']>[0]) =>
    setPage(new URL('/robots.txt', site.feed).href, answer)

  it('is honoured: what it forbids is not asked for, and the source says so', async () => {
    const site = new FaultSite('forbidden')
    await robots(site, { body: 'User-agent: *\nDisallow: /feed' })
    await site.begin()
    expect(await site.requests()).toEqual([])
    expect((await site.report()).source).toMatchObject({ state: 'blocked', reason: 'robots' })
  })

  it('is asked at most once a day', async () => {
    const site = new FaultSite('daily-robots')
    await site.begin()
    const asked = async () =>
      (await requestsSeen()).filter((one) => one === 'GET https://daily-robots.example/robots.txt')
        .length
    for (let poll = 0; poll < 3; poll++) await site.poll()
    expect(await asked()).toBe(1)
    await later(25 * HOUR, () => site.poll())
    expect(await asked()).toBe(2)
  })

  it.each([
    { because: 'a 5xx does not stop a source for ever', answer: { status: 503 } },
    { because: 'a page in its place forbids nothing', answer: page('404') },
    { because: 'none at all forbids nothing', answer: { status: 404 } },
    {
      because: 'one that leads into our network forbids nothing',
      answer: { status: 302, headers: { location: 'http://127.0.0.1/' } },
    },
  ])('$because', async ({ because, answer }) => {
    const site = new FaultSite(`robots-${because.length}`)
    await robots(site, answer)
    await site.begin()
    expect((await site.report()).source.state).toBe('ok')
  })

  it('keeps what it said last while it cannot be had', async () => {
    const site = new FaultSite('robots-down')
    await robots(site, { body: 'User-agent: Bayan\nDisallow: /' })
    await site.begin()
    await robots(site, { status: 500 })
    await later(25 * HOUR, () => site.poll())
    expect(await site.requests()).toEqual([])
  })

  it('is passed over where the operator says that the site is their own', async () => {
    const site = new FaultSite('own-site')
    await robots(site, { body: 'User-agent: *\nDisallow: /' })
    await site.begin(usual(), { robots: 'ignore' })
    expect((await site.report()).source.state).toBe('ok')
  })
})

describe('politeness', () => {
  const listing = (id: string, count: number) =>
    page(
      'البيانات',
      Array.from(
        { length: count },
        (_, n) =>
          `<article><a href="https://${id}.example/s/${n}">بيان رقم ${n} في القائمة</a></article>`,
      ).join(''),
    )
  const selectors = { item: 'article', body: '.text' }

  async function pagesOf(id: string, count: number, answer: Parameters<FaultSite['answer']>[0]) {
    for (let n = 0; n < count; n++) await setPage(`https://${id}.example/s/${n}`, answer)
    const site = new FaultSite(id)
    await site.answer(listing(id, count))
    await site.follow({ kind: 'html', selectors })
    return site
  }

  it('reads a few pages a run, one after the other', async () => {
    const answer = { ...page('بيان', '<div class="text"><p>نص.</p></div>'), delayMs: 30 }
    const site = await pagesOf('many-pages', 12, answer)
    expect(await site.requests()).toHaveLength(1 + 5)
    expect(await mostAtOnce('many-pages.example')).toBe(1)
  })

  it('stops at a page that says Retry-After, and asks for none before', async () => {
    const site = await pagesOf('tired-pages', 12, {
      status: 429,
      headers: { 'retry-after': '7200' },
    })
    expect(await site.requests()).toHaveLength(2)
    await runInDurableObject(publisherObject('tired-pages'), async (object) => await object.alarm())
    expect(await site.requests()).toHaveLength(2)
    for (let n = 0; n < 12; n++)
      await setPage(
        `https://tired-pages.example/s/${n}`,
        page('بيان', '<div class="text"><p>نص.</p></div>'),
      )
    await later(3 * HOUR, async () => {
      await runInDurableObject(
        publisherObject('tired-pages'),
        async (object) => await object.alarm(),
      )
    })
    expect((await site.requests()).length).toBeGreaterThan(2)
    expect((await site.report()).statements).toBeGreaterThan(0)
  })

  it('asks for no page before the time that the listing named in its Retry-After', async () => {
    const text = page('بيان', '<div class="text"><p>نص.</p></div>')
    const site = await pagesOf('tired-listing', 12, text)
    const before = (await site.requests()).filter((one) => one.includes('/s/'))
    expect(before.length).toBeGreaterThan(0)
    await site.answer({ status: 429, headers: { 'retry-after': '7200' } })
    await site.poll()
    await runInDurableObject(publisherObject('tired-listing'), async (object, { storage }) => {
      for (let run = 0; run < 3; run++) await object.alarm()
      const dues = storage.sql
        .exec<{ due: number }>('SELECT due FROM wanted UNION ALL SELECT due FROM rechecks')
        .toArray()
      expect(dues.length).toBeGreaterThan(0)
      for (const { due } of dues) expect(due).toBeGreaterThan(Date.now() + 7_000_000)
    })
    expect((await site.requests()).filter((one) => one.includes('/s/'))).toEqual(before)
  })

  it('polls two sources of one publisher one after the other, and one source once at a time (fault 83)', async () => {
    const first = publisherWith('two-sources')
    const [one] = first.sources
    const two = {
      ...first,
      sources: [one!, { ...one!, id: 'two-sources-en', url: 'https://two-sources.example/en' }],
    }
    for (const path of ['feed', 'en'])
      await setPage(`https://two-sources.example/${path}`, {
        headers: RSS_TYPE,
        body: rss(usual()),
        delayMs: 60,
      })
    await follow(two)
    await setPage('https://two-sources.example/feed', {
      headers: RSS_TYPE,
      body: rss([item(11), ...usual()]),
      delayMs: 60,
    })
    const before = (await requestsSeen()).length
    const reports = await Promise.all([1, 2, 3].map(() => publisherObject('two-sources').pollNow()))
    const made = (await requestsSeen()).slice(before).filter((url) => url.includes('/feed'))
    expect(made.length, 'polls that overlap are one').toBeLessThanOrEqual(3)
    expect(reports.flat().length).toBe(6)
    expect((await publisherObject('two-sources').report()).statements).toBe(11)
    expect(await mostAtOnce('two-sources.example')).toBe(1)
  })

  it('names itself with an address to write to', async () => {
    const { userAgentOf } = await import('../../src/platform/env.ts')
    const BASE_URL = 'https://bayan.example/'
    expect(userAgentOf({ BASE_URL })).toBe('Bayan/1.0 (+https://bayan.example)')
    expect(userAgentOf({ BASE_URL, CONTACT: 'desk@news.example) evil\r\n' })).toBe(
      'Bayan/1.0 (+https://bayan.example; desk@news.example evil)',
    )
  })
})

describe('the pace', () => {
  it('follows the rhythm of the source, between its interval and an hour', async () => {
    const weekly = (xml: string) =>
      xml.replaceAll(
        /<pubDate>[^<]*:(\d\d) GMT<\/pubDate>/g,
        (_, n: string) =>
          `<pubDate>${new Date(Date.now() - (11 - Number(n)) * 7 * DAY).toUTCString()}</pubDate>`,
      )
    const wait = async (site: FaultSite) =>
      (Date.parse((await site.report()).source.nextPoll ?? '') - Date.now()) / 1000
    const slow = new FaultSite('weekly')
    await slow.list(usual(), weekly)
    await slow.follow({ interval: 60 })
    // Near the hour in which it publishes: not at the floor, and not an hour away.
    expect(await wait(slow)).toBeGreaterThan(300)
    expect(await wait(slow)).toBeLessThan(1_000)
    await later(12 * HOUR, () => slow.poll())
    expect((await wait(slow)) - 12 * 3_600).toBeGreaterThan(3_000)
    const unknown = new FaultSite('unknown-rhythm')
    await unknown.begin([item(1)], { interval: 60 })
    expect(await wait(unknown)).toBeLessThan(70)
  })

  it.each([{ plan: 'free', interval: 30, floor: 60 }])(
    'refuses an interval below the floor of the $plan plan',
    async ({ interval, floor }) => {
      const saved = await desk().savePublisher(publisherWith('hasty', { interval }))
      expect(saved).toMatchObject({ kind: 'refused', status: 422 })
      expect(saved.kind === 'refused' && saved.message.en).toContain(`${floor} seconds`)
    },
  )
})

describe('a flood', () => {
  const alertsAbout = async (id: string) =>
    (await deliveries('alerts')).filter(({ alert }) => alert?.includes(`/${id}-`)).length

  async function flooded(id: string): Promise<FaultSite> {
    const site = new FaultSite(id)
    await site.begin()
    await site.list(Array.from({ length: 8 }, (_, n) => item(40 + n)))
    expect(await site.poll()).toBe('ok')
    expect((await site.made()).statements, 'they are kept').toBe(8)
    expect(await alertsAbout(id), 'and nobody is told').toBe(0)
    return site
  }

  it('waits for the operator, is seen, and is told when it is released', async () => {
    const site = await flooded('released')
    const list = await (
      await call('GET', '/api/v1/floods')
    ).json<{ items: Record<string, unknown>[] }>()
    expect(list.items).toContainEqual(
      expect.objectContaining({
        id: 'released-1',
        publisher: 'released',
        source: 'released-ar',
        fresh: 8,
        listed: 8,
        held: 16,
      }),
    )
    // A normal poll meanwhile is told as ever.
    await site.list([item(48), ...Array.from({ length: 8 }, (_, n) => item(40 + n))])
    await site.poll()
    expect(await alertsAbout('released')).toBe(1)
    const answer = await call('POST', '/api/v1/floods/released-1/release')
    expect([answer.status, await answer.json()]).toEqual([
      200,
      { id: 'released-1', state: 'released', alerts: 16 },
    ])
    expect(await alertsAbout('released')).toBe(9)
    expect(await site.floods()).toBe(0)
    expect((await call('POST', '/api/v1/floods/released-1/release')).status).toBe(404)
  })

  it('is told to nobody when it is dismissed, nor later', async () => {
    const site = await flooded('dismissed')
    expect((await call('POST', '/api/v1/floods/dismissed-1/dismiss')).status).toBe(200)
    await site.poll()
    await site.list(Array.from({ length: 8 }, (_, n) => item(40 + n)).toReversed())
    await site.poll()
    expect(await alertsAbout('dismissed')).toBe(0)
  })

  it('is one flood while it waits, however often it comes', async () => {
    const site = await flooded('again')
    await site.list(Array.from({ length: 8 }, (_, n) => item(60 + n)))
    await site.poll()
    expect(await site.floods()).toBe(1)
    expect((await publisherObject('again').floods())[0]).toMatchObject({ fresh: 16, held: 32 })
  })

  it('holds the alerts of pages that are read later too', async () => {
    const id = 'flooded-pages'
    const entry = (n: number) =>
      `<article><a href="https://${id}.example/s/${n}">بيان رقم ${n} في القائمة</a></article>`
    const text = (n: number) => page(`بيان ${n}`, `<div class="text"><p>نص البيان ${n}.</p></div>`)
    for (let n = 0; n < 30; n++) await setPage(`https://${id}.example/s/${n}`, text(n))
    const site = new FaultSite(id)
    await site.answer(page('البيانات', entry(0)))
    await site.follow({ kind: 'html', selectors: { item: 'article', body: '.text' } })
    await site.answer(page('البيانات', Array.from({ length: 12 }, (_, n) => entry(n + 1)).join('')))
    await site.poll()
    for (let run = 0; run < 4; run++)
      await later(5_000 * (run + 1), async () => {
        await runInDurableObject(publisherObject(id), async (object) => await object.alarm())
      })
    expect((await site.made()).statements).toBe(12)
    expect(await alertsAbout(id)).toBe(0)
    expect((await publisherObject(id).floods())[0]?.held).toBe(24)
  })

  it('asks for the operator’s token, and names what is not there', async () => {
    const bare = await exports.default.fetch(new Request('https://bayan.example/api/v1/floods'))
    expect(bare.status).toBe(401)
    expect((await call('POST', '/api/v1/floods/nothing-9/release')).status).toBe(404)
    expect((await call('POST', '/api/v1/floods/..%2F/release')).status).toBe(404)
  })
})

describe('state that people can see', () => {
  it('goes to the feed of states, to endpoints that ask, to status and metrics', async () => {
    const site = new FaultSite('ailing', '?key=s3cret')
    await site.begin(usual(), { url: site.feed })
    await site.answer({ status: 503, body: 'busy' })
    await site.poll()
    expect((await deliveries('notices')).length, 'one bad answer is weather').toBe(
      await noticesAbout(''),
    )
    await site.poll()
    await site.poll()
    await site.list([item(11), ...usual()])
    await site.poll()
    await settled(async () =>
      (await (await call('GET', '/feeds/health.json')).text()).includes('ailing-ar'),
    )
    const feed = await (
      await call('GET', '/feeds/health.json')
    ).json<{ items: { title: string; content_html: string; language: string }[] }>()
    const entries = feed.items.filter(({ title }) => title.startsWith('ailing-ar'))
    expect(entries.map(({ title }) => title).toSorted()).toEqual(
      [
        'ailing-ar: Does not answer',
        'ailing-ar: Working',
        'ailing-ar: لا يجيب',
        'ailing-ar: يعمل',
      ].toSorted(),
    )
    expect(
      entries.find(({ title }) => title === 'ailing-ar: Does not answer')?.content_html,
    ).toContain('fault of its own (503)')
    for (const extension of ['atom', 'rss']) {
      const answer = await call('GET', `/feeds/health.${extension}`)
      expect(answer.status).toBe(200)
      expect(answer.headers.get('content-type')).toContain(extension)
      expect(await answer.text()).toContain('ailing-ar')
    }
    expect(await noticesAbout('ailing')).toBe(2)
    expect((await deliveries('alerts')).filter(({ alert }) => alert === null)).toEqual([])
    const metrics = await (await call('GET', '/metrics')).text()
    expect(metrics).toMatch(
      /bayan_source_state\{publisher="ailing",source="ailing-ar",state="(?:ok|down)"\} 1/,
    )
    expect(metrics).toContain('bayan_floods_held{publisher="ailing"} 0')
    const shown = async (path: string, headers: Record<string, string>) =>
      await (await exports.default.fetch(`https://bayan.example${path}`, { headers })).text()
    const whole = await shown('/api/v1/status', OPERATOR)
    const status = JSON.parse(whole) as { publishers: { id: string; floods: unknown[] }[] }
    expect(status.publishers.find(({ id }) => id === 'ailing')).toMatchObject({ floods: [] })
    expect(whole, 'the operator sees the address').toContain('ailing.example/feed?key=s3cret')
    for (const path of ['/api/v1/status', '/status', '/publishers/ailing', '/']) {
      expect(await shown(path, {}), `${path} shows no token to everybody`).not.toContain('s3cret')
    }
    expect(await shown('/api/v1/status', {})).toContain('ailing.example/feed?key=\u2026')
  })

  async function noticesAbout(id: string): Promise<number> {
    return await runInDurableObject(endpointObject('notices'), (_object, state) => {
      const rows = state.storage.sql
        .exec<{ message: string }>('SELECT message FROM messages')
        .toArray()
      return rows.filter(
        ({ message }) =>
          message.includes('"kind":"notice"') && message.includes(`"publisher":"${id}`),
      ).length
    })
  }

  it('says late by the source’s own rhythm, and that it works again', async () => {
    const site = new FaultSite('late-one')
    const daily = (xml: string) =>
      xml.replaceAll(
        /<pubDate>[^<]*:(\d\d) GMT<\/pubDate>/g,
        (_, n: string) =>
          `<pubDate>${new Date(Date.now() - (11 - Number(n)) * DAY).toUTCString()}</pubDate>`,
      )
    await site.list(usual(), daily)
    await site.follow()
    expect((await site.report()).source.state).toBe('ok')
    await later(5 * DAY, async () => {
      await pollOne('late-one')
      const { source } = await site.report()
      expect(source.state).toBe('late')
      expect(source.words?.en).toContain('Nothing new for 5 days')
      expect(source.words?.ar).toContain('لا جديد منذ 5 أيام')
    })
    expect(await noticesAbout('late-one')).toBe(1)
    await later(6 * DAY, async () => {
      await site.list([item(11), ...usual()], (xml) =>
        daily(xml).replace(/<pubDate>.*?<\/pubDate>/, ''),
      )
      await pollOne('late-one')
      expect((await site.report()).source.state).toBe('ok')
    })
    expect(await noticesAbout('late-one')).toBe(2)
  })

  it('is a feed from the first publisher on, and holds nothing of the operator', async () => {
    const text = await (await call('GET', '/feeds/health.atom')).text()
    expect(text).toContain('<feed')
    expect(text).not.toMatch(/hook\.example|whsec_|all-statements|floods/)
  })
})
