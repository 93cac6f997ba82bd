/**
 * Loads the starter concepts into a running Bayan: `npm run concepts [-- address]`, with the
 * operator's token in `ADMIN_TOKEN`. Concepts that are there already are left alone.
 */
import { loadConcepts } from './local/load-concepts.mjs'
import { apiClient } from './local/api.mjs'

const url = process.argv[2] ?? 'http://localhost:8787'
const token = process.env.ADMIN_TOKEN ?? ''
if (token === '') {
  console.error('Give the operator\u2019s token: ADMIN_TOKEN=\u2026 npm run concepts')
  process.exit(2)
}
const loaded = await loadConcepts(apiClient({ url: url.replace(/\/$/, ''), token }))
if (loaded.kind === 'refused') {
  console.error(loaded.message)
  process.exit(1)
}
console.log(`${loaded.count} concepts were loaded; ${loaded.left} were there already.`)
