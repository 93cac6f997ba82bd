import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { OPERATOR_VARS } from '../runtime/operator.mjs'
import { startRuntime } from '../runtime/start-runtime.mjs'
import { smallWorker } from '../runtime/worker-description.mjs'
import { cpuMs } from './cpu-clock.mjs'
import { median } from './statistics.mjs'

const PROCESSES = 12
/** The warm-up goes on for a moment after the port is open. */
const QUIET_AFTER_MS = 400

const EMPTY = 'export default { fetch: () => new Response(null, { status: 204 }) }'

/**
 * CPU of a process until it is quiet, an empty worker's taken off: reading the code, evaluating what is
 * loaded at start, and the warm-up. The platform lets a start take a second (decisions 7 and 46).
 */
export const coldStart = {
  name: 'cold-start',
  unit: 'ms',
  goal: { atMost: 250 },
  async measure({ bundle, dir }) {
    const [ours, empty] = [[], []]
    for (let n = 0; n < PROCESSES; n++) {
      ours.push(await startCost(bundle, join(dir, `ours-${n}`)))
      empty.push(await startCost(smallWorker(EMPTY, { like: bundle }), join(dir, `empty-${n}`)))
    }
    const floor = median(empty)
    const detail = `${PROCESSES} fresh processes, in turn with an empty worker's: ${floor.toFixed(1)} ms`
    return { values: ours.map((value) => value - floor), detail }
  },
}

async function startCost(bundle, dir) {
  const runtime = await startRuntime({ bundle, dir, vars: OPERATOR_VARS, kv: 'memory' })
  try {
    await sleep(QUIET_AFTER_MS)
    return cpuMs(runtime.pid)
  } finally {
    await runtime.kill9()
  }
}
