import type { Answer } from '../deliveries/delivery.ts'
import type { OutgoingRequest } from '../deliveries/kind.ts'
import type { GetAnswer, GetRequest } from '../sources/get.ts'
import type { Refusal } from '../sources/reading.ts'
import { refused } from '../sources/refused.ts'
import type { Detail } from '../sources/refusal-detail.ts'
import { type AddressPolicy, judgeAddress } from './address-guard.ts'
import { readBounded, readPrefix } from './bounded-body.ts'
import { Deadline, type Patience } from './deadline.ts'
import { gunzipped } from './gunzip.ts'
import { type Answered, WIRE, type Wire } from './wire.ts'

/** Hops that one poll follows; sites chain http → https → www, seldom more. */
const MAX_REDIRECTS = 5
/** Reliability report, 2.2. */
export const GET_PATIENCE: Patience = { totalMs: 20_000, headersMs: 10_000, idleMs: 10_000 }
const POST_DEADLINE_MS = 15_000
/** An answer to a delivery is read for its reason, not for its content. */
const POST_ANSWER_BYTES = 4_096

const REDIRECTS = new Set([301, 302, 303, 307, 308])
const PERMANENT = new Set([301, 308])

/**
 * Fetches one document: the guard judges every hop, redirects are followed by hand, bytes and
 * time are bounded. A failure is a value with a named reason; nothing is thrown.
 */
export async function guardedGet(
  request: GetRequest,
  policy: AddressPolicy,
  patience: Patience = GET_PATIENCE,
  wire: Wire = WIRE,
): Promise<GetAnswer | Refusal> {
  const deadline = new Deadline(patience, wire)
  try {
    return await followed(request, policy, deadline)
  } finally {
    deadline.stop()
  }
}

async function followed(
  request: GetRequest,
  policy: AddressPolicy,
  deadline: Deadline,
): Promise<GetAnswer | Refusal> {
  let address = request.url
  let permanent = true
  const visited = new Set<string>()
  for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
    const verdict = judgeAddress(address, policy)
    if (verdict.kind === 'blocked') {
      return refused('blocked-address', ['blocked', shown(address), verdict.why])
    }
    visited.add(verdict.url.href)
    const step = await oneHop(verdict.url, request, deadline)
    if (step.kind === 'refused') return step
    if (step.kind === 'answer') return hop > 0 && permanent ? { ...step, moved: true } : step
    address = step.to
    permanent &&= step.permanent
    if (visited.has(address)) {
      return refused('redirects', ['circle', shown(address)])
    }
  }
  return refused('redirects', ['many-redirects', MAX_REDIRECTS, shown(address)])
}

/** A question with a body, see `guarded-question.ts`. */
export interface Question extends GetRequest {
  readonly body: string
}

type Hop =
  | GetAnswer
  | Refusal
  | { readonly kind: 'redirect'; readonly to: string; readonly permanent: boolean }

/** One request, without redirects, bounded; nothing is thrown. */
export async function oneHop(
  url: URL,
  request: GetRequest | Question,
  deadline: Deadline,
): Promise<Hop> {
  try {
    deadline.awaitHeaders()
    const response = await fetchTwice(url, request, deadline)
    if (REDIRECTS.has(response.status)) {
      await response.body?.cancel().catch(() => undefined)
      const location = response.headers.get('location')
      if (location === null || !URL.canParse(location, url.href)) {
        return refused('redirects', ['redirect-nowhere', shown(url.href), response.status])
      }
      const to = new URL(location, url.href).href
      return { kind: 'redirect', to, permanent: PERMANENT.has(response.status) }
    }
    deadline.awaitPiece()
    const heard = () => deadline.awaitPiece()
    const body = await readBounded(response.body, request.maxBytes, heard)
    const opened = body.kind === 'body' ? await gunzipped(body.bytes, request.maxBytes) : body
    if (opened.kind === 'too-large') {
      return refused('too-large', ['too-large', shown(url.href), request.maxBytes])
    }
    if (opened.kind === 'broken') {
      return refused('truncated', ['broken-gzip', shown(url.href)])
    }
    const { status, headers } = response
    const at = new Date().toISOString()
    return { kind: 'answer', url: url.href, status, headers, bytes: opened.bytes, at }
  } catch (error) {
    return deadline.isHeadless ? noHeaders(url) : failureOf(error, url)
  }
}

/** A kept-alive connection that the server had closed fails at once: to ask once more is harmless. */
async function fetchTwice(
  url: URL,
  request: GetRequest | Question,
  deadline: Deadline,
): Promise<Answered> {
  const { headers } = request
  const asking = 'body' in request ? { method: 'POST', body: request.body } : {}
  const init = { headers, redirect: 'manual', ...asking } as const
  try {
    return await deadline.fetch(url, init)
  } catch (error) {
    if (deadline.signal.aborted) throw error
    return await deadline.fetch(url, init)
  }
}

function failureOf(error: unknown, url: URL): Refusal {
  if (error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError')) {
    return tooSlow(url)
  }
  return refused('network', connectionFailure(error, url, shown(url.href)))
}

/**
 * The runtime tells no certificate from a name that does not exist: both are "internal error" with a number
 * for its own log. "Network connection lost" is a refused or reset connection.
 *
 * @param where the site as it may be shown: of a webhook's address no more than the host
 */
function connectionFailure(error: unknown, { protocol }: URL, where: string): Detail {
  const text = error instanceof Error ? error.message : String(error)
  if (/^network connection lost/i.test(text)) return ['connection-lost', where]
  if (!/^internal error/i.test(text)) return ['connection', where, text.slice(0, 200)]
  return [protocol === 'https:' ? 'no-secure-connection' : 'no-such-host', where]
}

function noHeaders(url: URL): Refusal {
  return refused('timeout', ['no-headers', shown(url.href)])
}

function tooSlow(url: URL): Refusal {
  return refused('timeout', ['slow', shown(url.href)])
}

/** An address as it may be shown: without query, which may hold a token. */
export function shown(address: string): string {
  if (!URL.canParse(address)) return 'given'
  const url = new URL(address)
  return `${url.protocol}//${url.host}${url.pathname}`
}

/** One message as it leaves. */
export type PostRequest = OutgoingRequest & { readonly url: string }

/**
 * Sends one message. Redirects are not followed: a webhook's address is a secret, and a redirect
 * is a way to make us post it elsewhere. At most 4 KB of the answer are read, in 15 s.
 */
export async function guardedPost(request: PostRequest, policy: AddressPolicy): Promise<Answer> {
  const { url, method = 'POST', headers, body } = request
  return await askOnce(url, { method, headers, body }, policy)
}

/** Asks one question, in the same bounds. */
export async function guardedAsk(
  address: string,
  headers: Readonly<Record<string, string>>,
  policy: AddressPolicy,
): Promise<Answer> {
  return await askOnce(address, { headers }, policy)
}

async function askOnce(address: string, init: RequestInit, policy: AddressPolicy): Promise<Answer> {
  const verdict = judgeAddress(address, policy)
  if (verdict.kind === 'blocked') return noAnswer(['not-allowed', verdict.why])
  try {
    const response = await fetch(verdict.url, {
      ...init,
      redirect: 'manual',
      signal: AbortSignal.timeout(POST_DEADLINE_MS),
    })
    return { ...(await answerOf(response)), failure: undefined }
  } catch (error) {
    if (error instanceof Error && error.name === 'TimeoutError') {
      return noAnswer(['no-answer-in', POST_DEADLINE_MS / 1000])
    }
    return noAnswer(connectionFailure(error, verdict.url, verdict.url.host))
  }
}

async function answerOf({ status, headers, body }: Response): Promise<Omit<Answer, 'failure'>> {
  // The status is the answer: a body that never comes, or breaks off, takes nothing from it.
  const prefix = await readPrefix(body, POST_ANSWER_BYTES).catch(() => new Uint8Array(0))
  const remaining = headers.get('x-ratelimit-remaining')
  const resetAfter = headers.get('x-ratelimit-reset-after')
  return {
    status,
    body: new TextDecoder().decode(prefix),
    retryAfter: headers.get('retry-after') ?? undefined,
    limit: remaining === null || resetAfter === null ? undefined : { remaining, resetAfter },
  }
}

/** As where nothing came back. */
export function noAnswer(failure: Detail): Answer {
  return { status: undefined, body: '', retryAfter: undefined, failure }
}
