/**
 * Many alerts to many endpoints whose receivers fail in every way, on the local runtime. Afterwards
 * every delivery has arrived or is a dead letter with a reason, each line has kept its order, and the
 * objects' storage is told.
 *
 *   node scripts/crash/soak.mjs [--alerts 10000] [--endpoints 20] [--seed 1]
 *
 * `--alerts` counts all endpoints together. Ends with code 1 unless all of it holds.
 */
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { bundleWorker } from '../runtime/bundle-worker.mjs'
import { OPERATOR_VARS, callApi } from '../runtime/operator.mjs'
import { startRuntime } from '../runtime/start-runtime.mjs'
import { chance } from './chance.mjs'
import { soakWorker } from './soak-entry.mjs'

const { values } = parseArgs({
  options: {
    alerts: { type: 'string', default: '10000' },
    endpoints: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
  },
})
const perEndpoint = Math.ceil(Number(values.alerts) / Number(values.endpoints))
const names = Array.from({ length: Number(values.endpoints) }, (_, n) => `soak-${n}`)
const BATCH = 25
/** Silence of all lines for so long means that something is stuck. */
const STUCK_MS = 120_000

/** Shares of all first attempts. `refusedForGood` ends as a dead letter. */
const FAULTS = [
  ['busy', 0.01],
  ['dropped', 0.005],
  ['limited', 0.003],
  ['hung', 0.0005],
  ['refusedForGood', 0.005],
]

const draw = chance(Number(values.seed))
const arrived = new Map(names.map((name) => [name, []]))
const fates = new Map()
let repeats = 0
const receiver = createServer((request, response) => void take(request, response))
receiver.listen(0, '127.0.0.1')
await once(receiver, 'listening')
const origin = `http://127.0.0.1:${receiver.address().port}`

async function take(request, response) {
  request.resume()
  await once(request, 'end').catch(() => undefined)
  const id = request.headers['webhook-id']
  const first = !fates.has(id)
  if (first) fates.set(id, fateOf(draw()))
  const fate = first || fates.get(id) === 'refusedForGood' ? fates.get(id) : 'taken'
  if (fate === 'taken' || fate === 'dropped' || fate === 'hung') {
    const line = arrived.get(request.url.slice(1))
    const number = Number(id.split('_').at(-1))
    if (line.includes(number)) repeats++
    else line.push(number)
  }
  if (fate === 'dropped') request.socket.resetAndDestroy()
  else if (fate === 'taken') response.writeHead(200).end('ok')
  else if (fate === 'busy') response.writeHead(503).end('busy')
  else if (fate === 'limited') response.writeHead(429, { 'retry-after': '1' }).end('slow down')
  else if (fate === 'refusedForGood') response.writeHead(400).end('not this one')
}

function fateOf(drawn) {
  let sum = 0
  for (const [fate, share] of FAULTS) {
    sum += share
    if (drawn < sum) return fate
  }
  return 'taken'
}

const folder = await mkdtemp(join(tmpdir(), 'bayan-soak-'))
const bundle = soakWorker(await bundleWorker({ outdir: join(folder, 'bundle') }))
const runtime = await startRuntime({ bundle, dir: join(folder, 'state'), vars: OPERATOR_VARS })
const began = performance.now()
try {
  const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`
  for (const id of names) {
    const endpoint = { id, kind: 'webhook', url: `${origin}/${id}`, secret, pace: 50 }
    await callApi(runtime.url, 'PUT', `/endpoints/${id}`, endpoint)
  }
  for (let from = 0; from < perEndpoint; from += BATCH) {
    const to = Math.min(perEndpoint, from + BATCH)
    await Promise.all(names.map((name) => ask('accept', name, `&from=${from}&to=${to}`)))
  }
  await untilAllSettled()
  process.exitCode = (await judge()) ? 0 : 1
} finally {
  await runtime.stop()
  receiver.closeAllConnections()
  receiver.close()
  await rm(folder, { recursive: true, force: true })
}

async function ask(what, name, more = '') {
  const answer = await fetch(`${runtime.url}/soak/${what}?endpoint=${name}${more}`)
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${what} ${name}: ${answer.status} ${text}\n${runtime.log()}`)
  return JSON.parse(text)
}

async function untilAllSettled() {
  let last = Infinity
  let since = performance.now()
  for (;;) {
    const reports = await Promise.all(names.map((name) => ask('report', name)))
    const pending = reports.reduce((sum, report) => sum + report.pending, 0)
    if (pending === 0) return
    if (pending < last) since = performance.now()
    last = pending
    if (performance.now() - since > STUCK_MS) throw new Error(`stuck with ${pending} on their way`)
    console.log(`${seconds()} s: ${pending} on their way`)
    await sleep(5_000)
  }
}

function seconds() {
  return ((performance.now() - began) / 1000).toFixed(0)
}

/** Every delivery arrived or is a dead letter with a reason, and each line came in its order. */
async function judge() {
  let [lost, dead, disordered] = [0, 0, 0]
  let largest = { bytes: 0 }
  for (const name of names) {
    const letters = await ask('abandoned', name)
    const reasons = new Map(letters.map(({ id, reason }) => [id, reason]))
    dead += letters.length
    const line = arrived.get(name)
    const came = new Set(line)
    for (let n = 0; n < perEndpoint; n++)
      if (!came.has(n) && !reasons.get(`msg_${name}_${n}`)) lost++
    disordered += line.filter((number, at) => at > 0 && number < line[at - 1]).length
    const size = await ask('size', name)
    if (size.bytes > largest.bytes) largest = size
  }
  const sum = [...arrived.values()].reduce((total, line) => total + line.length, 0)
  console.log(
    `${perEndpoint * names.length} alerts to ${names.length} endpoints in ${seconds()} s: ${sum} arrived, ${dead} dead letters with a reason, ${lost} lost, ${disordered} out of order, ${repeats} processed again under their own id.`,
  )
  const { bytes, deliveries, attempts } = largest
  console.log(
    `The largest object holds ${(bytes / 1024).toFixed(0)} KiB: ${deliveries} deliveries, ${attempts} attempts.`,
  )
  return lost === 0 && disordered === 0
}
