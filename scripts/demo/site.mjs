/**
 * The demonstration's publisher as a web server on loopback: `node scripts/demo/site.mjs 8788`.
 * It keeps what it has said in a small file, so that after a restart no number comes twice.
 */
import { createHash } from 'node:crypto'
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import { articlePage, feedDocument, frontPage, listingPage } from './site-pages.mjs'
import { advance, begin, newTimeline, outAt } from './timeline.mjs'

const LISTINGS = new Set(['/ar/', '/en/', '/en/feed/'])

/**
 * Starts the site. It shows old statements only, until `begin` is called.
 *
 * @param options.port where to listen; 0 for any free port
 * @param options.file where the timeline is kept; undefined keeps it in memory
 * @param options.now the clock, ms since 1970
 */
export async function startSite({ port, file, now = Date.now }) {
  let timeline = { ...(load(file) ?? newTimeline(now())), began: null, next: null }
  const keep = (next) => {
    if (next !== timeline) save(file, next)
    timeline = next
  }
  const views = new Map()
  const server = createServer((request, response) => {
    keep(advance(timeline, now()))
    const base = `http://127.0.0.1:${server.address().port}`
    const published = (language) =>
      timeline.published.filter((statement) => outAt(statement, language) <= now())
    answer(request, response, { base, published, views, now: now() })
  })
  await new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    begin: () => keep(begin(timeline, now())),
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

function answer(request, response, site) {
  if (request.method !== 'GET' && request.method !== 'HEAD') return send(response, 405, 'GET only')
  const path = new URL(request.url, site.base).pathname
  if (path === '/') return html(response, frontPage(site.base))
  if (LISTINGS.has(path)) return listing(request, response, path, site)
  // Known by its number, whatever stands before: a mended slug must not break an old link.
  const [, language, number] = /^\/(ar|en)\/[^/]+\/[^/]*-(\d+)$/.exec(path) ?? []
  const out = language === undefined ? [] : site.published(language)
  const statement = out.find((each) => each.number === Number(number))
  if (statement === undefined) return send(response, 404, 'Not found')
  const seen = (site.views.get(path) ?? 100 + statement.number * 3) + 1
  site.views.set(path, seen)
  // No validators: the counter makes every visit another page.
  html(response, articlePage(out, statement, language, { ...site, views: seen }))
}

function html(response, text) {
  send(response, 200, text, { 'content-type': 'text/html; charset=utf-8' })
}

function listing(request, response, path, site) {
  const { base, now } = site
  const language = path.slice(1, 3)
  const out = site.published(language)
  const feed = path === '/en/feed/'
  const text = feed ? feedDocument(out, base, now) : listingPage(out, language, base)
  const changed = Math.max(...out.map((each) => each.edited ?? outAt(each, language)))
  const headers = {
    'content-type': feed ? 'application/rss+xml; charset=utf-8' : 'text/html; charset=utf-8',
    etag: `"${createHash('sha256').update(text).digest('hex').slice(0, 32)}"`,
    'last-modified': new Date(changed).toUTCString(),
    'cache-control': 'no-cache',
  }
  if (isUnchanged(request.headers, headers)) send(response, 304, '', headers)
  else send(response, 200, text, headers)
}

/** RFC 9110, 13.2.2: where both are sent, the entity tag decides and the date is not looked at. */
function isUnchanged(asked, { etag, 'last-modified': modified }) {
  const tags = asked['if-none-match']
  if (tags !== undefined) {
    return tags.split(',').some((tag) => ['*', etag].includes(tag.trim().replace(/^W\//, '')))
  }
  const since = Date.parse(asked['if-modified-since'] ?? '')
  return !Number.isNaN(since) && Date.parse(modified) <= since
}

function send(response, status, text, headers = { 'content-type': 'text/plain; charset=utf-8' }) {
  response.writeHead(status, headers)
  response.end(response.req.method === 'HEAD' ? undefined : text)
}

function load(file) {
  if (file === undefined) return undefined
  try {
    const kept = JSON.parse(readFileSync(file, 'utf8'))
    return Array.isArray(kept.published) && kept.published.length > 0 ? kept : undefined
  } catch {
    return undefined
  }
}

function save(file, timeline) {
  if (file === undefined) return
  writeFileSync(`${file}.new`, JSON.stringify(timeline))
  renameSync(`${file}.new`, file)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const site = await startSite({ port: Number(process.argv[2] ?? 8788), file: process.argv[3] })
  site.begin()
  console.log(`The demonstration's publisher speaks at ${site.url}`)
}
