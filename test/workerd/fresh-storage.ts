import { reset } from 'cloudflare:test'
import { beforeAll } from 'vitest'

/**
 * All files of this layer share one runtime, since to start one costs a second and a half.
 * What a file before this one left in objects, KV and caches is dropped before its first test.
 */
beforeAll(async () => {
  await reset()
})
