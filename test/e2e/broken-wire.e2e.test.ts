import { mkdtemp, rm } from 'node:fs/promises'
import { type AddressInfo, type Server, type Socket, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer as createTlsServer } from 'node:https'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { bundleWorker } from '../../scripts/runtime/bundle-worker.mjs'
import { OPERATOR_VARS, callApi } from '../../scripts/runtime/operator.mjs'
import { startRuntime } from '../../scripts/runtime/start-runtime.mjs'
import { selfSigned } from './certificate.ts'

/**
 * Faults of the wire, which no HTTP library would make: a server that writes bytes to the socket,
 * and the native runtime, since wrangler's has a proxy of its own before the network.
 */
const FEED = Buffer.from(
  `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>x</title><link>http://x.example/</link><description>x</description><item><title>بيان حول المياه</title><link>http://x.example/1</link><description>نص البيان</description></item></channel></rss>`,
)

const head = (...lines: string[]) =>
  Buffer.from(
    ['HTTP/1.1 200 OK', 'content-type: application/rss+xml', ...lines, '', ''].join('\r\n'),
  )
const length = (bytes: Buffer) => `content-length: ${bytes.length}`
const half = FEED.subarray(0, FEED.length >> 1)
const zipped = gzipSync(FEED)
/** Made beforehand: to pack it may take a busy machine longer than the call that is timed. */
const bomb = gzipSync(Buffer.alloc(100_000_000, 32), { level: 1 })

interface Wire {
  readonly because: string
  readonly write: (socket: Socket) => void
  /** Reasons that are right; null where the feed is read. */
  readonly reasons: readonly (string | null)[]
}

const REFUSED = ['network', 'timeout', 'truncated', 'malformed', 'not-a-listing', 'charset']

const WIRES: readonly Wire[] = [
  {
    because: 'fault 42: the connection is reset in the middle of the body',
    write: (socket) => {
      socket.write(Buffer.concat([head(length(FEED)), half]))
      setTimeout(() => socket.resetAndDestroy(), 50)
    },
    reasons: REFUSED,
  },
  {
    because: 'fault 42: the body ends before its length',
    write: (socket) => socket.end(Buffer.concat([head(length(FEED)), half])),
    reasons: REFUSED,
  },
  {
    because: 'fault 42: the last chunk is missing',
    write: (socket) =>
      socket.end(
        Buffer.concat([
          head('transfer-encoding: chunked'),
          Buffer.from(`${half.length.toString(16)}\r\n`),
          half,
          Buffer.from('\r\n'),
        ]),
      ),
    reasons: REFUSED,
  },
  {
    because: 'fault 42: garbage where HTTP should be',
    write: (socket) => socket.end(Buffer.from([0, 1, 2, 255, 254, 10, 13, 10, 7])),
    reasons: REFUSED,
  },
  {
    because: 'fault 42: half a megabyte of headers',
    write: (socket) =>
      socket.end(
        Buffer.concat([
          head(
            ...Array.from({ length: 512 }, (_, i) => `x-${i}: ${'y'.repeat(1_000)}`),
            length(FEED),
          ),
          FEED,
        ]),
      ),
    reasons: [...REFUSED, null],
  },
  {
    because: 'fault 42: closed without a word',
    write: (socket) => socket.end(),
    reasons: REFUSED,
  },
  {
    because: 'fault 43: labelled gzip, cut',
    write: (socket) => {
      const cut = zipped.subarray(0, zipped.length >> 1)
      socket.end(Buffer.concat([head('content-encoding: gzip', length(cut)), cut]))
    },
    reasons: REFUSED,
  },
  {
    because: 'fault 43: labelled gzip, and plain',
    write: (socket) =>
      socket.end(Buffer.concat([head('content-encoding: gzip', length(FEED)), FEED])),
    reasons: REFUSED,
  },
  {
    because: 'fault 43: labelled once and compressed twice',
    write: (socket) => {
      const twice = gzipSync(zipped)
      socket.end(Buffer.concat([head('content-encoding: gzip', length(twice)), twice]))
    },
    reasons: [null],
  },
  {
    because: 'compressed with brotli',
    write: (socket) => {
      const bytes = brotliCompressSync(FEED)
      socket.end(Buffer.concat([head('content-encoding: br', length(bytes)), bytes]))
    },
    reasons: [null],
  },
  {
    because: 'fault 44: a gzip bomb of 100 MB',
    write: (socket) =>
      socket.end(Buffer.concat([head('content-encoding: gzip', length(bomb)), bomb])),
    reasons: ['too-large'],
  },
  {
    because: 'fault 44: a length of a terabyte, and a reset',
    write: (socket) => {
      socket.write(Buffer.concat([head('content-length: 1099511627776'), half]))
      setTimeout(() => socket.resetAndDestroy(), 50)
    },
    reasons: [...REFUSED, 'too-large'],
  },
]

let dir: string
let runtime: Awaited<ReturnType<typeof startRuntime>>
let server: Server
let wire: Wire['write'] = (socket) => socket.end()

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'bayan-wire-'))
  const bundle = await bundleWorker({ outdir: join(dir, 'bundle') })
  runtime = await startRuntime({ bundle, dir, vars: OPERATOR_VARS, kv: 'memory' })
  server = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.once('data', () => wire(socket))
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
})

afterAll(async () => {
  server.close()
  await runtime.kill9()
  await rm(dir, { recursive: true })
})

it.each(WIRES)('$because', async ({ write, reasons }) => {
  wire = write
  const { port } = server.address() as AddressInfo
  const started = Date.now()
  const found = (await callApi(runtime.url, 'POST', '/preview', {
    url: `http://127.0.0.1:${port}/feed`,
    language: 'ar',
    kind: 'feed',
  })) as { reason: string | null; statements: { title: string }[] }
  expect(reasons).toContain(found.reason)
  expect(found.statements.map(({ title }) => title)).toEqual(
    found.reason === null ? ['بيان حول المياه'] : [],
  )
  expect(Date.now() - started).toBeLessThan(10_000)
})

const YEAR_MS = 365 * 86_400_000
const year = (n: number) => new Date(Date.now() + n * YEAR_MS)

it.each([
  { because: 'signed by itself', certified: () => selfSigned('localhost', year(-1), year(1)) },
  { because: 'expired', certified: () => selfSigned('localhost', year(-2), year(-1)) },
  { because: 'made for another name', certified: () => selfSigned('x.test', year(-1), year(1)) },
])('a certificate that is $because is told with what to mend', async ({ certified }) => {
  let asked = 0
  const tls = createTlsServer(certified(), (_, response) => {
    asked += 1
    response.end('ok')
  })
  tls.on('tlsClientError', () => undefined)
  await new Promise<void>((resolve) => {
    tls.listen(0, '127.0.0.1', resolve)
  })
  try {
    const { port } = tls.address() as AddressInfo
    const url = `https://127.0.0.1:${port}/hook/a-secret-part`
    const site = { url, language: 'ar', kind: 'feed' }
    const preview = (await callApi(runtime.url, 'POST', '/preview', site)) as Previewed
    expect(preview.reason).toBe('network')
    expect(preview.notes[0]).toMatch(
      /certificate has expired, is self-signed or was made for another/,
    )
    expect(preview.notes_ar[0]).toMatch(/شهادته منتهية أو موقعة ذاتيًا/)
    expect(preview.said.en).toContain('certificate')
    await callApi(runtime.url, 'PUT', '/endpoints/tls', { kind: 'slack', url })
    const tried = (await callApi(runtime.url, 'POST', '/endpoints/tls/test', {})) as Tried
    expect(tried.attempt.error).toMatch(/^No answer came\. .*certificate has expired/)
    expect(tried.attempt.error_ar).toMatch(/^لم يأت جواب\. .*شهادته منتهية/)
    expect(JSON.stringify(tried)).not.toContain('a-secret-part')
    expect(asked, 'nothing was said to it').toBe(0)
  } finally {
    tls.close()
  }
})

interface Previewed {
  readonly reason: string
  readonly notes: readonly string[]
  readonly notes_ar: readonly string[]
  readonly said: { readonly en: string }
}

interface Tried {
  readonly attempt: { readonly error: string; readonly error_ar: string }
}
