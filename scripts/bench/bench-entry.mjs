import { wrapped } from '../runtime/worker-description.mjs'

/** Fake time begins so far ahead that an alarm set in it does not ring during a run. */
export const AHEAD_MS = 2 * 3_600_000

/**
 * How an entry around the production bundle begins: with a publisher's own `alarm` to call, and a clock
 * to move. A poll a second is too slow to measure, and polls are made only when due. So each run
 * moves the time seen by our code forward, and the alarm that it sets lies in a future that the
 * runtime does not reach.
 */
export const MOVED_CLOCK = `import production, { PublisherObject as ProductionPublisher } from 'worker.js'
import { DurableObject } from 'cloudflare:workers'

const RealDate = Date
let ahead = 0
globalThis.Date = class extends RealDate {
  constructor(...given) { given.length > 0 ? super(...given) : super(RealDate.now() + ahead) }
  static now() { return RealDate.now() + ahead }
}

export class PublisherObject extends ProductionPublisher {
  async runAlarm() { await this.alarm() }
}
`

/** Below `/bench/` it runs a publisher and holds the floors; all else goes to the worker as it is. */
const ENTRY = `${MOVED_CLOCK}
// Sets its alarm, reads one row, makes the same conditional fetch, writes one row.
export class Floor extends DurableObject {
  begin(url) {
    const { sql } = this.ctx.storage
    sql.exec('CREATE TABLE IF NOT EXISTS state (id INTEGER PRIMARY KEY, url TEXT, etag TEXT, polled INTEGER)')
    sql.exec("INSERT OR REPLACE INTO state VALUES (1, ?, '', 0)", url)
  }
  async runAlarm() {
    const { sql } = this.ctx.storage
    await this.ctx.storage.setAlarm(Date.now() + 1000)
    const { url, etag } = sql.exec('SELECT url, etag FROM state').one()
    const headers = { 'if-none-match': etag, 'user-agent': 'floor', accept: '*/*' }
    const answer = await fetch(url, { headers, redirect: 'manual' })
    await answer.arrayBuffer()
    sql.exec('UPDATE state SET etag = ?, polled = ?', answer.headers.get('etag'), Date.now())
  }
  // The runtime sets no alarm for a class that has no handler.
  alarm() {}
}

let ready
const encoder = new TextEncoder()

const BENCH = {
  async '/bench/ahead'({ searchParams }) {
    ahead = Number(searchParams.get('ms'))
  },
  async '/bench/run'({ searchParams }, env) {
    ahead += Number(searchParams.get('step'))
    await env.PUBLISHERS.get(env.PUBLISHERS.idFromName(searchParams.get('publisher'))).runAlarm()
  },
  async '/bench/floor-begin'({ searchParams }, env) {
    await env.FLOOR.get(env.FLOOR.idFromName('floor')).begin(searchParams.get('url'))
  },
  async '/bench/floor-run'({ searchParams }, env) {
    ahead += Number(searchParams.get('step'))
    await env.FLOOR.get(env.FLOOR.idFromName('floor')).runAlarm()
  },
  // Keeps a body under a key of its own, and a tiny value beside it.
  async '/bench/keep'({ searchParams }, env, request) {
    await env.PUBLISHED.put('bench:' + searchParams.get('as'), await request.arrayBuffer())
    await env.PUBLISHED.put('bench:tiny', '"0123456789abcdef"')
  },
  // The publisher's snapshot under other names, each with a hash of its own: none is memoised.
  async '/bench/copies'({ searchParams }, env) {
    const { value, metadata } = await env.PUBLISHED.getWithMetadata('snapshot:' + searchParams.get('of'), 'arrayBuffer')
    for (let n = Number(searchParams.get('from')); n < Number(searchParams.get('to')); n++) {
      const hash = String(n).padStart(32, '0')
      await env.PUBLISHED.put('snapshot:copy' + n, value, { metadata: { ...metadata, hash } })
    }
  },
  async '/bench/stream'(url, env) {
    const body = await env.PUBLISHED.get('bench:body', 'stream')
    return new Response(body, { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } })
  },
  async '/bench/parse'(url, env) {
    ready ??= await env.PUBLISHED.get('bench:body', 'text')
    const snapshot = await env.PUBLISHED.get('bench:json', 'json')
    if (snapshot.items.length === 0) throw new Error('no entries')
    return new Response(encoder.encode(ready))
  },
  // The same read as a feed's 304 makes: its note, and the body left unread.
  async '/bench/open'({ searchParams }, env) {
    const { value, metadata } = await env.PUBLISHED.getWithMetadata('snapshot:' + searchParams.get('of'), 'stream')
    await value.cancel()
    return new Response(null, { status: 304, headers: { etag: metadata.hash } })
  },
  async '/bench/hub'({ searchParams }, env) {
    return Response.json(await env.HUBS.getByName(searchParams.get('topic')).report())
  },
  async '/bench/tiny'(url, env) {
    const etag = await env.PUBLISHED.get('bench:tiny', 'text')
    return new Response(null, { status: 304, headers: { etag } })
  },
}

export default {
  async fetch(request, env, ctx) {
    const url = new URL(request.url)
    const bench = BENCH[url.pathname]
    if (bench === undefined) return production.fetch(request, env, ctx)
    return (await bench(url, env, request)) ?? new Response(null, { status: 204 })
  },
}
`

/** The production worker behind the bench's entry, with the floor's object beside it. */
export function benchWorker(bundle) {
  return wrapped(bundle, ENTRY, { objects: [{ binding: 'FLOOR', className: 'Floor' }] })
}
