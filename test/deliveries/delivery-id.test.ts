import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { alertId, deliveryId } from '../../src/deliveries/delivery-id.ts'

describe('the id of an alert', () => {
  it('can be read in a log', () => {
    const facts = {
      watch: 'chemical',
      statement: 'etilaf-12',
      revision: 1,
      change: 'appeared',
    } as const
    expect(alertId(facts)).toBe('chemical/etilaf-12/1/appeared')
  })

  it('differs whenever one of its facts differs', () => {
    const facts = { watch: 'a', statement: 'b-1', revision: 1, change: 'appeared' } as const
    const ids = [
      alertId(facts),
      alertId({ ...facts, watch: 'a2' }),
      alertId({ ...facts, statement: 'b-2' }),
      alertId({ ...facts, revision: 2 }),
      alertId({ ...facts, change: 'restored' }),
      alertId({ ...facts, watch: 'a/b-1', statement: '1' }),
      alertId({ ...facts, watch: 'a', statement: 'b-1/1' }),
    ]
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('the id of a delivery', () => {
  it('is msg_ and 32 hex digits of a hash that others can compute', async () => {
    const hash = createHash('sha256')
      .update('["chemical/etilaf-12/1/appeared","desk-slack"]')
      .digest('hex')
    expect(await deliveryId('chemical/etilaf-12/1/appeared', 'desk-slack')).toBe(
      `msg_${hash.slice(0, 32)}`,
    )
  })

  it('is the same each time, and another for another endpoint', async () => {
    expect(await deliveryId('a', 'e1')).toBe(await deliveryId('a', 'e1'))
    expect(await deliveryId('a', 'e1')).not.toBe(await deliveryId('a', 'e2'))
  })

  it.each([
    { because: 'a letter moves over the border', one: ['ab', 'c'], other: ['a', 'bc'] },
    { because: 'a separator inside a part', one: ['a","b', 'c'], other: ['a', 'b","c'] },
    { because: 'an empty part', one: ['', 'ab'], other: ['ab', ''] },
  ])('does not meet another: $because', async ({ one, other }) => {
    expect(await deliveryId(one[0]!, one[1]!)).not.toBe(await deliveryId(other[0]!, other[1]!))
  })
})
