import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Asks again until `ask` gives something other than undefined, or the time is over; then undefined.
 */
export async function eventually(ask, { withinMs, everyMs = 100 }) {
  const end = performance.now() + withinMs
  for (;;) {
    const answer = await ask()
    if (answer !== undefined || performance.now() > end) return answer
    await sleep(everyMs)
  }
}
