import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Bayan, startBayan } from './bayan.ts'

let bayan: Bayan

beforeAll(async () => {
  bayan = await startBayan({ token: null })
})

afterAll(async () => {
  await bayan.close()
})

it.each(['/', '/status', '/healthz', '/metrics', '/feeds.opml', '/api/v1/statements'])(
  'serves %s without an operator',
  async (path) => {
    expect((await bayan.call('GET', path)).status).toBe(200)
  },
)

it('says that the operator’s side is off, and how to open it', async () => {
  const response = await bayan.call('GET', '/api/v1/publishers', undefined, {
    authorization: 'Bearer anything-at-all-of-some-length',
  })
  expect(response.status).toBe(503)
  expect(await response.text()).toContain('wrangler secret put ADMIN_TOKEN')
})
