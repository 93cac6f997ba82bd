import { describe, expect, it } from 'vitest'
import { pollSource, type AutoMemory } from '../../src/sources/auto.ts'
import { discover } from '../../src/sources/discover.ts'
import type { Get } from '../../src/sources/get.ts'
import { NOTHING_REMEMBERED } from '../../src/sources/poll.ts'
import { ITEM, rss, sourceWith } from './documents.ts'

const SITE = 'https://majlis.example'
const html = (head: string, body = '') =>
  `<!doctype html><html><head>${head}</head><body>${body}</body></html>`
const LIST = ['فتح الجسر الشرقي أمام العائلات', 'لجنة تزور المرفأ الشمالي', 'المنارة تضيء من جديد']
  .map(
    (title, n) =>
      `<div class="row item-${n}"><span class="when">${n + 1}/11/2018</span><a class="headline" href="/p/${n}">${title}</a></div>`,
  )
  .join('')
const FEED_LINK = '<link rel="alternate" type="application/rss+xml" href="/feed/">'
const COMMENTS =
  '<link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed/">'
const WP_LINK = '<link rel="https://api.w.org/" href="https://majlis.example/wp-json/">'
const POSTS = JSON.stringify([
  {
    id: 7,
    date_gmt: '2018-11-26T10:00:00',
    link: `${SITE}/bridge`,
    title: { rendered: 'فتح الجسر' },
    content: { rendered: '<p>يعلن المجلس فتح الجسر.</p>' },
  },
])
const WP_POSTS = `${SITE}/wp-json/wp/v2/posts`
const SITEMAP = `<urlset><url><loc>${SITE}/p/1</loc><lastmod>2018-11-26</lastmod></url></urlset>`

type Page = string | { readonly status: number; readonly text?: string }

/** A site of loopback memory: what each address answers, and what was asked for. */
function site(pages: Record<string, Page>) {
  const asked: string[] = []
  const get: Get = async ({ url }) => {
    asked.push(url)
    const bare = url.split('#', 1)[0] ?? ''
    const page = pages[bare] ?? pages[bare.split('?', 1)[0] ?? ''] ?? { status: 404 }
    const { status, text = 'nothing' } =
      typeof page === 'string' ? { status: 200, text: page } : page
    const bytes = new TextEncoder().encode(text)
    return { kind: 'answer', url, status, headers: new Headers(), bytes }
  }
  return { get, asked }
}

const SOURCE = sourceWith({ url: `${SITE}/` })

describe('what is found at an address', () => {
  it.each([
    {
      because: 'a declared feed goes before WordPress, and comments are no statements',
      pages: {
        '/': html(COMMENTS + FEED_LINK + WP_LINK, LIST),
        '/feed/': rss(ITEM),
        '/wp-json/wp/v2/posts': POSTS,
      },
      chosen: { kind: 'feed', url: `${SITE}/feed/`, because: 'declared-feed' },
    },
    {
      because: 'a declared feed that is not there gives way to WordPress',
      pages: { '/': html(FEED_LINK + WP_LINK), '/wp-json/wp/v2/posts': POSTS },
      chosen: { kind: 'wordpress', url: `${SITE}/wp-json/`, because: 'wordpress' },
    },
    {
      because: 'an empty feed gives way too',
      pages: {
        '/': html(FEED_LINK + WP_LINK),
        '/feed/': rss(''),
        '/wp-json/wp/v2/posts': POSTS,
      },
      chosen: { kind: 'wordpress', url: `${SITE}/wp-json/`, because: 'wordpress' },
    },
    {
      because: 'WordPress that hides its link',
      pages: {
        '/': html('<link rel="stylesheet" href="/wp-content/a.css">'),
        '/wp-json/wp/v2/posts': POSTS,
      },
      chosen: { kind: 'wordpress', url: `${SITE}/wp-json/`, because: 'wordpress' },
    },
    {
      because: 'the sitemap that robots.txt names',
      pages: {
        '/': html('', LIST),
        '/robots.txt': `User-agent: *\nSitemap: ${SITE}/news.xml\n`,
        '/news.xml': SITEMAP,
      },
      chosen: { kind: 'sitemap', url: `${SITE}/news.xml`, because: 'sitemap' },
    },
    {
      because: 'the usual sitemap',
      pages: { '/': html('', LIST), '/sitemap.xml': SITEMAP },
      chosen: { kind: 'sitemap', url: `${SITE}/sitemap.xml`, because: 'sitemap' },
    },
    {
      because: 'what repeats in the page, where there is nothing else',
      pages: { '/': html('', LIST) },
      chosen: { kind: 'html', url: `${SITE}/`, because: 'structure' },
    },
    {
      because: 'the address is a feed',
      pages: { '/': rss(ITEM) },
      chosen: { kind: 'feed', url: `${SITE}/`, because: 'is-feed' },
    },
    {
      because: 'the address is a sitemap',
      pages: { '/': SITEMAP },
      chosen: { kind: 'sitemap', url: `${SITE}/`, because: 'is-sitemap' },
    },
  ])('$because', async ({ pages, chosen }) => {
    const { get, asked } = site(
      Object.fromEntries(Object.entries(pages).map(([path, page]) => [`${SITE}${path}`, page])),
    )
    const found = await discover(SOURCE, get, 'agent')
    expect(found.chosen).toEqual({ from: SOURCE.url, ...chosen })
    expect(found.outcome.kind === 'ok' && found.outcome.entries.length).toBeGreaterThan(0)
    expect(asked.length).toBeLessThanOrEqual(7)
  })

  it("the feed and the posts of the page's own section go before the whole site's", async () => {
    const page = html(
      `${FEED_LINK}<link rel="alternate" type="application/rss+xml" href="/press/feed/">`,
    )
    const { get } = site({
      [`${SITE}/press/`]: page,
      [`${SITE}/feed/`]: rss(ITEM),
      [`${SITE}/press/feed/`]: rss(ITEM),
    })
    const found = await discover(sourceWith({ url: `${SITE}/press/` }), get, 'agent')
    expect(found.chosen?.url).toBe(`${SITE}/press/feed/`)
  })

  it('a sitemap is read for the section of the page only', async () => {
    const both = SITEMAP.replace('/p/1', '/press/1').replace(
      '</urlset>',
      `<url><loc>${SITE}/about/us</loc></url></urlset>`,
    )
    const { get } = site({ [`${SITE}/press/`]: html(''), [`${SITE}/sitemap.xml`]: both })
    const found = await discover(sourceWith({ url: `${SITE}/press/` }), get, 'agent')
    expect(found.outcome).toMatchObject({ kind: 'ok', entries: [{ url: `${SITE}/press/1` }] })
  })

  it('nothing readable is a refusal that names what was tried', async () => {
    const { get } = site({ [`${SITE}/`]: html(FEED_LINK, '<p>nothing here</p>') })
    const found = await discover(SOURCE, get, 'agent')
    expect(found).toMatchObject({ chosen: undefined, outcome: { kind: 'refused' } })
    expect(found.passed.map(({ en }) => en).join('\n')).toMatch(
      /feed .*404[\s\S]*sitemap [\s\S]*html /,
    )
  })

  it('an address that refuses is told as it refused', async () => {
    const { get, asked } = site({ [`${SITE}/`]: { status: 503, text: 'later' } })
    expect(await discover(SOURCE, get, 'agent')).toMatchObject({
      outcome: { kind: 'refused', reason: 'status', status: 503 },
    })
    expect(asked).toHaveLength(1)
  })
})

describe('what was chosen is kept, and left when it breaks', () => {
  const memory = (change: Partial<AutoMemory> = {}) => ({
    ...NOTHING_REMEMBERED,
    chosen: {
      from: SOURCE.url,
      kind: 'feed' as const,
      url: `${SITE}/feed/`,
      because: 'declared-feed' as const,
    },
    failures: 0,
    ...change,
  })
  const broken = {
    [`${SITE}/`]: html(FEED_LINK + WP_LINK, LIST),
    [WP_POSTS]: POSTS,
  }

  it('the first poll chooses', async () => {
    const { get } = site({ [`${SITE}/`]: html(FEED_LINK), [`${SITE}/feed/`]: rss(ITEM) })
    expect(await pollSource(SOURCE, memory({ chosen: null }), get, 'agent')).toMatchObject({
      kind: 'ok',
      chosen: { kind: 'feed', url: `${SITE}/feed/` },
    })
  })

  it('the next asks that address and nothing else', async () => {
    const { get, asked } = site({ [`${SITE}/feed/`]: rss(ITEM) })
    expect(await pollSource(SOURCE, memory(), get, 'agent')).toMatchObject({ kind: 'ok' })
    expect(asked).toEqual([`${SITE}/feed/`])
  })

  it('a path that breaks once is asked again', async () => {
    const { get, asked } = site(broken)
    expect(await pollSource(SOURCE, memory(), get, 'agent')).toMatchObject({ reason: 'status' })
    expect(asked).toEqual([`${SITE}/feed/`])
  })

  it('after four polls the next in the chain is taken, and a note says why', async () => {
    const { get } = site(broken)
    const outcome = await pollSource(SOURCE, memory({ failures: 3 }), get, 'agent')
    expect(outcome).toMatchObject({ kind: 'ok', chosen: { kind: 'wordpress' } })
    expect(outcome.kind === 'ok' && outcome.notes[0]?.en).toMatch(
      /feed .* broken for 4 polls .*404/,
    )
  })

  it.each([
    {
      because: 'a redesign brought a feed where only the page was read',
      chosen: { kind: 'html', url: `${SITE}/`, because: 'structure' },
      pages: { [`${SITE}/`]: html(FEED_LINK), [`${SITE}/feed/`]: rss(ITEM) },
    },
    {
      because: 'the feed has another address now',
      chosen: { kind: 'feed', url: `${SITE}/rss.php`, because: 'declared-feed' },
      pages: { [`${SITE}/`]: html(FEED_LINK, LIST), [`${SITE}/feed/`]: rss(ITEM) },
    },
  ] as const)(
    'nor is only what stands behind it looked for: $because',
    async ({ chosen, pages }) => {
      const { get, asked } = site(pages)
      const before = { from: SOURCE.url, ...chosen }
      const outcome = await pollSource(
        SOURCE,
        memory({ chosen: before, failures: 3 }),
        get,
        'agent',
      )
      expect(outcome).toMatchObject({ kind: 'ok', chosen: { kind: 'feed', url: `${SITE}/feed/` } })
      expect(asked.length).toBeLessThanOrEqual(8)
    },
  )

  it('a site that is down is down on every path', async () => {
    const { get, asked } = site({ ...broken, [`${SITE}/feed/`]: { status: 503 } })
    await pollSource(SOURCE, memory({ failures: 3 }), get, 'agent')
    expect(asked).toEqual([`${SITE}/feed/`])
  })

  it('another address of the source is looked at anew', async () => {
    const { get } = site({ 'https://new.example/': rss(ITEM) })
    const moved = sourceWith({ url: 'https://new.example/' })
    expect(await pollSource(moved, memory(), get, 'agent')).toMatchObject({
      chosen: { kind: 'feed', url: 'https://new.example/' },
    })
  })
})
