import { describe, expect, it } from 'vitest'
import type { Endpoint } from '../../src/deliveries/endpoint.ts'
import { isSealedAnew, seal, unseal } from '../../src/platform/seal.ts'

const ENDPOINT: Endpoint = {
  id: 'desk',
  kind: 'telegram',
  url: 'https://api.telegram.org',
  secret: '100001:token-of-an-example',
  to: '-1000000000001',
  pace: 1,
  policy: { hourly: 5 },
}
const TOKEN = { ADMIN_TOKEN: 'q3Vb0nQeF2m8ZxKkT1sYw7LrUo9HdJ5g' }
const OTHER = { ADMIN_TOKEN: 'another-token-made-by-chance-9w2' }

describe('a sealed endpoint', () => {
  it('opens whole, and shows nothing of its address, secret or recipient before', async () => {
    const sealed = await seal(ENDPOINT, TOKEN)
    const kept = JSON.stringify(sealed)
    for (const hidden of ['telegram.org', 'token-of', '100001', '-1000000'])
      expect(kept).not.toContain(hidden)
    expect(sealed).toMatchObject({ id: 'desk', kind: 'telegram', pace: 1, policy: { hourly: 5 } })
    expect(await unseal(sealed, TOKEN)).toEqual(ENDPOINT)
  })

  it('is another text each time, so that equal secrets do not look equal', async () => {
    const [one, two] = [await seal(ENDPOINT, TOKEN), await seal(ENDPOINT, TOKEN)]
    expect(one.sealed).not.toBe(two.sealed)
  })

  it.each([
    { because: 'another secret', env: OTHER, change: {} },
    { because: 'none', env: {}, change: {} },
    { because: 'it was sealed for another endpoint', env: TOKEN, change: { id: 'other' } },
    { because: 'a damaged row', env: TOKEN, change: { sealed: 'x' } },
  ])('does not open: $because', async ({ env, change }) => {
    expect(await unseal({ ...(await seal(ENDPOINT, TOKEN)), ...change }, env)).toBeUndefined()
  })

  it('does not open when one bit is another', async () => {
    const sealed = await seal(ENDPOINT, TOKEN)
    const text = sealed.sealed ?? ''
    const at = text.length - 6
    const flipped = text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1)
    expect(await unseal({ ...sealed, sealed: flipped }, TOKEN)).toBeUndefined()
  })

  it('outlives a new token where it has a key of its own, or the old one is still named', async () => {
    const key = { ENCRYPTION_KEY: 'a-key-of-its-own-0123456789abcdef' }
    const own = await seal(ENDPOINT, { ...TOKEN, ...key })
    expect(await unseal(own, { ...OTHER, ...key })).toEqual(ENDPOINT)
    const byToken = await seal(ENDPOINT, TOKEN)
    const replaced = { ...OTHER, PREVIOUS_ENCRYPTION_KEY: TOKEN.ADMIN_TOKEN }
    expect(await unseal(byToken, replaced)).toEqual(ENDPOINT)
    expect(await unseal(byToken, { ...TOKEN, ...key })).toEqual(ENDPOINT)
    expect(await isSealedAnew(byToken, replaced)).toBe(false)
    expect(await isSealedAnew(await seal(ENDPOINT, replaced), replaced)).toBe(true)
  })

  it('is not made without a secret', async () => {
    await expect(seal(ENDPOINT, {})).rejects.toThrow('set ADMIN_TOKEN')
  })

  it('of an earlier version, or of a feed, is read as it is', async () => {
    expect(await unseal(ENDPOINT, TOKEN)).toEqual(ENDPOINT)
    expect(await isSealedAnew(ENDPOINT, TOKEN)).toBe(false)
    expect(await unseal({ id: 'feed:w', kind: 'feed', pace: 1 }, {})).toMatchObject({ url: '' })
  })
})
