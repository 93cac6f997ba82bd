import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { smallWorker } from '../runtime/worker-description.mjs'
import { AHEAD_MS } from './bench-entry.mjs'
import { cpuMs } from './cpu-clock.mjs'
import { LISTING_SELECTORS } from './listing-site.mjs'
import { PUBLISHER, startBench, startBenchRuntime } from './start-bench.mjs'
import { median } from './statistics.mjs'

const PROCESSES = 12
const SETTLE_MS = 300
const KV_WARM_UP_CALLS = 20
const SETTLING_RUNS = 8
/** Past everything that was set while it settled, and within the day in which validators are sent. */
const COLD_STEP_MS = 3 * AHEAD_MS
const COLD_RUN = `/bench/run?publisher=${PUBLISHER}&step=${COLD_STEP_MS}`

/** Behind the bench's own entry, as ours is: what the entry costs is no part of a poll. */
const EMPTY = `import { DurableObject } from 'cloudflare:workers'
export class PublisherObject extends DurableObject {
  alarm() { this.ctx.storage.sql.exec('SELECT 1').one() }
}
export default {}`

export const coldPollFeed = measurement('cold-poll-feed', { kind: 'feed' })

export const coldPollHtml = measurement('cold-poll-html', {
  kind: 'html',
  selectors: LISTING_SELECTORS,
})

export const coldPollWordPress = measurement('cold-poll-wordpress', { kind: 'wordpress' })

/**
 * The first poll of a fresh process that finds one new statement: reading, comparing, keeping,
 * publishing and telling the front, all in one alarm. An empty object's first call in a process as
 * fresh is taken off. On Cloudflare the front's part is another invocation with its own 10 ms, so
 * this is more than what one invocation is billed. For orientation a bare object's first fetch of
 * the same listing is measured too.
 */
function measurement(name, source) {
  return {
    name,
    unit: 'ms',
    goal: { atMost: 6 },
    async measure({ bundle, dir }) {
      const prepared = join(dir, 'prepared')
      const bench = await startBench({ bundle, dir: prepared }, { statements: 20, source })
      try {
        await bench.get(`/bench/floor-begin?url=${encodeURIComponent(bench.sourceUrl)}`)
        await settle(bench)
        await bench.runtime.stop()
        bench.site.publish()
        const cold = { bundle, dir, prepared, site: bench.site }
        const [ours, bare, empty] = [[], [], []]
        for (let n = 0; n < PROCESSES; n++) {
          ours.push(await coldRun(cold, `run-${n}`, COLD_RUN))
          bare.push(await coldRun(cold, `bare-${n}`, '/bench/floor-run?step=0'))
          empty.push(await coldEmpty(bundle, join(dir, `empty-${n}`)))
        }
        const [a, b, c] = [ours, bare, empty].map((values) => median(values).toFixed(1))
        const detail = `${PROCESSES} fresh processes: poll ${a} ms, bare fetch ${b} ms, empty object's first call ${c} ms`
        return { values: ours.map((value) => value - median(empty)), detail }
      } finally {
        await bench.close()
      }
    },
  }
}

/** What the baseline left to be done later (a month's archive) is done, else a cold alarm would do it. */
async function settle({ get }) {
  const run = (step) => get(`/bench/run?publisher=${PUBLISHER}&step=${step}`)
  await run(AHEAD_MS)
  for (let n = 0; n < SETTLING_RUNS; n++) await run(60_000)
}

/** One alarm in a process of its own, on a copy of the prepared folder. */
async function coldRun({ bundle, dir, prepared, site }, name, path) {
  const folder = join(dir, name)
  await cp(prepared, folder, { recursive: true })
  const runtime = await startBenchRuntime({ bundle, dir: folder })
  const asked = site.requests()
  const cpu = await cpuOf(runtime, path)
  if (site.requests() === asked) throw new Error('the cold alarm did not poll')
  return cpu
}

async function coldEmpty(bundle, dir) {
  const objects = [{ binding: 'PUBLISHERS', className: 'PublisherObject' }]
  const empty = smallWorker(EMPTY, { objects, like: bundle })
  // The name by which the entry imports it.
  const [{ code }] = empty.modules
  const modules = [{ name: 'worker.js', code }]
  return cpuOf(await startBenchRuntime({ bundle: { ...empty, modules }, dir }), COLD_RUN)
}

/** KV is not ours, and on Cloudflare nobody starts it for us: it is warm for both. */
async function warmKv({ kvUrl }) {
  for (let n = 0; n < KV_WARM_UP_CALLS; n++) {
    const url = `${kvUrl}/warm${n}?urlencoded=true`
    const headers = { 'CF-KV-Metadata': '{}' }
    await (await fetch(url, { method: 'PUT', headers, body: 'x'.repeat(100_000) })).arrayBuffer()
    await (await fetch(url)).arrayBuffer()
  }
}

/** CPU of the process for its first request; the process ends with it. */
export async function cpuOf(runtime, path) {
  try {
    await warmKv(runtime)
    // Starting up goes on in the background for a moment after the port is open.
    await sleep(SETTLE_MS)
    const before = cpuMs(runtime.pid)
    const response = await fetch(`${runtime.url}${path}`)
    await response.arrayBuffer()
    if (!response.ok) throw new Error(`${path} answered ${response.status}`)
    return cpuMs(runtime.pid) - before
  } finally {
    await runtime.kill9()
  }
}
