import { once } from 'node:events'
import { createServer } from 'node:http'

/**
 * What befalls a message, by its share of all: `refused` is answered 503; `dropped` is processed and
 * the connection reset, so that the sender cannot know; `limited` is answered 429 with a Retry-After;
 * `hung` is processed and never answered.
 */
export const FAULTS = { refused: 0.1, dropped: 0.1, limited: 0.05, hung: 0.03 }
const RETRY_AFTER_SECONDS = 2

/**
 * A loopback receiver of webhooks that misbehaves as receivers do. What befalls a message is drawn
 * once an id, at its first attempt; later attempts of that id succeed, so that a run ends within the
 * first waits of the retry schedule.
 *
 * @param {() => number} draw chance in [0, 1)
 * @param {Partial<typeof FAULTS>} faults
 * @returns {Promise<{ url: string, seen: Map<string, Map<string, Tally>>, close(): Promise<void> }>}
 *   `seen`: statement path → webhook id → `{ attempts, processed }`
 */
export async function startReceiver(draw, faults = FAULTS) {
  const seen = new Map()
  const server = createServer((request, response) => {
    void take(request, response, { seen, draw, faults })
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

/** A receiver that takes connections and says nothing, ever. */
export async function startDeadReceiver() {
  const server = createServer(() => undefined).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${server.address().port}/alerts`,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function take(request, response, { seen, draw, faults }) {
  const id = request.headers['webhook-id']
  const path = await statementPath(request).catch(() => undefined)
  if (id === undefined || path === undefined) {
    response.writeHead(400).end('not an alert')
    return
  }
  const tally = tallyOf(seen, path, id)
  tally.attempts++
  const isProbe = !path.startsWith('/statements/')
  const fate = isProbe || tally.attempts > 1 ? 'taken' : fateOf(draw(), faults)
  if (fate !== 'refused' && fate !== 'limited') tally.processed++
  ANSWERS[fate](request, response)
}

const ANSWERS = {
  taken: (_, response) => response.writeHead(200).end('ok'),
  refused: (_, response) => response.writeHead(503).end('busy'),
  limited: (_, response) =>
    response.writeHead(429, { 'retry-after': String(RETRY_AFTER_SECONDS) }).end('slow down'),
  dropped: (request) => request.socket.resetAndDestroy(),
  hung: () => undefined,
}

function fateOf(drawn, faults) {
  let sum = 0
  for (const [fate, share] of Object.entries(faults)) {
    sum += share
    if (drawn < sum) return fate
  }
  return 'taken'
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
