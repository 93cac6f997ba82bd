import { setTimeout as sleep } from 'node:timers/promises'
import { eventually } from '../runtime/eventually.mjs'
import { OPERATOR_VARS, callApi } from '../runtime/operator.mjs'
import { startRuntime } from '../runtime/start-runtime.mjs'
import { wrapped } from '../runtime/worker-description.mjs'
import { AHEAD_MS, MOVED_CLOCK } from './bench-entry.mjs'
import { startChainSite } from './chain-site.mjs'
import { median } from './statistics.mjs'

const CALLS = 100
const WARM_UP_CALLS = 15
const WITHIN_MS = 10_000
/** Past the interval and its jitter. */
const STEP_MS = 10_000
/** Past the second that snapshots are apart; three of them are no interval. */
const REST_MS = 1_100
/**
 * Between two calls, real time: what an alert leaves to write down must not fall upon the bare chain
 * that is called next, which once made it look half as slow again.
 */
const SETTLE_MS = 15

/**
 * The bare chain: one object fetches, compares and keeps; a second keeps and posts. Beside it the
 * publisher's own alarm, called by hand, with a clock that is moved until a poll is due.
 */
const ENTRY = `${MOVED_CLOCK}
export class ChainPoll extends DurableObject {
  async run(feed, hook) {
    const { sql } = this.ctx.storage
    sql.exec('CREATE TABLE IF NOT EXISTS state (id INTEGER PRIMARY KEY, text TEXT)')
    const answer = await fetch(feed, { redirect: 'manual' })
    const text = await answer.text()
    const [known] = sql.exec('SELECT text FROM state WHERE id = 1').toArray()
    if (known?.text === text) return
    sql.exec('INSERT OR REPLACE INTO state VALUES (1, ?)', text)
    await this.env.CHAIN_POST.get(this.env.CHAIN_POST.idFromName('post')).post(hook, text)
  }
}

export class ChainPost extends DurableObject {
  async post(hook, text) {
    const { sql } = this.ctx.storage
    sql.exec('CREATE TABLE IF NOT EXISTS sent (id INTEGER PRIMARY KEY, text TEXT)')
    sql.exec('INSERT INTO sent (text) VALUES (?)', text)
    const answer = await fetch(hook, { method: 'POST', body: text.slice(0, 4000), redirect: 'manual' })
    await answer.arrayBuffer()
    sql.exec('DELETE FROM sent')
  }
}

export default {
  async fetch(request, env, ctx) {
    const { pathname, searchParams } = new URL(request.url)
    if (pathname === '/bench/alarm') {
      ahead += Number(searchParams.get('step'))
      await env.PUBLISHERS.get(env.PUBLISHERS.idFromName('harbour')).runAlarm()
      return new Response(null, { status: 204 })
    }
    if (pathname !== '/bench/chain') return production.fetch(request, env, ctx)
    await env.CHAIN_POLL.get(env.CHAIN_POLL.idFromName('poll')).run(searchParams.get('feed'), searchParams.get('hook'))
    return new Response(null, { status: 204 })
  },
}
`

const OBJECTS = [
  { binding: 'CHAIN_POLL', className: 'ChainPoll' },
  { binding: 'CHAIN_POST', className: 'ChainPost' },
]

/**
 * From the alarm that polls to the first byte of the alert at its receiver, beside a bare chain on the
 * same runtime. One new statement a call; median of a hundred, the two in turn.
 */
export const pollToWebhook = {
  name: 'poll-to-webhook',
  unit: 'x',
  goal: { atMost: 2 },
  async measure({ bundle, dir }) {
    const site = await startChainSite()
    // Another site: a statement that the one way publishes would be news to the other.
    const bareSite = await startChainSite()
    const worker = wrapped(bundle, ENTRY, { objects: OBJECTS })
    const runtime = await startRuntime({ bundle: worker, dir, vars: OPERATOR_VARS, kv: 'memory' })
    try {
      await configureChain(runtime.url, {
        id: 'harbour',
        origin: site.origin,
        hooks: ['/hook'],
        interval: 5,
      })
      const { origin } = bareSite
      const chain = new URLSearchParams({ feed: `${origin}/feed`, hook: `${origin}/hook` })
      const alarm = (step) => callBench(`${runtime.url}/bench/alarm?step=${step}`)
      await alarm(AHEAD_MS)
      const ways = {
        async ours() {
          // What the last one left to publish goes first, since a run does one thing.
          for (let rest = 0; rest < 3; rest++) await alarm(REST_MS)
          await sleep(SETTLE_MS)
          return await timed(site, '/hook', () => alarm(STEP_MS))
        },
        bare: () =>
          timed(bareSite, '/hook', () => callBench(`${runtime.url}/bench/chain?${chain}`)),
      }
      const times = { ours: [], bare: [] }
      for (let call = 0; call < WARM_UP_CALLS + CALLS; call++) {
        for (const [name, way] of Object.entries(ways)) {
          await sleep(SETTLE_MS)
          const ms = await way()
          if (call >= WARM_UP_CALLS) times[name].push(ms)
        }
      }
      const { ours, bare } = times
      const detail = `ours ${median(ours).toFixed(1)} ms, bare chain ${median(bare).toFixed(1)} ms, median of ${CALLS}`
      return { values: [median(ours) / median(bare)], detail }
    } catch (error) {
      throw new Error(`${error.message}\n${runtime.log()}`, { cause: error })
    } finally {
      await runtime.stop()
      await Promise.all([site.close(), bareSite.close()])
    }
  },
}

async function callBench(url) {
  const answer = await fetch(url)
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`)
  await answer.arrayBuffer()
}

/** One publisher, one watch, an endpoint a hook; the baseline is read when it returns. */
export async function configureChain(url, { id, origin, hooks, interval = 86_400 }) {
  const secret = `whsec_${Buffer.from('0123456789abcdef0123456789abcdef').toString('base64')}`
  const endpoints = hooks.map((hook) => `${id}-${hook.slice(1)}`)
  for (const [at, endpoint] of endpoints.entries()) {
    const body = { kind: 'webhook', url: `${origin}${hooks[at]}`, secret, pace: 50 }
    await callApi(url, 'PUT', `/endpoints/${endpoint}`, body)
  }
  await callApi(url, 'PUT', `/publishers/${id}`, {
    name: { ar: id, en: `Council of the ${id}` },
    site: `${origin}/`,
    sources: [{ id: `${id}-en`, language: 'en', url: `${origin}/feed`, kind: 'feed', interval }],
  })
  await callApi(url, 'PUT', `/watches/${id}`, {
    name: 'Lighthouse',
    query: 'lighthouse',
    publishers: [id],
    endpoints,
  })
  const read = await eventually(
    async () => {
      const { polls } = await callApi(url, 'POST', `/publishers/${id}/poll`)
      return polls[0]?.outcome === 'unchanged' || polls[0]?.appeared === 0 ? true : undefined
    },
    { withinMs: 15_000 },
  )
  if (read === undefined) throw new Error('no baseline in 15 s')
}

/** Publishes one statement, begins the way, and gives ms until its message came. */
export async function timed(site, hook, begin) {
  site.publish()
  const message = site.nextMessage(hook)
  const began = performance.now()
  const begun = begin()
  const late = new Promise((_, reject) => {
    setTimeout(
      () => reject(new Error(`no message at ${hook} in ${WITHIN_MS} ms`)),
      WITHIN_MS,
    ).unref()
  })
  const came = await Promise.race([message, late])
  await begun
  return came - began
}
