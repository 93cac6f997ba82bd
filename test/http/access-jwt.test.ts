import { beforeAll, expect, it } from 'vitest'
import { AccessTeam } from '../../src/http/access-jwt.ts'
import { AUDIENCE, TEAM, publicKey, signed, signingKeys } from './access-token.ts'

const NOW = Date.parse('2026-11-20T10:00:00Z')
const SECONDS = NOW / 1000

interface Signer {
  readonly kid: string
  readonly keys: CryptoKeyPair
}

let ours: Signer
let theirs: Signer

beforeAll(async () => {
  ours = { kid: 'k1', keys: await signingKeys() }
  theirs = { kid: 'k1', keys: await signingKeys() }
})

interface Wish {
  readonly header?: Record<string, unknown>
  readonly claims?: Record<string, unknown>
  readonly signer?: Signer
}

async function token({ header = {}, claims = {}, signer = ours }: Wish = {}): Promise<string> {
  const head = { alg: 'RS256', kid: signer.kid, typ: 'JWT', ...header }
  const said = { iss: TEAM, aud: [AUDIENCE], exp: SECONDS + 600, nbf: SECONDS, ...claims }
  return await signed(head, said, signer.keys)
}

function team(asked: { count: number } = { count: 0 }): AccessTeam {
  return new AccessTeam(TEAM, AUDIENCE, async () => {
    asked.count += 1
    return { keys: [await publicKey(ours.keys, ours.kid)] }
  })
}

const verdictOf = async (team: AccessTeam, jwt: string, now = NOW): Promise<string> => {
  const verdict = await team.vouchesFor(jwt, now)
  return verdict.kind === 'vouched' ? 'vouched' : verdict.why
}

it('lets in whom Access vouches for, as long as it does', async () => {
  expect(await verdictOf(team(), await token())).toBe('vouched')
  expect(await team().vouchesFor(await token({ claims: { aud: AUDIENCE } }), NOW)).toEqual({
    kind: 'vouched',
    until: SECONDS + 660,
  })
})

it.each([
  { because: 'it is for another application', wish: { claims: { aud: ['another'] } } },
  {
    because: 'it is of another team',
    wish: { claims: { iss: 'https://evil.cloudflareaccess.com' } },
  },
  {
    because: 'the issuer only begins like ours',
    wish: { claims: { iss: `${TEAM}.evil.example` } },
  },
  { because: 'it has ended', wish: { claims: { exp: SECONDS - 61 } } },
  { because: 'it never ends', wish: { claims: { exp: undefined } } },
  { because: 'it has not begun', wish: { claims: { nbf: SECONDS + 120 } } },
  { because: 'it needs no signature', wish: { header: { alg: 'none' } } },
  { because: 'our public key would be its secret', wish: { header: { alg: 'HS256' } } },
])('stays shut: $because', async ({ wish }) => {
  expect(await verdictOf(team(), await token(wish))).toBe('not-for-us')
})

it('stays shut for a key that it does not know, and says so', async () => {
  expect(await verdictOf(team(), await token({ header: { kid: 'k9' } }))).toBe('unknown-key')
})

it('stays shut for the right claims signed by somebody else', async () => {
  expect(await verdictOf(team(), await token({ signer: theirs }))).toBe('not-for-us')
})

it.each(['', '.', '..', 'a.b.c', 'a.b.c.d', '\u0000.\u0000.\u0000', `${'a'.repeat(9999)}..`])(
  'throws at nothing: %j',
  async (text) => {
    expect(await verdictOf(team(), text)).toBe('not-for-us')
  },
)

it('asks for the keys once, and for an unknown one at most once a minute', async () => {
  const asked = { count: 0 }
  const one = team(asked)
  for (let at = 0; at < 20; at += 1) await one.vouchesFor(await token(), NOW + at)
  expect(asked.count).toBe(1)
  const unknown = await token({ header: { kid: 'made-up' } })
  for (let at = 0; at < 20; at += 1) await one.vouchesFor(unknown, NOW + at * 1000)
  expect(asked.count).toBe(1)
  await one.vouchesFor(unknown, NOW + 61_000)
  expect(asked.count).toBe(2)
})

it.each([
  { because: 'there is no network', keys: undefined, why: 'keys-unreachable' },
  { because: 'it is a page', keys: '<html>', why: 'keys-malformed' },
  { because: 'it is no set', keys: { keys: 'k1' }, why: 'keys-malformed' },
  {
    because: 'the key is none of RSA',
    keys: { keys: [{ kid: 'k1', kty: 'EC', x: 'a', y: 'b' }] },
    why: 'keys-malformed',
  },
  {
    because: 'its number is no number',
    keys: { keys: [{ kid: 'k1', kty: 'RSA', n: '!', e: 'AQAB' }] },
    why: 'keys-malformed',
  },
  {
    because: 'its number is empty',
    keys: { keys: [{ kid: 'k1', kty: 'RSA', n: '', e: '' }] },
    why: 'keys-malformed',
  },
])('stays shut while the key set cannot be used, and says why: $because', async ({ keys, why }) => {
  const load = () => (keys === undefined ? Promise.reject(new Error('no')) : Promise.resolve(keys))
  expect(await verdictOf(new AccessTeam(TEAM, AUDIENCE, load), await token())).toBe(why)
})

it('uses the good keys of a set in which one is broken', async () => {
  const jwk = (await crypto.subtle.exportKey('jwk', ours.keys.publicKey)) as JsonWebKey
  const good = { kid: ours.kid, kty: 'RSA', n: jwk.n, e: jwk.e }
  const mixed = { keys: [null, { ...good, kid: 'other', n: '!' }, good] }
  const team = new AccessTeam(TEAM, AUDIENCE, () => Promise.resolve(mixed))
  expect(await verdictOf(team, await token())).toBe('vouched')
})
