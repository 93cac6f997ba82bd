import { OPERATOR_VARS, callApi } from '../runtime/operator.mjs'
import { startRuntime } from '../runtime/start-runtime.mjs'
import { startChainSite } from './chain-site.mjs'
import { configureChain, timed } from './poll-to-webhook.mjs'
import { median } from './statistics.mjs'

const CALLS = 60
const WARM_UP_CALLS = 10
const HOOKS = ['/first', '/second']

/**
 * From the poll to the alert at an endpoint whose neighbour, an endpoint of the same watch, never
 * answers for the whole run, beside the same where both are healthy: two publishers in one process, in
 * turn.
 */
export const deadNeighbour = {
  name: 'dead-neighbour',
  unit: 'x',
  goal: { atMost: 1.2 },
  async measure({ bundle, dir }) {
    const sites = {
      harbour: await startChainSite(),
      market: await startChainSite({ deadHooks: ['/second'] }),
    }
    const runtime = await startRuntime({ bundle, dir, vars: OPERATOR_VARS, kv: 'memory' })
    try {
      const times = {}
      for (const [id, { origin }] of Object.entries(sites)) {
        await configureChain(runtime.url, { id, origin, hooks: HOOKS })
        times[id] = []
      }
      for (let call = 0; call < WARM_UP_CALLS + CALLS; call++) {
        for (const [id, site] of Object.entries(sites)) {
          const poll = () => callApi(runtime.url, 'POST', `/publishers/${id}/poll`)
          const ms = await timed(site, '/first', poll)
          if (call >= WARM_UP_CALLS) times[id].push(ms)
        }
      }
      const { harbour, market } = times
      const detail = `beside a dead one ${median(market).toFixed(1)} ms, beside a healthy one ${median(harbour).toFixed(1)} ms, median of ${CALLS}`
      return { values: [median(market) / median(harbour)], detail }
    } finally {
      await runtime.stop()
      await Promise.all(Object.values(sites).map((site) => site.close()))
    }
  },
}
