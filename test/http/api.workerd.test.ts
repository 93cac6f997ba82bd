import { listDurableObjectIds } from 'cloudflare:test'
import { env, exports } from 'cloudflare:workers'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { RSS_TYPE, follow, publisherWith, rss } from '../objects/desk-client.ts'
import { BASE, TOKEN } from '../workerd/call.ts'
import { resetInternet, setPage } from '../workerd/internet.ts'

interface Problem {
  readonly status: number
  readonly detail: string
  readonly detail_ar: string
  readonly errors?: readonly { readonly field: string; readonly detail: string }[]
}

let strangers = 1

async function call(
  method: string,
  path: string,
  body?: unknown,
  token: string | null = TOKEN,
): Promise<Response> {
  return await exports.default.fetch(
    new Request(`${BASE}${path}`, {
      method,
      headers: {
        // Each stranger comes from elsewhere: who guesses too often is not heard any more.
        'cf-connecting-ip': token === TOKEN ? '192.0.2.1' : `2001:db8:0:${strangers++}::1`,
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(body === undefined
        ? {}
        : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    }),
  )
}

const publisher = {
  name: { ar: 'جهة', en: 'Body' },
  site: 'https://body.example/',
  sources: [{ id: 'body-ar', language: 'ar', url: 'https://body.example/feed' }],
}
const watch = { name: 'w', query: 'الكيماوي' }
const hook = {
  kind: 'webhook',
  url: 'https://hook.example/x',
  secret: `whsec_${btoa('s'.repeat(32))}`,
}

describe("the operator's door", () => {
  it.each([
    { because: 'no token', token: null },
    { because: 'a wrong token', token: 'another-token-of-equal-len!!' },
    { because: 'the token with a letter more', token: `${TOKEN}x` },
    { because: 'an empty token', token: '' },
  ])('stays shut for $because', async ({ token }) => {
    for (const path of [
      '/api/v1/publishers',
      '/api/v1/watches',
      '/api/v1/endpoints',
      '/api/v1/deliveries',
      '/api/v1/config',
    ]) {
      const response = await call('GET', path, undefined, token)
      expect(response.status, path).toBe(401)
      expect(response.headers.get('content-type')).toBe('application/problem+json')
    }
    expect((await call('PUT', '/api/v1/publishers/body', publisher, token)).status).toBe(401)
  })

  it('says whether no token came or a wrong one', async () => {
    const detailOf = async (token: string | null) =>
      (
        (await (await call('GET', '/api/v1/publishers', undefined, token)).json()) as {
          detail: string
        }
      ).detail
    expect(await detailOf(null)).toContain('Send the operator')
    expect(await detailOf('another-token-of-equal-len!!')).toContain('is not the operator')
  })

  it('opens for the token', async () => {
    expect((await call('GET', '/api/v1/publishers')).status).toBe(200)
  })

  it('lets everybody read statements, status, health and metrics', async () => {
    for (const path of [
      '/api/v1/statements',
      '/api/v1/status',
      '/healthz',
      '/metrics',
      '/feeds.opml',
      '/',
    ]) {
      expect((await call('GET', path, undefined, null)).status, path).toBe(200)
    }
  })
})

describe('input that is not admitted', () => {
  it.each([
    {
      because: 'the body is not JSON',
      method: 'PUT',
      path: '/publishers/body',
      body: '{"name":',
      status: 400,
    },
    {
      because: 'a field is missing',
      method: 'PUT',
      path: '/publishers/body',
      body: {},
      status: 422,
      field: 'name',
    },
    {
      because: 'the id is no slug',
      method: 'PUT',
      path: '/publishers/Body!',
      body: publisher,
      status: 422,
      field: 'id',
    },
    {
      because: 'the id is reserved',
      method: 'PUT',
      path: '/publishers/all',
      body: publisher,
      status: 422,
      field: 'id',
    },
    {
      because: 'the ids differ',
      method: 'PUT',
      path: '/publishers/body',
      body: { ...publisher, id: 'other' },
      status: 422,
    },
    {
      because: 'there is no such field',
      method: 'PUT',
      path: '/publishers/body',
      body: { ...publisher, color: 'red' },
      status: 422,
      field: 'color',
    },
    {
      because: 'the language is not known',
      method: 'PUT',
      path: '/publishers/body',
      body: { ...publisher, sources: [{ ...publisher.sources[0], language: 'fr' }] },
      status: 422,
      field: 'sources.0.language',
    },
    {
      because: 'the interval is below five seconds',
      method: 'PUT',
      path: '/publishers/body',
      body: { ...publisher, sources: [{ ...publisher.sources[0], interval: 1 }] },
      status: 422,
      field: 'sources.0.interval',
    },
    {
      because: 'the source is in a private network',
      method: 'PUT',
      path: '/publishers/body',
      body: { ...publisher, sources: [{ ...publisher.sources[0], url: 'http://10.0.0.1/feed' }] },
      status: 422,
      field: 'sources.0.url',
    },
    {
      because: 'the source is ourselves',
      method: 'PUT',
      path: '/publishers/body',
      body: {
        ...publisher,
        sources: [{ ...publisher.sources[0], url: `${BASE}/feeds/all/ar.rss` }],
      },
      status: 422,
      field: 'sources.0.url',
    },
    {
      because: 'two sources share an id',
      method: 'PUT',
      path: '/publishers/body',
      body: { ...publisher, sources: [publisher.sources[0], publisher.sources[0]] },
      status: 422,
      field: 'sources',
    },
    {
      because: 'the query is empty',
      method: 'PUT',
      path: '/watches/w',
      body: { ...watch, query: ' ' },
      status: 422,
      field: 'query',
    },
    {
      because: 'the query only excludes',
      method: 'PUT',
      path: '/watches/w',
      body: { ...watch, query: 'NOT سوريا' },
      status: 422,
      field: 'query',
    },
    {
      because: 'quotes are not closed',
      method: 'PUT',
      path: '/watches/w',
      body: { ...watch, query: '"chemical weapons' },
      status: 422,
      field: 'query',
    },
    {
      because: 'proximity lacks its number',
      method: 'PUT',
      path: '/watches/w',
      body: { ...watch, query: 'a1 NEAR b1' },
      status: 422,
      field: 'query',
    },
    {
      because: 'the endpoint does not exist',
      method: 'PUT',
      path: '/watches/w',
      body: { ...watch, endpoints: ['nobody'] },
      status: 422,
    },
    {
      because: 'the publisher does not exist',
      method: 'PUT',
      path: '/watches/w',
      body: { ...watch, publishers: ['nobody'] },
      status: 422,
    },
    {
      because: 'the change is not known',
      method: 'PUT',
      path: '/watches/w',
      body: { ...watch, changes: ['vanished'] },
      status: 422,
      field: 'changes.0',
    },
    {
      because: 'the kind is not known',
      method: 'PUT',
      path: '/endpoints/e',
      body: { ...hook, kind: 'pigeon' },
      status: 422,
      field: 'kind',
    },
    {
      because: 'a webhook needs a secret',
      method: 'PUT',
      path: '/endpoints/e',
      body: { ...hook, secret: '' },
      status: 422,
      field: 'secret',
    },
    {
      because: 'the secret is too short',
      method: 'PUT',
      path: '/endpoints/e',
      body: { ...hook, secret: 'whsec_c2hvcnQ=' },
      status: 422,
      field: 'secret',
    },
    {
      because: 'a webhook is https',
      method: 'PUT',
      path: '/endpoints/e',
      body: { ...hook, url: 'http://hook.example/x' },
      status: 422,
      field: 'url',
    },
    {
      because: 'the endpoint is cloud metadata',
      method: 'PUT',
      path: '/endpoints/e',
      body: { ...hook, url: 'https://169.254.169.254/x' },
      status: 422,
      field: 'url',
    },
    {
      because: 'the pace is nothing',
      method: 'PUT',
      path: '/endpoints/e',
      body: { ...hook, pace: 0 },
      status: 422,
      field: 'pace',
    },
    {
      because: 'there is no such publisher to poll',
      method: 'POST',
      path: '/publishers/nobody/poll',
      status: 404,
    },
    {
      because: 'there is no such endpoint to test',
      method: 'POST',
      path: '/endpoints/nobody/test',
      status: 404,
    },
    {
      because: 'there is no such delivery',
      method: 'POST',
      path: '/deliveries/msg_none/replay',
      status: 404,
    },
    {
      because: 'the cursor is not ours',
      method: 'GET',
      path: '/deliveries?cursor=%00',
      status: 422,
    },
    {
      because: 'the cursor is of a version that went endpoint by endpoint',
      method: 'GET',
      path: '/deliveries?cursor=12~desk-hook',
      status: 422,
    },
    {
      because: 'the delivery state is not known',
      method: 'GET',
      path: '/deliveries?state=lost',
      status: 422,
    },
    ...['/statements?sicne=2026', '/statements/body-1?sicne=1', '/status?sicne=1'].map((path) => ({
      because: 'a public read does not know the parameter',
      method: 'GET',
      path,
      body: undefined,
      status: 422,
      field: 'sicne',
    })),
    ...['/deliveries?sicne=1', '/publishers?sicne=1', '/export?sicne=1'].map((path) => ({
      because: 'an operator\u2019s read does not know the parameter',
      method: 'GET',
      path,
      body: undefined,
      status: 422,
      field: 'sicne',
    })),
    ...['/statements?limit=0', '/deliveries?limit=101'].map((path) => ({
      because: 'a page holds 1 to 100',
      method: 'GET',
      path,
      body: undefined,
      status: 422,
      field: 'limit',
    })),
    {
      because: 'it is not certain that all is to be erased',
      method: 'DELETE',
      path: '/publishers/body?erase=yes',
      status: 422,
      field: 'erase',
    },
    {
      because: 'there is no such call, whatever it is asked with',
      method: 'GET',
      path: '/nothing?sicne=1',
      status: 404,
    },
    {
      because: 'the time cannot be read',
      method: 'GET',
      path: '/statements?since=yesterday',
      status: 422,
      field: 'since',
    },
    {
      because: 'the search cannot be read',
      method: 'GET',
      path: '/statements?q=%22',
      status: 422,
      field: 'q',
    },
    {
      because: 'there is no such statement',
      method: 'GET',
      path: '/statements/body-99',
      status: 404,
    },
    { because: 'there is no such call', method: 'GET', path: '/nothing', status: 404 },
    { because: 'this path does not take it', method: 'DELETE', path: '/config', status: 404 },
    {
      because: 'the preview is in a private network',
      method: 'POST',
      path: '/preview',
      body: { url: 'http://localhost/', language: 'ar' },
      status: 422,
      field: 'url',
    },
    {
      because: 'the tried query cannot be read',
      method: 'POST',
      path: '/watches/try',
      body: { query: '(', text: 'x' },
      status: 422,
      field: 'query',
    },
  ])(
    '$because: $method $path is answered $status, with the mend',
    async ({ method, path, body, status, field }) => {
      const response = await call(method, `/api/v1${path}`, body)
      expect(response.status).toBe(status)
      expect(response.headers.get('content-type')).toBe('application/problem+json')
      const problem: Problem = await response.json()
      expect(problem.status).toBe(status)
      expect(problem.detail).toMatch(/[a-z]{3,}/)
      expect(problem.detail_ar).toMatch(/[\u0621-\u064A]{3,}/)
      if (field !== undefined) expect(problem.errors?.map((error) => error.field)).toContain(field)
    },
  )

  it('tells strangers nothing of what a call takes', async () => {
    expect((await call('GET', '/api/v1/deliveries?sicne=1', undefined, null)).status).toBe(401)
  })

  it('refuses a body that is larger than it may be', async () => {
    const response = await call('PUT', '/api/v1/watches/w', {
      ...watch,
      name: 'x'.repeat(2_000_000),
    })
    expect(response.status).toBe(413)
  })
})

it.each([
  { item: 'li:has(a)', en: 'Name a class instead', ar: 'سمِّ صنفًا' },
  { item: 'p::before', en: 'Name a class instead', ar: 'سمِّ صنفًا' },
  { item: 'a + b', en: 'Use a space', ar: 'استعمل الفراغ' },
  { item: 'a ~ b', en: 'Use a space', ar: 'استعمل الفراغ' },
  { item: '> a', en: 'Write it like', ar: 'اكتبه مثل' },
  { item: '[', en: 'Write it like', ar: 'اكتبه مثل' },
])('refuses the selector $item with what to write, in both languages', async ({ item, en, ar }) => {
  const source = { ...publisher.sources[0], kind: 'html', selectors: { item } }
  const response = await call('PUT', '/api/v1/publishers/body', { ...publisher, sources: [source] })
  expect(response.status).toBe(422)
  const { errors = [], detail, detail_ar }: Problem = await response.json()
  expect(errors.map(({ field }) => field)).toEqual(['sources.0.selectors.item'])
  expect(detail).toContain(en)
  expect(detail_ar).toContain(ar)
})

it('says of what is not there what it was asked for', async () => {
  for (const path of ['/statements/body-99', '/statements/body-99/revisions']) {
    const told: Problem = await (await call('GET', `/api/v1${path}`)).json()
    expect(told.detail).toContain('There is no statement "body-99"')
    expect(told.detail_ar).toContain('لا يوجد بيان باسم "body-99"')
  }
  const none: Problem = await (await call('GET', '/api/v1/statements?publisher=nobody')).json()
  expect(none).toMatchObject({ status: 404 })
  expect(none.detail).toContain('There is no publisher "nobody", or nothing was read of it yet')
})

it('erases a publisher where that is asked for, and never gives its id again', async () => {
  expect((await call('PUT', '/api/v1/publishers/kept', { ...publisher, sources: [] })).status).toBe(
    201,
  )
  expect((await call('DELETE', '/api/v1/publishers/kept?erase=true')).status).toBe(204)
  expect((await call('GET', '/api/v1/publishers/kept')).status).toBe(404)
  const again = await call('PUT', '/api/v1/publishers/kept', { ...publisher, sources: [] })
  expect(again.status).toBe(409)
})

describe('settings', () => {
  it('are made, read, replaced and removed', async () => {
    expect((await call('PUT', '/api/v1/endpoints/hook', hook)).status).toBe(201)
    expect((await call('PUT', '/api/v1/endpoints/hook', hook)).status).toBe(200)
    expect((await call('POST', '/api/v1/endpoints', { ...hook, id: 'hook' })).status).toBe(409)
    expect((await call('PUT', '/api/v1/watches/w', { ...watch, endpoints: ['hook'] })).status).toBe(
      201,
    )
    const shown: { feeds: { atom: string } } = await (await call('GET', '/api/v1/watches/w')).json()
    expect(shown.feeds.atom).toMatch(
      /^https:\/\/bayan\.example\/feeds\/watch\/w\.[0-9a-f]{32}\.atom$/,
    )
    expect((await call('DELETE', '/api/v1/endpoints/hook')).status).toBe(409)
    expect((await call('DELETE', '/api/v1/watches/w')).status).toBe(204)
    expect((await call('DELETE', '/api/v1/endpoints/hook')).status).toBe(204)
    expect((await call('GET', '/api/v1/endpoints/hook')).status).toBe(404)
  })

  it('never show an address or a secret, unless the export is asked for them by name', async () => {
    await call('PUT', '/api/v1/endpoints/quiet', {
      ...hook,
      url: 'https://hook.example/services/T0/B0/abcdefghijklmnop',
    })
    const answers = await Promise.all(
      [
        '/api/v1/endpoints',
        '/api/v1/endpoints/quiet',
        '/api/v1/config',
        '/api/v1/status',
        '/metrics',
      ].map(async (path) => await (await call('GET', path)).text()),
    )
    for (const answer of answers) {
      expect(answer).not.toContain('abcdefghijklmnop')
      expect(answer).not.toContain(btoa('s'.repeat(32)))
    }
    const whole = await (await call('GET', '/api/v1/config?secrets=include')).text()
    expect(whole).toContain('abcdefghijklmnop')
  })

  it('stay as they were when a masked endpoint is sent back', async () => {
    const masked: Record<string, unknown> = await (
      await call('GET', '/api/v1/endpoints/quiet')
    ).json()
    expect((await call('PUT', '/api/v1/endpoints/quiet', { ...masked, pace: 3 })).status).toBe(200)
    const whole = await (await call('GET', '/api/v1/config?secrets=include')).text()
    expect(whole).toContain('abcdefghijklmnop')
    expect(whole).toContain('"pace":3')
  })

  it('are judged as one document, each fault with its place, before anything is saved', async () => {
    const refused = await call('PUT', '/api/v1/config', {
      endpoints: [
        { ...hook, id: 'new-one' },
        { ...hook, id: 'bad', url: 'https://10.0.0.1/' },
      ],
      concepts: [{ id: 'c', name: { ar: 'أ', en: 'a' }, terms: ['x'] }],
      watches: [
        { ...watch, id: 'fine' },
        { ...watch, id: 'bad', query: '@nothing', changes: [] },
      ],
      publishers: [{ ...publisher, id: 'bad', site: 'nowhere' }],
      translation: { provider: 'libretranslate' },
    })
    expect(refused.status).toBe(422)
    const { errors = [] }: Problem = await refused.json()
    expect(errors.map(({ field }) => field).sort()).toEqual([
      'concepts.0.terms.0',
      'endpoints.1.url',
      'publishers.0.site',
      'translation.url',
      'watches.1.changes',
      'watches.1.query',
    ])
    expect((await call('GET', '/api/v1/endpoints/new-one')).status).toBe(404)
  })

  it('are replaced as one document, and what it does not name is gone', async () => {
    const config = {
      endpoints: [{ ...hook, id: 'only' }],
      watches: [{ ...watch, id: 'one', endpoints: ['only'] }],
      publishers: [],
    }
    const response = await call('PUT', '/api/v1/config', config)
    expect(response.status).toBe(200)
    const after: { endpoints: { id: string }[]; watches: { id: string }[] } = await response.json()
    expect(after.endpoints.map(({ id }) => id)).toEqual(['only'])
    expect(after.watches.map(({ id }) => id)).toEqual(['one'])
  })
})

describe('concepts', () => {
  const gas = { name: { ar: 'غاز الكلور', en: 'Chlorine' }, terms: ['غاز الكلور', 'chlorine'] }
  const put = async (path: string, body: object) => await call('PUT', `/api/v1${path}`, body)

  it('are made, listed, changed, and named in queries by id or name', async () => {
    expect((await put('/concepts/gas', gas)).status).toBe(201)
    expect((await put('/concepts/gas', { ...gas, terms: [...gas.terms, 'Cl2'] })).status).toBe(200)
    expect(await (await call('GET', '/api/v1/concepts/gas')).json()).toEqual({
      ...gas,
      id: 'gas',
      terms: [...gas.terms, 'Cl2'],
    })
    for (const query of ['@gas', '@غاز_الكلور', 'title:@Chlorine'])
      expect((await put('/watches/gas', { name: 'gas', query })).status, query).toBeLessThan(300)
    const { items }: { items: { id: string }[] } = await (
      await call('GET', '/api/v1/concepts')
    ).json()
    expect(items.map(({ id }) => id)).toEqual(['gas'])
  })

  it.each([
    { body: { ...gas, terms: [] }, field: 'terms', because: 'no terms' },
    { body: { ...gas, terms: ['chlorine', 'x'] }, field: 'terms.1', because: 'one letter' },
    { body: { ...gas, terms: ['ab*'] }, field: 'terms.0', because: 'too short a beginning' },
    { body: { ...gas, terms: ['...'] }, field: 'terms.0', because: 'no word' },
    { body: { terms: ['chlorine'] }, field: 'name', because: 'no name' },
    { body: { ...gas, id: 'Gas' }, field: 'id', because: 'an id like a name' },
  ])('are refused with the place: $because', async ({ body, field }) => {
    const response = await put('/concepts/bad', body)
    expect(response.status).toBe(422)
    const { errors = [] }: Problem = await response.json()
    expect(errors.map((error) => error.field)).toContain(field)
  })

  it('that are not there are refused in a query, with the place', async () => {
    const response = await put('/watches/none', { name: 'none', query: 'حلب @nothing' })
    expect(response.status).toBe(422)
    const { errors = [] }: Problem = await response.json()
    expect(errors).toMatchObject([
      { field: 'query', reason: 'unknown-concept', position: 4, length: 8 },
    ])
  })

  it('cannot share a name, nor lose one that a watch uses, nor end while a watch uses them', async () => {
    expect((await put('/concepts/other', gas)).status).toBe(409)
    const renamed = { ...gas, name: { ar: 'كلور', en: 'Chlorine' } }
    await put('/watches/gas', { name: 'gas', query: '@غاز_الكلور' })
    expect((await put('/concepts/gas', renamed)).status).toBe(409)
    const refused = await call('DELETE', '/api/v1/concepts/gas')
    expect(refused.status).toBe(409)
    expect(((await refused.json()) as Problem).detail).toContain('"gas"')
    expect((await call('DELETE', '/api/v1/watches/gas')).status).toBe(204)
    expect((await put('/concepts/gas', renamed)).status).toBe(200)
    expect((await call('DELETE', '/api/v1/concepts/gas')).status).toBe(204)
    expect((await call('GET', '/api/v1/concepts/gas')).status).toBe(404)
  })

  it('are part of the configuration; a document without them leaves them alone', async () => {
    await put('/concepts/gas', gas)
    const config = {
      endpoints: [],
      publishers: [],
      watches: [{ ...watch, id: 'q', query: '@gas' }],
    }
    const kept = await call('PUT', '/api/v1/config', config)
    expect(kept.status).toBe(200)
    expect(await kept.json()).toMatchObject({ concepts: [{ id: 'gas' }], watches: [{ id: 'q' }] })
    const emptied = await call('PUT', '/api/v1/config', { ...config, watches: [], concepts: [] })
    expect(await emptied.json()).toMatchObject({ concepts: [], watches: [] })
  })

  it('and watches may have 1,000 words and phrases together on the free plan', async () => {
    const words = (from: number, count: number) =>
      Array.from({ length: count }, (_, n) => `word${from + n}x`)
    await put('/concepts/large', { name: { ar: 'كبير', en: 'Large' }, terms: words(0, 100) })
    for (let n = 0; n < 18; n += 1) {
      const query = [...words(1000 + n * 50, 49), '@large'].join(' OR ')
      expect((await put(`/watches/many-${n}`, { name: 'many', query })).status).toBe(201)
    }
    const refused = await put('/watches/too-many', {
      name: 'many',
      query: words(5000, 20).join(' OR '),
    })
    expect(refused.status).toBe(422)
    const { detail, detail_ar }: Problem = await refused.json()
    expect(detail).toContain('1002')
    expect(detail_ar).toContain('1002')
    expect(
      (await put('/watches/last', { name: 'x', query: words(6000, 18).join(' ') })).status,
    ).toBe(201)
    const empty = { endpoints: [], publishers: [], watches: [], concepts: [] }
    expect((await call('PUT', '/api/v1/config', empty)).status).toBe(200)
  })

  it('refuse a publisher in a query that is not there', async () => {
    const response = await put('/watches/p', { name: 'p', query: 'حلب publisher:nobody' })
    expect(response.status).toBe(422)
    expect(((await response.json()) as Problem).detail).toContain('"nobody"')
  })
})

describe('what readers get', () => {
  beforeAll(async () => {
    await resetInternet()
    await setPage('https://reader.example/feed', {
      headers: RSS_TYPE,
      body: rss(
        [{ n: 1, title: 'بيان <عن> "الكيماوي" & غيره', text: 'نص البيان.' }].map((one) => ({
          ...one,
          title: 'بيان عن الكيماوي',
        })),
      ),
    })
    await follow(publisherWith('reader'))
    for (let i = 0; i < 60 && (await env.PUBLISHED.get('snapshot:all')) === null; i++) {
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  })

  it.each(['rss', 'atom', 'json'])(
    'a feed as %s, 304 for its tag, and the same headers to HEAD',
    async (extension) => {
      const path = `/feeds/reader/ar.${extension}`
      const whole = await call('GET', path, undefined, null)
      expect(whole.status).toBe(200)
      const etag = whole.headers.get('etag') ?? ''
      expect(etag).toMatch(/^W\/"/)
      const again = await exports.default.fetch(
        new Request(`${BASE}${path}`, { headers: { 'if-none-match': etag } }),
      )
      expect(again.status).toBe(304)
      expect(await again.text()).toBe('')
      expect(again.headers.get('etag')).toBe(etag)
      const head = await call('HEAD', path, undefined, null)
      expect([...head.headers].filter(([name]) => name !== 'content-length')).toEqual(
        [...whole.headers].filter(([name]) => name !== 'content-length'),
      )
      expect(await head.text()).toBe('')
      expect(await whole.text()).toContain(`${BASE}${path}`)
      expect(await (await call('GET', path, undefined, null)).text()).toContain('reader-1')
    },
  )

  it('gives each format and language its own tag', async () => {
    const paths = ['ar.rss', 'ar.atom', 'ar.json', 'both.rss', 'en.rss'].map(
      (file) => `/feeds/reader/${file}`,
    )
    const tags = await Promise.all(
      paths.map(async (path) => (await call('GET', path)).headers.get('etag')),
    )
    expect(new Set(tags).size).toBe(paths.length)
  })

  it('refuses other methods and unknown feeds in the words of HTTP', async () => {
    const post = await call('POST', '/feeds/reader/ar.rss', '')
    expect([post.status, post.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
    expect((await call('POST', '/feeds.opml', '')).status).toBe(405)
    expect((await call('GET', '/feeds/nobody/ar.rss')).status).toBe(404)
    expect((await call('GET', '/feeds/reader/fr.rss')).status).toBe(404)
    expect((await call('GET', `/feeds/watch/w.${'0'.repeat(32)}.rss`)).status).toBe(404)
  })

  it('lets a page of another site read feeds, their validators and their refusals', async () => {
    const origin = 'access-control-allow-origin'
    const asked = await call('OPTIONS', '/feeds/reader/ar.json', undefined, null)
    expect([asked.status, asked.headers.get(origin)]).toEqual([204, '*'])
    expect(asked.headers.get('access-control-allow-headers')).toContain('if-none-match')
    const feed = await call('GET', '/feeds/reader/ar.json', undefined, null)
    expect(feed.headers.get('access-control-expose-headers')).toContain('etag')
    for (const path of ['/feeds/nobody/ar.rss', '/feeds/reader/ar.rss?limit=0']) {
      const refused = await call('GET', path, undefined, null)
      expect(refused.status, path).toBeGreaterThanOrEqual(400)
      expect(refused.headers.get(origin), path).toBe('*')
    }
    expect((await call('OPTIONS', '/api/v1/publishers', undefined, null)).headers.get(origin)).toBe(
      null,
    )
  })

  it('lists what to subscribe to as OPML, whole only when it changed', async () => {
    const list = await call('GET', '/feeds.opml', undefined, null)
    expect(list.headers.get('content-type')).toBe('text/x-opml; charset=utf-8')
    expect(await list.text()).toContain(`xmlUrl="${BASE}/feeds/reader/ar.atom"`)
    const known = { 'if-none-match': list.headers.get('etag') ?? '' }
    const again = await exports.default.fetch(new Request(`${BASE}/feeds.opml`, { headers: known }))
    expect([again.status, await again.text()]).toEqual([304, ''])
  })

  it.each([
    { because: 'what was found has a page', path: '/feeds/search?q=a+b', to: '/?q=a+b' },
    { because: 'the states have one', path: '/feeds/health', to: '/status' },
  ])('leads from the address of a feed to the page that shows the same: $because', async (row) => {
    const request = new Request(BASE + row.path, { redirect: 'manual' })
    const response = await exports.default.fetch(request)
    expect([response.status, response.headers.get('location')]).toEqual([302, row.to])
  })

  it('has a page beside each month of an archive too', async () => {
    const page = await call('GET', '/feeds/reader/ar/2018-11?lang=en', undefined, null)
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(await page.text()).toContain(`${BASE}/feeds/reader/ar/2018-11.atom`)
    expect((await call('GET', '/feeds/reader/ar/2018-13', undefined, null)).status).toBe(404)
  })

  it('has nothing under names that nobody could have, and says so', async () => {
    const long = 'a'.repeat(600)
    for (const path of [
      `/feeds/${long}/ar.rss`,
      `/feeds/${long}/ar/2026-11.atom`,
      `/feeds/watch/${long}.${'0'.repeat(32)}.rss`,
      `/statements/${long}-1`,
      `/api/v1/statements/${long}-1`,
    ]) {
      expect((await call('GET', path, undefined, null)).status, path).toBe(404)
    }
    const search = `/api/v1/statements?publisher=${long}`
    expect((await call('GET', search, undefined, null)).status).toBe(422)
  })

  it('makes no object for a publisher that somebody made up', async () => {
    const objects = async () => (await listDurableObjectIds(env.PUBLISHERS)).length
    const before = await objects()
    for (const path of ['/statements/made-up-1', '/api/v1/statements/made-up-1/revisions']) {
      expect((await call('GET', path, undefined, null)).status, path).toBe(404)
    }
    expect(await objects()).toBe(before)
  })

  it('searches statements by a query', async () => {
    const found = async (q: string) => {
      const { items }: { items: { id: string }[] } = await (
        await call('GET', `/api/v1/statements?q=${encodeURIComponent(q)}`)
      ).json()
      return items.map(({ id }) => id)
    }
    expect(await found('الكيماوي')).toEqual(['reader-1'])
    expect(await found('البرميل')).toEqual([])
  })

  it('tries a query on a text, with places in it', async () => {
    const response = await call('POST', '/api/v1/watches/try', {
      query: 'الكيماوي',
      text: 'هجوم بالكيماوي على البلدة',
      language: 'ar',
    })
    const matches = [{ part: 'الكيماوي', field: 'text', surface: 'بالكيماوي', start: 5, end: 14 }]
    expect(await response.json()).toMatchObject({
      matched: true,
      matches,
      snippets: [{ field: 'text', dir: 'rtl', marks: [{ start: 5, end: 14 }] }],
      parts: [{ part: 'الكيماوي', negated: false, found: true, matches, nearMisses: [] }],
    })
  })

  it('says why a query misses a statement that is kept, and of none that is not', async () => {
    const ask = async (statement: string) =>
      await call('POST', '/api/v1/watches/try', { query: 'كيماوية publisher:reader', statement })
    expect(await (await ask('reader-1')).json()).toMatchObject({
      matched: false,
      parts: [
        { part: 'كيماوية', found: false, nearMisses: [] },
        { part: 'publisher:reader', found: true },
      ],
    })
    expect((await ask('reader-99')).status).toBe(404)
  })

  it('says what a query would have caught', async () => {
    const ask = async (body: object) =>
      await (await call('POST', '/api/v1/watches/try', { query: 'الكيماوي', ...body })).json()
    // The item is of 2018.
    expect(await ask({ days: 3650 })).toMatchObject({
      matched: true,
      count: 1,
      searched: 1,
      alerts: 1,
      statements: [{ id: 'reader-1', snippets: [{ field: 'title' }] }],
      warnings: [],
    })
    expect(await ask({ days: 7 })).toMatchObject({ matched: false, searched: 0, weeks: [] })
    expect(await ask({ days: 3650, publishers: ['nobody'] })).toMatchObject({ searched: 0 })
  })

  it('shows what it would read at an address, and keeps nothing', async () => {
    const response = await call('POST', '/api/v1/preview', {
      url: 'https://reader.example/feed',
      language: 'ar',
    })
    const preview: { kind: string; statements: { title: string }[] } = await response.json()
    expect(preview.kind).toBe('feed')
    expect(preview.statements.map(({ title }) => title)).toEqual(['بيان عن الكيماوي'])
  })

  it('shows a publisher, its statement and the state as pages', async () => {
    for (const path of ['/publishers/reader', '/statements/reader-1', '/status', '/?lang=ar']) {
      const page = await call('GET', path, undefined, null)
      expect(page.status, path).toBe(200)
      expect(await page.text(), path).toMatch(/^<!doctype html>/i)
    }
  })

  it("answers a deleted publisher's feed with 410", async () => {
    expect((await call('DELETE', '/api/v1/publishers/reader')).status).toBe(204)
    await vi.waitFor(
      async () => expect((await call('GET', '/feeds/reader/ar.rss')).status).toBe(410),
      10_000,
    )
  })

  it('tells pages from problems, and lets nothing run in a page', async () => {
    const page = await call('GET', '/', undefined, null)
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(await page.text()).not.toMatch(/<script(?! src="\/script\.js" )|style=|onclick/)
    expect((await call('GET', '/no-such-page', undefined, null)).status).toBe(404)
    expect((await call('GET', '/publishers/nobody', undefined, null)).status).toBe(404)
  })
})
