import { interleave } from './interleave.mjs'
import { PUBLISHER, startBench } from './start-bench.mjs'
import { median, ratios } from './statistics.mjs'

const FEED = `/feeds/${PUBLISHER}/en.atom`

/** A feed asked for with the ETag it has, beside a handler that reads one tiny KV value. */
export const notModified = {
  name: 'not-modified',
  unit: 'x',
  goal: { atMost: 1.3 },
  async measure(bench) {
    const { runtime, get, connection, close } = await startBench(bench, {
      statements: 50,
      paragraphs: 8,
    })
    try {
      await fetch(`${runtime.url}/bench/keep`, { method: 'POST', body: 'unused' })
      const { etag } = (await get(FEED)).headers
      const variant = (path) => async () => {
        const { status } = await connection.get(path, { 'if-none-match': etag })
        if (status !== 304) throw new Error(`${path} answered ${status}, not 304`)
      }
      const { ours, floor } = await interleave({
        pid: runtime.pid,
        variants: { ours: variant(FEED), floor: variant('/bench/tiny') },
      })
      const detail = `304 ${median(ours).toFixed(2)} ms, tiny KV value and 304 ${median(floor).toFixed(2)} ms`
      return { values: ratios(ours, floor), detail }
    } finally {
      await close()
    }
  },
}
