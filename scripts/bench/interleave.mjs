import { cpuMs } from './cpu-clock.mjs'

export const ROUNDS = 5
const CALLS = 200
/** Before the first round each variant is called so often: the compiler has then seen it. */
const WARM_UP_CALLS = 1_000

/**
 * CPU of the process a call, in ms, for several variants in the same process: every round runs
 * each variant, forwards and backwards in turn, so that no variant always follows the same one.
 *
 * @param {{ pid: number, variants: Record<string, (n: number) => Promise<void>>,
 *   rounds?: number, calls?: number, warmUpCalls?: number }} options a variant gets the number of
 *   the call, which never repeats within a run
 * @returns {Promise<Record<string, number[]>>} one value a round
 */
export async function interleave(options) {
  const { pid, variants, rounds = ROUNDS, calls = CALLS, warmUpCalls = WARM_UP_CALLS } = options
  const names = Object.keys(variants)
  const measured = Object.fromEntries(names.map((name) => [name, []]))
  let n = 0
  const run = async (name, times) => {
    for (let done = 0; done < times; done++) await variants[name](n++)
  }
  for (const name of names) await run(name, warmUpCalls)
  for (let round = 0; round < rounds; round++) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      const before = cpuMs(pid)
      await run(name, calls)
      measured[name].push((cpuMs(pid) - before) / calls)
    }
  }
  return measured
}
