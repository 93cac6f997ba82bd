import { interleave } from './interleave.mjs'
import { PUBLISHER, startBench } from './start-bench.mjs'
import { median, ratios } from './statistics.mjs'

const FEED = `/feeds/${PUBLISHER}/en.atom`

/** The whole feed from the isolate's memo, beside a stream of the same bytes straight from KV. */
export const fullFeed = {
  name: 'full-feed',
  unit: 'x',
  goal: { atMost: 1.5 },
  async measure(bench) {
    const { runtime, get, close } = await startBench(bench, { statements: 50, paragraphs: 8 })
    try {
      const { body } = await get(FEED)
      await fetch(`${runtime.url}/bench/keep?as=body`, { method: 'POST', body })
      const variant = (path) => async () => {
        const { length } = (await get(path)).body
        if (length !== body.length)
          throw new Error(`${path} gave ${length} bytes, not ${body.length}`)
      }
      const { ours, floor } = await interleave({
        pid: runtime.pid,
        variants: { ours: variant(FEED), floor: variant('/bench/stream') },
      })
      const size = `${(body.length / 1024).toFixed(0)} KiB Atom`
      const detail = `${size} ${median(ours).toFixed(2)} ms, KV stream ${median(floor).toFixed(2)} ms`
      return { values: ratios(ours, floor), detail }
    } finally {
      await close()
    }
  },
}
