import { once } from 'node:events'
import { createServer } from 'node:http'

const REFUSED_SHARE = 0.1
const DROPPED_SHARE = 0.1

/**
 * A loopback receiver of webhooks that misbehaves as receivers do: of every ten messages one is
 * answered 503, and one is processed and then the connection is reset, so that the sender cannot
 * know. What befalls a message is drawn once an id, at its first attempt; later attempts of that
 * id succeed, so that a run ends within the first waits of the retry schedule.
 *
 * @param {() => number} draw chance in [0, 1)
 * @returns {Promise<{ url: string, seen: Map<string, Map<string, Tally>>, close(): Promise<void> }>}
 *   `seen`: statement path → webhook id → `{ attempts, processed }`
 */
export async function startReceiver(draw) {
  const seen = new Map()
  const server = createServer((request, response) => {
    void take(request, response, { seen, draw })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${server.address().port}/alerts`,
    seen,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function take(request, response, { seen, draw }) {
  const id = request.headers['webhook-id']
  const path = await statementPath(request).catch(() => undefined)
  if (id === undefined || path === undefined) {
    response.writeHead(400).end('not an alert')
    return
  }
  const tally = tallyOf(seen, path, id)
  tally.attempts++
  const isProbe = !path.startsWith('/statements/')
  const fate = isProbe || tally.attempts > 1 ? 'taken' : fateOf(draw())
  if (fate !== 'refused') tally.processed++
  if (fate === 'refused') response.writeHead(503).end('busy')
  else if (fate === 'dropped') request.socket.resetAndDestroy()
  else response.writeHead(200).end('ok')
}

function fateOf(drawn) {
  if (drawn < REFUSED_SHARE) return 'refused'
  return drawn < REFUSED_SHARE + DROPPED_SHARE ? 'dropped' : 'taken'
}

function tallyOf(seen, path, id) {
  const ids = seen.get(path) ?? new Map()
  seen.set(path, ids)
  const tally = ids.get(id) ?? { attempts: 0, processed: 0 }
  ids.set(id, tally)
  return tally
}

/** A message is read whole before anything is recorded: half a message was not processed. */
async function statementPath(request) {
  const chunks = []
  for await (const chunk of request) chunks.push(chunk)
  const message = JSON.parse(Buffer.concat(chunks).toString('utf8'))
  return new URL(message.data.statement.url).pathname
}
