import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { bundleWorker } from '../../scripts/runtime/bundle-worker.mjs'

it('keeps the production bundle under 224 KiB gzip (decision 45)', async () => {
  const outdir = await mkdtemp(join(tmpdir(), 'bayan-bundle-'))
  const { gzipBytes } = await bundleWorker({ outdir })
  await rm(outdir, { recursive: true })
  expect(gzipBytes).toBeGreaterThan(20 * 1024)
  expect(gzipBytes).toBeLessThan(224 * 1024)
})
