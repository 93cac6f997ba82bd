/**
 * The service itself: wrangler's local runtime as a process group of its own, so that whatever it
 * starts ends with it. Never through `npx`: a killed `npx` leaves wrangler and workerd running.
 */
import { spawn } from 'node:child_process'
import { openSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { stripVTControlCharacters } from 'node:util'

const STOP_PATIENCE_MS = 8_000

/**
 * @param options.root the project's folder
 * @param options.dataDir state, log and the variables' file
 * @param options.vars what the worker finds in its environment; written to a file that only we may
 *   read, since everybody on a machine can read a command line
 */
export function startService({ root, dataDir, port, vars }) {
  const envFile = join(dataDir, 'service.env')
  const lines = Object.entries(vars).map(([name, value]) => `${name}='${value}'\n`)
  writeFileSync(envFile, lines.join(''), { mode: 0o600 })
  const logFile = join(dataDir, 'wrangler.log')
  const log = openSync(logFile, 'w', 0o600)
  const child = spawn(process.execPath, commandLine({ root, dataDir, port, envFile }), {
    cwd: root,
    env: quietEnvironment(dataDir),
    stdio: ['ignore', log, log],
    detached: true,
  })
  const service = { ended: false }
  const words = () => stripVTControlCharacters(readFileSync(logFile, 'utf8')).trimEnd()
  const ended = new Promise((resolve) => {
    const settle = () => {
      service.ended = true
      resolve()
    }
    child.once('error', settle)
    child.once('exit', settle)
  })
  return {
    ended,
    /** The process group that holds all of it. */
    group: child.pid,
    isHealthy: () => answers(`http://127.0.0.1:${port}/healthz`),
    // After an error in the sources wrangler waits for a mend, and nobody is told.
    hasFailed: () => service.ended || words().includes('Build failed'),
    stop: () => stopGroup(child.pid, ended),
    lastLines: (count) => words().split('\n').slice(-count).join('\n'),
  }
}

function commandLine({ root, dataDir, port, envFile }) {
  const wrangler = join(root, 'node_modules', 'wrangler', 'bin', 'wrangler.js')
  const options = {
    ip: '127.0.0.1',
    port,
    // Any free one: two runs on one machine must not meet in the debugger's port.
    'inspector-port': 0,
    'persist-to': dataDir,
    'env-file': envFile,
    'log-level': 'warn',
    'show-interactive-dev-session': false,
  }
  return [wrangler, 'dev', ...Object.entries(options).map(([name, value]) => `--${name}=${value}`)]
}

/** No account, no telemetry, no look-ups: a local run needs no network. */
function quietEnvironment(dataDir) {
  return {
    ...process.env,
    CLOUDFLARE_CF_FETCH_ENABLED: 'false',
    CLOUDFLARE_INCLUDE_PROCESS_ENV: 'false',
    CLOUDFLARE_LOAD_DEV_VARS_FROM_DOT_ENV: 'true',
    WRANGLER_SEND_METRICS: 'false',
    WRANGLER_SEND_ERROR_REPORTS: 'false',
    WRANGLER_NO_SKILLS_UPDATE_PROMPTS: 'true',
    // The banner is what asks the registry for a newer version.
    WRANGLER_HIDE_BANNER: 'true',
    WRANGLER_CACHE_DIR: join(dataDir, 'wrangler'),
    WRANGLER_LOG_PATH: join(dataDir, 'wrangler', 'logs'),
    WRANGLER_REGISTRY_PATH: join(dataDir, 'wrangler', 'registry'),
    X_LOCAL_EXPLORER: 'false',
    X_LOCAL_OBSERVABILITY: 'false',
    NO_COLOR: '1',
    FORCE_COLOR: '0',
  }
}

async function answers(address) {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(2_000) })
    await response.arrayBuffer()
    return response.status === 200
  } catch {
    return false
  }
}

/** Asks the whole group to end, waits until none of it is left, and ends it after some patience. */
export async function stopGroup(pid, ended = Promise.resolve()) {
  if (pid === undefined) return
  signalGroup(pid, 'SIGTERM')
  const patience = Date.now() + STOP_PATIENCE_MS
  while (signalGroup(pid, 0)) {
    if (Date.now() > patience) signalGroup(pid, 'SIGKILL')
    await wait(50)
  }
  await ended
}

/** Whether there was anybody to hear it. */
function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal)
    return true
  } catch {
    return false
  }
}
