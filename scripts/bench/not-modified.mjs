import { interleave } from './interleave.mjs'
import { PUBLISHER, startBench } from './start-bench.mjs'
import { median, ratios } from './statistics.mjs'

/** A call is short beside what else the machine does: many rounds, so that the median is of quiet ones. */
const ROUNDS = 15

const FEED = `/feeds/${PUBLISHER}/en.atom`

/**
 * A feed asked for with the ETag it has, beside a handler that reads one tiny KV value.
 * A third handler opens the same snapshot, cancels it and answers 304: what lies between the two
 * floors is the KV worker sending a large value in our process, which Cloudflare does elsewhere.
 */
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
      await fetch(`${runtime.url}/bench/keep?as=body`, { method: 'POST', body: 'unused' })
      const { etag } = (await get(FEED)).headers
      const variant = (path) => async () => {
        const { status } = await connection.get(path, { 'if-none-match': etag })
        if (status !== 304) throw new Error(`${path} answered ${status}, not 304`)
      }
      const { ours, opened, floor } = await interleave({
        pid: runtime.pid,
        rounds: ROUNDS,
        variants: {
          ours: variant(FEED),
          opened: variant(`/bench/open?of=${PUBLISHER}`),
          floor: variant('/bench/tiny'),
        },
      })
      const [a, b, c] = [ours, opened, floor].map((values) => median(values).toFixed(2))
      const detail = `304 ${a} ms, snapshot opened and cancelled ${b} ms, tiny KV value and 304 ${c} ms`
      return { values: ratios(ours, floor), detail }
    } finally {
      await close()
    }
  },
}
