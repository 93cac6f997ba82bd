import { reset } from 'cloudflare:test'
import { beforeAll } from 'vitest'

/**
 * All files of this layer share one runtime, since to start one costs a second and a half.
 * What a file before this one left in objects, KV and caches is dropped before its first test.
 *
 * `reset()` passes over objects that have left memory, which they do after some idle seconds: one may
 * come back with orders of a higher version than a desk that began anew. So endpoints and publishers
 * that several files make have a name of their own in each.
 */
beforeAll(async () => {
  await reset()
})
