/**
 * A KV namespace as workerd's `kvNamespace` binding speaks to it over HTTP, in two forms. Wire form
 * (tried against the native binary): `GET|PUT|DELETE /{key}?urlencoded=true`, metadata as JSON in
 * the header `CF-KV-Metadata` both ways, `GET /?prefix=&key_count_limit=&cursor=` lists,
 * `POST /bulk/get` reads many. Expiry is not kept: what is measured here never expires.
 */

const ROUTES = `
const keyOf = (url) => decodeURIComponent(url.pathname.slice(1))

function valueAnswer(found) {
  if (!found) return new Response(null, { status: 404 })
  const headers = found.metadata ? { 'CF-KV-Metadata': found.metadata } : {}
  return new Response(found.value, { headers })
}

function listAnswer(found, url) {
  const limit = Number(url.searchParams.get('key_count_limit') ?? 1000)
  const page = found.slice(0, limit)
  const rest = found.length > limit
  return Response.json({
    keys: page.map(({ name, metadata }) => ({
      name, ...(metadata ? { metadata: JSON.parse(metadata) } : {}),
    })),
    list_complete: !rest,
    ...(rest ? { cursor: page.at(-1).name } : {}),
  })
}

async function bulkAnswer(request, get) {
  const { keys, type, withMetadata } = await request.json()
  const answer = {}
  for (const key of keys) {
    const found = get(key)
    if (!found) { answer[key] = null; continue }
    const text = new TextDecoder().decode(found.value)
    const value = type === 'json' ? JSON.parse(text) : text
    answer[key] = withMetadata
      ? { value, metadata: found.metadata ? JSON.parse(found.metadata) : null } : value
  }
  return Response.json(answer)
}

async function answer(request, store) {
  const url = new URL(request.url)
  if (request.method === 'POST') return bulkAnswer(request, (key) => store.get(key))
  if (request.method === 'PUT') {
    const value = await request.arrayBuffer()
    store.put(keyOf(url), value, request.headers.get('CF-KV-Metadata'))
    return new Response(null)
  }
  if (request.method === 'DELETE') { store.delete(keyOf(url)); return new Response(null) }
  if (url.pathname !== '/') return valueAnswer(store.get(keyOf(url)))
  const prefix = url.searchParams.get('prefix') ?? ''
  return listAnswer(store.list(prefix, url.searchParams.get('cursor') ?? ''), url)
}
`

/** The floor: values in the process's memory, lost with it. */
export const KV_MEMORY_WORKER = `${ROUTES}
const values = new Map()
const store = {
  get: (key) => values.get(key),
  put: (key, value, metadata) => values.set(key, { value, metadata }),
  delete: (key) => values.delete(key),
  list: (prefix, after) => [...values.keys()].sort()
    .filter((name) => name.startsWith(prefix) && name > after)
    .map((name) => ({ name, metadata: values.get(name).metadata })),
}
export default { fetch: (request) => answer(request, store) }
`

/**
 * Values that survive a kill: one SQLite object, one transaction a write. It answers a PUT only
 * when the row is on disk, as the runtime holds answers back until writes are confirmed.
 */
export const KV_DISK_WORKER = `import { DurableObject } from 'cloudflare:workers'
${ROUTES}
export class Store extends DurableObject {
  constructor(state, env) {
    super(state, env)
    const sql = state.storage.sql
    sql.exec('CREATE TABLE IF NOT EXISTS kv (key TEXT PRIMARY KEY, value BLOB, metadata TEXT)')
    const first = (cursor) => [...cursor][0]
    this.store = {
      get: (key) => first(sql.exec('SELECT value, metadata FROM kv WHERE key = ?', key)),
      put: (key, value, metadata) =>
        sql.exec('INSERT OR REPLACE INTO kv VALUES (?, ?, ?)', key, value, metadata),
      delete: (key) => sql.exec('DELETE FROM kv WHERE key = ?', key),
      list: (prefix, after) => [...sql.exec(
        'SELECT key AS name, metadata FROM kv WHERE substr(key, 1, ?) = ? AND key > ? ORDER BY key',
        [...prefix].length, prefix, after)],
    }
  }
  fetch(request) { return answer(request, this.store) }
}
export default {
  fetch: (request, env) => env.STORE.get(env.STORE.idFromName('kv')).fetch(request),
}
`
