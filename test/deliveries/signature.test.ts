import { generateKeyPairSync, verify } from 'node:crypto'
import { Webhook as StandardWebhook } from 'standardwebhooks'
import { Webhook as SvixWebhook } from 'svix'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { parseSecret, parseSecrets, signMessage } from '../../src/deliveries/signature.ts'

const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
const OTHER = `whsec_${btoa('a'.repeat(32))}`

function secretOf(bytes: number): string {
  return `whsec_${btoa('k'.repeat(bytes))}`
}

describe('a signing secret', () => {
  it.each([
    { because: 'the fewest bytes allowed', text: secretOf(24), bytes: 24 },
    { because: 'a length whose base64 ends in one =', text: secretOf(32), bytes: 32 },
    { because: 'a length whose base64 ends in ==', text: secretOf(25), bytes: 25 },
    { because: 'the most bytes allowed', text: secretOf(64), bytes: 64 },
  ])('is read: $because', ({ text, bytes }) => {
    const reading = parseSecret(text)
    expect(reading.kind === 'secret' && reading.key.length).toBe(bytes)
  })

  it.each([
    { because: 'one byte too few', text: secretOf(23), says: '24 to 64 bytes' },
    { because: 'one byte too many', text: secretOf(65), says: '24 to 64 bytes' },
    {
      because: 'a password is no key',
      text: 'correct horse battery',
      says: 'begins with "whsec_"',
    },
    {
      because: 'a private key of ed25519 has 32 bytes, or 64 with its public half',
      text: secretOf(33).replace('whsec', 'whsk'),
      says: '32 or 64 bytes',
    },
    {
      because: 'the public key signs nothing',
      text: secretOf(32).replace('whsec', 'whpk'),
      says: 'begins',
    },
    { because: 'nothing after the prefix', text: 'whsec_', says: 'base64' },
    { because: 'the address alphabet of base64', text: `whsec_${'-_'.repeat(16)}`, says: 'base64' },
    { because: 'padding lost in copying', text: secretOf(32).slice(0, -1), says: 'base64' },
    { because: 'a line break from a terminal', text: `${secretOf(32)}\n`, says: 'base64' },
    { because: 'an empty setting', text: '', says: 'begins' },
  ])('is refused without being repeated: $because', ({ text, says }) => {
    const reading = parseSecret(text)
    if (reading.kind !== 'refused') throw new Error('was read')
    expect(reading.message).toContain(says)
    if (text.length > 10) expect(reading.message).not.toContain(text.slice(6))
  })

  it('may be two while it is rotated, never three', () => {
    expect(parseSecrets(`${SECRET} ${OTHER}`).kind).toBe('secrets')
    expect(parseSecrets(`${SECRET} ${OTHER} ${SECRET}`).kind).toBe('refused')
    expect(parseSecrets(`${SECRET}  ${OTHER}`).kind).toBe('refused')
  })
})

describe('a signature', () => {
  it('equals the reference vector of the specification', async () => {
    const signature = await signMessage(
      SECRET,
      'msg_p5jXN8AQM9LWM0D4loKWxJek',
      1614265330,
      '{"test": 2432232314}',
    )
    expect(signature).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=')
  })

  it.each([
    { because: 'Arabic is signed as UTF-8', body: '{"title":"بيان صحفي"}' },
    { because: 'emoji outside the first plane', body: '{"title":"🕊️"}' },
    { because: 'an empty body', body: '' },
    { because: 'full stops, which also part the signed content', body: '1.2.3' },
  ])('is what two other implementations compute: $because', async ({ body }) => {
    const now = new Date('2026-11-23T12:00:00Z')
    const ours = await signMessage(SECRET, 'msg_1', now.getTime() / 1000, body)
    expect(ours).toBe(new StandardWebhook(SECRET).sign('msg_1', now, body))
    expect(ours).toBe(new SvixWebhook(SECRET).sign('msg_1', now, body))
  })

  it('verifies under the old and the new secret while they are rotated, under no other', async () => {
    const timestamp = Math.floor(Date.now() / 1000)
    const headers = {
      'webhook-id': 'msg_1',
      'webhook-timestamp': String(timestamp),
      'webhook-signature': await signMessage(`${OTHER} ${SECRET}`, 'msg_1', timestamp, '{"a":1}'),
    }
    for (const verifier of [StandardWebhook, SvixWebhook]) {
      expect(new verifier(SECRET).verify('{"a":1}', headers)).toEqual({ a: 1 })
      expect(new verifier(OTHER).verify('{"a":1}', headers)).toEqual({ a: 1 })
      expect(() => new verifier(secretOf(24)).verify('{"a":1}', headers)).toThrow()
      expect(() => new verifier(SECRET).verify('{"a":2}', headers)).toThrow()
    }
  })

  it.each([
    { because: 'a seed alone', withPublicHalf: false },
    { because: 'the seed and its public half', withPublicHalf: true },
  ])('is one of ed25519 that the public key verifies: $because', async ({ withPublicHalf }) => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519')
    const seed = privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(-32)
    const half = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32)
    const key = withPublicHalf ? Buffer.concat([seed, half]) : seed
    const signature = await signMessage(`whsk_${key.toString('base64')}`, 'msg_1', 5, '{"a":1}')
    expect(signature).toMatch(/^v1a,/)
    const bytes = Buffer.from(signature.slice('v1a,'.length), 'base64')
    expect(verify(null, Buffer.from('msg_1.5.{"a":1}'), publicKey, bytes)).toBe(true)
    expect(verify(null, Buffer.from('msg_1.5.{"a":2}'), publicKey, bytes)).toBe(false)
  })

  it('of both schemes is taken by receivers that know only one', async () => {
    const seed = generateKeyPairSync('ed25519')
      .privateKey.export({ format: 'der', type: 'pkcs8' })
      .subarray(-32)
    const timestamp = Math.floor(Date.now() / 1000)
    const secrets = `whsk_${seed.toString('base64')} ${SECRET}`
    const headers = {
      'webhook-id': 'msg_1',
      'webhook-timestamp': String(timestamp),
      'webhook-signature': await signMessage(secrets, 'msg_1', timestamp, '{"a":1}'),
    }
    for (const verifier of [StandardWebhook, SvixWebhook]) {
      expect(new verifier(SECRET).verify('{"a":1}', headers)).toEqual({ a: 1 })
    }
  })

  it.each([
    { because: 'half of one', change: (text: string) => text.slice(0, 20) },
    { because: 'another version', change: (text: string) => text.replace('v1,', 'v2,') },
    { because: 'none', change: () => '' },
    {
      because: 'one letter is another',
      change: (text: string) => `v1,${text[3] === 'A' ? 'B' : 'A'}${text.slice(4)}`,
    },
  ])('that is not whole is taken by nobody: $because', async ({ change }) => {
    const timestamp = Math.floor(Date.now() / 1000)
    const whole = await signMessage(SECRET, 'msg_1', timestamp, '{}')
    const headers = {
      'webhook-id': 'msg_1',
      'webhook-timestamp': String(timestamp),
      'webhook-signature': change(whole),
    }
    for (const verifier of [StandardWebhook, SvixWebhook])
      expect(() => new verifier(SECRET).verify('{}', headers)).toThrow()
  })

  it.each([-301, 301])('made %i s off is too old or too early', async (seconds) => {
    // A second that goes by would make 301 s early 300.
    vi.useFakeTimers({ toFake: ['Date'] })
    onTestFinished(() => void vi.useRealTimers())
    const timestamp = Math.floor(Date.now() / 1000) + seconds
    const headers = {
      'webhook-id': 'msg_1',
      'webhook-timestamp': String(timestamp),
      'webhook-signature': await signMessage(SECRET, 'msg_1', timestamp, '{}'),
    }
    for (const verifier of [StandardWebhook, SvixWebhook])
      expect(() => new verifier(SECRET).verify('{}', headers)).toThrow(/too (?:old|new)/)
  })

  it('is never made with a secret that no receiver could use', async () => {
    await expect(signMessage('whsec_short', 'msg_1', 1, '')).rejects.toThrow('cannot sign msg_1')
  })
})
