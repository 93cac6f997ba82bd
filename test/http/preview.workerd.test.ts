import { env, exports } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import { RSS_TYPE, desk, publisherObject, publisherWith, rss } from '../objects/desk-client.ts'
import { item } from '../objects/fault-site.ts'
import { OPERATOR } from '../workerd/call.ts'
import { mostAtOnce, requestsSeen, resetInternet, setPage } from '../workerd/internet.ts'

interface Preview {
  readonly kind: string | null
  readonly address: string
  readonly why: { readonly ar: string; readonly en: string } | null
  readonly reason: string | null
  readonly said: { readonly ar: string; readonly en: string } | null
  readonly try: {
    readonly kind: string
    readonly address: string
    readonly said: { ar: string }
  } | null
  readonly statements: readonly { readonly title: string; readonly text: string }[]
  readonly notes: readonly string[]
  readonly notes_ar: readonly string[]
}

const SITE = 'https://majlis.example'
const HTML = { headers: { 'content-type': 'text/html; charset=utf-8' } }

async function preview(body: object): Promise<Preview & { readonly status: number }> {
  const response = await exports.default.fetch(
    new Request('https://bayan.example/api/v1/preview', {
      method: 'POST',
      headers: OPERATOR,
      body: JSON.stringify({ language: 'ar', url: `${SITE}/`, ...body }),
    }),
  )
  return { ...(await response.json<Preview>()), status: response.status }
}

const NAMES = [
  'فتح الجسر الشرقي',
  'لجنة تزور المرفأ الشمالي',
  'المنارة تضيء من جديد',
  'قوارب تعبر عند الفجر',
  'بئران في الوادي تعملان',
  'مدرسة الحي تفتح أبوابها',
]
const LIST = NAMES.map(
  (name, n) =>
    `<li class="news-item"><h3><a href="/p/${n}">${name}</a></h3><span class="d">2${n}/11/2018</span></li>`,
).join('')
const page = (body: string, head = '') =>
  `<!doctype html><html><head>${head}</head><body>${body}</body></html>`
const article = (n: number) =>
  page(
    `<h1>${NAMES[n] ?? ''}</h1><div class="entry-content"><p>تصريح صحفي</p><p>قال المجلس إن ${NAMES[n] ?? ''} خبر ينتظره الناس منذ أسابيع.</p><p>المشاهدات : ${n}</p></div>`,
    '<meta name="author" content="المكتب">',
  )

beforeEach(async () => {
  await resetInternet()
  await setPage(`${SITE}/`, { ...HTML, body: page(LIST) })
  for (const n of NAMES.keys()) await setPage(`${SITE}/p/${n}`, { ...HTML, body: article(n) })
})

it('shows five statements as they would be kept, by which path, and why', async () => {
  const shown = await preview({})
  expect(shown).toMatchObject({ kind: 'html', address: `${SITE}/`, reason: null, said: null })
  expect(shown.why?.en).toMatch(/the page itself lists statements/)
  expect(shown.why?.ar).toMatch(/الصفحة نفسها/)
  expect(shown.statements).toHaveLength(5)
  expect(shown.statements[0]).toEqual({
    url: `${SITE}/p/0`,
    title: NAMES[0],
    published: '2018-11-20T00:00:00.000Z',
    updated: null,
    author: 'المكتب',
    language: 'ar',
    text: `قال المجلس إن ${NAMES[0]} خبر ينتظره الناس منذ أسابيع.`,
  })
  expect(shown.notes.join('\n')).toMatch(/sitemap .*404/)
  expect(shown.notes_ar.join('\n')).toMatch(/sitemap .*أجاب برمز الحالة 404/)
  expect((await requestsSeen()).length).toBeLessThanOrEqual(7 + 5)
})

it('reads what robots.txt allows, as polls will, and says so where it forbids', async () => {
  await setPage(`${SITE}/robots.txt`, { body: 'User-agent: *\nDisallow: /' })
  const refused = await preview({})
  expect(refused).toMatchObject({ kind: null, reason: 'robots', statements: [] })
  expect(refused.said?.en).toContain('"robots": "ignore"')
  expect(await requestsSeen()).toEqual([`GET ${SITE}/robots.txt`])
  expect((await preview({ robots: 'ignore' })).statements).toHaveLength(5)
})

it('takes the path that polls may take', async () => {
  await setPage(`${SITE}/robots.txt`, { body: 'User-agent: *\nDisallow: /feed' })
  const link = '<link rel="alternate" type="application/rss+xml" href="/feed">'
  await setPage(`${SITE}/`, { ...HTML, body: page(LIST, link) })
  const found = await preview({})
  expect(found.kind).toBe('html')
  expect(found.notes.join()).toContain('robots.txt asks that /feed is not read by machines')
})

describe('what was found and what to try', () => {
  it('a kind that does not fit: the one that does', async () => {
    const shown = await preview({ kind: 'feed' })
    expect(shown).toMatchObject({ kind: null, reason: 'not-a-listing', statements: [] })
    expect(shown.try).toMatchObject({ kind: 'html', address: `${SITE}/` })
    expect(shown.try?.said.ar).toMatch(/جرّب النوع "html"/)
  })

  it('a selector that finds nothing: what is like it, and how often', async () => {
    const shown = await preview({ kind: 'html', selectors: { item: '.news-items' } })
    expect(shown.reason).toBe('selector')
    expect(shown.notes[0]).toMatch(/"\.news-items" found nothing\. Similar: \.news-item \(6\)/)
    expect(shown.notes_ar[0]).toMatch(/"\.news-items" شيئا.*يشبهه: \.news-item \(6\)/)
    expect(shown.said?.ar).toMatch(/المحددات/)
  })

  it('a body selector that finds nothing on the page: the same, beside the entry', async () => {
    const shown = await preview({
      kind: 'html',
      selectors: { item: '.news-item', link: 'a', body: '.entry-text' },
    })
    expect(shown.notes_ar.join('\n')).toMatch(/"\.entry-text" .*لا شيء.*\.entry-content \(1\)/)
    expect(shown.notes.join('\n')).toMatch(/"\.entry-text" found nothing.*\.entry-content \(1\)/)
  })

  it.each([
    { because: 'a wall', status: 403, reason: 'status', en: /403/, ar: /403/ },
    { because: 'gone', status: 410, reason: 'gone', en: /for good/, ar: /نهائيا/ },
  ])('an address that refuses: $because', async ({ status, reason, en, ar }) => {
    await setPage(`${SITE}/`, { status, body: 'no' })
    const shown = await preview({})
    expect(shown).toMatchObject({ kind: null, reason, statements: [] })
    expect(shown.said?.en).toMatch(en)
    expect(shown.said?.ar).toMatch(ar)
  })

  it('a kind that nobody knows: those that there are, in both languages', async () => {
    const refused = await preview({ kind: 'gopher' })
    expect(refused.status).toBe(422)
    expect(JSON.stringify(refused)).toMatch(/auto, feed, wordpress, sitemap, telegram, html/)
    expect(JSON.stringify(refused)).toMatch(/auto، feed، wordpress/)
  })
})

describe('manners', () => {
  it('waits for the poll of a publisher that has the host alone, and keeps it waiting', async () => {
    const site = 'https://previewed.example'
    const url = `${site}/feed`
    const saved = publisherWith('previewed', { url })
    await setPage(url, { headers: RSS_TYPE, body: rss([item(1)]), delayMs: 150 })
    await desk().savePublisher({ ...saved, paused: true })
    await desk().savePublisher(saved)
    const polling = publisherObject('previewed').pollNow()
    const shown = preview({ url, kind: 'feed' })
    await polling
    const again = publisherObject('previewed').pollNow()
    expect((await shown).statements).toHaveLength(1)
    const [poll] = await again
    expect(poll?.outcome).toBe('unchanged')
    expect(await mostAtOnce('previewed.example')).toBe(1)
  })

  it('waits while a publisher’s run has the turn at the site, and asks for one page at a time', async () => {
    const site = 'https://polite-preview.example'
    const slow = { ...HTML, delayMs: 20 }
    await setPage(`${site}/`, { ...slow, body: page(LIST) })
    for (const n of NAMES.keys()) await setPage(`${site}/p/${n}`, { ...slow, body: article(n) })
    const host = env.HOSTS.getByName('polite-preview.example')
    const run = await host.take('a-publisher')
    if (!('turn' in run)) throw new Error('the turn was not to be had')
    const shown = preview({ url: `${site}/`, kind: 'html' })
    await new Promise((resolve) => setTimeout(resolve, 200))
    const asked = async () => (await requestsSeen()).filter((one) => one.includes(site)).length
    expect(await asked()).toBe(0)
    await run.turn.end(undefined)
    expect((await shown).statements).toHaveLength(5)
    expect(await mostAtOnce('polite-preview.example')).toBe(1)
    expect(await host.take('a-publisher'), 'it is given back').toHaveProperty('turn')
  })
})
