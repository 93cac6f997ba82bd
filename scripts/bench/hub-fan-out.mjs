import { createServer } from 'node:http'
import { once } from 'node:events'
import { eventually } from '../runtime/eventually.mjs'
import { callApi } from '../runtime/operator.mjs'
import { PUBLISHER, startBench } from './start-bench.mjs'

const SUBSCRIBERS = 1_000
/** Every fifth fails: half of those with an error, half by never answering. */
const FAILING_EVERY = 5
/** A host may have a hundred subscriptions. */
const HOSTS = 20
const WITHIN_MS = 60_000
const TOPIC = `/feeds/${PUBLISHER}/en.atom`

/**
 * One statement to a thousand subscribers of one topic, of whom a fifth fail: seconds from the poll
 * to the last healthy one. Throws where one of these got it twice, or never.
 */
export const hubFanOut = {
  name: 'hub-fan-out',
  unit: 's',
  goal: { atMost: WITHIN_MS / 1000 },
  async measure(bench) {
    const site = await startBench(bench, { statements: 20 })
    const callbacks = await startCallbacks()
    try {
      await subscribeAll(site.runtime.url, callbacks)
      callbacks.beginToFail()
      site.site.publish()
      const polled = performance.now()
      await callApi(site.runtime.url, 'POST', `/publishers/${PUBLISHER}/poll`)
      const healthy = SUBSCRIBERS - SUBSCRIBERS / FAILING_EVERY
      const seconds = await eventually(
        async () =>
          callbacks.served() >= healthy ? (callbacks.last() - polled) / 1000 : undefined,
        { withinMs: WITHIN_MS },
      )
      const twice = callbacks.twice()
      if (seconds === undefined || twice > 0) {
        throw new Error(
          `${callbacks.served()} of ${healthy} served, ${twice} twice\n${site.runtime.log()}`,
        )
      }
      const first = ((callbacks.first() - polled) / 1000).toFixed(2)
      const detail = `${SUBSCRIBERS} subscribers, 20 % failing: the first after ${first} s, each healthy one once`
      return { values: [seconds], detail }
    } finally {
      await callbacks.close()
      await site.close()
    }
  },
}

/** Callbacks on many ports of loopback: they confirm, and later some of them fail. */
async function startCallbacks() {
  const got = new Map()
  const times = []
  let isFailing = false
  const servers = await Promise.all(
    Array.from({ length: HOSTS }, async () => {
      const server = createServer((request, response) => {
        const url = new URL(request.url, 'http://127.0.0.1')
        request.resume()
        if (request.method === 'GET') {
          response.end(url.searchParams.get('hub.challenge'))
          return
        }
        const number = Number(url.pathname.slice(1))
        if (isFailing && number % FAILING_EVERY === 0) {
          if (number % (2 * FAILING_EVERY) === 0) response.writeHead(500).end()
          return
        }
        got.set(number, (got.get(number) ?? 0) + 1)
        times.push(performance.now())
        response.writeHead(204).end()
      }).listen(0, '127.0.0.1')
      await once(server, 'listening')
      return server
    }),
  )
  return {
    address: (number) => `http://127.0.0.1:${servers[number % HOSTS].address().port}/${number}`,
    beginToFail: () => {
      isFailing = true
    },
    served: () => got.size,
    twice: () => [...got.values()].filter((times) => times > 1).length,
    first: () => times[0],
    last: () => times.at(-1),
    close: async () => {
      for (const server of servers) server.closeAllConnections()
      await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))))
    },
  }
}

async function subscribeAll(url, callbacks) {
  const topic = `http://localhost:8787${TOPIC}`
  for (let number = 0; number < SUBSCRIBERS; number++) {
    const body = new URLSearchParams({
      'hub.mode': 'subscribe',
      'hub.topic': topic,
      'hub.callback': callbacks.address(number),
      'hub.secret': `secret-${number}`,
    })
    const response = await fetch(`${url}/websub`, { method: 'POST', body })
    if (response.status !== 202) throw new Error(`${response.status} ${await response.text()}`)
    await response.arrayBuffer()
  }
  const all = await eventually(
    async () => {
      const { subscribers } = await (await fetch(`${url}/bench/hub?topic=${TOPIC}`)).json()
      return subscribers === SUBSCRIBERS ? true : undefined
    },
    { withinMs: WITHIN_MS, everyMs: 500 },
  )
  if (all === undefined) throw new Error('not all subscriptions were confirmed')
}
