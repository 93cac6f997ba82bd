import { wrapped } from '../runtime/worker-description.mjs'

/**
 * Entry around the production bundle that hands alerts to endpoints without a poll, and looks into
 * their objects. Alerts are made here: ten thousand of them need not pass through HTTP.
 */
const ENTRY = `import production, { EndpointObject as ProductionEndpoint } from 'worker.js'

export class EndpointObject extends ProductionEndpoint {
  size() {
    const { sql } = this.ctx.storage
    const count = (table) => sql.exec('SELECT COUNT(*) AS n FROM ' + table).one().n
    return { bytes: sql.databaseSize, deliveries: count('deliveries'), attempts: count('attempts') }
  }
  abandoned() {
    return this.ctx.storage.sql
      .exec("SELECT id, reason FROM deliveries WHERE state = 'abandoned'").toArray()
  }
}

const paragraph = 'The council of the harbour says that the lighthouse stays lit, and names who kept the watch. '

function delivery(endpoint, n) {
  const at = new Date(Date.UTC(2026, 0, 1) + n * 1000).toISOString()
  const text = paragraph.repeat(10)
  const statement = {
    id: 's-' + n, tag: 'tag:soak,2026:s-' + n, publisher: 'harbour', source: 'harbour-en', language: 'en',
    url: 'https://harbour.example/' + n, title: 'Statement ' + n, text, html: '<p>' + text + '</p>',
    published: at, firstSeen: at, updated: at, state: 'current', revision: 1, contentHash: 'c' + n,
    translation: null,
  }
  const alert = {
    id: 'w/s-' + n + '/1/appeared', change: 'appeared', at,
    watch: { id: 'w', name: 'Lighthouse', query: 'lighthouse' },
    publisher: { id: 'harbour', name: { ar: 'harbour', en: 'Harbour' }, site: 'https://harbour.example/' },
    statement, matches: [{ part: 'lighthouse', field: 'text', surface: 'lighthouse', start: 36, end: 46 }],
    translation: null,
  }
  return { id: 'msg_' + endpoint + '_' + n, endpoint, message: { kind: 'alert', alert } }
}

const SOAK = {
  async '/soak/accept'(object, params) {
    const [from, to] = [Number(params.get('from')), Number(params.get('to'))]
    const name = params.get('endpoint')
    const deliveries = Array.from({ length: to - from }, (_, at) => delivery(name, from + at))
    await object.accept(name, deliveries)
    return null
  },
  '/soak/report': (object) => object.report(),
  '/soak/size': (object) => object.size(),
  '/soak/abandoned': (object) => object.abandoned(),
}

export default {
  async fetch(request, env, ctx) {
    const { pathname, searchParams } = new URL(request.url)
    const soak = SOAK[pathname]
    if (soak === undefined) return production.fetch(request, env, ctx)
    const name = searchParams.get('endpoint')
    return Response.json(await soak(env.ENDPOINTS.get(env.ENDPOINTS.idFromName(name)), searchParams))
  },
}
`

export const soakWorker = (bundle) => wrapped(bundle, ENTRY)
