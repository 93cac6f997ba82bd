import { once } from 'node:events'
import { type IncomingMessage, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { pingPublicHubs } from '../../src/objects/ping-hubs.ts'
import { type BayanEnv, publicHubsOf } from '../../src/platform/env.ts'
import { SOURCE, SimulatedPublisher, feedPage } from './simulated-publisher.ts'

/** A public hub on loopback: what it was told, and what it answers. */
const told: { readonly request: IncomingMessage; readonly form: URLSearchParams }[] = []
let status = 204
const server = createServer((request, response) => {
  void text(request).then((body) => {
    told.push({ request, form: new URLSearchParams(body) })
    response.writeHead(status).end()
  })
})
let hub = ''

beforeAll(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening')
  hub = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hub`
})
afterAll(() => server.close())
afterEach(() => {
  told.length = 0
  status = 204
})

function deployment(vars: Record<string, string>): BayanEnv {
  const local = { BASE_URL: 'http://localhost:8787', ALLOW_PRIVATE_NETWORK: 'true' }
  return { ...local, ...vars } as unknown as BayanEnv
}

describe('a public hub', () => {
  it('is told in one request of every feed that a change may have changed', async () => {
    await pingPublicHubs('nahr', deployment({ PUBLIC_HUBS: hub }))
    expect(told).toHaveLength(1)
    const [{ request, form } = {}] = told
    expect(request?.method).toBe('POST')
    expect(request?.headers['content-type']).toBe('application/x-www-form-urlencoded')
    expect(form?.get('hub.mode')).toBe('publish')
    const urls = form?.getAll('hub.url') ?? []
    expect(urls).toContain('http://localhost:8787/feeds/nahr/ar.atom')
    expect(urls).toContain('http://localhost:8787/feeds/all/withdrawn.json')
    // Three languages, edits and withdrawals of one; all but edits of all; in three formats.
    expect(urls).toHaveLength((5 + 4) * 3)
    expect(new Set(urls).size).toBe(urls.length)
  })

  it.each([
    { because: 'it refuses', answer: 500, address: () => hub, why: 'it answered 500' },
    { because: 'nobody is there', answer: 0, address: () => 'http://127.0.0.1:1/', why: '' },
    {
      because: 'it lies in a private network, and the deployment is public',
      answer: 204,
      address: () => hub,
      vars: { BASE_URL: 'https://bayan.example' },
      why: 'not-allowed',
    },
  ])('that fails costs a line of the log and nothing else: $because', async (row) => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    status = row.answer
    await pingPublicHubs('nahr', deployment({ PUBLIC_HUBS: row.address(), ...row.vars }))
    const lines = log.mock.calls.map(([line]) => String(line))
    log.mockRestore()
    expect(lines).toHaveLength(1)
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ at: 'ping', publisher: 'nahr' })
    expect(lines[0]).toContain(row.why)
    if (row.vars !== undefined) expect(told).toEqual([])
  })

  it.each([
    { because: 'none unless the operator says so', from: undefined, to: [] },
    { because: 'what is no address is passed over', from: 'hub ftp://a.example', to: [] },
    {
      because: 'three at most: each costs a request a change',
      from: 'https://a.example https://b.example  https://c.example/x> https://d.example',
      to: ['https://a.example/', 'https://b.example/', 'https://c.example/x%3E'],
    },
  ])('is named in the settings: $because', ({ from, to }) => {
    const env = { BASE_URL: 'https://bayan.example' }
    expect(publicHubsOf(from === undefined ? env : { ...env, PUBLIC_HUBS: from })).toEqual(to)
  })
})

describe('a publisher whose feeds public hubs name', () => {
  it('pings once a minute at most, when KV serves what is new everywhere', async () => {
    const world = new SimulatedPublisher()
    const pings: number[] = []
    world.ping = async () => {
      pings.push(world.now)
      await Promise.resolve()
    }
    for (let n = 1; n <= 3; n++) {
      world.pages.set(
        SOURCE.url,
        feedPage([{ slug: `bayan-${n}`, title: `بيان ${n}`, text: 'نص' }]),
      )
      await world.poll()
    }
    const written = world.now
    expect(pings).toEqual([])
    for (let minute = 0; minute < 3; minute++) {
      world.now += 60_000
      await world.tell()
    }
    expect(pings[0]).toBeGreaterThan(written + 50_000)
    // Three changes are one ping; the second is for the link to the archive, written a minute later.
    expect(pings).toHaveLength(2)
    expect((pings[1] ?? 0) - (pings[0] ?? 0)).toBeGreaterThanOrEqual(60_000)
  })

  it('is held up by no hub that cannot be told', async () => {
    const world = new SimulatedPublisher()
    world.ping = () => Promise.reject(new Error('no network'))
    world.pages.set(SOURCE.url, feedPage([{ slug: 'bayan', title: 'بيان', text: 'نص' }]))
    await world.poll()
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    for (let minute = 0; minute < 3; minute++) {
      world.now += 61_000
      await world.tell()
    }
    log.mockRestore()
    expect(world.state.outbox.count()).toBe(0)
  })
})
