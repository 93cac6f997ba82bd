/**
 * Proves on a clean clone of HEAD that `npm start` keeps its word, with the machine's own Node and
 * npm: prints one line a fact, `ok …` or `not ok …`, and exits 1 if any fact does not hold.
 *
 *   node scripts/prove-start.mjs [port]
 */
import { execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { takenPort } from './local/taken-port.mjs'

/** Installing, starting, and the first minute of the demonstration, on a slow machine. */
const INSTALL_AND_START_MS = 180_000
const FIRST_ALERTS_MS = 90_000
const STOP_MS = 20_000
/** Set in the environment of all we start, and so of all that those start: how we find them again. */
const MARK = `BAYAN_PROOF=${randomBytes(8).toString('hex')}`

const root = fileURLToPath(new URL('..', import.meta.url))
const port = Number(process.argv[2] ?? 18_900)
const url = `http://127.0.0.1:${port}`
const receiver = `http://127.0.0.1:${port + 2}`
const results = []
const began = Date.now()

const folder = mkdtempSync(join(tmpdir(), 'bayan-proof-'))
const clone = join(folder, 'bayan')
let run
try {
  await prove()
} finally {
  for (const pid of marked()) kill(pid, 'SIGKILL')
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}
process.exitCode = results.every(Boolean) ? 0 : 1

async function prove() {
  execFileSync('git', ['clone', '--quiet', '--no-hardlinks', root, clone])
  fact('a clean clone holds no node_modules', !existsSync(join(clone, 'node_modules')))
  const started = Date.now()
  run = startIt()
  const healthy = await until(
    INSTALL_AND_START_MS,
    async () => (await get(`${url}/healthz`)).status === 200,
  )
  if (
    !fact(
      `npm start answers /healthz, installed and started in ${secondsSince(started)} s`,
      healthy,
    )
  ) {
    return tell()
  }
  const welcomed = await until(60_000, () => run.output.includes("operator's token"))
  fact(
    'it prints address, feeds, receiver and token',
    welcomed && run.output.includes(`:${port}/feeds/`),
  )
  await publicSide()
  await operatorsSide()
  await alerts()
  files()
  await stopping()
  await secondRun()
  if (!results.every(Boolean)) tell()
}

async function publicSide() {
  const since = Date.now()
  // What only a new statement says: the old ones were there before anybody looked.
  const expected = [
    ['/feeds/demo/ar.rss', 'الهيئة تدين الهجوم'],
    ['/feeds/demo/en.atom', 'condemns the chemical weapons attack'],
    ['/feeds/demo/both.json', 'الهيئة تدين الهجوم'],
  ]
  for (const [path, words] of expected) {
    const found = await until(FIRST_ALERTS_MS, async () =>
      (await get(url + path)).text.includes(words),
    )
    fact(`${path} holds the new statement (${secondsSince(since)} s)`, found)
  }
  for (const path of ['/', '/status', '/api']) {
    const { status, type } = await get(url + path)
    fact(`${path} is a page`, status === 200 && type.startsWith('text/html'))
  }
  const desk = await get(`${url}/desk`)
  fact('/desk asks for the token', desk.status === 401 && desk.text.includes('name="token"'))
  const style = await get(`${url}/style.css`)
  fact('the style sheet is there', style.status === 200 && style.type.startsWith('text/css'))
}

async function operatorsSide() {
  const token = /operator's token\s+(\S+)/.exec(run.output)?.[1] ?? ''
  const list = `${url}/api/v1/publishers`
  const denied = await get(list)
  fact(`/api/v1/publishers without a token answers 401`, denied.status === 401)
  const { status, text } = await get(list, { authorization: `Bearer ${token}` })
  fact(
    'with the printed token it answers 200 and lists the demonstration',
    status === 200 && text.includes('"demo"'),
  )
  const etilaf = status === 200 && JSON.parse(text).items.find(({ id }) => id === 'etilaf')
  fact('the real publisher is set up and paused', Boolean(etilaf && etilaf.paused))
}

async function alerts() {
  const since = Date.now()
  const isRight = {
    slack: ({ body }) => JSON.stringify(body?.blocks ?? '').length > 10,
    webhook: ({ body, signature }) => body?.type?.startsWith('statement.') && signature === 'valid',
  }
  for (const kind of ['slack', 'webhook']) {
    const arrived = await until(FIRST_ALERTS_MS, async () => {
      const { items } = JSON.parse((await get(`${receiver}/messages.json`)).text)
      return items.some((message) => message.kind === kind && isRight[kind](message))
    })
    fact(`an alert arrives at the ${kind} endpoint (${secondsSince(since)} s)`, arrived)
  }
  const { items } = JSON.parse((await get(`${receiver}/messages.json`)).text)
  fact(
    'no alert tells of a statement that was there before',
    !JSON.stringify(items).includes('chemical-weapons-file'),
  )
}

function files() {
  const secret = join(clone, '.data', 'admin-token')
  const isPrivate = existsSync(secret) && (statSync(secret).mode & 0o077) === 0
  fact('the made token lies in a file for its owner alone', isPrivate)
  const token = existsSync(secret) ? readFileSync(secret, 'utf8').trim() : 'none'
  const commandLines = marked().map((pid) => read(`/proc/${pid}/cmdline`))
  fact(
    'no command line shows the token',
    commandLines.length > 0 && !commandLines.some((line) => line.includes(token)),
  )
  const changed = execFileSync('git', ['status', '--porcelain'], { cwd: clone, encoding: 'utf8' })
  fact('the run leaves the checkout unchanged', changed === '')
}

/** SIGTERM to npm itself, as a supervisor sends it. */
async function stopping() {
  const since = Date.now()
  run.child.kill('SIGTERM')
  const ended = await until(STOP_MS, () => run.ended !== undefined)
  const isEmpty = await eventually(STOP_MS, () => marked().length === 0)
  fact(
    `SIGTERM to npm ends it, and no process is left (${secondsSince(since)} s)`,
    ended && isEmpty,
  )
  fact(
    'its three ports are free again',
    (await takenPort([port, port + 1, port + 2])) === undefined,
  )
}

/** The same folder again: what was published is there at once, and nothing is set up twice. */
async function secondRun() {
  const since = Date.now()
  run = startIt()
  const welcomed = await until(60_000, () => run.output.includes("operator's token"))
  const { text } = await get(`${url}/feeds/demo/ar.rss`)
  fact(
    `a second start takes ${secondsSince(since)} s and needs no install`,
    welcomed && !run.output.includes('npm ci'),
  )
  fact('its feeds hold at once what was published before', text.includes('الهيئة تدين الهجوم'))
  fact('the configuration is the one of the last run', run.output.includes('from the last run'))
  const script = marked().find((pid) =>
    /^[^\0]*node\0scripts\/start\.mjs\0/.test(read(`/proc/${pid}/cmdline`)),
  )
  if (script === undefined) return stopping()
  kill(script, 'SIGINT')
  const ended = await until(STOP_MS, () => run.ended !== undefined)
  fact('Ctrl-C ends it with code 0', ended && run.ended.code === 0)
  fact(
    'no process is left this time either',
    await eventually(STOP_MS, () => marked().length === 0),
  )
}

function startIt() {
  const [name, value] = MARK.split('=')
  const child = spawn('npm', ['start'], {
    cwd: clone,
    env: { ...machineEnvironment(), PORT: String(port), [name]: value },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const state = { child, output: '', ended: undefined }
  const keep = (chunk) => {
    state.output += chunk
  }
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  child.once('error', (error) => {
    state.ended = { code: error.message }
  })
  child.once('exit', (code) => {
    state.ended ??= { code }
  })
  return state
}

/** The environment of a newcomer: our own npm, its variables and its Node are not there. */
function machineEnvironment() {
  const own = /^(npm_|ADMIN_TOKEN$|DATA_DIR$|PORT$|PLAN$|INIT_CWD$|NODE$|NODE_OPTIONS$|VITEST)/
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.test(name)))
  const path = (env.PATH ?? '').split(delimiter).filter((part) => !part.includes('node_modules'))
  // Started directly, we run on the machine's Node; started by npm, that one stands after npm's own.
  const ours = dirname(process.execPath)
  const first = ours.includes('node_modules') ? [] : [ours]
  return { ...env, PATH: [...first, ...path].join(delimiter) }
}

/** Processes that carry our mark, by /proc; where there is none, only the one that we started. */
function marked() {
  if (!existsSync('/proc/self/environ'))
    return run?.ended === undefined && run ? [run.child.pid] : []
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .map(Number)
    .filter((pid) => read(`/proc/${pid}/environ`).split('\0').includes(MARK))
}

function read(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

function kill(pid, signal) {
  try {
    process.kill(pid, signal)
  } catch {
    // It ended meanwhile.
  }
}

async function get(address, headers = {}) {
  try {
    const response = await fetch(address, { headers, signal: AbortSignal.timeout(10_000) })
    const type = response.headers.get('content-type') ?? ''
    return { status: response.status, type, text: await response.text() }
  } catch {
    return { status: 0, type: '', text: '{"items":[]}' }
  }
}

/** Asks until it is so; gives up early when what we started has ended. */
async function until(ms, isSo) {
  await eventually(ms, async () => run.ended !== undefined || (await isSo()))
  return Boolean(await isSo())
}

async function eventually(ms, isSo) {
  const end = Date.now() + ms
  while (Date.now() < end) {
    if (await isSo()) return true
    await wait(250)
  }
  return Boolean(await isSo())
}

function fact(what, holds) {
  results.push(Boolean(holds))
  console.log(`${holds ? 'ok' : 'not ok'} ${what}`)
  return Boolean(holds)
}

/** Shows what the run said, once something was not as it should be. */
function tell() {
  const log = read(join(clone, '.data', 'wrangler.log'))
  console.error(
    `after ${secondsSince(began)} s; npm start said:\n${run.output}\nwrangler said:\n${log}`,
  )
}

function secondsSince(time) {
  return ((Date.now() - time) / 1000).toFixed(1)
}
