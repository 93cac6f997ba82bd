import { statfsSync } from 'node:fs'
import { cloudflareTest } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'
import { LongestWaitFirst } from './test/longest-wait-first.ts'
import { outboundService } from './test/workerd/outbound.ts'

/** The runtime's SQLite waits for its disk at each transaction: in memory the tests take a fifth less. */
const MEMORY = '/dev/shm'
const ROOM_BYTES = 2 * 1024 ** 3

if (process.env.TMPDIR === undefined && hasRoom(MEMORY)) process.env.TMPDIR = MEMORY

function hasRoom(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize > ROOM_BYTES
  } catch {
    return false
  }
}

/**
 * Four layers, told apart by the end of a file's name:
 * `*.test.ts` pure logic in plain Node, `*.workerd.test.ts` inside the runtime,
 * `*.e2e.test.ts` the production bundle against loopback sites and receivers,
 * `*.browser.test.ts` that bundle in a real browser (`npm run test:browser`).
 */
export default defineConfig({
  test: {
    // A busy machine is no reason to fail: what hangs is still found, a little later.
    testTimeout: 20_000,
    // One more than two cores have: a file of e2e or workerd waits for half of its time.
    maxWorkers: 3,
    sequence: { sequencer: LongestWaitFirst },
    projects: [
      {
        test: {
          name: 'node',
          // Pure code shares nothing but tables: modules are loaded once, not once a file.
          isolate: false,
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [
            'test/**/*.workerd.test.ts',
            'test/**/*.e2e.test.ts',
            'test/**/*.browser.test.ts',
          ],
        },
      },
      {
        plugins: [
          cloudflareTest({
            // The sources themselves; e2e tests run the bundle.
            main: './src/worker.ts',
            wrangler: { configPath: './wrangler.toml' },
            miniflare: {
              outboundService,
              bindings: {
                BASE_URL: 'https://bayan.example',
                ADMIN_TOKEN: 'a-token-for-tests-in-workerd',
                ACCESS_TEAM: 'https://team.cloudflareaccess.com',
                ACCESS_AUD: 'tag-of-the-application',
                ...(process.env.FUZZ_RUNS === undefined
                  ? {}
                  : { FUZZ_RUNS: process.env.FUZZ_RUNS }),
              },
            },
          }),
        ],
        test: {
          name: 'workerd',
          include: ['test/**/*.workerd.test.ts'],
          // A runtime for many files, two or three in all: to start one costs a second and a half.
          isolate: false,
          setupFiles: ['./test/workerd/fresh-storage.ts', './test/workerd/fresh-memory.ts'],
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/**/*.e2e.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/**/*.browser.test.ts'],
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
