import { type Bayan, pollNow, startBayan } from '../e2e/bayan.ts'
import { type Loopback, eventually, loopback, receiver } from '../e2e/loopback.ts'

interface Told {
  readonly slug: string
  readonly title: string
  readonly text: string
  /** Where the item leads; its own page by default. */
  readonly link?: string
}

/** A publisher that says what a test tells it to, as feeds in two languages. */
interface SpokenSite extends Loopback {
  readonly told: Record<'ar' | 'en' | 'hostile', Told[]>
}

async function spokenSite(): Promise<SpokenSite> {
  const told: SpokenSite['told'] = { ar: [], en: [], hostile: [] }
  const server = await loopback(({ url = '' }) => {
    const of = /^\/(ar|en|hostile)\/feed$/.exec(url)?.[1] as keyof typeof told | undefined
    if (of === undefined) return { status: 404, body: 'no such page' }
    return {
      type: 'application/rss+xml; charset=utf-8',
      body: feed(told[of], `${server.url}/${of}`),
    }
  })
  return { ...server, told }
}

/** Each a day older than the one before: the first is the newest. */
function feed(items: readonly Told[], base: string): string {
  const body = items.map(({ slug, title, text, link = `${base}/${slug}` }, at) => {
    const day = new Date(Date.now() - at * 86_400_000).toUTCString()
    return (
      `<item><title>${escaped(title)}</title><link>${escaped(link)}</link>` +
      `<guid isPermaLink="false">${base}/${slug}</guid><pubDate>${day}</pubDate>` +
      `<content:encoded>${escaped(text)}</content:encoded></item>`
    )
  })
  return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>x</title><link>${base}</link><description>x</description>${body.join('')}</channel></rss>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

export interface World {
  readonly bayan: Bayan
  readonly site: SpokenSite
  readonly inbox: Awaited<ReturnType<typeof receiver>>
  close(): Promise<void>
}

export async function startWorld(): Promise<World> {
  const [bayan, site, inbox] = await Promise.all([startBayan(), spokenSite(), receiver()])
  return {
    bayan,
    site,
    inbox,
    close: async () => {
      await bayan.close()
      await Promise.all([site.close(), inbox.close()])
    },
  }
}

const BRIDGE = {
  ar: {
    slug: 'bridge',
    title: 'المجلس يفتح الجسر القديم أمام السيّارات',
    text: '<p>أعلن مجلس المدينة اليوم فتح الجسر القديم بعد ترميم دام 3 أشهر، وشكر شركة <b>Harbour Works</b> على عملها.</p><p>وقال المجلس إن الجسـر آمن.</p>',
  },
  en: {
    slug: 'bridge',
    title: 'Council opens the old bridge to cars',
    text: '<p>The town council announced today that the old bridge is open after 3 months of repair, and thanked <b>Harbour Works</b>.</p><p>The bridge is safe, it said.</p>',
  },
}

const SCHOOL = {
  ar: {
    slug: 'school',
    title: 'بدء العام الدراسي في موعده',
    text: '<p>تبدأ المدارس يوم الأحد، ويصل عدد الطلاب إلى 1,200 طالب.</p>',
  },
  en: {
    slug: 'school',
    title: 'The school year begins on time',
    text: '<p>Schools open on Sunday with 1,200 pupils.</p>',
  },
}

/** A publisher with pairs in both languages, an edit, and an endpoint with a test delivery behind it. */
export async function fillWorld(world: World): Promise<void> {
  const { bayan, site, inbox } = world
  site.told.ar.push(BRIDGE.ar, SCHOOL.ar)
  site.told.en.push(BRIDGE.en, SCHOOL.en)
  await bayan.json('PUT', '/api/v1/publishers/madina', {
    name: { ar: 'مجلس المدينة', en: 'Town Council' },
    site: `${site.url}/`,
    sources: (['ar', 'en'] as const).map((language) => ({
      id: `madina-${language}`,
      language,
      url: `${site.url}/${language}/feed`,
      kind: 'feed',
      interval: 86_400,
      ...(language === 'ar' ? { translationPath: { from: '/ar/', to: '/en/' } } : {}),
    })),
  })
  await pollNow(bayan, 'madina')
  site.told.ar[0] = { ...BRIDGE.ar, text: `${BRIDGE.ar.text}<p>ويبقى الرصيف مغلقًا حتى الخميس.</p>` }
  await pollNow(bayan, 'madina')
  const isRevised = async () => {
    const { revision } = await bayan.json<{ revision: number }>(
      'GET',
      '/api/v1/statements/madina-2',
    )
    return revision === 2
  }
  await isPublished(world, 'madina', 4)
  if (!(await eventually(isRevised, 10_000))) throw new Error('the edit was not published')
  await bayan.json('PUT', '/api/v1/endpoints/newsroom', {
    kind: 'slack',
    url: `${inbox.url}/slack/newsroom`,
  })
  await bayan.json('PUT', '/api/v1/watches/bridge', {
    name: 'The bridge | الجسر',
    query: 'الجسر OR bridge',
    endpoints: ['newsroom'],
  })
  await bayan.json('POST', '/api/v1/endpoints/newsroom/test')
}

/** What people do to those who show their words. */
export async function addHostile(world: World): Promise<void> {
  const { bayan, site } = world
  const texts = [
    '<script>window.ran = 1; alert(1)</script>',
    '</title><script>window.ran = 1</script>',
    '"><img src=x onerror="window.ran = 1">',
    "' autofocus onfocus='window.ran = 1",
    '\u202Eمقلوب\u2066 بلا نهاية',
    'كلمة'.repeat(25_000),
    '<svg onload="window.ran = 1"><style>*{display:none}</style>',
    '</main></body></html><h1>Forged</h1>',
    '<a href="javascript:window.ran = 1">x</a><iframe src="javascript:window.ran = 1"></iframe>',
    '<form action="https://evil.example"><input name=token></form>',
  ]
  site.told.hostile.push(
    ...texts.map((text, at) => ({
      slug: `h${at}`,
      title: text,
      text: `<p>قال المهاجم: ${text}</p>${text}`,
    })),
  )
  // An address that is none of the web's leads nowhere: this item is passed over.
  site.told.hostile.push({ slug: 'js', title: 'x', text: 'y', link: 'javascript:alert(1)' })
  await bayan.json('PUT', '/api/v1/publishers/hostile', {
    name: { ar: '<script>window.ran = 1</script>', en: '"><img src=x onerror="window.ran = 1">' },
    site: `${site.url}/hostile/`,
    sources: [
      {
        id: 'hostile-ar',
        language: 'ar',
        url: `${site.url}/hostile/feed`,
        kind: 'feed',
        interval: 86_400,
      },
    ],
  })
  await pollNow(bayan, 'hostile')
  await isPublished(world, 'hostile', texts.length)
}

/** Waits until readers see so many statements: what is kept is published a moment later. */
export async function isPublished(
  { bayan }: World,
  publisher: string,
  count: number,
): Promise<void> {
  let seen = 0
  const isThere = async () => {
    // The list of all is written last.
    const response = await bayan.call('GET', '/api/v1/statements')
    const { items } = (await response.json()) as {
      readonly items: readonly { readonly publisher: string }[]
    }
    seen = items.filter((one) => one.publisher === publisher).length
    return seen >= count
  }
  if (!(await eventually(isThere, 10_000))) throw new Error(`${publisher}: ${seen} of ${count}`)
}
