import { describe, expect, it } from 'vitest'
import type { Admitted } from '../../src/http/admission.ts'
import { admitEndpoint } from '../../src/http/admit-endpoint.ts'
import { admitConcept, admitPublisher, admitWatch } from '../../src/http/admit-settings.ts'
import { admitTranslation } from '../../src/http/translation.ts'
import type { BayanEnv } from '../../src/platform/env.ts'

const ENV = { BASE_URL: 'https://bayan.example', PLAN: 'free' } as unknown as BayanEnv

interface Fault {
  readonly field: string
  readonly detail: string
  readonly detail_ar: string
}

async function faultsOf(admitted: Admitted<unknown>): Promise<readonly Fault[]> {
  if (admitted.kind === 'admitted') return []
  const { errors } = await admitted.response.json<{ errors: Fault[] }>()
  return errors
}

async function fieldsOf(admitted: Admitted<unknown>): Promise<string[]> {
  return (await faultsOf(admitted)).map(({ field }) => field).sort()
}

const publisher = {
  id: 'sea',
  name: { ar: 'البحر', en: 'Sea' },
  site: 'https://sea.example/',
  sources: [{ id: 'sea-ar', language: 'ar', url: 'https://sea.example/feed' }],
}
const hook = { id: 'desk', kind: 'slack', url: 'https://hooks.example/abc' }

describe('a publisher is judged whole', () => {
  it('in its form and in its addresses at once', async () => {
    const given = {
      ...publisher,
      id: 'Sea Port',
      site: 'ftp://sea.example/',
      sources: [
        { id: 'sea-ar', language: 'fr', url: 'http://localhost/feed' },
        { id: 'sea-en', language: 'en', url: 'not an address', interval: 1 },
        {
          id: 'sea-x',
          language: 'en',
          url: 'https://sea.example/x',
          selectors: { item: 'li:has(a' },
        },
      ],
    }
    const fields = await fieldsOf(admitPublisher(given, ENV))
    expect(fields).toEqual(
      [
        'id',
        'site',
        'sources.0.language',
        'sources.0.url',
        'sources.1.interval',
        'sources.1.url',
        'sources.2.selectors.item',
      ].sort(),
    )
  })

  it.each([
    {
      because: 'a list is expected',
      changes: { sources: 'https://sea.example/' },
      fields: ['sources'],
    },
    { because: 'an entry is no object', changes: { sources: [7] }, fields: ['sources.0'] },
    { because: 'an address is a number', changes: { site: 7 }, fields: ['site'] },
    { because: 'an address is empty', changes: { site: '' }, fields: ['site'] },
  ])('and each fault is told once: $because', async ({ changes, fields }) => {
    expect(await fieldsOf(admitPublisher({ ...publisher, ...changes }, ENV))).toEqual(fields)
  })

  it('and admitted as ever', () => {
    expect(admitPublisher(publisher, ENV)).toMatchObject({ kind: 'admitted', value: publisher })
  })
})

describe('an endpoint is judged whole', () => {
  it.each([
    {
      because: 'address and pace',
      given: { ...hook, url: 'http://hooks.example/abc', pace: 0 },
      fields: ['pace', 'url'],
    },
    {
      because: 'what its kind needs, and a policy',
      given: { ...hook, kind: 'telegram', url: '', policy: { hourly: 0 } },
      fields: ['policy.hourly', 'secret', 'to'],
    },
    {
      because: 'an unknown kind does not hide an address',
      given: { ...hook, kind: 'slak', url: 'https://127.0.0.1/' },
      fields: ['kind', 'url'],
    },
    {
      because: 'a secret that signs nothing, and a field that there is not',
      given: { ...hook, kind: 'webhook', secret: 'short', colour: 'red' },
      fields: ['colour', 'secret'],
    },
    {
      because: 'a secret that is no text',
      given: { ...hook, kind: 'webhook', secret: 7 },
      fields: ['secret'],
    },
  ])('$because', async ({ given, fields }) => {
    expect(await fieldsOf(admitEndpoint(given, undefined, ENV))).toEqual(fields)
  })

  it('and told what its kind needs, not what another would', async () => {
    const said = async (kind: string) =>
      (await faultsOf(admitEndpoint({ ...hook, kind }, undefined, ENV)))
        .map(({ detail }) => detail)
        .join(' ')
    expect(await said('telegram')).toMatch(/the bot\u2019s token.*the chat \(telegram\)/)
    expect(await said('telegram')).not.toContain('whsec_')
    expect(await said('webhook')).toContain('whsec_')
  })

  it('and one left masked stays what it was, beside a fault elsewhere', async () => {
    const known = { ...hook, kind: 'slack', secret: '', pace: 1 } as const
    const masked = { ...hook, url: 'https://hooks.example/\u2026' }
    expect(await fieldsOf(admitEndpoint({ ...masked, pace: 99 }, known, ENV))).toEqual(['pace'])
    expect(admitEndpoint(masked, known, ENV)).toMatchObject({ value: { url: hook.url } })
  })

  it('of kind feed is refused with where a feed comes from, and offered nowhere', async () => {
    const [feed] = await faultsOf(admitEndpoint({ ...hook, kind: 'feed' }, undefined, ENV))
    expect(feed?.detail).toContain('A feed is made with each watch')
    expect(feed?.detail_ar).toContain('تُنشأ الخلاصة مع كل مراقبة')
    const [other] = await faultsOf(admitEndpoint({ ...hook, kind: 'rss' }, undefined, ENV))
    expect(other?.detail).toContain('slack, webhook,')
    expect(other?.detail).not.toContain('feed')
  })
})

it('judges a query beside the form of its watch', async () => {
  const given = { id: 'W', name: '', query: '"open', languages: ['fr'] }
  expect(await fieldsOf(admitWatch(given, []))).toEqual(['id', 'languages.0', 'name', 'query'])
})

it('judges the terms of a concept beside its form', async () => {
  const given = { id: 'c', name: { ar: 'أ' }, terms: ['chlorine', 'x', 7] }
  expect(await fieldsOf(admitConcept(given))).toEqual(['name.en', 'terms.1', 'terms.2'])
})

it('judges the server of a machine translation beside its form', async () => {
  const given = { provider: 'libretranslate', url: 'https://10.0.0.1/', daily: 0 }
  expect(await fieldsOf(admitTranslation(given, undefined, ENV))).toEqual(['daily', 'url'])
  const [other] = await faultsOf(admitTranslation({ provider: 'deepl' }, undefined, ENV))
  expect(other).toMatchObject({
    field: 'provider',
    detail: 'Write "workers-ai" or "libretranslate".',
    detail_ar: 'اكتب "workers-ai" أو "libretranslate".',
  })
  const bare = { provider: 'libretranslate' }
  expect(await faultsOf(admitTranslation(bare, undefined, ENV))).toMatchObject([
    { field: 'url', detail: 'This field is missing.' },
  ])
})

it('takes a watch back as answers show it, the addresses of its feeds with it', () => {
  const watch = { id: 'w', name: 'w', query: 'bridge' }
  const feeds = { rss: 'https://bayan.example/feeds/watch/x.rss' }
  expect(admitWatch({ ...watch, feeds }, [])).toEqual(admitWatch(watch, []))
  expect(admitWatch(watch, []).kind).toBe('admitted')
})
