import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Webhook as StandardWebhook } from 'standardwebhooks'
import { Webhook as SvixWebhook } from 'svix'
import { describe, expect, it } from 'vitest'
import type { Endpoint } from '../../src/deliveries/endpoint.ts'
import { webhook } from '../../src/deliveries/webhook.ts'
import { appeared, BASE_URL, deliveryOf, digest, paired, revised } from './sample-alerts.ts'

const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
const ENDPOINT = {
  id: 'desk',
  kind: 'webhook',
  url: 'https://desk.example/in',
  secret: SECRET,
  pace: 1,
} as const
const NOW = new Date('2026-11-23T12:00:00.900Z')

async function render(
  message: Parameters<typeof deliveryOf>[0],
  now = NOW,
  more: Partial<Endpoint> = {},
) {
  return await webhook.render(
    deliveryOf(message),
    { ...ENDPOINT, ...more },
    { baseUrl: BASE_URL, now },
  )
}

describe('a webhook', () => {
  it.each([
    { name: 'appeared', message: appeared },
    { name: 'revised', message: revised },
    { name: 'paired', message: paired },
    { name: 'test', message: 'test' as const },
  ])('has the body that is written down: $name', async ({ name, message }) => {
    const { body } = await render(message)
    // Compared as text, so that the order of the keys is part of it.
    const written = `${JSON.stringify(JSON.parse(body), null, 2)}\n`
    await expect(written).toMatchFileSnapshot(`fixtures/webhook-${name}.json`)
  })

  it('has the members that its document shows', () => {
    const document = readFileSync(join(import.meta.dirname, '../../docs/webhooks.md'), 'utf8')
    const example: unknown = JSON.parse(/```json\n(.*?)```/s.exec(document)?.[1] ?? '')
    const fixture = readFileSync(join(import.meta.dirname, 'fixtures/webhook-paired.json'), 'utf8')
    expect(membersOf(example)).toEqual(membersOf(JSON.parse(fixture)))
  })

  it('verifies with the libraries that receivers use', async () => {
    const { headers, body } = await render(paired, new Date())
    expect(new StandardWebhook(SECRET).verify(body, headers)).toEqual(JSON.parse(body))
    expect(new SvixWebhook(SECRET).verify(body, headers)).toEqual(JSON.parse(body))
  })

  it('repeats id and body on a later attempt, with the time of that attempt', async () => {
    const first = await render(appeared)
    const later = await render(appeared, new Date('2026-11-24T12:00:00Z'))
    expect(later.body).toBe(first.body)
    expect(first.headers['webhook-timestamp']).toBe('1795435200')
    expect(later.headers).toEqual({
      ...first.headers,
      'webhook-timestamp': '1795521600',
      'webhook-signature': later.headers['webhook-signature'],
    })
    expect(later.headers['webhook-signature']).not.toBe(first.headers['webhook-signature'])
  })

  it('signs with both secrets while one is replaced, and with the new one after', async () => {
    const old = `whsec_${btoa('o'.repeat(32))}`
    const secret = `${SECRET} ${old}`
    const graceEnds = '2026-11-23T13:00:00.000Z'
    const signatures = async (now: string) => {
      const { headers } = await render(appeared, new Date(now), { secret, graceEnds })
      return headers['webhook-signature']?.split(' ') ?? []
    }
    expect(await signatures('2026-11-23T12:59:59Z')).toHaveLength(2)
    const [only, ...others] = await signatures('2026-11-23T13:00:00Z')
    expect(others).toEqual([])
    const { headers } = await render(appeared, new Date('2026-11-23T13:00:00Z'))
    expect(only).toBe(headers['webhook-signature'])
  })

  it.each([
    { name: 'appeared', message: appeared, type: 'example.bayan.statement.appeared' },
    { name: 'test', message: 'test' as const, type: 'example.bayan.bayan.test' },
  ])('may be a CloudEvents 1.0 event of the same data: $name', async ({ message, type }) => {
    const plain = JSON.parse((await render(message)).body) as { timestamp: string; data: object }
    const { headers, body } = await render(message, new Date(), { format: 'cloudevents' })
    expect(headers['content-type']).toBe('application/cloudevents+json; charset=utf-8')
    expect(JSON.parse(body)).toEqual({
      specversion: '1.0',
      id: deliveryOf(message).id,
      source: 'https://bayan.example/',
      type,
      time: plain.timestamp,
      ...(message === 'test' ? {} : { subject: 'marsad-12' }),
      datacontenttype: 'application/json',
      data: plain.data,
    })
    // Signed as every webhook is.
    expect(new StandardWebhook(SECRET).verify(body, headers)).toEqual(JSON.parse(body))
  })

  it('tells a digest by the ids that its alerts would have had alone', async () => {
    const { body } = await webhook.render({ ...deliveryOf('test'), message: digest }, ENDPOINT, {
      baseUrl: BASE_URL,
      now: NOW,
    })
    expect(JSON.parse(body)).toMatchObject({
      type: 'bayan.digest',
      data: {
        count: 2,
        truncated: false,
        alerts: digest.entries.map(({ delivery, alert }) => ({ delivery, alert })),
      },
    })
  })

  it('has headers that hold nothing of the statement', async () => {
    const { headers } = await render({
      ...appeared,
      watch: { id: 'w', name: 'a\r\nx: y', query: 'بيان' },
    })
    expect(Object.keys(headers).sort()).toEqual([
      'content-type',
      'user-agent',
      'webhook-id',
      'webhook-signature',
      'webhook-timestamp',
    ])
    expect(headers['user-agent']).toBe('Bayan (+https://bayan.example)')
    for (const value of Object.values(headers)) expect(value).toMatch(/^[\x20-\x7E]+$/)
  })
})

/** Every path of members in a value, in order; lists count by what they may hold. */
function membersOf(value: unknown, path = ''): string[] {
  if (Array.isArray(value))
    return path.endsWith('translation.matches') ? [] : membersOf(value[0], `${path}[]`)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, member]) => {
    const here = `${path}.${name}`
    return [here].concat(membersOf(member, here))
  })
}
