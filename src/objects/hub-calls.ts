import { FEED_FORMATS } from '../feeds/formats.ts'
import type { AddressPolicy } from '../platform/address-guard.ts'
import { guardedAsk, guardedPost } from '../platform/guarded-fetch.ts'
import type { HubTopic } from './hub-topic.ts'
import type { Wish } from './subscriber-store.ts'
import { hexOf } from '../text/hex.ts'

/** How the hub speaks to callbacks. */
export interface HubLine {
  readonly policy: AddressPolicy
  readonly hub: string
  readonly agent: string
}

/**
 * Asks a callback whether the wish is its own (WebSub, 5.3): only 2xx with exactly the challenge
 * says so. `unreachable` is worth another try, a wrong answer is not.
 */
export async function confirm(
  wish: Wish,
  topic: string,
  challenge: string,
  { policy, agent }: HubLine,
): Promise<'confirmed' | 'refused' | 'unreachable'> {
  const { mode, leaseSeconds, token, reason } = wish
  const params = new URLSearchParams({ 'hub.mode': mode, 'hub.topic': topic })
  if (mode === 'denied') params.set('hub.reason', reason)
  else params.set('hub.challenge', challenge)
  if (mode === 'subscribe') params.set('hub.lease_seconds', String(leaseSeconds))
  if (token !== '') params.set('hub.verify_token', token)
  const answer = await guardedAsk(
    withParams(wish.callback, params),
    { 'user-agent': agent },
    policy,
  )
  const { status, body } = answer
  if (mode === 'denied') return 'confirmed'
  if (status === undefined || status >= 500 || status === 429) return 'unreachable'
  return isSuccess(status) && body === challenge ? 'confirmed' : 'refused'
}

/** The callback's own query stays as it is, letter by letter. */
function withParams(callback: string, params: URLSearchParams): string {
  return `${callback}${callback.includes('?') ? '&' : '?'}${params.toString()}`
}

/** Hands the topic's newest version over; 410 says that nobody wants it any more. */
export async function distribute(
  callback: string,
  secret: string,
  { url, extension }: HubTopic,
  body: string,
  { policy, hub, agent }: HubLine,
): Promise<'delivered' | 'failed' | 'gone'> {
  const headers = {
    'content-type': FEED_FORMATS[extension].contentType,
    link: `<${hub}>; rel="hub", <${url}>; rel="self"`,
    'user-agent': agent,
    ...(secret === '' ? {} : { 'x-hub-signature': `sha256=${await signature(secret, body)}` }),
  }
  const { status } = await guardedPost({ url: callback, headers, body }, policy)
  if (status === 410) return 'gone'
  return status !== undefined && isSuccess(status) ? 'delivered' : 'failed'
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300
}

/** HMAC-SHA256 of the exact body, in hexadecimal (WebSub, 7.1). */
async function signature(secret: string, body: string): Promise<string> {
  const utf8 = new TextEncoder()
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', utf8.encode(secret), algorithm, false, ['sign'])
  const bytes = new Uint8Array(await crypto.subtle.sign('HMAC', key, utf8.encode(body)))
  return hexOf(bytes)
}
