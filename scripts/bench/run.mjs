/**
 * Measures the production bundle beside floors and peers and prints ratios.
 *
 *   node scripts/bench/run.mjs [name …]
 *
 * Without names everything is measured, in about three minutes. A goal not met is printed, and is
 * no failure: ratios move with the machine. docs/measuring.md tells what each figure means.
 */
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundleWorker } from '../runtime/bundle-worker.mjs'
import { MEASUREMENTS } from './measurements-table.mjs'
import { median, spread } from './statistics.mjs'

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !MEASUREMENTS.some((known) => known.name === name))
if (unknown.length > 0) {
  console.error(`No measurement is called ${unknown.join(', ')}.`)
  console.error(`There are: ${MEASUREMENTS.map(({ name }) => name).join(', ')}.`)
  process.exit(2)
}
if (!existsSync('/proc/self/task')) {
  console.log('CPU is read from /proc, which only Linux has: nothing was measured.')
  process.exit(0)
}

const folder = await mkdtemp(join(tmpdir(), 'bayan-bench-'))
try {
  const bundle = await bundleWorker({ outdir: join(folder, 'bundle') })
  console.log(`Node ${process.version}, ${cpus().length} processors, load ${load()}\n`)
  console.log(row('measurement', 'median', 'spread', 'goal', '', 'what was measured'))
  for (const measurement of MEASUREMENTS) {
    if (asked.length > 0 && !asked.includes(measurement.name)) continue
    const dir = join(folder, measurement.name)
    console.log(await line(measurement, { bundle, dir }))
  }
  console.log(`\nLoad at the end ${load()}. The figures are this machine's: quote the ratios.`)
} finally {
  await rm(folder, { recursive: true, force: true })
}

/** A measurement that breaks says so in its line; the others are still worth having. */
async function line({ name, unit, goal, measure }, bench) {
  try {
    const { values, detail } = await measure(bench)
    const value = median(values)
    const { from, to } = spread(values)
    const range = values.length > 1 ? `${figure(from)} to ${figure(to)}` : ''
    const verdict = isMet(value, goal) ? 'met' : 'not met'
    return row(
      name,
      `${figure(value)} ${unit}`,
      range,
      `${goalText(goal)} ${unit}`,
      verdict,
      detail,
    )
  } catch (error) {
    return row(name, 'failed', '', `${goalText(goal)} ${unit}`, 'unknown', error.message)
  }
}

function isMet(value, { atMost = Infinity, atLeast = -Infinity }) {
  return value <= atMost && value >= atLeast
}

function goalText({ atMost, atLeast }) {
  return atMost === undefined ? `>= ${atLeast}` : `<= ${atMost}`
}

function figure(value) {
  return value.toFixed(value < 10 ? 2 : 1)
}

function row(name, value, range, goal, verdict, detail) {
  const cells = [name.padEnd(17), value.padStart(11), range.padStart(15), goal.padStart(13)]
  return `${cells.join('  ')}  ${verdict.padEnd(8)}${detail}`
}

function load() {
  return loadavg()
    .map((average) => average.toFixed(2))
    .join(' ')
}
