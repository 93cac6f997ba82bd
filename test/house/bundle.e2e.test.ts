import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { bundleWorker } from '../../scripts/runtime/bundle-worker.mjs'
import { startRuntime } from '../../scripts/runtime/start-runtime.mjs'

const KIB = 1024
let folder: string
let bundle: Awaited<ReturnType<typeof bundleWorker>>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bayan-bundle-'))
  bundle = await bundleWorker({ outdir: join(folder, 'bundle') })
})

afterAll(() => rm(folder, { recursive: true }))

it('keeps what is loaded at start under 150 KiB gzip, and all of it under 290 (decision 46)', () => {
  expect(bundle.startGzipBytes).toBeGreaterThan(20 * KIB)
  expect(bundle.startGzipBytes).toBeLessThan(150 * KIB)
  expect(bundle.gzipBytes).toBeLessThan(290 * KIB)
})

it('has pages, API and desk as modules of their own', () => {
  const later = bundle.modules.filter(({ atStart }) => !atStart).map(({ name }) => name)
  for (const part of ['router', 'api', 'desk', 'tell-mistake']) {
    expect(later.filter((name) => name.startsWith(`${part}-`))).toHaveLength(1)
  }
})

it('answers with a fault, and serves feeds on, where a part cannot be loaded', async () => {
  const broken = bundle.modules.map((module) =>
    module.atStart ? module : { name: module.name, code: 'throw new Error("broken part")' },
  )
  const runtime = await startRuntime({
    bundle: { ...bundle, modules: broken },
    dir: join(folder, 'broken'),
    kv: 'memory',
  })
  const status = async (path: string) => {
    const signal = AbortSignal.timeout(5_000)
    const response = await fetch(`${runtime.url}${path}`, { signal })
    await response.arrayBuffer()
    return response.status
  }
  try {
    expect({
      page: await status('/'),
      again: await status('/'),
      call: await status('/api/v1/status'),
      badFeed: await status('/feeds/nahr/ar.rss?limit=0'),
      feed: await status('/feeds/nahr/ar.rss'),
      health: await status('/healthz'),
    }).toEqual({ page: 500, again: 500, call: 500, badFeed: 500, feed: 404, health: 200 })
    expect(runtime.log()).toContain('broken part')
    // What is gone through at load may do only what the runtime lets a loading worker do.
    expect(runtime.log()).not.toContain('warm-up')
  } finally {
    await runtime.stop()
  }
})
