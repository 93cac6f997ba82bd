import { exports } from 'cloudflare:workers'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { BASE } from '../workerd/call.ts'
import { requestsSeen, resetInternet, setPage } from '../workerd/internet.ts'
import { AUDIENCE, TEAM, publicKey, signed, signingKeys } from './access-token.ts'

const CERTS = `${TEAM}/cdn-cgi/access/certs`
const MINUTE_MS = 60_000

let keys: CryptoKeyPair
let keySet: string

beforeAll(async () => {
  await resetInternet()
  keys = await signingKeys()
  keySet = JSON.stringify({ keys: [await publicKey(keys, 'k1')] })
})

afterEach(() => vi.useRealTimers())

async function assertion(claims: Record<string, unknown> = {}): Promise<string> {
  const exp = Math.floor(Date.now() / 1000) + 600
  const said = { iss: TEAM, aud: [AUDIENCE], exp, sub: crypto.randomUUID(), ...claims }
  return await signed({ alg: 'RS256', kid: 'k1' }, said, keys)
}

async function go(path: string, jwt: string, method = 'GET'): Promise<Response> {
  return await exports.default.fetch(
    new Request(`${BASE}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        'cf-access-jwt-assertion': jwt,
        ...(method === 'POST' ? { origin: BASE, 'sec-fetch-site': 'same-origin' } : {}),
      },
    }),
  )
}

/** The isolate remembers a set for a minute, good or bad: what comes next is a minute later. */
async function aMinuteLater(): Promise<void> {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + MINUTE_MS + 1_000 })
}

it('names what is wrong with the key set, and falls over nothing', async () => {
  await setPage(CERTS, { body: '{"keys":[{"kid":"k1","kty":"RSA","n":"!","e":"!"}]}' })
  const response = await go('/desk?lang=en', await assertion())
  expect(response.status).toBe(401)
  const html = await response.text()
  expect(html).toContain('is no set of keys that can be read')
  // The token still opens the desk.
  expect(html).toContain('name="token"')
})

it('lets in whom Access vouches for, with the keys of the team', async () => {
  await setPage(CERTS, { body: keySet, headers: { 'content-type': 'application/json' } })
  await aMinuteLater()
  const response = await go('/desk?lang=en', await assertion())
  expect(response.status).toBe(200)
  expect(await response.text()).toContain('Waiting for you')
  expect(await requestsSeen()).toContain(`GET ${CERTS}`)
})

it.each([
  { because: 'it is for another application', claims: { aud: ['another'] } },
  { because: 'it has ended', claims: { exp: 1 } },
])('shows the sign-in page and says why: $because', async ({ claims }) => {
  const response = await go('/desk?lang=ar', await assertion(claims))
  expect(response.status).toBe(401)
  expect(await response.text()).toContain('ACCESS_AUD')
})

it('opens the desk alone: the API asks for the token', async () => {
  expect((await go('/api/v1/publishers', await assertion())).status).toBe(401)
})

it('ends with signing out, here and at Access', async () => {
  const jwt = await assertion()
  expect((await go('/desk', jwt)).status).toBe(200)
  const out = await go('/desk/sign-out', jwt, 'POST')
  expect(out.status).toBe(303)
  expect(out.headers.get('location')).toBe('/cdn-cgi/access/logout')
  expect((await go('/desk', jwt)).status).toBe(401)
  expect((await go('/desk', await assertion())).status).toBe(200)
})

it('ends for a copy whose signature is spelt otherwise', async () => {
  const jwt = await assertion()
  await go('/desk/sign-out', jwt, 'POST')
  // Of the last letter of 256 bytes four bits mean nothing.
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  const copy = `${jwt.slice(0, -1)}${letters[letters.indexOf(jwt.slice(-1)) + 1] ?? ''}`
  expect(copy).not.toBe(jwt)
  expect((await go('/desk', copy)).status).toBe(401)
})
