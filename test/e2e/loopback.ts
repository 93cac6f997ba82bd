import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a loopback server answers for a path. */
export interface Page {
  readonly status?: number
  readonly type?: string
  readonly body?: string | Uint8Array
  readonly headers?: Record<string, string>
}

export type Handler = (request: IncomingMessage, body: string) => Page | 'drop' | 'hang'

/** A server on 127.0.0.1 that a test owns. */
export interface Loopback {
  readonly url: string
  readonly requests: {
    readonly method: string
    readonly path: string
    readonly headers: IncomingMessage['headers']
  }[]
  close(): Promise<void>
}

export async function loopback(handler: Handler): Promise<Loopback> {
  const requests: Loopback['requests'] = []
  const server = createServer((request, response) => {
    requests.push({
      method: request.method ?? '',
      path: request.url ?? '',
      headers: request.headers,
    })
    void readBody(request).then((body) => answer(handler(request, body), request, response))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, requests, close: () => closed(server) }
}

async function readBody(request: IncomingMessage): Promise<string> {
  let body = ''
  for await (const chunk of request) body += String(chunk)
  return body
}

function answer(
  page: Page | 'drop' | 'hang',
  request: IncomingMessage,
  response: ServerResponse,
): void {
  if (page === 'hang') return
  if (page === 'drop') {
    request.socket.destroy()
    return
  }
  const { status = 200, type = 'text/html; charset=utf-8', body = '', headers = {} } = page
  response.writeHead(status, { 'content-type': type, ...headers })
  response.end(body)
}

async function closed(server: Server): Promise<void> {
  server.closeAllConnections()
  await new Promise<void>((resolve) => server.close(() => resolve()))
}

/** A message that a receiver got. */
export interface Received {
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
  readonly at: number
}

/** A receiver of alerts that answers as Slack and as a webhook's server do. */
export async function receiver(): Promise<Loopback & { readonly received: Received[] }> {
  const received: Received[] = []
  const server = await loopback(({ url = '', headers }, body) => {
    received.push({ path: url, headers, body, at: Date.now() })
    return { type: 'text/plain', body: 'ok' }
  })
  return { ...server, received }
}

/** Waits until something is so, at most `ms`; returns whether it came to be. */
export async function eventually(
  check: () => boolean | Promise<boolean>,
  ms: number,
): Promise<boolean> {
  const end = Date.now() + ms
  for (;;) {
    if (await check()) return true
    if (Date.now() > end) return false
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
