import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runTrial } from '../../scripts/crash/trial.mjs'
import { bundleWorker } from '../../scripts/runtime/bundle-worker.mjs'
import { smallWorker } from '../../scripts/runtime/worker-description.mjs'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bayan-crash-'))
})

afterAll(() => rm(folder, { recursive: true, force: true }))

describe('killed at random moments', () => {
  it('loses nothing and tells nothing under a second id', async () => {
    const bundle = await bundleWorker({ outdir: join(folder, 'bundle') })
    const trial = await runTrial({
      bundle,
      dir: join(folder, 'bayan'),
      // Of these twelve one is refused, one taken and reset, one told to come later.
      seed: 18,
      kills: 4,
      statements: 12,
      // One that hangs takes 15 s: the long form has some.
      faults: { refused: 0.1, dropped: 0.1, limited: 0.05 },
    })

    expect(trial).toMatchObject({ delivered: 12, lost: [], renamed: [], pending: 0 })
  }, 120_000)

  it('would be seen to lose and to repeat, if the service marked before it told', async () => {
    const code = await readFile(join(import.meta.dirname, 'careless-worker.mjs'), 'utf8')
    const bundle = smallWorker(code, { objects: [{ binding: 'CARELESS', className: 'Careless' }] })
    const dir = join(folder, 'careless')
    const trial = await runTrial({
      bundle,
      dir,
      seed: 12,
      kills: 4,
      statements: 15,
      settleMs: 1_000,
      withDead: false,
    })

    expect(trial.lost.length).toBeGreaterThan(0)
    expect(trial.renamed.length).toBeGreaterThan(0)
  })
})
