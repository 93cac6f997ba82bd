import { READERS, load, residentMb, saturation } from './readers.mjs'
import { PUBLISHER, startBench } from './start-bench.mjs'

const SECONDS = Number(process.env.LOAD_SECONDS ?? 10)
/** The share of the rate at saturation at which times are taken. */
const SHARE = 0.5
const ROUNDS = 5
const FEED = `/feeds/${PUBLISHER}/en.atom`

/**
 * Two hundred readers at once, at half the rate that saturates the process; beside them, in the same
 * run, as many that read the same bytes straight from KV. Each reader has a connection of its own.
 * Errors fail the measurement. `LOAD_SECONDS=60` is the long form.
 */
export const readerLoad = {
  name: 'reader-load',
  unit: 'x',
  goal: { atMost: 3 },
  async measure(bench) {
    const site = await startBench(bench, { statements: 50, paragraphs: 8 })
    const { runtime } = site
    try {
      const { body } = await site.get(FEED)
      await fetch(`${runtime.url}/bench/keep?as=body`, { method: 'POST', body })
      const before = residentMb(runtime.pid)
      const most = await saturation(runtime.url, '/bench/stream')
      const times = { '/bench/stream': [], [FEED]: [] }
      // In turn: who else uses the machine meanwhile disturbs both.
      for (let round = 0; round < ROUNDS; round++) {
        for (const [path, list] of Object.entries(times)) {
          list.push(...(await load(runtime.url, path, most * SHARE, SECONDS / ROUNDS)))
        }
      }
      const [floor, ours] = Object.values(times).map(p99)
      const after = residentMb(runtime.pid)
      const detail =
        `${READERS} readers, ${SECONDS} s each at ${Math.round(most * SHARE)}/s: p99 ${ours.toFixed(0)} ms, ` +
        `KV stream ${floor.toFixed(0)} ms; resident ${before} MB before, ${after} MB after both`
      return { values: [ours / floor], detail }
    } finally {
      await site.close()
    }
  },
}

function p99(times) {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length * 0.99)]
}

/**
 * Resident memory of a process that serves nothing but feeds, beside one that serves nothing but the
 * same bytes straight from KV: what streams to two hundred readers take is the runtime's own.
 */
export const readerMemory = {
  name: 'reader-memory',
  unit: 'x',
  goal: { atMost: 1.3 },
  async measure({ bundle, dir }) {
    const after = {}
    const samples = {}
    for (const path of ['/bench/stream', FEED]) {
      const site = await startBench(
        { bundle, dir: `${dir}${path.replaceAll('/', '-')}` },
        { statements: 50, paragraphs: 8 },
      )
      try {
        const { runtime } = site
        const { body } = await site.get(FEED)
        await fetch(`${runtime.url}/bench/keep?as=body`, { method: 'POST', body })
        const rate = (await saturation(runtime.url, path)) * SHARE
        samples[path] = [residentMb(runtime.pid)]
        for (let round = 0; round < ROUNDS; round++) {
          await load(runtime.url, path, rate, SECONDS / ROUNDS)
          samples[path].push(residentMb(runtime.pid))
        }
        after[path] = samples[path].at(-1)
      } finally {
        await site.close()
      }
    }
    const [streams, feeds] = Object.values(samples).map((list) => list.join(', '))
    const detail = `MB resident after saturation and each fifth of ${SECONDS} s: feeds ${feeds}; streams ${streams}`
    return { values: [after[FEED] / after['/bench/stream']], detail }
  },
}
