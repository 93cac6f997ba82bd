import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** How the server misbehaves; `well` is as LibreTranslate documents itself. */
export type Mood =
  | 'well'
  | 'bad-request'
  | 'bad-key'
  | 'slow-down'
  | 'fault'
  | 'hangs'
  | 'drips'
  | 'huge'
  | 'page'
  | 'other-shape'
  | 'echo'
  | 'joins-lines'
  | 'redirects'

/** A few words of each language, so that what comes back is in the language asked for. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  ar: ['المجلس', 'يعلن', 'فتح', 'الجسر', 'أمام', 'الناس'],
  en: ['the', 'council', 'opens', 'its', 'bridge', 'today'],
}

/** What this server makes of a line: as many words, in the other language, figures as they are. */
export function pretended(line: string, target: string): string {
  const words = WORDS[target] ?? []
  let at = 0
  return line.replace(/[\p{L}\p{M}]+/gu, () => words[at++ % words.length] ?? '')
}

/**
 * A server on loopback that speaks LibreTranslate's protocol over HTTP: `POST /translate` with `q`,
 * `source`, `target`, `format`, `api_key`; errors as `{"error": …}`. It "translates" word for word.
 */
export class LibreTranslateServer {
  mood: Mood = 'well'
  key = ''
  readonly asked: Record<string, unknown>[] = []
  readonly #server: Server

  constructor() {
    this.#server = createServer((request, response) => void this.#answer(request, response))
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const error = (status: number, text: string, headers: Record<string, string> = {}) =>
      this.#send(response, status, { error: text }, headers)
    if (request.method !== 'POST' || request.url !== '/translate') return error(404, 'Not found')
    const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Record<string, unknown>
    this.asked.push(body)
    if (this.mood in FAULTS) return FAULTS[this.mood]?.(response)
    const { q, source, target, api_key: key } = body
    if (typeof q !== 'string') return error(400, 'Invalid request: missing q parameter')
    if (!['ar', 'en'].includes(String(source)))
      return error(400, `${String(source)} is not supported`)
    if (this.mood === 'bad-request')
      return error(400, 'Invalid request: request exceeds text limit')
    if (this.mood === 'bad-key' || (this.key !== '' && key !== this.key))
      return error(403, `Invalid API key: ${String(key)}`)
    if (this.mood === 'slow-down')
      return error(429, 'Slowdown: 30 per 1 minute', { 'retry-after': '120' })
    if (this.mood === 'fault') return error(500, 'Cannot translate text: out of memory')
    if (this.mood === 'other-shape')
      return this.#send(response, 200, { translatedText: ['a', 'b'] })
    const text = this.mood === 'echo' ? q : pretended(q, String(target))
    const joined = this.mood === 'joins-lines' ? text.replaceAll('\n', ' ') : text
    return this.#send(response, 200, { translatedText: joined })
  }

  #send(
    response: ServerResponse,
    status: number,
    body: object,
    headers: Record<string, string> = {},
  ): void {
    response.writeHead(status, { 'content-type': 'application/json', ...headers })
    response.end(JSON.stringify(body))
  }
}

/** What is no answer of the protocol at all. */
const FAULTS: Readonly<Partial<Record<Mood, (response: ServerResponse) => void>>> = {
  hangs: () => undefined,
  drips: (response) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    response.write('{"translatedText": "')
  },
  huge: (response) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(`{"translatedText": "${'the bridge '.repeat(100_000)}"}`)
  },
  page: (response) => {
    response.writeHead(200, { 'content-type': 'text/html' })
    response.end('<!doctype html><title>Welcome</title>')
  },
  redirects: (response) => {
    response.writeHead(302, { location: 'http://127.0.0.1:1/translate' })
    response.end()
  },
}
