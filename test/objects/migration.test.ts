import { describe, expect, it } from 'vitest'
import { type Page, SOURCE, SimulatedPublisher } from './simulated-publisher.ts'

/** An item as one content system writes it. */
interface Item {
  readonly link: string
  readonly guid?: string
  readonly title: string
  readonly text: string
  readonly date?: string
}

function feed(items: readonly Item[]): Page {
  const xml = items.map(({ link, guid, title, text, date }) => {
    const published = date === undefined ? '' : `<pubDate>${new Date(date).toUTCString()}</pubDate>`
    const id = guid === undefined ? '' : `<guid isPermaLink="false">${guid}</guid>`
    return `<item><title>${title}</title><link>${link}</link>${id}${published}<content:encoded><![CDATA[<p>${text}</p>]]></content:encoded></item>`
  })
  const body = `<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>x</title><link>https://nahr.test/</link><description>x</description>${xml.join('')}</channel></rss>`
  return { type: 'application/rss+xml; charset=utf-8', body }
}

const NUMBERS = [1, 2, 3, 4, 5, 6]
const title = (n: number) => `بيان المجلس رقم ${n} حول ترميم الجسر القديم`
const text = (n: number) =>
  `أعلن المجلس في بيانه رقم ${n} أن فرق الصيانة أنهت ترميم الجسر القديم بعد ${n + 10} شهرا من العمل المتواصل، وأن الحركة عليه تعود صباح الأحد في الاتجاهين، وشكر كل من أسهم في المشروع من المتطوعين والمهندسين وأهالي القرى المجاورة، ودعا الجميع إلى حفل الافتتاح في الساحة الكبرى.`
const date = (n: number) => `2025-12-0${n}T09:1${n}:00Z`

/** As Joomla wrote it. */
const old = (n: number): Item => ({
  link: `http://www.nahr.test/index.php/ar/news/${n}-bayan.html`,
  guid: `http://www.nahr.test/index.php/ar/news/${n}-bayan.html`,
  title: title(n),
  text: text(n),
  date: date(n),
})

async function moved(to: (n: number) => Item): Promise<SimulatedPublisher> {
  const world = new SimulatedPublisher()
  world.pages.set(SOURCE.url, feed(NUMBERS.map(old).reverse()))
  await world.poll()
  world.now += 3_600_000
  world.pages.set(SOURCE.url, feed(NUMBERS.map(to).reverse()))
  await world.poll()
  return world
}

describe('a site that moves to another content system', () => {
  it.each([
    {
      because: 'the ending of pages is gone',
      to: (n: number) => ({ ...old(n), link: old(n).link.replace('.html', ''), guid: `wp-${n}` }),
    },
    {
      because: 'slugs, guids and the host are new',
      to: (n: number) => ({
        ...old(n),
        link: `https://new.nahr.test/2026/01/statement-on-the-bridge-${n}/`,
        guid: `https://new.nahr.test/?p=${1000 + n}`,
      }),
    },
    {
      because: 'dates lost their hour',
      to: (n: number) => ({
        ...old(n),
        link: `https://new.nahr.test/b/${n}`,
        guid: `b-${n}`,
        date: `2025-12-0${n}T00:00:00Z`,
      }),
    },
    {
      because: 'titles are set otherwise, the text is the same',
      to: (n: number) => ({
        ...old(n),
        link: `https://new.nahr.test/b/${n}`,
        guid: `b-${n}`,
        title: `  ${title(n)}\u200F `,
      }),
    },
    {
      because: 'it counts its addresses anew: each was another statement\u2019s before',
      to: (n: number) => ({
        ...old(n),
        link: `http://www.nahr.test/index.php/ar/news/${7 - n}-bayan.html`,
        guid: `wp-${n}`,
      }),
    },
  ])('announces nothing again: $because', async ({ to }) => {
    const world = await moved(to)
    expect(world.state.totals.statements()).toBe(6)
    expect(world.alerts()).toEqual([])
    // What is new after the move is news.
    world.now += 3_600_000
    const next = { ...to(8), title: title(8), text: text(8), date: date(8) }
    const items = [next, ...NUMBERS.map(to).reverse()]
    world.pages.set(SOURCE.url, feed(items))
    await world.poll()
    expect(world.alerts()).toHaveLength(1)
    expect(world.state.totals.statements()).toBe(7)
  })
})

describe('what looks alike and is two', () => {
  const other = { text: text(9).replace('الجسر', 'المرفأ'), date: '2025-12-07T09:00:00Z' }

  it('one title over two statements', async () => {
    const world = await moved(old)
    const twin = { link: 'http://www.nahr.test/n/9', guid: 'n-9', title: title(6), ...other }
    world.pages.set(SOURCE.url, feed([twin, ...NUMBERS.map(old).reverse()]))
    await world.poll()
    expect(world.state.totals.statements()).toBe(7)
    expect(world.alerts()).toHaveLength(1)
  })

  it('one address that is used again', async () => {
    const world = await moved(old)
    const again = { ...old(6), guid: 'a-new-one', title: 'بيان حول أعمال المرفأ الجديد', ...other }
    world.pages.set(SOURCE.url, feed([again, ...NUMBERS.slice(0, 5).map(old).reverse()]))
    await world.poll()
    expect(world.state.totals.statements()).toBe(7)
    expect(world.state.statements.load(6)?.statement.title).not.toBe(again.title)
  })
})

it('a statement that comes back years later is known: its identity outlives its listing', async () => {
  const world = await moved(old)
  for (let year = 0; year < 5; year += 1) {
    world.now += 365 * 86_400_000
    const item = { ...old(1), link: `http://www.nahr.test/y/${year}`, guid: `y-${year}` }
    const fresh = { ...item, title: `بيان سنوي جديد رقم ${year} للمجلس`, text: `نص ${year}.` }
    world.pages.set(SOURCE.url, feed([{ ...fresh, date: new Date(world.now).toISOString() }]))
    await world.poll()
  }
  const before = world.alerts().length
  world.pages.set(SOURCE.url, feed([old(3)]))
  await world.poll()
  expect(world.alerts()).toHaveLength(before)
  expect(world.state.totals.statements()).toBe(11)
})
