import type { BayanEnv } from '../platform/env.ts'
import { hexOf } from '../text/hex.ts'

/** A working day: whoever leaves a desk open overnight signs in again. */
const SECONDS = 12 * 3_600

const encoder = new TextEncoder()

/**
 * The cookie that stands for the operator's token: `{expires}.{nonce}.{signature}`, signed with a key
 * from the token. Nothing is kept of it; signing out notes its nonce as ended, and another token ends
 * every session.
 */
export async function sessionCookie(env: BayanEnv, now: number): Promise<string> {
  const nonce = hexOf(crypto.getRandomValues(new Uint8Array(16)))
  const claim = `${Math.floor(now / 1000) + SECONDS}.${nonce}`
  const signature = await crypto.subtle.sign('HMAC', await keyOf(env), encoder.encode(claim))
  return cookie(env, `${claim}.${hexOf(new Uint8Array(signature))}`, SECONDS)
}

/** The cookie that takes a session away. */
export function noSession(env: BayanEnv): string {
  return cookie(env, '', 0)
}

/** A session that this deployment gave: what it is known by, and until when, in seconds since 1970. */
export interface Session {
  readonly id: string
  readonly until: number
}

/** The session that the request carries; undefined where it is none of ours, or its time is over. */
export async function sessionOf(
  request: Request,
  env: BayanEnv,
  now: number,
): Promise<Session | undefined> {
  const value = cookieIn(request.headers.get('cookie') ?? '', cookieName(env))
  const [, expires, nonce, signature] =
    /^(\d{1,12})\.([0-9a-f]{32})\.([0-9a-f]{64})$/.exec(value ?? '') ?? []
  if (expires === undefined || nonce === undefined || signature === undefined) return undefined
  if (Number(expires) * 1000 <= now) return undefined
  const claim = encoder.encode(`${expires}.${nonce}`)
  const isOurs = await crypto.subtle.verify('HMAC', await keyOf(env), bytesOf(signature), claim)
  return isOurs ? { id: nonce, until: Number(expires) } : undefined
}

/**
 * `__Host-` binds the cookie to this very host, and browsers take such a name over https alone. A local
 * run has only http; its cookie has a name of its own, never read where the address is https.
 */
function cookieName({ BASE_URL }: Pick<BayanEnv, 'BASE_URL'>): string {
  return BASE_URL.startsWith('https:') ? '__Host-bayan' : 'bayan-local'
}

function cookie(env: BayanEnv, value: string, seconds: number): string {
  const name = cookieName(env)
  const secure = name.startsWith('__Host-') ? '; Secure' : ''
  return `${name}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Strict${secure}`
}

/** The first cookie of that name; the name is compared whole. */
function cookieIn(header: string, name: string): string | undefined {
  return header
    .split(';')
    .map((one) => one.trim())
    .find((one) => one.startsWith(`${name}=`))
    ?.slice(name.length + 1)
}

async function keyOf({ ADMIN_TOKEN = '' }: BayanEnv): Promise<CryptoKey> {
  const secret = encoder.encode(`bayan desk session ${ADMIN_TOKEN}`)
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  return await crypto.subtle.importKey('raw', secret, algorithm, false, ['sign', 'verify'])
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
}
