import { exports } from 'cloudflare:workers'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { type Item, RSS_TYPE, follow, publish, publisherWith, rss } from '../objects/desk-client.ts'
import { BASE, call } from '../workerd/call.ts'
import { resetInternet, setPage } from '../workerd/internet.ts'

/** No two of them say the same: what ties them is the operator. */
const ARABIC: readonly Item[] = [
  { n: 1, title: 'بيان حول المرفأ', text: 'فتح المجلس المرفأ.' },
  { n: 2, title: 'بيان حول المدرسة', text: 'بدأ العام الدراسي.' },
]
const ENGLISH: readonly Item[] = [
  { n: 11, title: 'On the harvest', text: 'The harvest was good.' },
  { n: 12, title: 'On the library', text: 'The library is open.' },
]

beforeAll(async () => {
  await resetInternet()
  await publish('two', ARABIC)
  await setPage('https://two.example/en', { headers: RSS_TYPE, body: rss(ENGLISH) })
  await publish('one', ARABIC)
  const two = publisherWith('two')
  const [arabic] = two.sources
  if (arabic === undefined) throw new Error('no source')
  const english = {
    ...arabic,
    id: 'two-en',
    language: 'en',
    url: 'https://two.example/en',
  } as const
  await follow({ ...two, sources: [arabic, english] })
  await follow(publisherWith('one'))
})

/** Ids of a publisher's list by the state of their translation, as KV has it in the end. */
async function listed(query: string): Promise<string[]> {
  const answer = await call('GET', `/api/v1/statements?${query}`)
  expect(answer.status, await answer.clone().text()).toBe(200)
  const { items } = await answer.json<{ items: { id: string; translationState: string }[] }>()
  const state = new URLSearchParams(query).get('translation')
  for (const one of items) if (state !== null) expect(one.translationState).toBe(state)
  return items.map(({ id }) => id).sort()
}

const eventually = (check: () => Promise<void>) => vi.waitFor(check, 10_000)
const ALL = ['two-1', 'two-2', 'two-3', 'two-4']

describe('translations, through the API', () => {
  it('are awaited of a publisher with two languages, and of no other', async () => {
    await eventually(async () => {
      expect(await listed('publisher=two&translation=awaited')).toEqual(ALL)
      expect(await listed('publisher=one&translation=awaited')).toEqual([])
      expect(await listed('publisher=one&translation=not-expected')).toEqual(['one-1', 'one-2'])
    })
    const refused = await call('GET', '/api/v1/statements?translation=maybe')
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('paired, awaited, not-expected')
  })

  it('are listed from where a cursor says; an unknown one would give the first page again', async () => {
    const second = await call('GET', '/api/v1/statements?publisher=one&cursor=one-99')
    expect([second.status, await second.text()]).toEqual([422, expect.stringContaining('cursor')])
    expect(
      (await call('GET', '/api/v1/statements?publisher=one&cursor=')).status,
      'as forms send',
    ).toBe(200)
  })

  it('are listed as many a page as are asked for, each once', async () => {
    const seen: string[] = []
    let cursor: string | null = ''
    for (let page = 0; cursor !== null && page < 9; page += 1) {
      const answer = await call('GET', `/api/v1/statements?publisher=two&limit=3&cursor=${cursor}`)
      const body: { items: { id: string }[]; cursor: string | null } = await answer.json()
      expect(body.items.length).toBeLessThanOrEqual(3)
      seen.push(...body.items.map(({ id }) => id))
      cursor = body.cursor
    }
    expect([...seen].sort()).toEqual(ALL)
  })

  it('are tied by an operator, on both sides; a former partner is free again', async () => {
    const first = await call('PUT', '/api/v1/statements/two-1/translation', { id: 'two-3' })
    expect([first.status, await first.text()]).toEqual([204, ''])
    expect(
      (await call('PUT', '/api/v1/statements/two-1/translation', { id: 'two-4' })).status,
    ).toBe(204)
    const pair = { by: 'operator', confidence: 1 }
    await eventually(async () => {
      expect(await listed('publisher=two&translation=paired')).toEqual(['two-1', 'two-4'])
      expect(await listed('publisher=two&translation=awaited')).toEqual(['two-2', 'two-3'])
      for (const [id, partner] of [
        ['two-1', 'two-4'],
        ['two-4', 'two-1'],
      ] as const)
        expect(await (await call('GET', `/api/v1/statements/${id}`)).json()).toMatchObject({
          translation: { id: partner, ...pair },
          translationState: 'paired',
        })
    })
  })

  it('are taken apart for good, and are not expected then', async () => {
    for (let twice = 0; twice < 2; twice += 1)
      expect((await call('DELETE', '/api/v1/statements/two-4/translation')).status).toBe(204)
    await eventually(async () => {
      expect(await listed('publisher=two&translation=paired')).toEqual([])
      expect(await listed('publisher=two&translation=not-expected')).toEqual(['two-1', 'two-4'])
    })
    const one = await (await call('GET', '/api/v1/statements/two-1')).json()
    expect(one).toMatchObject({ translation: null, translationState: 'not-expected' })
  })

  it.each([
    {
      because: 'the partner is not there',
      path: 'two-1',
      body: { id: 'two-99' },
      status: 422,
      says: 'two-99',
    },
    {
      because: 'it is another publisher\u2019s',
      path: 'two-1',
      body: { id: 'one-1' },
      status: 422,
      says: 'one-1',
    },
    {
      because: 'it is no id at all',
      path: 'two-1',
      body: { id: '../x' },
      status: 422,
      says: '../x',
    },
    {
      because: 'both are Arabic',
      path: 'two-1',
      body: { id: 'two-2' },
      status: 422,
      says: 'one language',
    },
    {
      because: 'it is itself',
      path: 'two-1',
      body: { id: 'two-1' },
      status: 422,
      says: 'one language',
    },
    {
      because: 'the statement is not there',
      path: 'two-99',
      body: { id: 'two-3' },
      status: 404,
      says: '',
    },
    { because: 'nothing says with which', path: 'two-1', body: {}, status: 422, says: 'missing' },
    { because: 'a number is no id', path: 'two-1', body: { id: 3 }, status: 422, says: 'type' },
    {
      because: 'a field is not known',
      path: 'two-1',
      body: { id: 'two-3', x: 1 },
      status: 422,
      says: 'There is no field',
    },
  ])('are not tied where $because', async ({ path, body, status, says }) => {
    const answer = await call('PUT', `/api/v1/statements/${path}/translation`, body)
    expect(answer.status).toBe(status)
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
    const told = await answer.text()
    expect(told).toContain(says)
    expect(JSON.parse(told).detail_ar).toMatch(/[\u0600-\u06FF]/)
  })

  it('are nobody\u2019s but the operator\u2019s to tie', async () => {
    for (const method of ['PUT', 'DELETE'])
      expect(
        (await call(method, '/api/v1/statements/two-1/translation', { id: 'two-3' }, {})).status,
      ).toBe(401)
    expect((await call('DELETE', '/api/v1/statements/two-99/translation')).status).toBe(404)
    expect((await call('DELETE', '/api/v1/statements/nobody-1/translation')).status).toBe(404)
  })

  it('are no translations of an erased statement', async () => {
    await call('POST', '/api/v1/statements/two-2/erase', { reason: 'asked for' })
    expect(
      (await call('PUT', '/api/v1/statements/two-2/translation', { id: 'two-3' })).status,
    ).toBe(404)
    expect(
      (await call('PUT', '/api/v1/statements/two-3/translation', { id: 'two-2' })).status,
    ).toBe(422)
  })

  it('are counted in status and metrics', async () => {
    const { publishers } = await (
      await call('GET', '/api/v1/status')
    ).json<{
      publishers: { id: string; translations: Record<string, number> }[]
    }>()
    expect(publishers.find(({ id }) => id === 'one')?.translations).toEqual({
      paired: 0,
      awaited: 0,
      'not-expected': 2,
    })
    const metrics = await (await exports.default.fetch(new Request(`${BASE}/metrics`))).text()
    expect(metrics).toContain(
      'bayan_statement_translations{publisher="one",state="not-expected"} 2',
    )
  })
})
