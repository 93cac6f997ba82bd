/**
 * A receiver of alerts on loopback: `WEBHOOK_SECRET=whsec_… node scripts/demo/receiver.mjs 8789`.
 * `POST /slack/…` answers as Slack does, `POST /webhook` checks the signature first; the page `/`
 * shows what came, `/messages.json` gives it to programs.
 */
import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import { receiverPage } from './receiver-page.mjs'
import { checkSignature } from './webhook-signature.mjs'

const KEPT = 200
const MOST_BYTES = 1024 * 1024

/**
 * @param options.port where to listen; 0 for any free port
 * @param options.secret the `whsec_…` that the webhook endpoint signs with
 */
export async function startReceiver({ port, secret, now = Date.now }) {
  let messages = []
  const keep = (message) => {
    messages = withMessage(messages, message)
  }
  const server = createServer((request, response) => {
    const path = new URL(request.url, 'http://localhost').pathname
    if (request.method === 'POST') {
      receive(request, path, { secret, now, keep })
        .then(({ status, text }) => send(response, status, 'text/plain', text))
        .catch(() => response.destroy())
    } else if (path === '/') {
      send(response, 200, 'text/html', receiverPage(messages))
    } else if (path === '/messages.json') {
      send(response, 200, 'application/json', JSON.stringify({ items: messages }))
    } else {
      send(response, 404, 'text/plain', 'Not found')
    }
  })
  await new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

async function receive(request, path, { secret, now, keep }) {
  const raw = await bodyOf(request)
  const common = { at: new Date(now()).toISOString(), path, body: parsed(raw), raw, received: 1 }
  if (path.startsWith('/slack/')) {
    keep({ kind: 'slack', id: null, signature: null, ...common })
    return { status: 200, text: 'ok' }
  }
  if (path !== '/webhook') return { status: 404, text: 'Not found' }
  const signature = checkSignature(secret, request.headers, raw, now())
  keep({ kind: 'webhook', id: request.headers['webhook-id'] ?? null, signature, ...common })
  return signature === 'valid' ? { status: 200, text: 'ok' } : { status: 401, text: signature }
}

/** Newest first. A message that comes again under its id is the same message: it is counted. */
function withMessage(messages, message) {
  const before = messages.find(({ id }) => id !== null && id === message.id)
  if (before === undefined) return [message, ...messages].slice(0, KEPT)
  const again = { ...before, received: before.received + 1 }
  return messages.map((each) => (each === before ? again : each))
}

async function bodyOf(request) {
  const chunks = []
  let bytes = 0
  for await (const chunk of request) {
    bytes += chunk.length
    if (bytes > MOST_BYTES) throw new Error('too large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function parsed(text) {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function send(response, status, type, text) {
  response.writeHead(status, {
    'content-type': `${type}; charset=utf-8`,
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
  })
  response.end(text)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const secret = process.env.WEBHOOK_SECRET ?? ''
  const receiver = await startReceiver({ port: Number(process.argv[2] ?? 8789), secret })
  console.log(`What is received stands at ${receiver.url}`)
}
