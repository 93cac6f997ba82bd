import { setTimeout as sleep } from 'node:timers/promises'
import { startRuntime } from '../runtime/start-runtime.mjs'

const TOKEN = 'crash-rig-token-of-no-secrecy-0123456789'
const CALL_MS = 10_000

/**
 * The service under trial on one folder: the runtime may be killed and started again, and callers
 * go on talking to whichever process lives.
 */
export async function startService({ bundle, dir }) {
  const vars = {
    BASE_URL: 'http://localhost:8787',
    // The free plan's budget would refuse a poll every second.
    PLAN: 'paid',
    ALLOW_PRIVATE_NETWORK: 'true',
    ADMIN_TOKEN: TOKEN,
  }
  const start = () => startRuntime({ bundle, dir, vars })
  let runtime = await start()
  return {
    /** Kills the process as a crash would, and starts the next on the same folder. */
    async crash() {
      await runtime.kill9()
      runtime = await start()
    },
    stop: () => runtime.kill9(),
    log: () => runtime.log(),
    call: (method, path, body) => call(runtime.url, method, path, body),
  }
}

/** One call of the operator's API: its JSON, or an error that holds the answer. */
async function call(url, method, path, body) {
  const response = await fetch(`${url}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
    signal: AbortSignal.timeout(CALL_MS),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`)
  return text === '' ? undefined : JSON.parse(text)
}

/** Asks again until `ask` gives something other than undefined, or the time is over. */
export async function eventually(ask, { withinMs, everyMs = 100 }) {
  const end = performance.now() + withinMs
  for (;;) {
    const answer = await ask()
    if (answer !== undefined || performance.now() > end) return answer
    await sleep(everyMs)
  }
}
