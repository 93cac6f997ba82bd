import { join } from 'node:path'
import { startRuntime } from '../runtime/start-runtime.mjs'
import { smallWorker } from '../runtime/worker-description.mjs'
import { cpuOf } from './cold-poll.mjs'
import { PUBLISHER, startBench, startBenchRuntime } from './start-bench.mjs'
import { median } from './statistics.mjs'

const PROCESSES = 12

const SNAPSHOT = `snapshot:${PUBLISHER}`

const EMPTY = 'export default { fetch: () => new Response(null, { status: 204 }) }'

/**
 * The first request of a fresh process, for a feed of 50 statements that nothing holds rendered; the
 * first request of an empty worker in a process as fresh is taken off.
 */
export const coldFeed = {
  name: 'cold-feed',
  unit: 'ms',
  goal: { atMost: 3 },
  async measure({ bundle, dir }) {
    const bench = await startBench(
      { bundle, dir: join(dir, 'prepared') },
      { statements: 50, paragraphs: 8 },
    )
    try {
      const kept = await fetch(address(bench.runtime, SNAPSHOT))
      const note = kept.headers.get('CF-KV-Metadata')
      const snapshot = new Uint8Array(await kept.arrayBuffer())
      const [ours, bare, empty] = [[], [], []]
      const first = async (name, key, path) => {
        const runtime = await startBenchRuntime({ bundle, dir: join(dir, name) })
        const headers = { 'CF-KV-Metadata': note }
        await fetch(address(runtime, key), { method: 'PUT', headers, body: snapshot })
        return await cpuOf(runtime, path)
      }
      for (let n = 0; n < PROCESSES; n++) {
        ours.push(await first(`feed-${n}`, SNAPSHOT, `/feeds/${PUBLISHER}/en.atom`))
        bare.push(await first(`bare-${n}`, 'bench:body', '/bench/stream'))
        const worker = smallWorker(EMPTY, { like: bundle })
        const folder = join(dir, `empty-${n}`)
        empty.push(
          await cpuOf(await startRuntime({ bundle: worker, dir: folder, kv: 'memory' }), '/'),
        )
      }
      const [a, b, c] = [ours, bare, empty].map((values) => median(values).toFixed(1))
      const detail = `${PROCESSES} fresh processes: feed ${a} ms, the same bytes streamed from KV ${b} ms, empty worker ${c} ms`
      return { values: ours.map((value) => value - median(empty)), detail }
    } finally {
      await bench.close()
    }
  },
}

function address({ kvUrl }, key) {
  return `${kvUrl}/${encodeURIComponent(key)}?urlencoded=true`
}
