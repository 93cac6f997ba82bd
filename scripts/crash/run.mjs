/**
 * Kills the service at random moments and counts what was lost or told twice.
 *
 *   node scripts/crash/run.mjs [--seeds 10] [--kills 10] [--statements 60] [--jobs 1] [--quick]
 *
 * `--quick` is 2 seeds, 4 kills, 15 statements. `--first 5` begins with seed 5, `--jobs 4` runs four
 * seeds side by side (a seed mostly waits), `--keep` leaves the folders. Ends with code 1 unless no seed lost a statement or told one under two ids.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { bundleWorker } from '../runtime/bundle-worker.mjs'
import { runTrial } from './trial.mjs'

const { values } = parseArgs({
  options: {
    seeds: { type: 'string' },
    kills: { type: 'string' },
    statements: { type: 'string' },
    first: { type: 'string', default: '1' },
    jobs: { type: 'string', default: '1' },
    quick: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
  },
})
const short = values.quick
const seeds = Number(values.seeds ?? (short ? 2 : 10))
const kills = Number(values.kills ?? (short ? 4 : 10))
const statements = Number(values.statements ?? (short ? 15 : 60))

const folder = await mkdtemp(join(tmpdir(), 'bayan-crash-'))
const bundle = await bundleWorker({ outdir: join(folder, 'bundle') })
console.log('seed  kills  statements  delivered  lost  new-id  same-id  attempts  seconds')
let broken = 0
const sums = { delivered: 0, repeats: 0, attempts: 0 }
const waiting = Array.from({ length: seeds }, (_, n) => Number(values.first) + n)
await Promise.all(Array.from({ length: Number(values.jobs) }, work))

/** Takes one seed after the other until none is left. */
async function work() {
  for (let seed = waiting.shift(); seed !== undefined; seed = waiting.shift()) {
    const dir = join(folder, `seed-${seed}`)
    const trial = await runTrial({ bundle, dir, seed, kills, statements })
    console.log(line(trial))
    for (const name of Object.keys(sums)) sums[name] += trial[name]
    if (trial.lost.length === 0 && trial.renamed.length === 0) continue
    broken++
    console.log(
      `      lost: ${trial.lost.join(' ') || 'none'}; under a new id: ${trial.renamed.join(' ') || 'none'}`,
    )
  }
}

console.log(
  `In all: ${sums.delivered} of ${seeds * statements} delivered, ${sums.repeats} processed again under their own id, ${sums.attempts} attempts.`,
)
if (values.keep) console.log(`Folders kept: ${folder}`)
else await rm(folder, { recursive: true, force: true })
console.log(
  broken === 0 ? 'Nothing lost, nothing told twice.' : `${broken} of ${seeds} seeds failed.`,
)
process.exitCode = broken === 0 ? 0 : 1

function line({ seed, kills, statements, delivered, lost, renamed, repeats, attempts, seconds }) {
  const cells = [
    [seed, 4],
    [kills, 7],
    [statements, 12],
    [delivered, 11],
    [lost.length, 6],
    [renamed.length, 8],
    [repeats, 9],
    [attempts, 10],
    [seconds.toFixed(1), 9],
  ]
  return cells.map(([value, width]) => String(value).padStart(width)).join('')
}
