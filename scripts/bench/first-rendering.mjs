import { interleave } from './interleave.mjs'
import { PUBLISHER, startBench } from './start-bench.mjs'
import { median, ratios } from './statistics.mjs'

/** Asked for in turn, so many feeds never fit the memo of 8 MB together: each is rendered anew. */
const COPIES = 200

/**
 * A feed that no memo holds: snapshot from KV, rendering, encoding. Beside it a handler that reads
 * the same statements as one JSON document, parses it, and encodes a string that lies ready.
 */
export const firstRendering = {
  name: 'first-rendering',
  unit: 'x',
  goal: { atMost: 1.3 },
  async measure(bench) {
    const { runtime, get, close } = await startBench(bench, { statements: 50, paragraphs: 8 })
    try {
      const { body } = await get(`/feeds/${PUBLISHER}/en.atom`)
      const json = await get(`/feeds/${PUBLISHER}/en.json`)
      await fetch(`${runtime.url}/bench/keep?as=body`, { method: 'POST', body })
      await fetch(`${runtime.url}/bench/keep?as=json`, { method: 'POST', body: json.body })
      await get(`/bench/copies?of=${PUBLISHER}&from=0&to=${COPIES}`)
      const { ours, floor } = await interleave({
        pid: runtime.pid,
        variants: {
          ours: async (n) => {
            const { length } = (await get(`/feeds/copy${n % COPIES}/en.atom`)).body
            if (length !== body.length)
              throw new Error(`copy ${n} gave ${length} bytes, not ${body.length}`)
          },
          floor: async () => {
            await get('/bench/parse')
          },
        },
      })
      const size = `${(body.length / 1024).toFixed(0)} KiB Atom`
      const detail = `${size} ${median(ours).toFixed(2)} ms, KV, parse and encode ${median(floor).toFixed(2)} ms`
      return { values: ratios(ours, floor), detail }
    } finally {
      await close()
    }
  },
}
