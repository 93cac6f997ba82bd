import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maskEndpoint, redact } from '../../src/deliveries/redact.ts'

const SLACK = 'https://hooks.slack.com/services/T0FAKE11/B0FAKE22/abcdEFGHijklMNOPqrstUVWX'
const OWN = 'https://user:pa55@alerts.example.org/in/8f14e45f?token=s3cr3tToken&lang=ar'
const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
const TOKENS = ['T0FAKE11', 'B0FAKE22', 'abcdEFGH', '8f14e45f', 's3cr3tToken', 'pa55', 'MfKQ9r8G']

describe('a text that is stored', () => {
  it.each([
    { because: 'the whole address', text: `POST ${SLACK} failed` },
    { because: 'the address without its scheme', text: SLACK.slice(8) },
    {
      because: 'only the path',
      text: 'no route for /services/T0FAKE11/B0FAKE22/abcdEFGHijklMNOPqrstUVWX',
    },
    { because: 'only one token', text: 'unknown token abcdEFGHijklMNOPqrstUVWX' },
    { because: 'a server that lower-cases', text: 'unknown token abcdefghijklmnopqrstuvwx' },
    {
      because: 'percent-encoded, as in a log-in redirect',
      text: `/login?next=${encodeURIComponent(SLACK)}`,
    },
    { because: 'with the slashes of PHP\u2019s JSON', text: SLACK.replaceAll('/', '\\/') },
    { because: 'parted by an invisible character', text: 'abcdEFGH\u200BijklMNOPqrstUVWX' },
    { because: 'parted by a colour', text: 'abcdEFGH\u001B[31mijklMNOPqrstUVWX' },
    { because: 'the second address: its query', text: 'bad token s3cr3tToken for 8f14e45f' },
    { because: 'the second address: its password', text: 'user "user" gave pa55' },
    { because: 'the signing secret', text: `expected key ${SECRET}` },
    { because: 'the signing secret without its prefix', text: `key=${SECRET.slice(6)}` },
    { because: 'an answer that was cut within the address', text: `POST ${SLACK.slice(0, -4)}` },
    { because: 'an answer that was cut within the secret', text: `key ${SECRET.slice(0, 20)}` },
  ])('holds nothing secret: $because', ({ text }) => {
    const clean = redact(text, [SLACK, OWN, SECRET])
    expect(clean).toContain('[redacted]')
    const lower = clean.toLowerCase()
    expect(TOKENS.filter((token) => lower.includes(token.toLowerCase()))).toEqual([])
  })

  it('hides both secrets of a rotation, and one of another endpoint', () => {
    const other = 'whsec_YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFh'
    expect(redact(`${SECRET} or ${other}`, [`${other} ${SECRET}`])).toBe('[redacted] or [redacted]')
    expect(redact(`got ${other}`, [])).toBe('got [redacted]')
  })

  it.each([
    { because: 'colours', text: '\u001B[1;31mfail\u001B[0m', clean: 'fail' },
    { because: 'a terminal title', text: '\u001B]0;owned\u0007fail', clean: 'fail' },
    { because: 'a one-byte CSI', text: '\u009B2Jfail', clean: 'fail' },
    {
      because: 'a log line of its own',
      text: 'fail\r\nlevel=info msg=fine',
      clean: 'fail level=info msg=fine',
    },
    { because: 'a reordered line', text: 'fail\u202Eenif', clean: 'failenif' },
    { because: 'half a character', text: 'fail\uD83D', clean: 'fail\uFFFD' },
    { because: 'what is Arabic stays', text: 'الخادم متوقف', clean: 'الخادم متوقف' },
    {
      because: 'a path word that names the service',
      text: 'the services are down',
      clean: 'the services are down',
    },
  ])('cannot play with a terminal: $because', ({ text, clean }) => {
    expect(redact(text, [SLACK])).toBe(clean)
  })

  it('is at most 1,000 characters, and not cut before it is redacted', () => {
    const clean = redact(`${'x'.repeat(985)} ${SLACK} ${'y'.repeat(500)}`, [SLACK])
    expect(clean).toHaveLength(1000)
    expect(clean).not.toContain('hooks.slack')
  })

  it('is short and clean whatever comes', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 3000 }),
        fc.string({ unit: 'binary' }),
        (text, secret) => {
          const clean = redact(text, [secret, SLACK])
          expect(clean.length).toBeLessThanOrEqual(1000)
          // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
          expect(clean).not.toMatch(/[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/)
        },
      ),
    )
  })
})

describe('an endpoint as the API shows it', () => {
  it.each([
    {
      because: 'a long token may show its end',
      url: SLACK,
      shown: 'https://hooks.slack.com/\u2026UVWX',
    },
    {
      because: 'a short token may not',
      url: 'https://example.org/in/8f14e45f',
      shown: 'https://example.org/\u2026',
    },
    { because: 'a query may be the token', url: OWN, shown: 'https://alerts.example.org/\u2026' },
    {
      because: 'a port tells receivers apart',
      url: 'http://localhost:9000/hook',
      shown: 'http://localhost:9000/\u2026',
    },
    { because: 'a feed has no address', url: '', shown: '' },
    { because: 'what is no address is all secret', url: 'abcdEFGHijkl', shown: '\u2026' },
  ])('$because', ({ url, shown }) => {
    expect(maskEndpoint({ id: 'e', kind: 'webhook', url, secret: '', pace: 1 }).url).toBe(shown)
  })

  it.each([
    { because: 'a mail shows its host', to: 'editor@desk.example', shown: '\u2026@desk.example' },
    {
      because: 'each of several',
      to: 'a@one.example, b@two.example',
      shown: '\u2026@one.example,\u2026@two.example',
    },
    { because: 'a topic is as good as a password', to: 'my-topic', shown: '\u2026' },
    { because: 'the end of a chat tells two apart', to: '-1001234567890', shown: '\u20267890' },
  ])('names its recipient no further than needed: $because', ({ to, shown }) => {
    const endpoint = { id: 'e', kind: 'telegram', url: '', secret: '1:token', to, pace: 1 } as const
    expect(maskEndpoint(endpoint).to).toBe(shown)
    expect(maskEndpoint(endpoint).secret).toBe('\u2026')
  })

  it('tells a shared secret from a private key', () => {
    const endpoint = { id: 'e', kind: 'webhook', url: '', pace: 1 } as const
    expect(maskEndpoint({ ...endpoint, secret: 'whsk_AAAA' }).secret).toBe('whsk_\u2026')
  })

  it('shows that there is a secret, and nothing of it', () => {
    const masked = maskEndpoint({ id: 'e', kind: 'webhook', url: '', secret: SECRET, pace: 1 })
    expect(masked.secret).toBe('whsec_\u2026')
  })
})
