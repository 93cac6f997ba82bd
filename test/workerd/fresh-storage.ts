import { reset } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { beforeAll } from 'vitest'

/**
 * The files of one runtime share it, since to start one costs a second and a half. What a file before this
 * one left in objects, KV and caches is dropped before its first test.
 *
 * `reset()` passes over objects that have left memory, as they do after ten idle seconds: the desk of one
 * file would come back in another with all its settings. So the same name is another object in each file.
 */
const file = crypto.randomUUID()
const namespaces: DurableObjectNamespace = Object.getPrototypeOf(env.DESK)
namespaces.getByName = function (this: DurableObjectNamespace, name, options) {
  return this.get(this.idFromName(`${file} ${name}`), options)
}

beforeAll(async () => {
  await reset()
})
