import { once } from 'node:events'
import { createServer } from 'node:http'

/**
 * A loopback site for measurements: `/feed/{anything}` is an RSS feed with full texts,
 * `/list/{anything}` an HTML listing, `/wp-json/…` WordPress's posts, `/articles/{n}` an article's page. All have an ETag and
 * answer 304 to it. Every name below `/feed/` and `/list/` is a source of its own.
 *
 * @param {{ statements: number, paragraphs?: number }} options statements at the start, and how
 *   many paragraphs of about 350 bytes each has
 * @returns {Promise<{ origin: string, requests(): number, publish(): void, close(): Promise<void> }>}
 */
export async function startListingSite({ statements, paragraphs = 4 }) {
  let count = statements
  let requests = 0
  const documents = {
    feed: (origin) => rss(origin, count, paragraphs),
    list: (origin) => listing(origin, count),
    'wp-json': (origin) => posts(origin, count, paragraphs),
    articles: (origin, number) => article(origin, Number(number), paragraphs),
  }
  const server = createServer((request, response) => {
    requests++
    const [, kind, name] = request.url.split('/')
    const document = documents[kind]
    if (document === undefined) {
      response.writeHead(404).end()
      return
    }
    const etag = kind === 'articles' ? '"article"' : `"${count}"`
    if (request.headers['if-none-match'] === etag) {
      response.writeHead(304, { etag }).end()
      return
    }
    const type = TYPES[kind] ?? 'text/html'
    response.writeHead(200, { etag, 'content-type': `${type}; charset=utf-8` })
    response.end(document(`http://${request.headers.host}`, name))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    requests: () => requests,
    publish: () => {
      count++
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const TYPES = { feed: 'application/rss+xml', 'wp-json': 'application/json' }

const newestFirst = (count) => Array.from({ length: count }, (_, n) => count - n)

/** Wordings that differ in every statement: equal texts would be one statement republished. */
function body(number, paragraphs) {
  const sentence = (p) =>
    `<p>In statement ${number}, paragraph ${p}, the council of the harbour reports what was seen from the pier that day: ` +
    'boats that left before dawn, the light that stayed lit, and the names of those who kept the watch. ' +
    '\u0648\u064a\u0624\u0643\u062f \u0627\u0644\u0645\u062c\u0644\u0633 \u0623\u0646 \u0627\u0644\u0645\u0646\u0627\u0631\u0629 \u0628\u0642\u064a\u062a \u0645\u0636\u0627\u0621\u0629 \u0637\u0648\u0627\u0644 \u0627\u0644\u0644\u064a\u0644.</p>'
  return Array.from({ length: paragraphs }, (_, p) => sentence(p + 1)).join('\n')
}

function rss(origin, count, paragraphs) {
  const items = newestFirst(count).map(
    (n) => `<item><title>Statement ${n} of the harbour council</title>
<link>${origin}/articles/${n}</link><guid isPermaLink="true">${origin}/articles/${n}</guid>
<content:encoded><![CDATA[${body(n, paragraphs)}]]></content:encoded></item>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Harbour council</title><link>${origin}/</link><description>Statements</description>
${items.join('\n')}
</channel></rss>`
}

/** The twenty newest, as WordPress's interface gives them. */
function posts(origin, count, paragraphs) {
  return JSON.stringify(
    newestFirst(count)
      .slice(0, 20)
      .map((n) => ({
        id: n,
        date_gmt: '2026-01-01T09:00:00',
        modified_gmt: '2026-01-01T09:00:00',
        link: `${origin}/articles/${n}`,
        title: { rendered: `Statement ${n} of the harbour council` },
        content: { rendered: body(n, paragraphs), protected: false },
      })),
  )
}

function page(title, content) {
  const menu = Array.from(
    { length: 60 },
    (_, n) => `<li><a href="/section/${n}">Section ${n}</a></li>`,
  )
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>
<style>body{margin:0}.menu li{display:inline}</style></head><body>
<nav><ul class="menu">${menu.join('')}</ul></nav>${content}
<footer>Harbour council, pier 4</footer></body></html>`
}

/** The twenty newest, as listings of such sites show them. */
function listing(origin, count) {
  const items = newestFirst(count)
    .slice(0, 20)
    .map(
      (
        n,
      ) => `<div class="statement"><h3><a href="${origin}/articles/${n}">Statement ${n} of the harbour council</a></h3>
<p class="excerpt">What statement ${n} says, in short.</p></div>`,
    )
  return page('Statements', `<main>${items.join('\n')}</main>`)
}

function article(origin, number, paragraphs) {
  const title = `Statement ${number} of the harbour council`
  return page(
    title,
    `<article><h1>${title}</h1><div class="body">${body(number, paragraphs)}</div></article>`,
  )
}

/** What a source of kind `html` is told about this site. */
export const LISTING_SELECTORS = { item: '.statement', body: '.body', articleTitle: 'h1' }
