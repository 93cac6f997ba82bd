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
}

export const CONTROL = 'http://intercept.example'

const pages = new Map<string, StoredPage>()
let requests: string[] = []

export async function outboundService(request: Request): Promise<Response> {
  const url = new URL(request.url)
  if (url.origin === CONTROL) return await control(request, url)
  requests.push(`${request.method} ${request.url}`)
  const page = pages.get(request.url)
  if (page === undefined) return new Response('nothing is here', { status: 404 })
  const { status, headers, body, fillBytes } = page
  const conditional = request.headers.get('if-none-match')
  if (conditional !== null && conditional === headers['etag']) {
    return new Response(null, { status: 304, headers })
  }
  if (status === 304 || status === 204) return new Response(null, { status, headers })
  return new Response(fillBytes === undefined ? body : 'x'.repeat(fillBytes), { status, headers })
}

async function control(request: Request, url: URL): Promise<Response> {
  switch (url.pathname) {
    case '/requests':
      return Response.json(requests)
    case '/reset':
      pages.clear()
      requests = []
      return new Response('ok')
    default:
      pages.set(url.searchParams.get('url') ?? '', (await request.json()) as StoredPage)
      return new Response('ok')
  }
}
