import { readFile } from 'node:fs/promises'
import { refused } from './api.mjs'

const STARTER = new URL('../../concepts/syria.json', import.meta.url)

/**
 * Puts the starter concepts where they are not yet.
 *
 * @param api see `api.mjs`
 * @returns `{kind: 'loaded', count, left}`, or `{kind: 'refused', message}` with the API's own words
 */
export async function loadConcepts(api) {
  const { concepts } = JSON.parse(await readFile(STARTER, 'utf8'))
  const there = await api('GET', '/concepts')
  if (there.status !== 200) return refused('GET /concepts', there)
  const known = new Set(there.body.items.map(({ id }) => id))
  const missing = concepts.filter(({ id }) => !known.has(id))
  for (const concept of missing) {
    const answer = await api('PUT', `/concepts/${concept.id}`, concept)
    if (answer.status >= 300) return refused(`PUT /concepts/${concept.id}`, answer)
  }
  return { kind: 'loaded', count: missing.length, left: concepts.length - missing.length }
}
