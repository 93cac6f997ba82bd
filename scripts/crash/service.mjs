import { OPERATOR_VARS, callApi } from '../runtime/operator.mjs'
import { startRuntime } from '../runtime/start-runtime.mjs'

/**
 * The service under trial on one folder: the runtime may be killed and started again, and callers
 * go on talking to whichever process lives.
 */
export async function startService({ bundle, dir }) {
  const start = () => startRuntime({ bundle, dir, vars: OPERATOR_VARS })
  let runtime = await start()
  return {
    /** Kills the process as a crash would, and starts the next on the same folder. */
    async crash() {
      await runtime.kill9()
      runtime = await start()
    },
    stop: () => runtime.kill9(),
    log: () => runtime.log(),
    call: (method, path, body) => callApi(runtime.url, method, path, body),
  }
}
