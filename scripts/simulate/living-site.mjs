import { createHash } from 'node:crypto'
import { chance } from '../crash/chance.mjs'
import { DAY, HOUR, START } from './site-life.mjs'

const LISTED = 20
/** Of so many that were published last some are old, some gone. */
const REMEMBERED = 120
const HOST = 'wadi.example'
export const NEW_HOST = 'majlis-alwadi.example'

/** What a listing of some sort is called on this site, and how its entries are written. */
export const LISTINGS = {
  feed: { path: '/feed', type: 'application/rss+xml', isPaged: false },
  excerpts: { path: '/feed', type: 'application/rss+xml', isPaged: true },
  wordpress: { path: '/wp-json/wp/v2/posts', type: 'application/json', isPaged: false },
  html: { path: '/bayanat', type: 'text/html', isPaged: true },
  structure: { path: '/bayanat', type: 'text/html', isPaged: true },
}

/** The number of a statement, by any address that it ever had. */
export function numberIn(address) {
  const [, number] = /(?:-|[?&]p=)(\d+)\/?(?:[?#].*)?$/.exec(address) ?? []
  return number === undefined ? undefined : Number(number)
}

/**
 * A site that lives through `life`, answering as it is at the moment of each request. What it has shown in
 * good answers, it notes: only that can Bayan know.
 */
export class LivingSite {
  /** Statements that stood in a good listing, with the first moment; and wordings that were shown of each. */
  offered = new Map()
  worded = new Map()
  requests = []
  #life
  #clock
  #draw
  #turn = 0
  #kept = new Map()
  #pinned

  constructor(life, clock) {
    this.#life = life
    this.#clock = clock
    this.#draw = chance(life.seed + 77)
    this.#pinned = life.statements.filter(({ pinned }) => pinned !== undefined)
  }

  weather(now = this.#clock()) {
    return this.#life.weather.find(({ from, until }) => from <= now && now < until)
  }

  has(turn, now = this.#clock()) {
    return now >= (this.#life.turns.get(turn) ?? Infinity)
  }

  /** The address that the operator gives at first. */
  get address() {
    return `http://${this.has('domain') ? NEW_HOST : HOST}${LISTINGS[this.#life.kind].path}`
  }

  /** @returns status, headers and bytes; throws what a connection throws */
  answer(url, headers) {
    const now = this.#clock()
    const weather = this.weather(now)
    this.requests.push({ at: now, path: url.pathname, weather: weather?.what })
    const home = this.#home(now)
    if (url.origin !== home && weather?.what !== 'reset')
      return redirect(301, `${home}${url.pathname}${url.search}`)
    if (url.pathname === '/robots.txt') return this.#robots(weather)
    const ill = weather === undefined ? undefined : illness(weather, now, url)
    if (ill !== undefined) return ill
    if (url.pathname === '/') return page('مجلس الوادي', '<p>أهلا بكم في موقع المجلس</p>')
    const isListing = url.pathname === LISTINGS[this.#life.kind].path
    this.#turn += 1
    const at = seenAt(weather, now, this.#draw)
    return isListing ? this.#listing(at, weather, headers) : this.#page(url, at, weather)
  }

  #home(now) {
    const host = this.has('domain', now) ? NEW_HOST : HOST
    return `${this.has('https', now) ? 'https' : 'http'}://${this.has('www', now) ? 'www.' : ''}${host}`
  }

  #robots(weather) {
    if (weather?.what === 'robots') return answered('User-agent: *\nDisallow: /', 'text/plain')
    return answered('User-agent: *\nDisallow: /wp-admin/', 'text/plain')
  }

  #listing(at, weather, headers) {
    const { what } = weather ?? {}
    const { kind } = this.#life
    const moving = ['new-guids', 'tracking-links', 'dates-now', 'shuffled'].includes(what)
    const list = shaped(this.#standing(at), what, this.#turn, this.#draw)
    const salt = moving ? String(this.#turn) : ''
    const key = `${what}.${salt}.${list.map(({ n, wording, slug }) => `${n}:${wording}:${slug}`).join()}.${this.#home(at)}.${this.has('paths', at)}.${this.has('guids', at)}.${this.has('redesign', at)}`
    const etag = `"${createHash('sha256').update(key).digest('hex').slice(0, 20)}"`
    const asked = headers['if-none-match']
    if (asked !== undefined && (asked === etag || what === 'lying-etag'))
      return { status: 304, headers: { etag } }
    this.#offer(list, what)
    const body = this.#kept.get(key) ?? this.#written(list, at, what)
    this.#kept.clear()
    this.#kept.set(key, body)
    const { type } = LISTINGS[kind]
    return encoded(body, type, what, { etag })
  }

  /** Notes what is shown to whoever asks now. */
  #offer(list, what) {
    if (what === 'cut' || what === 'mojibake') return
    const { isPaged } = LISTINGS[this.#life.kind]
    for (const { n, wording } of list) {
      if (!this.offered.has(n)) this.offered.set(n, this.#clock())
      if (!isPaged) this.#show(n, wording)
    }
  }

  #show(n, wording) {
    const shown = this.worded.get(n) ?? []
    if (shown.at(-1)?.wording !== wording) shown.push({ wording, at: this.#clock() })
    this.worded.set(n, shown)
  }

  /** What stands in the list at a moment, the newest first, pinned ones before. */
  #standing(at) {
    const shown = (one) => ({ n: one.n, one, wording: wordingAt(one, at), slug: slugAt(one, at) })
    // Those that were published last, and the few that stand on top; the others scrolled off.
    const until = this.#life.statements.findLastIndex((one) => one.at <= at) + 1
    const there = this.#life.statements
      .slice(Math.max(0, until - REMEMBERED), until)
      .filter((one) => !isGone(one, at))
      .map((one) => ({ one, order: one.isOld && one.isTop !== true ? one.shown : one.at }))
      .sort((a, b) => b.order - a.order)
      .map(({ one }) => shown(one))
    const pinned = this.#pinned
      .filter((one) => one.pinned[0] <= at && at < one.pinned[1] && !isGone(one, at))
      .map(shown)
    const rest = there.filter(({ n }) => !pinned.some((one) => one.n === n))
    return [...pinned, ...rest].slice(0, LISTED)
  }

  #written(list, at, what) {
    const now = this.#clock()
    const entries = list.map(({ one, wording, slug }) => ({
      n: one.n,
      ...one.wordings[wording],
      language: one.language,
      date: new Date(what === 'dates-now' ? now : one.shown),
      link: this.#link(one.n, slug, at, what),
      guid:
        what === 'new-guids'
          ? `id-${this.#turn}-${one.n}`
          : this.has('guids', at)
            ? `urn:wadi:${one.n}`
            : `http://${HOST}/?p=${one.n}`,
    }))
    const { kind } = this.#life
    if (kind === 'wordpress') return JSON.stringify(entries.map(post))
    if (kind === 'feed' || kind === 'excerpts') return feed(entries, kind === 'excerpts')
    return listPage(entries, this.has('redesign', at))
  }

  #link(n, slug, at, what) {
    const path = this.has('paths', at) ? `/ar/arshif/${n}/${slug}-${n}/` : `/news/${slug}-${n}`
    const query = what === 'tracking-links' ? `?utm_source=rss&fbclid=${this.#turn}` : ''
    return `${this.#home(at)}${path}${query}`
  }

  /** A statement's own page; under former addresses a redirect, or for some sites nothing. */
  #page(url, at, weather) {
    const n = numberIn(url.pathname + url.search)
    const one = this.#life.statements[(n ?? 0) - 1]
    if (one === undefined || one.at > at || isGone(one, at)) return notFound()
    const link = new URL(this.#link(n, slugAt(one, at), at, undefined))
    if (link.pathname !== url.pathname)
      return this.#life.seed % 3 === 0 && this.has('paths', at)
        ? notFound()
        : redirect(301, link.href)
    const wording = wordingAt(one, at)
    const { isPaged } = LISTINGS[this.#life.kind]
    if (isPaged && weather?.what !== 'cut' && weather?.what !== 'mojibake') this.#show(n, wording)
    const { title, paragraphs } = one.wordings[wording]
    const body = articlePage(
      {
        title,
        paragraphs,
        date: new Date(one.shown),
        views: 100 + Math.floor((at - one.at) / HOUR),
      },
      this.has('redesign', at),
    )
    return encoded(body, 'text/html', weather?.what, {})
  }
}

const isGone = ({ gone: [from, until] = [Infinity, 0] }, at) => from <= at && at < until

function wordingAt({ wordings }, at) {
  return wordings.findLastIndex(({ from }) => from <= at)
}

const slugAt = ({ slugs }, at) => slugs.findLast(({ from }) => from <= at).slug

/** Copies and mirrors that show the site as it was. */
function seenAt(weather, now, draw) {
  switch (weather?.what) {
    case 'stale':
      return weather.from - 2 * HOUR
    case 'alternating':
      return draw() < 0.5 ? now : weather.from - 2 * HOUR
    case 'mirrors':
      return draw() < 0.5 ? now : now - 3 * HOUR
    default:
      return now
  }
}

function shaped(list, what, turn, draw) {
  switch (what) {
    case 'empty-list':
      return []
    case 'half':
      return list.slice(0, 10)
    case 'flapping':
      return turn % 2 === 0 ? list : list.slice(0, 4)
    case 'shuffled':
      return list
        .map((one) => ({ one, place: draw() }))
        .sort((a, b) => a.place - b.place)
        .map(({ one }) => one)
    case 'twice':
      return [list[0], ...list].filter((one) => one !== undefined)
    default:
      return list
  }
}

/** What the whole site answers while it is ill; undefined where it answers. */
function illness({ what, until }, now, { pathname }) {
  switch (what) {
    case 'status-500':
      return page('Error', '<h1>500</h1>', 500)
    case 'status-502':
      return page('502 Bad Gateway', '<h1>502 Bad Gateway</h1>', 502)
    case 'busy-503':
      return {
        ...page('503', '<h1>Service Unavailable</h1>', 503),
        headers: { 'retry-after': '900' },
      }
    case 'too-many-429':
      return {
        ...page('429', '<h1>Too many requests</h1>', 429),
        headers: { 'retry-after': new Date(Math.min(until, now + HOUR)).toUTCString() },
      }
    case 'timeout':
      throw Object.assign(new Error('took too long'), { name: 'TimeoutError' })
    case 'reset':
      throw new Error('Network connection lost.')
    case 'wall-403':
      return page('403 Forbidden', '<h1>Forbidden</h1>', 403)
    case 'challenge-200':
      return page(
        'Just a moment...',
        '<p>Checking your browser</p><script>window._cf_chl_opt={}</script>',
      )
    case 'soft-404':
      return page('الصفحة غير موجودة - مجلس الوادي', '<h1>الصفحة غير موجودة</h1>')
    case 'maintenance':
      return page('الموقع تحت الصيانة', '<h1>الموقع تحت الصيانة</h1>')
    case 'to-front':
      return pathname === '/' ? undefined : redirect(302, '/')
    case 'no-bytes':
      return answered('', 'text/html')
    case 'parked':
      return parked()
    default:
      return undefined
  }
}

function parked() {
  const links = Array.from(
    { length: 20 },
    (_, n) =>
      `<li class="news-item card"><h3><a href="https://offers.invalid/deal/best-offer-of-the-day-${n}-x">The best offer of day number ${n}</a></h3></li>`,
  )
  return page('wadi.example is for sale', `<ul>${links.join('')}</ul>`)
}

const redirect = (status, location) => ({ status, headers: { location }, bytes: new Uint8Array() })
const notFound = () => page('404', '<h1>Not Found</h1>', 404)

function answered(text, type, status = 200, headers = {}) {
  return {
    status,
    headers: { 'content-type': `${type}; charset=utf-8`, ...headers },
    bytes: new TextEncoder().encode(text),
  }
}

function page(title, content, status = 200) {
  return answered(
    `<!doctype html><html><head><title>${title}</title></head><body>${content}</body></html>`,
    'text/html',
    status,
  )
}

function encoded(body, type, what, headers) {
  if (what === 'cut') {
    const bytes = new TextEncoder().encode(body)
    return {
      ...answered('', type, 200, headers),
      bytes: bytes.subarray(0, Math.floor(bytes.length * 0.6)),
    }
  }
  if (what === 'mojibake')
    return answered(Buffer.from(body, 'utf8').toString('latin1'), type, 200, headers)
  if (what === 'windows-1256' && type !== 'application/json') {
    const said = body
      .replace('encoding="UTF-8"', 'encoding="windows-1256"')
      .replace('charset="utf-8"', 'charset="windows-1256"')
    return { status: 200, headers: { 'content-type': type, ...headers }, bytes: arabicBytes(said) }
  }
  return answered(body, type, 200, headers)
}

let arabic

function arabicBytes(text) {
  arabic ??= new Map(
    Array.from({ length: 256 }, (_, byte) => [
      new TextDecoder('windows-1256').decode(new Uint8Array([byte])),
      byte,
    ]),
  )
  return Uint8Array.from(text, (letter) => arabic.get(letter) ?? 63)
}

const joined = (paragraphs) => paragraphs.map((text) => `<p>${text}</p>`).join('\n')

function feed(entries, isShort) {
  const items = entries.map(({ title, link, guid, date, paragraphs }) => {
    const text = isShort
      ? `<description>${paragraphs[0].slice(0, 60)}...</description>`
      : `<content:encoded><![CDATA[${joined(paragraphs)}]]></content:encoded>`
    return `<item><title>${title}</title><link>${link.replaceAll('&', '&amp;')}</link><guid isPermaLink="false">${guid}</guid><pubDate>${date.toUTCString()}</pubDate>${text}</item>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>مجلس الوادي</title><link>http://${HOST}/</link><language>ar</language>\n${items.join('\n')}</channel></rss>`
}

function post({ n, title, link, date, paragraphs }) {
  const at = date.toISOString().slice(0, 19)
  return {
    id: n,
    date: at,
    date_gmt: at,
    modified_gmt: at,
    link,
    title: { rendered: title },
    content: { rendered: joined(paragraphs) },
  }
}

const MENU = `<nav><ul>${Array.from({ length: 12 }, (_, n) => `<li><a href="/section/${n}x">قسم ${n}</a></li>`).join('')}</ul></nav>`

const MONTHS = [
  'كانون الثاني',
  'شباط',
  'آذار',
  'نيسان',
  'أيار',
  'حزيران',
  'تموز',
  'آب',
  'أيلول',
  'تشرين الأول',
  'تشرين الثاني',
  'كانون الأول',
]

const written = (date) =>
  `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`

function listPage(entries, isNew) {
  const items = entries.map(({ title, link, date, paragraphs }) =>
    isNew
      ? `<article class="card"><a class="card-link" href="${link}"><h2 class="card-title">${title}</h2></a><time datetime="${date.toISOString().slice(0, 10)}">${written(date)}</time><p>${paragraphs[0].slice(0, 80)}</p></article>`
      : `<div class="news-item"><h3><a href="${link}">${title}</a></h3><span class="date">${written(date)}</span><p class="excerpt">${paragraphs[0].slice(0, 80)}</p></div>`,
  )
  return `<!doctype html><html lang="ar"><head><meta charset="utf-8"><title>البيانات | مجلس الوادي</title></head><body>${MENU}<main>${items.join('\n')}</main><footer>جميع الحقوق محفوظة</footer></body></html>`
}

function articlePage({ title, paragraphs, date, views }, isNew) {
  const day = written(date)
  const content = isNew
    ? `<article class="post"><h1 class="post-title">${title}</h1><time datetime="${date.toISOString().slice(0, 10)}">${day}</time><div class="post-body">${joined(paragraphs)}</div><div class="views">عدد المشاهدات: ${views}</div></article>`
    : `<div class="entry"><h1 class="entry-title">${title}</h1><span class="date">${day}</span><div class="entry-content">${joined(paragraphs)}</div><span class="views">المشاهدات: ${views}</span></div>`
  return `<!doctype html><html lang="ar"><head><meta charset="utf-8"><title>${title} | مجلس الوادي</title><meta property="og:title" content="${title}"></head><body>${MENU}${content}<footer>جميع الحقوق محفوظة</footer></body></html>`
}

/** How an operator names the parts of the page, before and after its redesign. */
export function selectorsFor(isNew) {
  return isNew
    ? {
        item: '.card',
        link: '.card-link',
        title: '.card-title',
        date: 'time',
        body: '.post-body',
        articleTitle: '.post-title',
      }
    : {
        item: '.news-item',
        title: 'h3',
        date: '.date',
        body: '.entry-content',
        articleTitle: '.entry-title',
      }
}

export { DAY, START }
