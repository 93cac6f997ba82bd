import { XMLParser } from 'fast-xml-parser'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LibreTranslateServer } from '../platform/libretranslate-server.ts'
import { type Bayan, pollNow, startBayan } from './bayan.ts'
import { type Loopback, type Received, eventually, receiver } from './loopback.ts'
import { realPage } from './real-page.ts'
import { SELECTORS, type Site, startSite } from './site.ts'

const SECRET = `whsec_${Buffer.from('0123456789abcdef0123456789abcdef').toString('base64')}`
const SECOND_MS = 1_000

interface Delivered {
  readonly type: string
  readonly data: {
    readonly statement: { readonly id: string; readonly title: string; readonly url: string }
    readonly matches: readonly {
      readonly part: string
      readonly field: string
      readonly surface: string
      readonly start: number
      readonly end: number
    }[]
  }
}

interface StatementAnswer {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly published: string
  readonly revision: number
  readonly contentHash: string
}

describe('from a site to a feed and an alert', () => {
  const page = realPage()
  let bayan: Bayan
  let site: Site
  let inbox: Loopback & { readonly received: Received[] }
  const to = (path: string) => inbox.received.filter((one) => one.path === path)

  beforeAll(async () => {
    ;[bayan, site, inbox] = await Promise.all([startBayan(), startSite(), receiver()])
    site.articles.push({
      slug: 'old',
      title: 'خبر قديم عن الأسلحة الكيميائية',
      paragraphs: ['نص قديم يذكر الأسلحة الكيميائية ولا ينبه أحدًا.'],
    })
    await bayan.json('PUT', '/api/v1/endpoints/desk-slack', {
      kind: 'slack',
      url: `${inbox.url}/slack`,
      pace: 20,
    })
    await bayan.json('PUT', '/api/v1/endpoints/desk-hook', {
      kind: 'webhook',
      url: `${inbox.url}/hook`,
      secret: SECRET,
      pace: 20,
    })
    await bayan.json('PUT', '/api/v1/watches/chemical', {
      name: 'السلاح الكيميائي',
      query: 'الكيميائية',
      changes: ['appeared', 'revised'],
      endpoints: ['desk-slack', 'desk-hook'],
    })
    await bayan.json('PUT', '/api/v1/publishers/council', {
      name: { ar: 'المجلس', en: 'The Council' },
      site: `${site.url}/`,
      sources: [
        {
          id: 'council-ar',
          language: 'ar',
          url: `${site.url}/news`,
          kind: 'html',
          interval: 86_400,
          selectors: SELECTORS,
        },
      ],
    })
    // Saving makes the first poll due: let it pass, so that each poll below is the test's own.
    await eventually(
      async () => (await bayan.call('GET', '/feeds/council/ar.rss')).status === 200,
      20 * SECOND_MS,
    )
  })

  afterAll(async () => {
    await Promise.all([bayan.close(), site.close(), inbox.close()])
  })

  it('takes the first poll as a baseline and alerts nobody', async () => {
    const { items } = await bayan.json<{ items: StatementAnswer[] }>(
      'GET',
      '/api/v1/statements?publisher=council',
    )
    expect(items.map(({ id }) => id)).toEqual(['council-1'])
    expect(inbox.received).toEqual([])
  })

  it('brings a new statement to KV, all feeds and both endpoints within a second', async () => {
    site.articles.unshift({ slug: 'بيان', title: page.title, paragraphs: page.paragraphs })

    const poll = await pollNow(bayan, 'council')
    const polledAt = Date.now()
    expect(poll).toMatchObject({ outcome: 'ok', baseline: false, appeared: 1, revised: 0 })

    const arrived = await eventually(
      () => to('/slack').length === 1 && to('/hook').length === 1,
      10 * SECOND_MS,
    )
    expect(arrived).toBe(true)
    for (const { at } of inbox.received) expect(at - polledAt).toBeLessThan(SECOND_MS)
    for (const feed of [
      'council/ar.rss',
      'council/ar.atom',
      'council/both.json',
      'all/ar.rss',
      'all/both.atom',
    ]) {
      const inFeed = await eventually(
        async () => (await text(`/feeds/${feed}`)).includes('council-2'),
        2 * SECOND_MS,
      )
      expect(inFeed, feed).toBe(true)
    }
    const env = await bayan.server.getWorker<{ PUBLISHED: KVNamespace }>().getEnv()
    expect(await env.PUBLISHED.get('statement:council-2')).toContain('council-2')
  })

  it('quotes the original words at their right places', async () => {
    const [hook] = to('/hook')
    const message = JSON.parse(hook?.body ?? '') as Delivered
    const statement = await bayan.json<StatementAnswer>('GET', '/api/v1/statements/council-2')
    expect(message.type).toBe('statement.appeared')
    expect(message.data.matches.length).toBeGreaterThan(0)
    for (const { field, surface, start, end } of message.data.matches) {
      const source = field === 'title' ? statement.title : statement.text
      expect(source.slice(start, end)).toBe(surface)
      // Marks and prefixes belong to the word as it stands; the letters are those that were asked for.
      expect(surface.replaceAll(/[\u064B-\u0652\u0640]/g, '')).toContain('كيميائي')
    }
  })

  it('signs the webhook so that the public library verifies it', () => {
    const [hook] = to('/hook')
    const headers = hook?.headers as Record<string, string>
    expect(() => new Webhook(SECRET).verify(hook?.body ?? '', headers)).not.toThrow()
    expect(() => new Webhook(SECRET).verify(`${hook?.body} `, headers)).toThrow()
  })

  it('reads the date of the page head, not of the visit', async () => {
    const { published, text: body } = await bayan.json<StatementAnswer>(
      'GET',
      '/api/v1/statements/council-2',
    )
    expect(published).toBe('2018-11-26T00:00:00.000Z')
    expect(body).not.toContain('المشاهدات')
  })

  it('takes a changed view counter for nothing', async () => {
    const before = await bayan.json<StatementAnswer>('GET', '/api/v1/statements/council-2')
    site.views += 1_000
    // The counter stands in the listing too, so that the listing is read again.
    expect(await pollNow(bayan, 'council')).toMatchObject({
      outcome: 'ok',
      appeared: 0,
      revised: 0,
    })
    // A headline that moved makes the article itself be read again, with a new counter in it.
    const [article] = site.articles
    const listed = article?.title ?? ''
    if (article !== undefined) article.title = `${listed} `
    expect(await pollNow(bayan, 'council')).toMatchObject({ appeared: 0, revised: 0 })
    const after = await bayan.json<StatementAnswer>('GET', '/api/v1/statements/council-2')
    expect(after.contentHash).toBe(before.contentHash)
    expect(to('/hook')).toHaveLength(1)
  })

  it('tells an edit as a revision, under another id, and moves no date', async () => {
    const [article] = site.articles
    if (article !== undefined) {
      article.title = `${article.title.trim()} (محدّث)`
      article.paragraphs = [...article.paragraphs, 'فقرة جديدة عن الأسلحة الكيميائية.']
    }
    const feedBefore = await text('/feeds/council/ar.atom')
    expect(await pollNow(bayan, 'council')).toMatchObject({ appeared: 0, revised: 1 })
    expect(await eventually(() => to('/hook').length === 2, 5 * SECOND_MS)).toBe(true)
    const [first, second] = to('/hook')
    expect((JSON.parse(second?.body ?? '') as Delivered).type).toBe('statement.revised')
    expect(second?.headers['webhook-id']).not.toBe(first?.headers['webhook-id'])
    await eventually(
      async () => (await text('/feeds/council/ar.atom')) !== feedBefore,
      5 * SECOND_MS,
    )
    const [was, is] = [feedBefore, await text('/feeds/council/ar.atom')].map(entriesOf)
    expect(is?.map(({ id, published }) => [id, published])).toEqual(
      was?.map(({ id, published }) => [id, published]),
    )
    expect(is?.[0]?.updated).not.toBe(was?.[0]?.updated)
  })

  it('has its state after the objects were stopped, and tells nothing again', async () => {
    const told = inbox.received.length
    await bayan.server.update((options) => options)
    expect(await pollNow(bayan, 'council')).toMatchObject({
      appeared: 0,
      revised: 0,
      baseline: false,
    })
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect(inbox.received).toHaveLength(told)
  })

  it('keeps every attempt in the log and replays under the same id', async () => {
    const log = await bayan.json<{ items: { id: string; state: string; attempts: unknown[] }[] }>(
      'GET',
      '/api/v1/deliveries?endpoint=desk-hook',
    )
    expect(log.items.map(({ state }) => state)).toEqual(['delivered', 'delivered'])
    const told = to('/hook').length
    const [last] = log.items
    await bayan.json('POST', `/api/v1/deliveries/${last?.id}/replay`)
    expect(await eventually(() => to('/hook').length === told + 1, 5 * SECOND_MS)).toBe(true)
    expect(to('/hook').at(-1)?.headers['webhook-id']).toBe(last?.id)
  })

  it('has a server on loopback translate what nobody else will, and marks it', async () => {
    const server = new LibreTranslateServer()
    server.key = 'loopback-key'
    const url = await server.start()
    try {
      await bayan.json('PUT', '/api/v1/translation', {
        provider: 'libretranslate',
        url,
        key: server.key,
        afterHours: 0,
        unexpected: true,
      })
      for (const feed of ['council/en.rss', 'all/en.atom']) {
        const isThere = await eventually(
          async () => (await text(`/feeds/${feed}`)).includes('council-2/machine/en'),
          20 * SECOND_MS,
        )
        expect(isThere, feed).toBe(true)
      }
      expect(await text('/feeds/council/en.rss')).toContain('<title>[Machine translation] ')
      expect(await text('/feeds/council/both.rss')).not.toContain('Machine translation')
      expect(server.asked[0]).toMatchObject({ source: 'ar', target: 'en', format: 'text' })
      expect(await text('/statements/council-2?lang=ar')).toContain('Machine translation')
    } finally {
      await server.stop()
    }
  })

  async function text(path: string): Promise<string> {
    return await (await bayan.call('GET', path)).text()
  }
})

function entriesOf(atom: string): { id: string; published: string; updated: string }[] {
  const parser = new XMLParser({ isArray: (name) => name === 'entry' })
  const { feed } = parser.parse(atom) as {
    feed: { entry: { id: string; published: string; updated: string }[] }
  }
  return feed.entry
}
