import * as v from 'valibot'

const keysSchema = v.object({ keys: v.array(v.unknown()) })

/** A key as Cloudflare Access publishes it (RFC 7517). */
const keySchema = v.object({
  kid: v.string(),
  kty: v.literal('RSA'),
  /** 2,048 bits or more. Some runtimes import any text as a key, which then matches nothing. */
  n: v.pipe(v.string(), v.regex(/^[\w-]{340,}$/)),
  e: v.pipe(v.string(), v.regex(/^[\w-]+$/)),
})

const headerSchema = v.object({ alg: v.literal('RS256'), kid: v.string() })

const claimsSchema = v.object({
  iss: v.string(),
  aud: v.union([v.string(), v.array(v.string())]),
  exp: v.number(),
  nbf: v.optional(v.number(), 0),
})

/** What became of an assertion. */
export type Vouched =
  /** Until when, in seconds since 1970. */
  | { readonly kind: 'vouched'; readonly until: number }
  | {
      readonly kind: 'refused'
      readonly why: 'not-for-us' | 'unknown-key' | 'keys-unreachable' | 'keys-malformed'
    }

/** The key set as it was answered; undefined where it cannot be fetched. */
export type LoadKeys = () => Promise<unknown>

const NOT_FOR_US = { kind: 'refused', why: 'not-for-us' } as const

/** For a clock that is a little off. */
const LEEWAY_SECONDS = 60
/** A token with a made-up key id must not make us ask Cloudflare at every request. */
const REFETCH_AFTER_MS = 60_000

const RS256 = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } as const

/**
 * The assertions of one Cloudflare Access team: verified here, since what reaches the worker by another
 * address has never passed Access. Only RS256: the algorithm is ours to choose, not the token's.
 */
export class AccessTeam {
  readonly #issuer: string
  readonly #audience: string
  readonly #load: LoadKeys
  #keys = new Map<string, CryptoKey>()
  /** Why a key may be missing. */
  #lacking: 'unknown-key' | 'keys-unreachable' | 'keys-malformed' = 'unknown-key'
  #asked = Number.NEGATIVE_INFINITY

  /**
   * @param issuer `https://{team}.cloudflareaccess.com`
   * @param audience the application's tag
   */
  constructor(issuer: string, audience: string, load: LoadKeys) {
    this.#issuer = issuer
    this.#audience = audience
    this.#load = load
  }

  /** Whether Access vouches for the bearer at this moment (ms since 1970). */
  async vouchesFor(jwt: string, now: number): Promise<Vouched> {
    const [head = '', body = '', signature = '', more] = jwt.split('.')
    const header = v.safeParse(headerSchema, jsonOf(head))
    const claims = v.safeParse(claimsSchema, jsonOf(body))
    const bytes = bytesOf(signature)
    if (more !== undefined || !header.success || !claims.success || bytes === undefined)
      return NOT_FOR_US
    const { iss, aud, exp, nbf } = claims.output
    const seconds = now / 1000
    if (iss !== this.#issuer || ![aud].flat().includes(this.#audience)) return NOT_FOR_US
    if (exp + LEEWAY_SECONDS <= seconds || nbf - LEEWAY_SECONDS > seconds) return NOT_FOR_US
    const key = await this.#key(header.output.kid, now)
    if (key === undefined) return { kind: 'refused', why: this.#lacking }
    const signed = new TextEncoder().encode(`${head}.${body}`)
    const isTheirs = await crypto.subtle.verify(RS256.name, key, bytes, signed)
    return isTheirs ? { kind: 'vouched', until: Math.ceil(exp + LEEWAY_SECONDS) } : NOT_FOR_US
  }

  /** Keys change every six weeks: an unknown one is looked up, at most once a minute. */
  async #key(kid: string, now: number): Promise<CryptoKey | undefined> {
    const known = this.#keys.get(kid)
    if (known !== undefined || now - this.#asked < REFETCH_AFTER_MS) return known
    this.#asked = now
    const answer = await this.#load().catch(() => undefined)
    const found = v.safeParse(keysSchema, answer)
    if (!found.success) {
      this.#lacking = answer === undefined ? 'keys-unreachable' : 'keys-malformed'
      return undefined
    }
    const keys = await Promise.all(found.output.keys.map(imported))
    const good = keys.filter((one) => one !== undefined)
    this.#lacking = good.length < keys.length ? 'keys-malformed' : 'unknown-key'
    this.#keys = new Map(good)
    return this.#keys.get(kid)
  }
}

/** One key of another kind, or one that cannot be read, must not shut the door on the others. */
async function imported(given: unknown): Promise<readonly [string, CryptoKey] | undefined> {
  const parsed = v.safeParse(keySchema, given)
  if (!parsed.success) return undefined
  const { kid, kty, n, e } = parsed.output
  try {
    return [kid, await crypto.subtle.importKey('jwk', { kty, n, e }, RS256, false, ['verify'])]
  } catch {
    return undefined
  }
}

function jsonOf(part: string): unknown {
  const bytes = bytesOf(part)
  if (bytes === undefined) return undefined
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as unknown
  } catch {
    return undefined
  }
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[\w-]+$/.test(base64url)) return undefined
  try {
    const binary = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'))
    return Uint8Array.from(binary, (character) => character.charCodeAt(0))
  } catch {
    return undefined
  }
}
