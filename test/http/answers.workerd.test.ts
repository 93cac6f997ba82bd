import { exports } from 'cloudflare:workers'
import { beforeAll, expect, it } from 'vitest'
import { RSS_TYPE, rss } from '../objects/desk-client.ts'
import { resetInternet, setPage } from '../workerd/internet.ts'
import openApiFile from '../../public/api/openapi.json' with { type: 'json' }
import { schemaFaults } from './schema-faults.ts'

const TOKEN = 'a-token-for-tests-in-workerd'
const BASE = 'https://bayan.example'

interface Described {
  readonly security: readonly unknown[]
  readonly requestBody?: { readonly content: Record<string, { readonly schema: unknown }> }
  readonly responses: Record<
    string,
    { readonly content?: Record<string, { readonly schema: unknown }> }
  >
}

interface Document {
  readonly paths: Record<string, Record<string, Described>>
  readonly components: { readonly schemas: { readonly Problem: unknown } }
}

async function call(method: string, path: string, body?: unknown, token: string | null = TOKEN) {
  const headers = token === null ? {} : { authorization: `Bearer ${token}` }
  const init = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }
  return await exports.default.fetch(new Request(`${BASE}${path}`, init))
}

const document = openApiFile as unknown as Document

const publisher = {
  name: { ar: 'جهة', en: 'Body' },
  site: 'https://sea.example/',
  sources: [{ id: 'sea-ar', language: 'ar', url: 'https://sea.example/feed', kind: 'feed' }],
}
const concept = { name: { ar: 'البحر', en: 'Sea' }, terms: ['البحر', 'sea'] }
const watch = { name: 'w', query: 'البحر', endpoints: ['hook'] }
const hook = {
  kind: 'webhook',
  url: 'https://hook.example/x',
  secret: `whsec_${btoa('s'.repeat(32))}`,
}

/** One good call for each operation, in an order in which each finds what it needs. */
const CALLS: readonly (readonly [method: string, path: string, of: string, body?: unknown])[] = [
  ['post', '/publishers', '/publishers', { id: 'sea', ...publisher }],
  ['put', '/publishers/sea', '/publishers/{id}', publisher],
  ['get', '/publishers/sea', '/publishers/{id}'],
  ['get', '/publishers', '/publishers'],
  ['post', '/publishers/sea/poll', '/publishers/{id}/poll'],
  ['post', '/preview', '/preview', { url: 'https://sea.example/feed', language: 'ar' }],
  ['get', '/statements', '/statements'],
  ['get', '/statements?publisher=sea&language=ar&q=البحر&state=current', '/statements'],
  ['get', '/statements/sea-1', '/statements/{id}'],
  ['get', '/statements/sea-1/revisions', '/statements/{id}/revisions'],
  ['post', '/endpoints', '/endpoints', { id: 'hook', ...hook }],
  ['put', '/endpoints/hook', '/endpoints/{id}', hook],
  ['get', '/endpoints/hook', '/endpoints/{id}'],
  ['get', '/endpoints', '/endpoints'],
  ['post', '/endpoints/hook/replay', '/endpoints/{id}/replay', { since: '2026-01-01T00:00:00Z' }],
  ['post', '/endpoints/hook/rotate-secret', '/endpoints/{id}/rotate-secret', { graceHours: 1 }],
  ['post', '/concepts', '/concepts', { id: 'sea', ...concept }],
  ['put', '/concepts/sea', '/concepts/{id}', concept],
  ['get', '/concepts/sea', '/concepts/{id}'],
  ['get', '/concepts', '/concepts'],
  ['get', '/floods', '/floods'],
  ['post', '/watches', '/watches', { id: 'sea-watch', ...watch }],
  ['put', '/watches/sea-watch', '/watches/{id}', watch],
  ['get', '/watches/sea-watch', '/watches/{id}'],
  ['get', '/watches', '/watches'],
  ['post', '/watches/try', '/watches/try', { query: 'البحر', text: 'على البحر', language: 'ar' }],
  ['post', '/watches/try', '/watches/try', { query: 'البحر', days: 3_650 }],
  ['post', '/watches/sea-watch/rotate-feed-key', '/watches/{id}/rotate-feed-key'],
  [
    'put',
    '/translation',
    '/translation',
    { provider: 'libretranslate', url: 'https://mt.example' },
  ],
  ['get', '/translation', '/translation'],
  ['get', '/status', '/status'],
  ['get', '/deliveries', '/deliveries'],
  ['get', '/config', '/config'],
  ['get', '/config?secrets=include', '/config'],
  ['get', '/clusters', '/clusters'],
  ['get', '/publishers/sea/volatile', '/publishers/{id}/volatile'],
  ['get', '/publishers/sea/pairs', '/publishers/{id}/pairs'],
  ['post', '/statements/sea-1/erase', '/statements/{id}/erase', { reason: 'asked for' }],
  ['delete', '/translation', '/translation'],
  ['delete', '/watches/sea-watch', '/watches/{id}'],
  ['delete', '/concepts/sea', '/concepts/{id}'],
  ['delete', '/endpoints/hook', '/endpoints/{id}'],
  ['delete', '/publishers/sea', '/publishers/{id}'],
  ['put', '/config', '/config', { endpoints: [], watches: [], publishers: [] }],
]

/**
 * What cannot be answered well in here: the test pool keeps the method name `test` for itself, so the
 * object's cannot be called, and without it nothing stands in the log; no poll here is a flood, and no
 * statement has a partner; an export is no JSON. The tests of deliveries, floods, pairs and the
 * archive do.
 */
const ELSEWHERE = [
  'post /deliveries/{id}/cancel',
  'post /endpoints/{id}/test',
  'post /deliveries/{id}/replay',
  'post /floods/{id}/release',
  'post /floods/{id}/dismiss',
  'put /statements/{id}/translation',
  'delete /statements/{id}/translation',
  'put /publishers/{id}/volatile',
  'get /export',
  'post /import',
  'post /rebuild',
]

beforeAll(async () => {
  await resetInternet()
  const body = rss([{ n: 1, title: 'بيان عن البحر', text: 'أعلن المجلس فتح مرفأ البحر.' }])
  await setPage('https://sea.example/feed', { headers: RSS_TYPE, body })
})

it('answers every call as the document says', async () => {
  const seen = new Set<string>()
  for (const [method, path, of, body] of CALLS) {
    const told = document.paths[`/api/v1${of}`]?.[method]
    expect(told, `${method} ${of} is not described`).toBeDefined()
    const bodySchema = told?.requestBody?.content['application/json']?.schema
    // The address gives the id that the document asks for in the body.
    const whole =
      method === 'put' && of.endsWith('{id}')
        ? { id: path.split('/').at(-1), ...(body as object) }
        : body
    if (bodySchema !== undefined)
      expect(schemaFaults(whole, bodySchema), `${method} ${path}`).toEqual([])
    const response = await call(method.toUpperCase(), `/api/v1${path}`, body)
    const answer = told?.responses[String(response.status)]
    expect(answer, `${method} ${path} answered ${response.status}`).toBeDefined()
    const schema = answer?.content?.['application/json']?.schema
    if (schema === undefined) expect(await response.text()).toBe('')
    else expect(schemaFaults(await response.json(), schema), `${method} ${path}`).toEqual([])
    seen.add(`${method} ${of}`)
  }
  const all = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path.replace('/api/v1', '')}`),
  )
  expect(all.filter((one) => !seen.has(one)).toSorted()).toEqual(ELSEWHERE.toSorted())
})

it('asks for the token exactly where the document says so', async () => {
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, { security }] of Object.entries(methods)) {
      const response = await call(
        method.toUpperCase(),
        path.replaceAll(/\{\w+\}/g, 'x-1'),
        undefined,
        null,
      )
      expect(response.status === 401, `${method} ${path}: ${response.status}`).toBe(
        security.length > 0,
      )
    }
  }
})

it.each([
  { because: 'not JSON', method: 'POST', path: '/publishers', body: undefined },
  { because: 'a field is missing', method: 'PUT', path: '/watches/w', body: { name: 'w' } },
  {
    because: 'a query that cannot be read',
    method: 'PUT',
    path: '/watches/w',
    body: { name: 'w', query: '(a' },
  },
  { because: 'nothing there', method: 'GET', path: '/publishers/nobody', body: undefined },
  { because: 'no such call', method: 'GET', path: '/nonsense', body: undefined },
  { because: 'a wrong time', method: 'GET', path: '/statements?since=yesterday', body: undefined },
  { because: 'a wrong state', method: 'GET', path: '/deliveries?state=lost', body: undefined },
])('refuses in the form of the document: $because', async ({ method, path, body }) => {
  const response = await call(method, `/api/v1${path}`, body)
  expect(response.status).toBeGreaterThanOrEqual(400)
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  expect(schemaFaults(await response.json(), document.components.schemas.Problem)).toEqual([])
})

it('lets any page read what is public, and none what is not', async () => {
  for (const path of ['/api/v1/statements', '/api/v1/status']) {
    const response = await call('GET', path, undefined, null)
    expect(response.headers.get('access-control-allow-origin'), path).toBe('*')
    expect(response.headers.get('access-control-allow-credentials'), path).toBeNull()
  }
  for (const path of ['/api/v1/publishers', '/api/v1/config', '/desk']) {
    expect((await call('GET', path)).headers.get('access-control-allow-origin'), path).toBeNull()
  }
})

it('is read by people too, without a script of others', async () => {
  const html = await (await call('GET', '/api?lang=ar', undefined, null)).text()
  expect(html).toContain('GET /api/v1/statements')
  expect(html.match(/<script[^>]*>/g)).toEqual(['<script src="/script.js" defer="defer">'])
})
