import { demonstration, loopback } from './configuration.mjs'

/**
 * Puts the demonstration's configuration where none is, and mends its addresses where the ports
 * have changed. What the operator has set up or removed is left alone.
 *
 * @param api see `local/api.mjs`
 * @param addresses `{site, receiver, secret, interval}`
 * @returns `{kind: 'done', count}`, or `{kind: 'refused', message}` with the API's own words
 */
export async function setUp(api, addresses) {
  const publishers = await api('GET', '/publishers')
  if (publishers.status !== 200) return refused('GET /publishers', publishers)
  const calls = callsFor(publishers.body.items, addresses)
  for (const { path, body } of calls) {
    const answer = await api('PUT', path, body)
    if (answer.status >= 300) return refused(`PUT ${path}`, answer)
  }
  return { kind: 'done', count: calls.length }
}

function callsFor(publishers, addresses) {
  if (publishers.length === 0) return demonstration(addresses)
  const demo = publishers.find(({ id }) => id === 'demo')
  const moved = demo !== undefined && demo.site !== `${addresses.site}/`
  return moved ? loopback(addresses) : []
}

function refused(call, { status, body }) {
  return { kind: 'refused', message: `${call} answered ${status}: ${body?.detail ?? 'no detail'}` }
}
