import { detailWords } from '../sources/detail-words.ts'
import { type BayanEnv, addressPolicyOf, baseUrlOf } from '../platform/env.ts'
import { judgeAddress } from '../platform/address-guard.ts'
import { readBounded } from '../platform/bounded-body.ts'
import { planOf } from '../platform/plan.ts'
import { Published } from '../platform/published.ts'
import { type HubTopic, topicName } from '../objects/hub-topic.ts'
import type { Wish } from '../objects/subscriber-store.ts'
import { CallCount } from './call-count.ts'
import { type FeedWanted, feedWanted } from './feed-wanted.ts'

const MOST_BYTES = 16 * 1024
const LONGEST_CALLBACK = 2_048
/** "less than 200 bytes" (WebSub, 5.1). */
const SECRET_BYTES = 199

const LEASE_SECONDS = { shortest: 3_600, usual: 10 * 86_400, longest: 30 * 86_400 } as const

/**
 * The hub's door (W3C WebSub, section 5): takes the wish to subscribe or unsubscribe and answers 202
 * before the callback is asked. Refusals are plain text, as subscribers log them.
 */
export async function serveHub(request: Request, env: BayanEnv): Promise<Response> {
  if (request.method !== 'POST') {
    return say(405, 'This is a WebSub hub: it takes POST.', {
      allow: 'POST',
    })
  }
  const body = await readBounded(request.body, MOST_BYTES)
  if (body.kind === 'too-large') return say(413, `The body is larger than ${MOST_BYTES} bytes.`)
  const text = body.kind === 'body' ? new TextDecoder().decode(body.bytes) : ''
  const form = new URLSearchParams(text)
  const wish = readWish(form, env)
  if (typeof wish === 'string') return say(400, wish)
  const url = form.get('hub.topic') ?? ''
  const wanted = feedWanted(url, baseUrlOf(env))
  if (wanted === undefined || !isTopic(wanted, url)) {
    return say(404, 'hub.topic must be what a feed of ours names "self".')
  }
  const topic: HubTopic = {
    url,
    of: wanted.of,
    kind: wanted.kind,
    language: wanted.language,
    extension: wanted.extension,
  }
  const seen = await seenBy(wanted, wish, env)
  if (seen instanceof Response) return seen
  if (!wishes.take(Date.now(), WISHES_AN_HOUR[planOf(env)])) {
    return say(429, 'Too many requests. Ask again in an hour.', { 'retry-after': '3600' })
  }
  const verdict = await env.HUBS.getByName(topicName(topic)).ask(topic, { ...wish, seen })
  if (verdict.kind === 'refused') return say(403, `Not subscribed: ${verdict.reason}.`)
  return say(202, 'The callback will be asked.')
}

function isTopic(wanted: ReturnType<typeof feedWanted>, url: string): wanted is FeedWanted {
  return wanted !== undefined && 'self' in wanted && wanted.hub !== undefined && wanted.self === url
}

/**
 * When the newest change was in the feed as it is served now, or why it cannot be subscribed to. Asked
 * for every wish: an object is made by being asked, and anybody can make up names of feeds.
 */
async function seenBy(
  { key }: FeedWanted,
  { mode }: Pick<Wish, 'mode'>,
  env: BayanEnv,
): Promise<Response | string> {
  const opened = await new Published(env.PUBLISHED).openSnapshot(key)
  await opened?.body.cancel()
  if (opened === undefined) return say(404, 'There is no such feed.')
  const { retired, updated } = opened.note
  return retired === true && mode === 'subscribe' ? say(410, 'This feed has ended.') : updated
}

/** The wish in a form, or what is wrong with it. Unknown parameters are passed over (5.1). */
function readWish(form: URLSearchParams, env: BayanEnv): Omit<Wish, 'seen'> | string {
  const mode = form.get('hub.mode')
  if (mode !== 'subscribe' && mode !== 'unsubscribe') {
    return 'hub.mode must be "subscribe" or "unsubscribe".'
  }
  const callback = form.get('hub.callback') ?? ''
  if (callback === '' || callback.length > LONGEST_CALLBACK || callback.includes('#')) {
    return 'hub.callback must be an address, not too long, without "#".'
  }
  const verdict = judgeAddress(callback, addressPolicyOf(env))
  if (verdict.kind === 'blocked')
    return `hub.callback is not called: ${detailWords(verdict.why).en}.`
  const secret = form.get('hub.secret') ?? ''
  if (new TextEncoder().encode(secret).byteLength > SECRET_BYTES) {
    return 'hub.secret must be shorter than 200 bytes.'
  }
  const token = form.get('hub.verify_token') ?? ''
  return { callback, mode, secret, leaseSeconds: leaseOf(form), token, reason: '' }
}

/** Ours to decide (5.1.1): every lease ends. */
function leaseOf(form: URLSearchParams): number {
  const asked = Number(form.get('hub.lease_seconds') ?? '')
  if (!Number.isSafeInteger(asked) || asked <= 0) return LEASE_SECONDS.usual
  return Math.min(LEASE_SECONDS.longest, Math.max(LEASE_SECONDS.shortest, asked))
}

/**
 * Wishes that an isolate hands on. Each makes us call an address that somebody names, and writes some
 * ten rows: a thousand a minute would spend the free plan's day in ten, and with it the polls'. That
 * plan carries a hundred subscriptions, which renew themselves every few days.
 */
const WISHES_AN_HOUR = { free: 100, paid: 72_000 } as const
const HOUR_MS = 3_600_000
let wishes = new CallCount(HOUR_MS)

/** As many are left as in a new hour. */
export function forgetWishes(): void {
  wishes = new CallCount(HOUR_MS)
}

function say(status: number, text: string, headers: Record<string, string> = {}): Response {
  return new Response(`${text}\n`, {
    status,
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      ...headers,
    },
  })
}
