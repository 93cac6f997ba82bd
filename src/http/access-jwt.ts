import * as v from 'valibot'

/** A key as Cloudflare Access publishes it (RFC 7517). */
const keysSchema = v.object({
  keys: v.array(v.object({ kid: v.string(), kty: v.literal('RSA'), n: v.string(), e: v.string() })),
})

const headerSchema = v.object({ alg: v.literal('RS256'), kid: v.string() })

const claimsSchema = v.object({
  iss: v.string(),
  aud: v.union([v.string(), v.array(v.string())]),
  exp: v.number(),
  nbf: v.optional(v.number(), 0),
})

/** The publisher's keys by their ids; undefined where they cannot be fetched. */
export type LoadKeys = () => Promise<unknown>

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
  async vouchesFor(jwt: string, now: number): Promise<boolean> {
    const [head = '', body = '', signature = '', more] = jwt.split('.')
    if (more !== undefined) return false
    const header = v.safeParse(headerSchema, jsonOf(head))
    const claims = v.safeParse(claimsSchema, jsonOf(body))
    const bytes = bytesOf(signature)
    if (!header.success || !claims.success || bytes === undefined) return false
    const { iss, aud, exp, nbf } = claims.output
    const seconds = now / 1000
    if (iss !== this.#issuer || ![aud].flat().includes(this.#audience)) return false
    if (exp + LEEWAY_SECONDS <= seconds || nbf - LEEWAY_SECONDS > seconds) return false
    const key = await this.#key(header.output.kid, now)
    if (key === undefined) return false
    const signed = new TextEncoder().encode(`${head}.${body}`)
    return await crypto.subtle.verify(RS256.name, key, bytes, signed)
  }

  /** Keys change every six weeks: an unknown one is looked up, at most once a minute. */
  async #key(kid: string, now: number): Promise<CryptoKey | undefined> {
    const known = this.#keys.get(kid)
    if (known !== undefined || now - this.#asked < REFETCH_AFTER_MS) return known
    this.#asked = now
    const found = v.safeParse(keysSchema, await this.#load().catch(() => undefined))
    if (!found.success) return undefined
    const imported = await Promise.all(
      found.output.keys.map(async ({ kid: id, kty, n, e }) => {
        const key = await crypto.subtle.importKey('jwk', { kty, n, e }, RS256, false, ['verify'])
        return [id, key] as const
      }),
    )
    this.#keys = new Map(imported)
    return this.#keys.get(kid)
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
