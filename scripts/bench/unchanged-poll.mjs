import { setTimeout as sleep } from 'node:timers/promises'
import { AHEAD_MS } from './bench-entry.mjs'
import { interleave } from './interleave.mjs'
import { PUBLISHER, startBench } from './start-bench.mjs'
import { median, ratios } from './statistics.mjs'

/** How far each run moves the clock: past the interval and its jitter, so that a poll is due. */
const STEP_MS = 10_000
/** Fewer than elsewhere: each call waits for the disk. */
const WARM_UP_CALLS = 300
const OTHER_RUNS = 10

/**
 * An unchanged poll by a publisher's own `alarm`, beside the `alarm` of an otherwise empty object
 * that sets its alarm, reads one row, makes the same conditional fetch and writes one row. Both
 * are called the same way in the same isolate.
 */
export const unchangedPoll = {
  name: 'unchanged-poll',
  unit: 'x',
  goal: { atMost: 1.3 },
  async measure(bench) {
    const { runtime, site, sourceUrl, get, close } = await startBench(bench, {
      statements: 20,
      interval: 5,
    })
    try {
      await get(`/bench/floor-begin?url=${encodeURIComponent(sourceUrl)}`)
      await get(`/bench/ahead?ms=${AHEAD_MS}`)
      // Alarms set before the clock moved ring now, for the last time.
      await sleep(3_000)
      let calls = 0
      const asked = site.requests()
      const variant = (path) => async () => {
        calls++
        await get(path)
      }
      const { ours, floor } = await interleave({
        pid: runtime.pid,
        warmUpCalls: WARM_UP_CALLS,
        variants: {
          ours: variant(`/bench/run?publisher=${PUBLISHER}&step=${STEP_MS}`),
          floor: variant(`/bench/floor-run?step=${STEP_MS}`),
        },
      })
      const polls = site.requests() - asked
      // The seven hours that go by hold a few alarms for other work: an archive, a state to be told.
      if (calls - polls > OTHER_RUNS) throw new Error(`${calls} alarms made ${polls} requests`)
      const detail = `alarm with a 304 ${median(ours).toFixed(2)} ms, bare object ${median(floor).toFixed(2)} ms`
      return { values: ratios(ours, floor), detail }
    } finally {
      await close()
    }
  },
}
