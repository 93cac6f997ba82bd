import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { bundleWorker } from '../runtime/bundle-worker.mjs'
import { startRuntime } from '../runtime/start-runtime.mjs'
import { openConnection } from './connection.mjs'
import { interleave } from './interleave.mjs'
import { median, ratios } from './statistics.mjs'

const CONFIG = fileURLToPath(new URL('match-wrangler.toml', import.meta.url))
const ROUNDS = 15
const STATEMENTS = 1_000

let inNode

/** CPU of this process a statement, in microseconds, variant after variant in every round. */
async function nodeFigures() {
  if (inNode !== undefined) return inNode
  const { foldAlone, foldAndTokenise, includesLoop, match } = await import('./match-work.mjs')
  const variants = {
    fold: () => foldAlone(0, STATEMENTS),
    base: () => foldAndTokenise(0, STATEMENTS),
    ten: () => match(10, 0, STATEMENTS),
    thousand: () => match(1_000, 0, STATEMENTS),
    tenThousand: () => match(10_000, 0, STATEMENTS),
  }
  const hits = match(10_000, 0, STATEMENTS) / STATEMENTS
  const figures = Object.fromEntries(Object.keys(variants).map((name) => [name, []]))
  for (const run of Object.values(variants)) for (let n = 0; n < 3; n++) run()
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, run] of Object.entries(variants)) figures[name].push(cpuOf(run, STATEMENTS))
  }
  // A loop over ten thousand takes seconds for what the others do in milliseconds: fewer statements.
  figures.includes1000 = Array.from({ length: 3 }, () =>
    cpuOf(() => includesLoop(1_000, 0, 100), 100),
  )
  figures.includes10000 = Array.from({ length: 3 }, () =>
    cpuOf(() => includesLoop(10_000, 0, 20), 20),
  )
  inNode = { ...figures, hits }
  return inNode
}

function cpuOf(run, statements) {
  const before = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / statements
}

const us = (values) => `${median(values).toFixed(1)} µs`

export const matchCost = {
  name: 'match-cost',
  unit: 'x',
  goal: { atMost: 2 },
  async measure() {
    const { base, tenThousand, fold, hits } = await nodeFigures()
    const detail = `Node: a statement of 373 words against 10,000 watches ${us(tenThousand)} (${hits.toFixed(1)} hits), folded and tokenised alone ${us(base)}, folded alone ${us(fold)}`
    return { values: ratios(tenThousand, base), detail }
  },
}

export const matchFlat = {
  name: 'match-flat',
  unit: 'x',
  goal: { atMost: 2 },
  async measure() {
    const { ten, thousand, tenThousand } = await nodeFigures()
    const detail = `Node: 10,000 watches ${us(tenThousand)}, 1,000 ${us(thousand)}, 10 ${us(ten)}`
    return { values: ratios(tenThousand, ten), detail }
  },
}

function beside(size, name, atLeast) {
  return {
    name: `match-vs-loop-${size === 1_000 ? '1k' : '10k'}`,
    unit: 'x',
    goal: { atLeast },
    async measure() {
      const figures = await nodeFigures()
      const ours = median(figures[name])
      const loop = figures[`includes${size}`]
      const detail = `Node: folded includes() of each of ${size} watches ${us(loop)} a statement, ours ${ours.toFixed(1)} µs`
      return { values: loop.map((value) => value / ours), detail }
    },
  }
}

export const matchLoop1000 = beside(1_000, 'thousand', 3)
export const matchLoop10000 = beside(10_000, 'tenThousand', 20)

/** In a process of its own: nothing is compiled yet, and the heap holds nothing else. */
async function buildFigures() {
  const script = fileURLToPath(new URL('match-build.mjs', import.meta.url))
  const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', script])
  return JSON.parse(stdout)
}

export const matchBuild = {
  name: 'match-build',
  unit: 'ms',
  goal: { atMost: 100 },
  async measure() {
    const { first, later } = await buildFigures()
    const detail = `CPU of building 10,000 watches anew; the very first time in a process ${first.toFixed(0)} ms, compiler included`
    return { values: later, detail }
  },
}

export const matchHeap = {
  name: 'match-heap',
  unit: 'MB',
  goal: { atMost: 40 },
  async measure() {
    const { heap } = await buildFigures()
    return { values: [heap], detail: '10,000 watches as they are kept, typed arrays included' }
  },
}

export const matchWorkerd = {
  name: 'match-workerd',
  unit: 'x',
  goal: { atMost: 2 },
  async measure({ dir }) {
    const bundle = await bundleWorker({ outdir: join(dir, 'bundle'), config: CONFIG })
    const runtime = await startRuntime({ bundle, dir, kv: 'memory' })
    const connection = openConnection(runtime.url)
    try {
      const variant = (size) => async (n) => {
        const { status, body } = await connection.get(`/${size}?n=${n}`)
        if (status !== 200) throw new Error(`/${size} answered ${status}: ${String(body)}`)
      }
      const { base, ten, tenThousand } = await interleave({
        pid: runtime.pid,
        calls: 20,
        warmUpCalls: 40,
        rounds: 7,
        variants: { base: variant(0), ten: variant(10), tenThousand: variant(10_000) },
      })
      // A call is a hundred statements.
      const each = (values) => values.map((value) => value * 10)
      const detail = `workerd: 10,000 watches ${us(each(tenThousand))}, 10 watches ${us(each(ten))}, folded and tokenised alone ${us(each(base))} a statement`
      return { values: ratios(tenThousand, base), detail }
    } finally {
      connection.close()
      await runtime.stop()
    }
  },
}
