import { setTimeout as sleep } from 'node:timers/promises'

/**
 * The Internet as the runtime sees it in tests: every request that leaves the worker ends here, in
 * this process, and none goes to any network. Pages are set, and the requests read back, over
 * `http://intercept.example`.
 */
export interface StoredPage {
  readonly status: number
  readonly headers: Record<string, string>
  readonly body: string
  /** Bytes to send instead of `body`: a body too large to hand over. */
  readonly fillBytes?: number
  /** Base64 of bytes to send instead of `body`. */
  readonly bytes?: string
  /** Milliseconds before anything is answered. */
  readonly delayMs?: number
  /** The body in this many pieces, so many milliseconds apart. */
  readonly drip?: { readonly pieces: number; readonly everyMs: number }
  /** After its bytes the body neither ends nor goes on. Broken connections need a real server. */
  readonly silence?: boolean
  /** The answer to a conditional request, whatever its validators say. */
  readonly always304?: boolean
  /** Answers whatever the query is, and gives this parameter of it back: a WebSub callback. */
  readonly echo?: string
}

export const CONTROL = 'http://intercept.example'

/** A message that left the worker. */
export interface SentMessage {
  readonly method: string
  readonly url: string
  readonly headers: Record<string, string>
  readonly body: string
}

/** What one runtime has been given as its Internet, and what it asked of it. */
interface Internet {
  readonly pages: Map<string, StoredPage>
  requests: string[]
  messages: SentMessage[]
  conditions: (string | null)[]
  /** Requests under way by host, and the most there ever were at once. */
  readonly underWay: Map<string, { now: number; most: number }>
}

/** Several runtimes run tests at the same time: what one sets or forgets is nothing to the others. */
const internets = new WeakMap<object, Internet>()

function internetOf(runtime: object): Internet {
  const known = internets.get(runtime)
  if (known !== undefined) return known
  const made = {
    pages: new Map(),
    requests: [],
    messages: [],
    conditions: [],
    underWay: new Map(),
  }
  internets.set(runtime, made)
  return made
}

/** @param runtime the one that the request left: any object that is its own */
export async function outboundService(request: Request, runtime: object): Promise<Response> {
  const internet = internetOf(runtime)
  const url = new URL(request.url)
  if (url.origin === CONTROL) return await control(request, url, internet)
  internet.requests.push(`${request.method} ${request.url}`)
  if (request.method !== 'GET') {
    const { method, url: to, headers } = request
    internet.messages.push({
      method,
      url: to,
      headers: Object.fromEntries(headers),
      body: await request.text(),
    })
  }
  const validator = request.headers.get('if-none-match') ?? request.headers.get('if-modified-since')
  internet.conditions.push(validator)
  const count = internet.underWay.get(url.host) ?? { now: 0, most: 0 }
  count.now += 1
  count.most = Math.max(count.most, count.now)
  internet.underWay.set(url.host, count)
  try {
    return await answerOf(request, internet.pages)
  } finally {
    count.now -= 1
  }
}

async function answerOf(
  request: Request,
  pages: ReadonlyMap<string, StoredPage>,
): Promise<Response> {
  const page = pages.get(request.url) ?? echoing(new URL(request.url), pages)
  if (page === undefined) return new Response('nothing is here', { status: 404 })
  const { status, headers, delayMs = 0 } = page
  if (delayMs > 0) await sleep(delayMs)
  if (isNotModified(request, page)) return new Response(null, { status: 304, headers })
  if (status === 304 || status === 204) return new Response(null, { status, headers })
  return new Response(bodyOf(page), { status, headers })
}

function isNotModified(request: Request, { headers, always304 = false }: StoredPage): boolean {
  const tag = request.headers.get('if-none-match')
  const since = request.headers.get('if-modified-since')
  if (tag === null && since === null) return false
  // As RFC 9110 has it: with an ETag at hand the date is not looked at.
  return always304 || (tag === null ? since === headers['last-modified'] : tag === headers['etag'])
}

function bodyOf(page: StoredPage): BodyInit {
  const { body, bytes, fillBytes, drip, silence = false } = page
  const whole =
    bytes === undefined
      ? new TextEncoder().encode(fillBytes === undefined ? body : 'x'.repeat(fillBytes))
      : Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0))
  if (drip === undefined && !silence) return whole
  const { pieces, everyMs } = drip ?? { pieces: 1, everyMs: 0 }
  const size = Math.ceil(whole.length / pieces)
  let sent = 0
  return new ReadableStream({
    async pull(controller) {
      if (sent > 0) await sleep(everyMs)
      if (sent < pieces) controller.enqueue(whole.slice(sent * size, (sent + 1) * size))
      else if (!silence) controller.close()
      // Bounded: a test must not leave a server that is silent for ever.
      else await sleep(2_000).then(() => controller.close())
      sent += 1
    },
  })
}

function echoing(url: URL, pages: ReadonlyMap<string, StoredPage>): StoredPage | undefined {
  const page = pages.get(url.origin + url.pathname)
  if (page?.echo === undefined) return undefined
  return { ...page, body: url.searchParams.get(page.echo) ?? page.body }
}

async function control(request: Request, url: URL, internet: Internet): Promise<Response> {
  const { pages, underWay } = internet
  switch (url.pathname) {
    case '/requests':
      return Response.json(internet.requests)
    case '/messages':
      return Response.json(internet.messages)
    case '/conditions':
      return Response.json(internet.conditions)
    case '/most-at-once':
      return Response.json(underWay.get(url.searchParams.get('host') ?? '')?.most ?? 0)
    case '/reset':
      pages.clear()
      Object.assign(internet, { requests: [], messages: [], conditions: [] })
      return new Response('ok')
    default:
      pages.set(url.searchParams.get('url') ?? '', (await request.json()) as StoredPage)
      return new Response('ok')
  }
}
