import { runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import { conditionsSeen, resetInternet, setPage } from '../workerd/internet.ts'
import { type FaultSite as Site, FaultSite, item, later, page, usual } from './fault-site.ts'
import {
  RSS_TYPE,
  desk,
  endpointObject,
  publisherObject,
  publisherWith,
  rss,
} from './desk-client.ts'
import { watchOf } from '../watches/ask.ts'
import { errorsLogged } from './errors-logged.ts'

/**
 * The fault table of the specification, row by row: what other people's sites do, and what must
 * come of it. Rows that need a broken wire, a real deadline or a parser alone stand elsewhere:
 * docs/faults.md names the place of each.
 */
interface Fault {
  readonly n: string
  readonly because: string
  readonly run: (site: Site) => Promise<void>
}

const HOUR = 3_600_000
const DAY = 24 * HOUR
const NOTHING = { statements: 0, alerts: 0, revised: 0 }

/** Polls while the site answers this, and sees that nothing came of it. */
async function quietly(site: Site, answers: Parameters<Site['answer']>[0], reason: string) {
  await site.answer(answers)
  expect(await site.poll()).toBe(reason)
  expect(await site.made()).toEqual(NOTHING)
}

/** The site is as before, with one statement more: nothing was lost, nothing is told twice. */
async function recovers(site: Site, n = 11): Promise<void> {
  const before = await site.made()
  await site.list([item(n), ...usual()])
  expect(await site.poll()).toBe('ok')
  const { statements, alerts, revised } = await site.made()
  expect([statements, alerts]).toEqual([before.statements + 1, before.alerts + 1])
  expect(revised).toBe(before.revised)
}

const POLLING: readonly Fault[] = [
  {
    n: '1',
    because: 'a first poll of 300 old items is a baseline: filled, and nobody is told',
    run: async (site) => {
      await site.list(usual(300))
      await site.follow()
      const { statements, totals, floods } = await site.report()
      expect([statements, totals.alerts, floods]).toEqual([300, 0, []])
    },
  },
  {
    n: '2, 3',
    because: 'one matching statement makes one alert, one that does not match none',
    run: async (site) => {
      await site.begin()
      await site.list([item(12, { title: 'خبر قصير', text: 'نص آخر.' }), item(11), ...usual()])
      await site.poll()
      await site.poll()
      expect(await site.made()).toEqual({ statements: 2, alerts: 1, revised: 0 })
    },
  },
  {
    n: '4',
    because: 'an empty list for three polls withdraws nothing and alerts nothing on return',
    run: async (site) => {
      await site.begin()
      for (let i = 0; i < 3; i++) await quietly(site, { headers: RSS_TYPE, body: rss([]) }, 'empty')
      expect((await site.report()).source.state).toBe('changed-layout')
      await recovers(site)
    },
  },
  {
    n: '5',
    because: 'no body, and 204, are errors that are counted',
    run: async (site) => {
      await site.begin()
      await quietly(site, { headers: RSS_TYPE, body: '' }, 'empty')
      await quietly(site, { status: 204 }, 'empty')
      expect((await site.report()).source.polls['empty']).toBe(2)
      await recovers(site)
    },
  },
  {
    n: '6',
    because: 'half the list, or only the newest, and then all of it again',
    run: async (site) => {
      await site.begin()
      for (const count of [5, 1]) {
        await site.list(usual().slice(0, count))
        expect(await site.poll()).toBe('ok')
      }
      await site.list(usual())
      await site.poll()
      expect(await site.made()).toEqual(NOTHING)
    },
  },
  {
    n: '7',
    because: 'a list that flaps while it publishes gives each statement once',
    run: async (site) => {
      await site.begin()
      for (let n = 11; n <= 20; n++) {
        const whole = Array.from({ length: 10 }, (_, i) => item(n - i))
        await site.list(n % 3 === 0 ? whole.slice(0, 2) : n % 3 === 1 ? whole : whole.toReversed())
        await site.poll()
      }
      expect(await site.made()).toEqual({ statements: 10, alerts: 10, revised: 0 })
    },
  },
  {
    n: '8, 9',
    because: 'an old statement comes up again, and one older than the page slides into it',
    run: async (site) => {
      await site.begin(usual(20))
      await site.list(usual(20).slice(0, 10))
      await site.poll()
      await site.list([item(3), ...usual(20).slice(0, 9)])
      await site.poll()
      await site.list(usual(20).slice(1, 12))
      await site.poll()
      expect(await site.made()).toEqual(NOTHING)
    },
  },
  {
    n: '10',
    because: 'the order is turned, shuffled, or one is pinned on top',
    run: async (site) => {
      await site.begin()
      const [first, ...others] = usual()
      for (const list of [usual().toReversed(), [...others, first!], [item(4), ...usual()]]) {
        await site.list(list)
        expect(await site.poll()).toBe('ok')
      }
      expect(await site.made()).toEqual(NOTHING)
    },
  },
  {
    n: '11',
    because: 'an item that stands twice on a page is one statement',
    run: async (site) => {
      await site.begin()
      await site.list([item(11), item(11), ...usual()])
      await site.poll()
      expect(await site.made()).toEqual({ statements: 1, alerts: 1, revised: 0 })
    },
  },
  {
    n: '12',
    because: 'guids flip between http and https, and feed ids stay',
    run: async (site) => {
      const flip = (scheme: string) => (xml: string) =>
        xml.replaceAll(/>id-(\d+)</g, `>${scheme}://s.example/?p=$1<`)
      await site.list(usual(), flip('http'))
      await site.follow()
      const before = await site.statement(4)
      await site.list(usual(), flip('https'))
      expect(await site.poll()).toBe('ok')
      expect(await site.made()).toEqual(NOTHING)
      expect((await site.statement(4)).tag).toBe(before.tag)
    },
  },
  {
    n: '13',
    because: 'addresses gain a slash, www, tracking and other escapes',
    run: async (site) => {
      await site.begin()
      for (const to of [
        'http://s.example/$1',
        'https://www.s.example/$1/',
        'https://s.example/$1?utm_source=rss&amp;fbclid=x',
        'https://S.example/%3$1'.replace('%3$1', '$1'),
      ]) {
        await site.list(usual(), (xml) => xml.replaceAll(/https:\/\/s\.example\/(\d+)/g, to))
        expect(await site.poll()).toBe('ok')
      }
      expect(await site.made()).toEqual(NOTHING)
      expect((await site.statement(1)).url).toBe('https://s.example/1')
    },
  },
  {
    n: '14',
    because: 'every guid changes at each poll and the addresses stay',
    run: async (site) => {
      await site.begin()
      for (let poll = 0; poll < 8; poll++) {
        await site.list(usual(), (xml) => xml.replaceAll('>id-', `>poll-${poll}-`))
        expect(await site.poll()).toBe('ok')
      }
      expect(await site.made()).toEqual(NOTHING)
      const kept = await publisherObject(site.id).statement(1)
      expect(kept?.identity.length, 'keys do not grow for ever').toBeLessThan(8)
      await recovers(site)
    },
  },
  {
    n: '15',
    because: 'a guid that is missing, the same for all, or used again loses no statement',
    run: async (site) => {
      const one = (xml: string) => xml.replaceAll(/>id-\d+</g, '>one-for-all<')
      await site.list(usual(), one)
      await site.follow()
      // The page moves on, one statement at a time, until all that were there have left it.
      for (let n = 11; n <= 22; n++) {
        await site.list(
          Array.from({ length: 5 }, (_, i) => item(n - i)),
          one,
        )
        await site.poll()
      }
      expect(await site.made()).toEqual({ statements: 12, alerts: 12, revised: 0 })
      await site.list([item(23), ...usual()], (xml) => xml.replaceAll(/<guid.*?<\/guid>/g, ''))
      await site.poll()
      await site.list([item(24), ...usual()], (xml) => xml.replace('>id-24<', '>id-2<'))
      await site.poll()
      expect(await site.made()).toEqual({ statements: 14, alerts: 14, revised: 0 })
    },
  },
  {
    n: '15',
    because: 'a feed of one item whose guid never changes tells each of its statements',
    run: async (site) => {
      const same = (xml: string) =>
        xml
          .replaceAll(/>id-\d+</g, '>current<')
          .replace('26 Nov 2018', `${xml.match(/رقم (\d+)/)?.[1]} Nov 2018`)
      await site.list([item(1)], same)
      await site.follow()
      for (const n of [2, 3, 4]) {
        await site.list([item(n)], same)
        expect(await site.poll()).toBe('ok')
      }
      expect(await site.made()).toEqual({ statements: 3, alerts: 3, revised: 0 })
    },
  },
  {
    n: '16',
    because: 'a slug is edited, with the guid or without one, and the title stays',
    run: async (site) => {
      await site.begin()
      const slug = (xml: string) =>
        xml.replace('https://s.example/10<', 'https://s.example/new-slug<')
      await site.list(usual(), slug)
      await site.poll()
      await site.list(usual(), (xml) =>
        slug(xml).replace('new-slug', 'third').replace('>id-10<', '>other<'),
      )
      await site.poll()
      expect(await site.made()).toEqual(NOTHING)
    },
  },
  {
    n: '17',
    because: 'an edit makes a revision and no second "appeared"',
    run: async (site) => {
      await site.begin()
      await site.list([item(10, { text: 'نص مصحح.' }), ...usual().slice(1)])
      await site.poll()
      await site.poll()
      expect(await site.made()).toEqual({ statements: 0, alerts: 0, revised: 1 })
      expect(await site.statement(10)).toMatchObject({ id: `${site.id}-10`, revision: 2 })
    },
  },
  {
    n: '18',
    because: 'an edit that brings the word in is told once',
    run: async (site) => {
      await site.begin([item(1, { title: 'خبر', text: 'نص آخر.' })])
      await site.list([item(1, { title: 'خبر', text: 'صدر بيان.' })])
      await site.poll()
      await site.list([item(1, { title: 'خبر', text: 'صدر بيان ثم صحح.' })])
      await site.poll()
      expect(await site.made()).toMatchObject({ alerts: 1, revised: 2 })
    },
  },
  {
    n: '19',
    because: 'counters and blanks that change at each visit make no revision',
    run: async (site) => {
      const noisy = (count: number) =>
        usual().map((one) => ({ ...one, text: `${one.text}</p><p>المشاهدات : ${count}` }))
      await site.begin(noisy(321))
      await site.list(noisy(322), (xml) => xml.replaceAll('نص البيان', 'نص  \u200Fالبيان'))
      expect(await site.poll()).toBe('ok')
      expect(await site.made()).toEqual(NOTHING)
    },
  },
  {
    n: '20',
    because: 'a redesign makes the selectors find nothing: a fault that says so',
    run: async (site) => {
      const entries = usual()
        .map(
          ({ n, title }) =>
            `<article class="entry"><h2><a href="/s/${n}">${title}</a></h2><p>نص.</p></article>`,
        )
        .join('')
      await site.answer(page('البيانات', entries))
      await site.follow({ kind: 'html', selectors: { item: 'article.entry' } })
      await quietly(site, page('البيانات', entries.replaceAll('article', 'div')), 'selector')
      const { source } = await site.report()
      expect(source).toMatchObject({ state: 'changed-layout', reason: 'selector' })
      expect(source.words?.ar).toContain('المحددات')
    },
  },
  {
    n: '21',
    because: 'every item is dated by the visit: first-seen dates are stable',
    run: async (site) => {
      const dated = (minute: number) => (xml: string) =>
        xml.replaceAll(/10:00:\d\d GMT/g, `10:${minute}:00 GMT`)
      await site.list(usual(), dated(10))
      await site.follow()
      const before = await site.statement(10)
      await site.list(usual(), dated(55))
      await site.poll()
      expect(await site.made()).toEqual(NOTHING)
      expect(await site.statement(10)).toEqual(before)
    },
  },
  {
    n: '22, 23',
    because: 'dates in the future, of 1970, and none at all are no dates, and later items are told',
    run: async (site) => {
      const odd = (date: string) => (xml: string) => xml.replace(/<pubDate>.*?<\/pubDate>/, date)
      await site.begin()
      for (const [n, date] of [
        [11, '<pubDate>Fri, 01 Jan 2044 10:00:00 GMT</pubDate>'],
        [12, '<pubDate>Thu, 01 Jan 1970 00:00:00 GMT</pubDate>'],
        [13, '<pubDate>soon</pubDate>'],
        [14, ''],
      ] as const) {
        await site.list([item(n), ...usual()], odd(date))
        expect(await site.poll()).toBe('ok')
        expect((await site.statement(n)).published).toBeNull()
      }
      await recovers(site, 15)
    },
  },
  {
    n: '26',
    because: 'a statement that is dated a month back is told once, under its own date',
    run: async (site) => {
      await site.begin()
      await site.list([...usual(), item(11)], (xml) =>
        xml.replaceAll(/26 Nov 2018 10:00:11/g, '26 Oct 2018 10:00:11'),
      )
      await site.poll()
      expect(await site.made()).toEqual({ statements: 1, alerts: 1, revised: 0 })
      expect((await site.statement(11)).published).toBe('2018-10-26T10:00:11.000Z')
    },
  },
  {
    n: '27',
    because: 'five polls of 500, 502, 504 back off and lose nothing that was published meanwhile',
    run: async (site) => {
      await site.begin(usual(), { interval: 300 })
      let last = 0
      for (const status of [500, 502, 504, 500, 502]) {
        await quietly(site, { status, body: 'busy' }, 'status')
        const { nextPoll } = (await site.report()).source
        const wait = Date.parse(nextPoll ?? '') - Date.now()
        expect(wait).toBeGreaterThan(last * 1.5)
        last = wait
      }
      await site.list([item(12), item(11), ...usual()])
      await site.poll()
      expect(await site.made()).toEqual({ statements: 2, alerts: 2, revised: 0 })
    },
  },
  {
    n: '28, 29',
    because: 'Retry-After is kept in both forms; a huge one is capped, garbage is none',
    run: async (site) => {
      await site.begin(usual(), { interval: 60 })
      const waits: number[] = []
      // The longest pause counts, so that they grow.
      for (const value of [
        'soon',
        new Date(Date.now() + 7_200_000).toUTCString(),
        '86100',
        '99999999999',
      ]) {
        await quietly(site, { status: 429, headers: { 'retry-after': value } }, 'status')
        const { source } = await site.report()
        expect(source.state).toBe('blocked')
        waits.push(Math.round((Date.parse(source.nextPoll ?? '') - Date.now()) / 1000))
      }
      expect(waits[0], 'our own back-off').toBeLessThan(1_200)
      expect(waits[1]).toBeGreaterThanOrEqual(7_195)
      expect(waits[1]).toBeLessThan(7_300)
      expect(waits[2]).toBeGreaterThan(86_000)
      expect(waits[2]).toBeLessThanOrEqual(86_100)
      expect(waits[3]).toBeGreaterThan(86_300)
      expect(waits[3]).toBeLessThanOrEqual(86_400)
    },
  },
  {
    n: '30',
    because: '410 and 404 for days end in a look a day, and the feed stays',
    run: async (site) => {
      await site.begin(usual(), { interval: 300 })
      for (let day = 0; day < 10; day++) {
        await site.answer({ status: day % 2 === 0 ? 410 : 404 })
        await later(day * DAY, () => site.poll())
      }
      const { source, statements } = await site.report()
      expect(source.state).toBe('down')
      expect(Date.parse(source.nextPoll ?? '') - Date.now() - 9 * DAY).toBeGreaterThan(20 * HOUR)
      expect(statements).toBe(10)
    },
  },
  {
    n: '31',
    because: '401, 403 and 451 are a wall: blocked, and probed more and more seldom',
    run: async (site) => {
      await site.begin(usual(), { interval: 300 })
      for (const status of [401, 403, 451]) {
        await quietly(site, { status, body: 'no' }, 'status')
        expect((await site.report()).source.state).toBe('blocked')
      }
      await recovers(site)
    },
  },
  {
    n: '32',
    because: 'a challenge as 403, 503 or 200, a script wall and a captcha are no content',
    run: async (site) => {
      await site.begin()
      const challenge = page('Just a moment...', '<script>window._cf_chl_opt={}</script>')
      for (const status of [403, 503, 200])
        await quietly(site, { ...challenge, status }, 'challenge')
      await quietly(
        site,
        page('x', '<script>document.cookie="a=1";location.reload()</script>'),
        'challenge',
      )
      await quietly(site, page('x', '<div class="g-recaptcha"></div>'), 'challenge')
      const { source } = await site.report()
      expect(source.state).toBe('blocked')
      await recovers(site)
    },
  },
  {
    n: '33',
    because: 'maintenance, a database error and "not found" with status 200 are no content',
    run: async (site) => {
      await site.begin()
      for (const title of [
        'الموقع تحت الصيانة',
        'Error establishing a database connection',
        '404 Not Found',
      ])
        await quietly(site, page(title), 'soft-404')
      expect((await site.report()).source.state).toBe('down')
      await recovers(site)
    },
  },
  {
    n: '34',
    because: 'a parked or hacked domain lists strangers: nobody is told of them',
    run: async (site) => {
      await site.begin()
      await quietly(site, page('example.com is for sale'), 'soft-404')
      const strangers = rss(usual(8)).replaceAll('https://s.example/', 'https://casino.example/x')
      await quietly(site, { headers: RSS_TYPE, body: strangers.replaceAll('id-', 'x-') }, 'foreign')
      expect((await site.report()).source.words?.en).toContain('sold or hacked')
      await recovers(site)
    },
  },
  {
    n: '35',
    because: 'a redirect to the front page or to a login is not the listing',
    run: async (site) => {
      await site.begin()
      for (const target of ['/', '/wp-login.php']) {
        const address = new URL(target, site.feed).href
        await setPage(address, { headers: RSS_TYPE, body: rss([item(99)]) })
        await quietly(site, { status: 302, headers: { location: target } }, 'soft-404')
      }
      await recovers(site)
    },
  },
  {
    n: '36',
    because: 'a permanent redirect is followed, and remembered only after days',
    run: async (site) => {
      await site.begin()
      const moved = new URL('/new-feed', site.feed).href
      await setPage(moved, { headers: RSS_TYPE, body: rss(usual()) })
      await site.answer({ status: 301, headers: { location: '/new-feed' } })
      const counts: number[] = []
      for (let poll = 0; poll < 12; poll++) {
        const before = (await site.requests()).length
        await later(poll * 12 * HOUR, () => site.poll())
        counts.push((await site.requests()).length - before)
      }
      expect(counts.slice(0, 9)).toEqual(Array(9).fill(2))
      expect(counts.at(-1)).toBe(1)
      const [source] = await desk()
        .publishers()
        .then((all) => all.find(({ id }) => id === site.id)?.sources ?? [])
      expect(source?.url, 'what the operator wrote stays').toBe(site.feed)
      expect((await site.report()).source.notes.join()).toContain('/new-feed')
      await setPage(moved, { status: 404 })
      await later(7 * DAY, () => site.poll())
      const before = (await site.requests()).length
      await later(7 * DAY, () => site.poll())
      expect((await site.requests())[before], 'and it is given up when it fails').toBe(
        `GET ${site.feed}`,
      )
    },
  },
  {
    n: '36',
    because: 'a permanent redirect to another host is followed and never remembered',
    run: async (site) => {
      await site.begin()
      const elsewhere = `https://elsewhere-${site.id}.example/feed`
      await setPage(elsewhere, { headers: RSS_TYPE, body: rss(usual()) })
      await site.answer({ status: 301, headers: { location: elsewhere } })
      for (let poll = 0; poll < 14; poll++) await later(poll * 12 * HOUR, () => site.poll())
      expect((await site.requests()).filter((one) => one === `GET ${site.feed}`)).toHaveLength(15)
    },
  },
  {
    n: '37',
    because: 'circles and endless chains of redirects cost six requests at most',
    run: async (site) => {
      await site.begin()
      for (let i = 0; i < 30; i++)
        await setPage(new URL(`/hop/${i}`, site.feed).href, {
          status: 302,
          headers: { location: `/hop/${i + 1}` },
        })
      const before = (await site.requests()).length
      await quietly(site, { status: 302, headers: { location: '/hop/0' } }, 'redirects')
      expect((await site.requests()).length - before).toBeLessThanOrEqual(6)
      await quietly(site, { status: 302, headers: { location: '/feed' } }, 'redirects')
      await quietly(site, { status: 302 }, 'redirects')
      await recovers(site)
    },
  },
  {
    n: '38, 39',
    because: 'a redirect into the network behind us, or out of http, is not followed',
    run: async (site) => {
      await site.begin()
      for (const location of [
        'http://127.0.0.1/',
        'http://[::1]/',
        'http://2130706433/',
        'http://localhost/',
        'http://169.254.169.254/',
        'file:///etc/passwd',
        'data:text/xml,x',
        'javascript:1',
      ])
        await quietly(site, { status: 302, headers: { location } }, 'blocked-address')
      await recovers(site)
    },
  },
  {
    n: '43',
    because: 'gzip that nobody labelled is opened; cut, it is no content',
    run: async (site) => {
      await site.begin()
      const zipped = new Blob([rss([item(11), ...usual()])])
        .stream()
        .pipeThrough(new CompressionStream('gzip'))
      const bytes = new Uint8Array(await new Response(zipped).arrayBuffer())
      const base64 = (part: Uint8Array) => btoa(String.fromCharCode(...part))
      await quietly(site, { headers: RSS_TYPE, bytes: base64(bytes.slice(0, 300)) }, 'truncated')
      await site.answer({ headers: RSS_TYPE, bytes: base64(bytes) })
      expect(await site.poll()).toBe('ok')
      expect(await site.made()).toEqual({ statements: 1, alerts: 1, revised: 0 })
    },
  },
  {
    n: '44',
    because: 'a body without end is cut by count',
    run: async (site) => {
      await site.begin()
      await quietly(site, { headers: RSS_TYPE, fillBytes: 12_000_000 }, 'too-large')
      await recovers(site)
    },
  },
  {
    n: '46',
    because: 'a charset that flips, lies or is unknown makes no revision',
    run: async (site) => {
      await site.begin()
      const xml = rss(usual())
      const typed = (charset: string) => ({
        'content-type': `application/rss+xml; charset=${charset}`,
      })
      for (const charset of ['windows-1256', 'iso-8859-1', 'us-ascii', 'x-klingon']) {
        await site.answer({ headers: typed(charset), body: `${xml} ` })
        expect(await site.poll()).toMatch(/^(?:ok|unchanged)$/)
      }
      // UTF-8 that a proxy took for windows-1252 and encoded once more.
      const twice = [...new TextEncoder().encode(xml)]
        .map((byte) => new TextDecoder('windows-1252').decode(new Uint8Array([byte])))
        .join('')
      await quietly(site, { headers: RSS_TYPE, body: twice }, 'charset')
      await site.list(usual(), (text) => text.replaceAll('نص البيان', 'نص \uFFFDبيان'))
      await site.poll()
      expect(await site.made()).toEqual(NOTHING)
    },
  },
  {
    n: '47',
    because: 'wrong types, blanks before and words behind the document do not hide its items',
    run: async (site) => {
      await site.begin()
      let n = 10
      for (const [type, change] of [
        ['text/html', (xml: string) => xml],
        ['', (xml: string) => `\n\n ${xml}`],
        [
          'text/plain',
          (xml: string) => `<br />\n<b>Warning</b>: foreach() in <b>/x.php</b><br />\n${xml}`,
        ],
        ['application/rss+xml', (xml: string) => `${xml}\n<!-- cached --><script>1</script>`],
      ] as const) {
        n += 1
        await site.answer({
          headers: type === '' ? {} : { 'content-type': type },
          body: change(rss([item(n), ...usual()])),
        })
        expect(await site.poll(), type).toBe('ok')
      }
      expect(await site.made()).toEqual({ statements: 4, alerts: 4, revised: 0 })
    },
  },
  {
    n: '48, 49',
    because: 'a document that breaks off or is broken withdraws nothing',
    run: async (site) => {
      await site.begin()
      const xml = rss([item(11), ...usual()])
      for (const body of [
        xml.slice(0, xml.length * 0.6),
        xml.slice(0, xml.indexOf('</item>') - 4),
      ]) {
        await site.answer({ headers: RSS_TYPE, body })
        await site.poll()
        expect((await site.made()).statements).toBeLessThanOrEqual(1)
        expect((await site.made()).revised).toBe(0)
      }
      expect((await site.report()).statements).toBeGreaterThanOrEqual(10)
    },
  },
  {
    n: '50',
    because: 'control characters do not reach what is published',
    run: async (site) => {
      await site.begin()
      await site.list([item(11, { title: 'بيان\u0001 عن\u000B أمر ما طويل' }), ...usual()])
      await site.poll()
      const { title } = await site.statement(11)
      // oxlint-disable-next-line no-control-regex -- they are what is looked for
      expect(title).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/)
    },
  },
  {
    n: '51, 52',
    because: 'entity bombs cost nothing, and no entity is fetched',
    run: async (site) => {
      await site.begin()
      const before = (await site.requests()).length
      for (const doctype of [
        `<!DOCTYPE x [<!ENTITY a "ha">${Array.from({ length: 9 }, (_, i) => `<!ENTITY a${i} "${`&a${i === 0 ? '' : i - 1};`.repeat(10)}">`).join('')}]>`,
        `<!DOCTYPE x [<!ENTITY big "${'x'.repeat(100_000)}">]>`,
        '<!DOCTYPE x [<!ENTITY leak SYSTEM "https://leak.example/x">]>',
        '<!DOCTYPE x SYSTEM "https://leak.example/x.dtd">',
      ]) {
        const started = performance.now()
        await site.list(usual(), (xml) =>
          xml.replace('?><rss', `?>${doctype}<rss`).replace('نص البيان رقم 1.', 'نص البيان رقم 1.'),
        )
        await site.poll()
        expect(performance.now() - started).toBeLessThan(5_000)
      }
      expect((await site.requests()).length - before).toBe(4)
      expect(await site.made()).toEqual(NOTHING)
    },
  },
  {
    n: '53',
    because: '2,000 items: as many as are read, kept, and nobody is told before somebody looked',
    run: async (site) => {
      await site.begin()
      await site.list(Array.from({ length: 2_000 }, (_, i) => item(3_000 - i)))
      expect(await site.poll()).toBe('ok')
      const { statements } = await site.made()
      expect(statements).toBe(500)
      expect(await site.floods()).toBe(1)
    },
  },
  {
    n: '54',
    because: 'elements called __proto__ pollute nothing',
    run: async (site) => {
      await site.begin()
      await site.list([item(11), ...usual()], (xml) =>
        xml.replace(
          '<item>',
          '<item><__proto__><polluted>1</polluted></__proto__><constructor>x</constructor>',
        ),
      )
      expect(await site.poll()).toBe('ok')
      expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
      expect((await site.made()).statements).toBe(1)
    },
  },
  {
    n: '55, 59',
    because: 'hostile html and addresses are not kept as such',
    run: async (site) => {
      await site.begin()
      const hostile =
        'نص <script>alert(1)</script><img src=x onerror=alert(1)><a href="javascript:alert(1)">x</a><iframe src="https://x.example"></iframe>'
      await site.list([item(11, { text: hostile }), ...usual()])
      await site.poll()
      const { html } = await site.statement(11)
      expect(html).not.toMatch(/script|onerror|javascript:|iframe/i)
    },
  },
  {
    n: '60',
    because: 'a title without end, or none, and a text without end',
    run: async (site) => {
      await site.begin()
      await site.list([
        item(11, { title: 'بيان '.repeat(500), text: 'كلمة '.repeat(20_000) }),
        item(12, { title: '', text: 'بيان بلا عنوان ظاهر.' }),
        ...usual(),
      ])
      expect(await site.poll()).toBe('ok')
      expect((await site.made()).statements).toBe(2)
      const titles = [await site.statement(11), await site.statement(12)].map(({ title }) => title)
      expect(titles.every((title) => title.trim() !== '')).toBe(true)
    },
  },
  {
    n: '61',
    because: 'letters in another Unicode form are the same statement, and match',
    run: async (site) => {
      await site.begin()
      await site.list(
        usual().map((one) => ({
          ...one,
          text: one.text.normalize('NFD').replace('رقم', 'ر\u200Cقم').replace('\u200C', ''),
        })),
      )
      await site.poll()
      expect(await site.made()).toEqual(NOTHING)
      await site.list([item(11, { title: 'بـــيـــان من نوع آخر', text: 'نص.' }), ...usual()])
      await site.poll()
      expect((await site.made()).alerts).toBe(1)
    },
  },
  {
    n: '63',
    because: 'ETag and Last-Modified go back byte for byte, and a 304 is used',
    run: async (site) => {
      const etag = 'W/"a\\b;c"'
      await site.answer({ headers: { ...RSS_TYPE, etag }, body: rss(usual()) })
      await site.follow()
      const before = (await conditionsSeen()).length
      expect(await site.poll()).toBe('unchanged')
      expect((await conditionsSeen()).slice(before)).toEqual([etag])
    },
  },
  {
    n: '64',
    because: '304 for ever hides nothing for longer than a day; 304 on the first poll is no answer',
    run: async (site) => {
      await site.answer({ status: 304 })
      await site.follow()
      expect((await site.report()).source.reason).toBe('status')
      await site.answer({ headers: { ...RSS_TYPE, etag: '"for ever"' }, body: rss(usual()) })
      await site.poll()
      await site.answer({
        headers: { ...RSS_TYPE, etag: '"for ever"' },
        body: rss([item(11), ...usual()]),
        always304: true,
      })
      expect(await site.poll()).toBe('unchanged')
      expect(await later(25 * HOUR, () => site.poll())).toBe('ok')
      expect((await site.made()).alerts).toBe(1)
    },
  },
  {
    n: '65',
    because: 'random, suffixed and odd validators, and those of the future, are no events',
    run: async (site) => {
      await site.begin()
      for (const headers of [
        { etag: `"${Math.random()}"` },
        { etag: '"abc-gzip"' },
        { etag: 'no quotes' },
        { 'last-modified': 'Tue, 01 Jan 2041 00:00:00 GMT' },
        { 'last-modified': 'not a date' },
      ]) {
        await site.answer({ headers: { ...RSS_TYPE, ...headers }, body: rss(usual()) })
        expect(await site.poll()).toBe('unchanged')
      }
      await recovers(site)
    },
  },
  {
    n: '65',
    because: 'a second statement within the same second is not hidden by Last-Modified',
    run: async (site) => {
      const date = new Date().toUTCString()
      const headers = { ...RSS_TYPE, 'last-modified': date, date }
      await site.answer({ headers, body: rss(usual()) })
      await site.follow()
      await site.answer({ headers, body: rss([item(11), ...usual()]) })
      expect(await site.poll()).toBe('ok')
      expect((await site.made()).alerts).toBe(1)
    },
  },
  {
    n: '66',
    because: 'an old copy from a cache, and then the new one again',
    run: async (site) => {
      await site.begin()
      await recovers(site)
      await site.list(usual())
      await site.poll()
      await site.list([item(11), ...usual()])
      await site.poll()
      expect((await site.made()).alerts).toBe(1)
    },
  },
  {
    n: '67',
    because: 'links to further pages of a list are not followed',
    run: async (site) => {
      await site.list(usual(), (xml) =>
        xml.replace(
          '<title>',
          '<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="next" href="/feed"/><title>',
        ),
      )
      await site.follow()
      expect(await site.requests()).toHaveLength(1)
    },
  },
  {
    n: '86',
    because: 'our clock goes back or forward by an hour, and nothing is told twice',
    run: async (site) => {
      await site.begin()
      for (const shift of [HOUR, -HOUR]) {
        await site.list(usual().toReversed())
        expect(await later(shift, () => site.poll())).toMatch(/ok|unchanged/)
      }
      await recovers(site)
    },
  },
  {
    n: '87',
    because: 'KV refuses every write: the alert goes out, and the feed follows when it can',
    run: async (site) => {
      await site.begin()
      await site.list([item(11), ...usual()])
      const key = `snapshot:${site.id}`
      const before = await env.PUBLISHED.get(key)
      const logged = await errorsLogged(async () => {
        await withoutKv(site.id, async () => {
          expect(await site.poll()).toBe('ok')
          expect(await site.made()).toEqual({ statements: 1, alerts: 1, revised: 0 })
          const told = await endpointObject('fault-hook').list(undefined, undefined, 5)
          expect(told.some(({ alert }) => alert?.includes(`${site.id}-11`))).toBe(true)
          expect(await env.PUBLISHED.get(key)).toBe(before)
        })
      })
      for (const line of logged) expect(line).toMatch(/"at":"drain".*KV PUT failed/)
      await later(HOUR, async () => {
        await runInDurableObject(publisherObject(site.id), async (object) => {
          await object.alarm()
          await object.alarm()
        })
      })
      expect(await env.PUBLISHED.get(key)).toContain(`${site.id}-11`)
      expect((await site.made()).alerts).toBe(1)
    },
  },
]

/** Lets the object's namespace answer every write as Cloudflare does when a key is hot. */
async function withoutKv(id: string, work: () => Promise<void>): Promise<void> {
  const swap = async (change: (env: Env) => Env) =>
    await runInDurableObject(publisherObject(id), (instance) => {
      const object = instance as unknown as { env: Env }
      object.env = change(object.env)
    })
  let real: Env | undefined
  await swap((kept) => {
    real = kept
    const put = () => Promise.reject(new Error('KV PUT failed: 429 Too Many Requests'))
    const PUBLISHED = new Proxy(kept.PUBLISHED, {
      get: (target, name) => (name === 'put' ? put : Reflect.get(target, name)),
    })
    return new Proxy(kept, {
      get: (target, name) => (name === 'PUBLISHED' ? PUBLISHED : Reflect.get(target, name)),
    })
  })
  try {
    await work()
  } finally {
    await swap((broken) => real ?? broken)
  }
}

describe('what other people’s sites do', () => {
  beforeAll(async () => {
    await resetInternet()
    await setPage('https://hook.example/', { body: 'ok' })
    await desk().saveEndpoint({
      id: 'fault-hook',
      kind: 'slack',
      url: 'https://hook.example/',
      secret: '',
      pace: 50,
    })
    // The publisher must be known before the watch: any will do.
    await desk().savePublisher({ ...publisherWith('nobody'), paused: true })
    await desk().saveWatch(
      watchOf('بيان', { id: 'all-statements', name: 'x', endpoints: ['fault-hook'] }),
    )
  })

  it.each(POLLING.map((fault, index) => ({ ...fault, index })))(
    'fault $n: $because',
    async ({ run, n, index }) => {
      await run(new FaultSite(`f${n.split(',')[0]}-${index}`))
    },
    // Shared machines are slow at times; a row takes a tenth of a second.
    20_000,
  )
})
