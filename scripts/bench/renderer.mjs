import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundleWorker } from '../runtime/bundle-worker.mjs'
import { startRuntime } from '../runtime/start-runtime.mjs'
import { openConnection } from './connection.mjs'
import { ROUNDS, interleave } from './interleave.mjs'
import { median, ratios } from './statistics.mjs'

const GOAL = { atLeast: 8 }
const CONFIG = fileURLToPath(new URL('renderer-wrangler.toml', import.meta.url))
/** What the bench's worker writes a call, whatever the feed's size. */
const ENTRIES_A_CALL = 1_000
const CALLS = 10
const WARM_UP_CALLS = 20

export const rendererWorkerd = inWorkerd('renderer-workerd', 100)
export const rendererWorkerdSmall = inWorkerd('renderer-workerd-20', 20)
export const rendererWorkerdLarge = inWorkerd('renderer-workerd-1000', 1_000)

/** Our Atom writer beside the package `feed`, entries in full, both up to the encoded bytes. */
function inWorkerd(name, entries) {
  return {
    name,
    unit: 'x',
    goal: GOAL,
    async measure({ dir }) {
      const bundle = await bundleWorker({ outdir: join(dir, 'bundle'), config: CONFIG })
      const runtime = await startRuntime({ bundle, dir, kv: 'memory' })
      const connection = openConnection(runtime.url)
      try {
        let size = 0
        const variant = (whose) => async () => {
          const { status, body } = await connection.get(`/${whose}/${entries}`)
          if (status !== 200) throw new Error(`${whose} answered ${status}`)
          size = Math.max(size, Number(body))
        }
        const { ours, peer } = await interleave({
          pid: runtime.pid,
          calls: CALLS,
          warmUpCalls: WARM_UP_CALLS,
          variants: { ours: variant('ours'), peer: variant('peer') },
        })
        const each = (values) => values.map((value) => (value * entries) / ENTRIES_A_CALL)
        return result(each(ours), each(peer), { size, entries, where: 'workerd' })
      } finally {
        connection.close()
        await runtime.stop()
      }
    },
  }
}

export const rendererNode = inNode('renderer-node', 100)
export const rendererSmall = inNode('renderer-node-20', 20)
/** As many as a full month of an archive may hold. */
export const rendererLarge = inNode('renderer-node-1000', 1_000)

function inNode(name, entries) {
  return {
    name,
    unit: 'x',
    goal: GOAL,
    async measure() {
      const { worksOf } = await import('./renderer-work.mjs')
      const { ours, peer } = worksOf(entries)
      const measured = { ours: [], peer: [] }
      // As many entries a round, whatever the feed's size.
      const times = (CALLS * ENTRIES_A_CALL) / entries
      let size = 0
      const run = (render, count) => {
        for (let n = 0; n < count; n++) size = Math.max(size, render().byteLength)
      }
      for (const render of [ours, peer]) run(render, times)
      for (let round = 0; round < ROUNDS; round++) {
        for (const [key, render] of [
          ['ours', ours],
          ['peer', peer],
        ]) {
          const before = process.cpuUsage()
          run(render, times)
          const { user, system } = process.cpuUsage(before)
          measured[key].push((user + system) / 1000 / times)
        }
      }
      return result(measured.ours, measured.peer, { size, entries, where: 'Node' })
    },
  }
}

/** The other way round than elsewhere: how many times the peer's cost is ours. */
function result(ours, peer, { size, entries, where }) {
  const bytes = `${(size / 1024).toFixed(0)} KiB`
  const detail = `${where}: ours ${median(ours).toFixed(2)} ms, feed 6.0.0 ${median(peer).toFixed(2)} ms, ${entries} entries, ${bytes}`
  return { values: ratios(peer, ours), detail }
}
