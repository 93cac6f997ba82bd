import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Webhook as StandardWebhook } from 'standardwebhooks'
import { Webhook as SvixWebhook } from 'svix'
import { describe, expect, it } from 'vitest'
import { webhook } from '../../src/deliveries/webhook.ts'
import { appeared, BASE_URL, deliveryOf, paired, revised } from './sample-alerts.ts'

const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
const ENDPOINT = {
  id: 'desk',
  kind: 'webhook',
  url: 'https://desk.example/in',
  secret: SECRET,
  pace: 1,
} as const
const NOW = new Date('2026-11-23T12:00:00.900Z')

function render(message: Parameters<typeof deliveryOf>[0], now = NOW) {
  return webhook.render(deliveryOf(message), ENDPOINT, { baseUrl: BASE_URL, now })
}

describe('a webhook', () => {
  it.each([
    { name: 'appeared', message: appeared },
    { name: 'revised', message: revised },
    { name: 'paired', message: paired },
    { name: 'test', message: 'test' as const },
  ])('has the body that is written down: $name', async ({ name, message }) => {
    const fixture = readFileSync(join(import.meta.dirname, `fixtures/webhook-${name}.json`), 'utf8')
    const { body } = await render(message)
    // Compared as text, so that the order of the keys is part of it.
    expect(JSON.stringify(JSON.parse(body), null, 2)).toBe(fixture.trim())
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
