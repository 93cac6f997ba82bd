import { refused } from '../local/api.mjs'
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
  if (calls.length > 0) {
    // The first poll takes what is there as known. On a slow machine the publisher's next statement
    // could else be part of it, and nobody would be told.
    const polled = await api('POST', '/publishers/demo/poll')
    if (polled.status !== 200) return refused('POST /publishers/demo/poll', polled)
  }
  return { kind: 'done', count: calls.length }
}

function callsFor(publishers, addresses) {
  if (publishers.length === 0) return demonstration(addresses)
  const demo = publishers.find(({ id }) => id === 'demo')
  const moved = demo !== undefined && demo.site !== `${addresses.site}/`
  return moved ? loopback(addresses) : []
}
