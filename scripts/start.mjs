/**
 * `npm start`: the whole service on this machine, with a publisher and a receiver of its own, so
 * that statements appear, feeds fill and alerts arrive without any account or network.
 *
 * PORT (8787) for the service, PORT+1 the demonstration's publisher, PORT+2 its receiver;
 * DATA_DIR (.data) for all state; ADMIN_TOKEN for the operator's side; PLAN=free to keep to the
 * free plan's budget.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { startReceiver } from './demo/receiver.mjs'
import { setUp } from './demo/set-up.mjs'
import { loadConcepts } from './local/load-concepts.mjs'
import { startSite } from './demo/site.mjs'
import { adminToken } from './local/admin-token.mjs'
import { apiClient } from './local/api.mjs'
import { keptSecret } from './local/kept-secret.mjs'
import { isNewEnough, NEEDED_NODE } from './local/node-version.mjs'
import { moveIn, moveOut, occupantOf } from './local/occupant.mjs'
import { startService, stopGroup } from './local/service.mjs'
import { settingsOf } from './local/settings.mjs'
import { takenPort } from './local/taken-port.mjs'
import { welcome } from './local/welcome.mjs'

const READY_WITHIN_MS = 120_000
const LOOK_EVERY_MS = 15_000
const SILENT_LOOKS = 4
/** As in wrangler.toml: the local runtime has no cron of its own. */
const WATCHDOG_EVERY_MS = 10 * 60_000

const root = fileURLToPath(new URL('..', import.meta.url))
const running = []
let stopping = false

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stop(0))
// Whatever goes wrong here must not leave the runtime running behind us.
process.on('uncaughtException', (error) => fail(error.stack ?? String(error)))
stopWithNpm()
await start()

async function start() {
  if (!isNewEnough(process.versions.node)) {
    return fail(`Node ${NEEDED_NODE} or newer is needed. "npm start" brings it; start it that way.`)
  }
  const settings = settingsOf(process.env, root)
  if (settings.kind === 'refused') return fail(settings.message)
  const { port, sitePort, receiverPort, dataDir } = settings
  if (!(await isFree(dataDir))) return
  const taken = await takenPort([port, sitePort, receiverPort])
  if (taken !== undefined) {
    return fail(
      `Port ${taken} is taken by another program. End that one, or choose three other ports:\n` +
        `  PORT=${port + 1000} npm start`,
    )
  }
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  } catch (error) {
    return fail(`${dataDir} cannot be made a folder (${error.code}). Name another in DATA_DIR.`)
  }
  // Only now: an older Node than the one asked for above reads no TypeScript.
  const { weakness } = await import('../src/http/token-strength.ts')
  const admin = adminToken({ env: process.env, root, dataDir, weakness })
  if (admin.kind === 'refused') return fail(admin.message)

  const url = `http://localhost:${port}`
  const secret = keptSecret(
    join(dataDir, 'demo-webhook-secret'),
    (bytes) => `whsec_${bytes.toString('base64')}`,
  )
  const site = await startSite({ port: sitePort, file: join(dataDir, 'demo-site.json') })
  const receiver = await startReceiver({ port: receiverPort, secret })
  running.push(site.close, receiver.close)

  say('starting …')
  const vars = {
    BASE_URL: url,
    PLAN: settings.plan,
    ALLOW_PRIVATE_NETWORK: 'true',
    ADMIN_TOKEN: admin.token,
  }
  const service = startService({ root, dataDir, port, vars })
  moveIn(dataDir, service.group, port)
  running.push(() => moveOut(dataDir), service.stop)
  if (!(await becomesHealthy(service))) return
  void service.ended.then(() =>
    fail(`The service ended by itself. Its last words:\n${service.lastLines(20)}`),
  )

  keepAnEyeOn(service)

  const api = apiClient({ url: `http://127.0.0.1:${port}`, token: admin.token })
  const outcome = await setUp(api, {
    site: site.url,
    receiver: receiver.url,
    secret,
    // The free plan's budget does not carry two sources at 5 s, and the service says so.
    interval: settings.plan === 'free' ? 10 : 5,
  })
  // Not fatal: whoever mends the configuration needs the service to do it.
  if (outcome.kind === 'refused') say(`the demonstration could not be set up: ${outcome.message}`)
  site.begin()
  callWatchdog(port)
  console.log(welcome({ url, site, receiver, admin, dataDir, isNew: outcome.count > 0 }))
  // Later starts leave alone what the operator has made of them.
  const loaded = outcome.count > 0 ? await loadConcepts(api) : undefined
  if (loaded?.kind === 'refused') say(`the concepts could not be loaded: ${loaded.message}`)
}

/** One service a folder; what a killed start left behind is ended, since nobody else will. */
async function isFree(dataDir) {
  const occupant = occupantOf(dataDir)
  if (occupant.kind === 'running') {
    fail(
      `${dataDir} is in use: a Bayan runs there already (pid ${occupant.pid}). Stop it with\n` +
        `  kill ${occupant.pid}\nor give this one a folder and ports of its own: DATA_DIR=… PORT=… npm start`,
    )
    return false
  }
  if (occupant.kind === 'leftover') {
    say(`ending a service that an earlier start left behind (pid ${occupant.group})`)
    await stopGroup(occupant.group)
  }
  return true
}

/** wrangler lives on where its runtime has died, and nobody would be told. */
function keepAnEyeOn(service) {
  let silent = 0
  const look = async () => {
    silent = (await service.isHealthy()) ? 0 : silent + 1
    if (silent >= SILENT_LOOKS) {
      fail(
        `The service has not answered /healthz for a minute. Start it again; its last words:\n${service.lastLines(20)}`,
      )
    }
  }
  setInterval(() => void look(), LOOK_EVERY_MS).unref()
}

async function becomesHealthy(service) {
  const until = Date.now() + READY_WITHIN_MS
  while (!stopping) {
    if (service.hasFailed()) {
      fail(`The service could not start. wrangler says:\n${service.lastLines(30)}`)
      return false
    }
    if (await service.isHealthy()) return true
    if (Date.now() > until) {
      fail(
        `The service did not answer /healthz in two minutes. wrangler says:\n${service.lastLines(30)}`,
      )
      return false
    }
    await wait(200)
  }
  return false
}

/** Calls the scheduled handler as Cloudflare's cron would. A missed call is made up by the next. */
function callWatchdog(port) {
  const address = `http://127.0.0.1:${port}/cdn-cgi/local/scheduled?cron=*%2F10+*+*+*+*`
  const call = () =>
    void fetch(address, { signal: AbortSignal.timeout(60_000) }).catch(() => undefined)
  setInterval(call, WATCHDOG_EVERY_MS).unref()
}

/**
 * npm hands a SIGTERM on to the shell between us and itself, and many shells die of it without
 * telling us: when that shell is gone, so is whoever started us.
 */
function stopWithNpm() {
  if (process.env.npm_lifecycle_event !== 'start') return
  const shell = process.ppid
  setInterval(() => process.ppid !== shell && void stop(0), 300).unref()
}

function say(line) {
  console.log(`bayan: ${line}`)
}

function fail(message) {
  if (stopping) return
  console.error(`bayan: ${message}`)
  void stop(1)
}

/** Ends everything that was started, in reverse order. A second signal waits for the first. */
async function stop(code) {
  if (stopping) return
  stopping = true
  if (code === 0) say('stopping …')
  for (const end of running.reverse()) await end()
  process.exit(code)
}
