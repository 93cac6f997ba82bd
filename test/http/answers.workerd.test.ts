import { beforeAll, expect, it } from 'vitest'
import { RSS_TYPE, rss } from '../objects/desk-client.ts'
import { FaultSite, item, usual } from '../objects/fault-site.ts'
import { call } from '../workerd/call.ts'
import { resetInternet, setPage } from '../workerd/internet.ts'
import openApiFile from '../../public/api/openapi.json' with { type: 'json' }
import { schemaFaults } from './schema-faults.ts'
import { bodyText } from '../workerd/body-text.ts'

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

const document = openApiFile as unknown as Document

const publisher = {
  name: { ar: 'جهة', en: 'Body' },
  site: 'https://sea.example/',
  sources: [
    { id: 'sea-ar', language: 'ar', url: 'https://sea.example/feed', kind: 'feed' },
    { id: 'sea-en', language: 'en', url: 'https://sea.example/en', kind: 'feed' },
  ],
}
const concept = { name: { ar: 'البحر', en: 'Sea' }, terms: ['البحر', 'sea'] }
const watch = { name: 'w', query: 'البحر', endpoints: ['gulf-hook'] }
const hook = {
  kind: 'webhook',
  url: 'https://hook.example/x',
  secret: `whsec_${btoa('s'.repeat(32))}`,
}
const MUTED = { muteUntil: '2099-01-01T00:00:00Z' }

/** Told by answers, and asked for by later calls: a name in angle brackets stands for it. */
const told = new Map<string, string>()

/** Where an answer tells something that a later call needs. */
const TELLS: Readonly<Record<string, (answer: never) => unknown>> = {
  delivery: ({ delivery }: { delivery?: string }) => delivery,
  part: ({ items }: { items?: { key?: string }[] }) => items?.[0]?.key,
  lines: (answer: string) => answer,
}

interface Call {
  readonly method: string
  readonly path: string
  readonly of: string
  readonly body?: unknown
  readonly tells?: keyof typeof TELLS
}

const does = (method: string, path: string, of: string, body?: unknown, tells?: string): Call => ({
  method,
  path,
  of,
  body,
  ...(tells === undefined ? {} : { tells }),
})

/** One good call for each operation, in an order in which each finds what it needs. */
const CALLS: readonly Call[] = [
  does('post', '/publishers', '/publishers', { id: 'sea', ...publisher }),
  does('put', '/publishers/sea', '/publishers/{id}', publisher),
  does('get', '/publishers/sea', '/publishers/{id}'),
  does('get', '/publishers', '/publishers'),
  does('post', '/publishers/sea/poll', '/publishers/{id}/poll'),
  does('post', '/preview', '/preview', { url: 'https://sea.example/feed', language: 'ar' }),
  does('get', '/statements', '/statements'),
  does('get', '/statements?publisher=sea&language=ar&q=البحر&state=current', '/statements'),
  does('get', '/statements/sea-1', '/statements/{id}'),
  does('get', '/statements/sea-1/revisions', '/statements/{id}/revisions'),
  does('put', '/statements/sea-1/translation', '/statements/{id}/translation', { id: 'sea-2' }),
  does('delete', '/statements/sea-1/translation', '/statements/{id}/translation'),
  does('get', '/publishers/sea/pairs', '/publishers/{id}/pairs'),
  does('post', '/endpoints', '/endpoints', { id: 'gulf-hook', ...hook }),
  does('post', '/endpoints/gulf-hook/test', '/endpoints/{id}/test', undefined, 'delivery'),
  does('get', '/deliveries', '/deliveries'),
  // Muted: what is sent again waits, and can be stopped.
  does('put', '/endpoints/gulf-hook', '/endpoints/{id}', { ...hook, policy: MUTED }),
  does('post', '/deliveries/<delivery>/replay', '/deliveries/{id}/replay'),
  does('post', '/deliveries/<delivery>/cancel', '/deliveries/{id}/cancel'),
  does('get', '/endpoints/gulf-hook', '/endpoints/{id}'),
  does('get', '/endpoints', '/endpoints'),
  does('post', '/endpoints/gulf-hook/replay', '/endpoints/{id}/replay', {
    since: '2026-01-01T00:00:00Z',
  }),
  does('post', '/endpoints/gulf-hook/rotate-secret', '/endpoints/{id}/rotate-secret', {
    graceHours: 1,
  }),
  does('post', '/concepts', '/concepts', { id: 'sea', ...concept }),
  does('put', '/concepts/sea', '/concepts/{id}', concept),
  does('get', '/concepts/sea', '/concepts/{id}'),
  does('get', '/concepts', '/concepts'),
  does('get', '/floods', '/floods'),
  does('post', '/floods/ebb-1/release', '/floods/{id}/release'),
  does('post', '/floods/swell-1/dismiss', '/floods/{id}/dismiss'),
  does('post', '/watches', '/watches', { id: 'sea-watch', ...watch }),
  does('put', '/watches/sea-watch', '/watches/{id}', watch),
  does('get', '/watches/sea-watch', '/watches/{id}'),
  does('get', '/watches', '/watches'),
  does('post', '/watches/try', '/watches/try', {
    query: 'البحر',
    text: 'على البحر',
    language: 'ar',
  }),
  does('post', '/watches/try', '/watches/try', { query: 'البحر', days: 3_650 }),
  does('post', '/watches/sea-watch/rotate-feed-key', '/watches/{id}/rotate-feed-key'),
  does('get', '/health-feed', '/health-feed'),
  does('post', '/health-feed/rotate-key', '/health-feed/rotate-key'),
  does('put', '/translation', '/translation', {
    provider: 'libretranslate',
    url: 'https://mt.example',
  }),
  does('get', '/translation', '/translation'),
  does('get', '/status', '/status'),
  does('get', '/config', '/config'),
  does('get', '/config?secrets=include', '/config'),
  does('get', '/clusters', '/clusters'),
  does('get', '/publishers/ebb/volatile', '/publishers/{id}/volatile', undefined, 'part'),
  does('put', '/publishers/ebb/volatile', '/publishers/{id}/volatile', {
    source: 'ebb-ar',
    key: '<part>',
    verdict: 'ignored',
  }),
  does('post', '/statements/sea-1/erase', '/statements/{id}/erase', { reason: 'asked for' }),
  does('get', '/export', '/export', undefined, 'lines'),
  does('post', '/import', '/import', '<lines>'),
  does('delete', '/translation', '/translation'),
  does('delete', '/watches/sea-watch', '/watches/{id}'),
  does('delete', '/concepts/sea', '/concepts/{id}'),
  does('delete', '/endpoints/gulf-hook', '/endpoints/{id}'),
  does('delete', '/publishers/sea', '/publishers/{id}'),
  does('put', '/config', '/config', { endpoints: [], watches: [], publishers: [] }),
  does('post', '/rebuild', '/rebuild', { endpoints: [], watches: [], publishers: [] }),
]

/** The call with what was told put in its places. */
function filled<T>(value: T): T {
  const text = JSON.stringify(value) ?? 'null'
  const whole = text.replaceAll(/<(\w+)>/g, (_, name: string) =>
    JSON.stringify(told.get(name) ?? '').slice(1, -1),
  )
  return value === undefined ? value : (JSON.parse(whole) as T)
}

/** A site that brings implausibly much at its second poll, whose alerts are held. */
async function flood(id: string): Promise<void> {
  const site = new FaultSite(id)
  await site.begin()
  const many = Array.from({ length: 8 }, (_, at) => item(40 + at))
  await site.list([...many, ...usual(2)])
  if ((await site.poll()) !== 'ok' || (await site.floods()) !== 1) throw new Error('no flood')
}

beforeAll(async () => {
  await resetInternet()
  const body = rss([{ n: 1, title: 'بيان عن البحر', text: 'أعلن المجلس فتح مرفأ البحر.' }])
  await setPage('https://sea.example/feed', { headers: RSS_TYPE, body })
  const english = rss([{ n: 2, title: 'The port is open', text: 'The port was opened today.' }])
  await setPage('https://sea.example/en', { headers: RSS_TYPE, body: english })
  await setPage('https://hook.example/x', { body: 'ok' })
  await flood('ebb')
  await flood('swell')
  // A line that changed once may become a volatile part.
  const counted = (count: number) => [
    item(1, { text: `<p>${'النص الثابت للبيان. '.repeat(8)}</p><p>قرأه ${count} زائر</p>` }),
  ]
  const ebb = new FaultSite('ebb')
  await ebb.list(counted(10))
  await ebb.poll()
  await ebb.list(counted(11))
  await ebb.poll()
})

it('answers every call as the document says', async () => {
  const seen = new Set<string>()
  for (const { method, path: given, of, body: asked, tells } of CALLS) {
    const [path, body] = [filled(given), filled(asked)]
    const described = document.paths[`/api/v1${of}`]?.[method]
    expect(described, `${method} ${of} is not described`).toBeDefined()
    const bodySchema = described?.requestBody?.content['application/json']?.schema
    // The address gives the id that the document asks for in the body.
    const whole =
      method === 'put' && of.endsWith('{id}')
        ? { id: path.split('/').at(-1), ...(body as object) }
        : body
    if (bodySchema !== undefined)
      expect(schemaFaults(whole, bodySchema), `${method} ${path}`).toEqual([])
    const response = await call(method.toUpperCase(), `/api/v1${path}`, body)
    const text = await bodyText(response)
    const answer = described?.responses[String(response.status)]
    expect(answer, `${method} ${path} answered ${response.status}: ${text}`).toBeDefined()
    const schema = answer?.content?.['application/json']?.schema
    const isJson = response.headers.get('content-type') === 'application/json'
    if (schema !== undefined)
      expect(schemaFaults(JSON.parse(text), schema), `${method} ${path}`).toEqual([])
    else if (of === '/export') expect(text.trim().split('\n').map(kindOf)).toContain('statement')
    else expect(text, `${method} ${path}`).toBe('')
    const telling = tells === undefined ? undefined : TELLS[tells]
    const tale = telling?.((isJson ? JSON.parse(text) : text) as never)
    if (tells !== undefined)
      expect(tale, `${method} ${path} tells no ${tells}`).toBeTypeOf('string')
    if (tells !== undefined) told.set(tells, String(tale))
    seen.add(`${method} ${of}`)
  }
  const all = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path.replace('/api/v1', '')}`),
  )
  // A new call without a line above fails here.
  expect(all.filter((one) => !seen.has(one))).toEqual([])
})

function kindOf(line: string): unknown {
  return (JSON.parse(line) as { kind?: unknown }).kind
}

it('asks for the token exactly where the document says so', async () => {
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, { security }] of Object.entries(methods)) {
      const response = await call(
        method.toUpperCase(),
        path.replaceAll(/\{\w+\}/g, 'x-1'),
        undefined,
        {},
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
    const response = await call('GET', path, undefined, {})
    expect(response.headers.get('access-control-allow-origin'), path).toBe('*')
    expect(response.headers.get('access-control-allow-credentials'), path).toBeNull()
  }
  for (const path of ['/api/v1/publishers', '/api/v1/config', '/desk']) {
    expect((await call('GET', path)).headers.get('access-control-allow-origin'), path).toBeNull()
  }
})

it('is read by people too, without a script of others', async () => {
  const html = await (await call('GET', '/api?lang=ar', undefined, {})).text()
  expect(html).toContain('GET /api/v1/statements')
  expect(html.match(/<script[^>]*>/g)).toEqual(['<script src="/script.js" defer="defer">'])
})
