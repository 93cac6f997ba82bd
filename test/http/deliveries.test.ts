import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import words from '../../public/words/deliveries.json' with { type: 'json' }
import { askSideBySide } from '../../src/http/ask-side-by-side.ts'
import { deliveries } from '../../src/http/deliveries.ts'
import type { Acted, DeliveryRecord } from '../../src/objects/delivery-log.ts'
import type { BayanEnv } from '../../src/platform/env.ts'

const NOW = Date.parse('2026-11-26T03:00:00Z')

function record(endpoint: string, seq: number): DeliveryRecord {
  return {
    seq,
    id: `msg_${endpoint}_${seq}`,
    alert: null,
    endpoint,
    state: 'delivered',
    reason: null,
    digest: null,
    joined: null,
    also: [],
    accepted: new Date(NOW + seq).toISOString(),
    next: null,
    attempts: [],
    about: { kind: 'test', watch: null, change: null, statement: null, alerts: 0 },
  }
}

interface Behind {
  readonly list: (
    state: unknown,
    before: { at: number } | undefined,
    most: number,
  ) => Promise<DeliveryRecord[]>
  readonly replay: (id: string) => Promise<Acted>
}

/** An endpoint's object with one delivery a second, newest first. */
function holds(name: string, count: number): Behind {
  const all = Array.from({ length: count }, (_, n) => record(name, count - n))
  return {
    list: async (_, before, most) =>
      all.filter(({ accepted }) => Date.parse(accepted) < (before?.at ?? Infinity)).slice(0, most),
    replay: async (id) => {
      const known = all.find((one) => one.id === id)
      return known === undefined ? { kind: 'unknown' } : { kind: 'done', record: known }
    },
  }
}

const BROKEN: Behind = {
  list: () => Promise.reject(new Error('the object was reset')),
  replay: () => Promise.reject(new Error('the object was reset')),
}

function envOf(endpoints: Readonly<Record<string, Behind>>): BayanEnv {
  const env = {
    ASSETS: { fetch: () => Promise.resolve(Response.json(words)) },
    DESK: { getByName: () => ({ endpointNames: async () => Object.keys(endpoints) }) },
    ENDPOINTS: { getByName: (name: string) => endpoints[name] },
  }
  return env as unknown as BayanEnv
}

async function call(method: string, path: string, env: BayanEnv) {
  const response = await deliveries.request(path, { method }, env)
  const body: unknown = await response.json()
  return { status: response.status, headers: response.headers, body }
}

// What did not answer is logged.
beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => {}))
afterEach(() => void vi.restoreAllMocks())

describe('the log where an endpoint does not answer', () => {
  it('shows what the others hold, and names it', async () => {
    const env = envOf({ calm: holds('calm', 2), stuck: BROKEN, loud: holds('loud', 1) })
    const { status, body } = await call('GET', '/', env)
    expect(status).toBe(200)
    expect(body).toMatchObject({ silent: ['stuck'], cursor: null })
    const { items } = body as { items: { id: string }[] }
    expect(items.map(({ id }) => id)).toEqual(['msg_calm_2', 'msg_calm_1', 'msg_loud_1'])
  })

  it('names nobody where all answered', async () => {
    const { body } = await call('GET', '/', envOf({ calm: holds('calm', 1) }))
    expect(body).toMatchObject({ silent: [] })
  })

  it('names one that answers once and not again', async () => {
    let asked = 0
    const tired: Behind = {
      ...holds('tired', 60),
      list: async (...question) => {
        asked += 1
        return asked > 1
          ? await BROKEN.list(...question)
          : await holds('tired', 60).list(...question)
      },
    }
    const others = Object.fromEntries('abcdefgh'.split('').map((name) => [name, holds(name, 1)]))
    const { body } = await call('GET', '/', envOf({ tired, ...others }))
    expect(body).toMatchObject({ silent: ['tired'] })
  })

  it.each([
    { because: 'all are silent', path: '/', endpoints: { a: BROKEN, b: BROKEN }, names: 'a, b' },
    {
      because: 'the one that was asked for is',
      path: '/?endpoint=a',
      endpoints: { a: BROKEN, b: holds('b', 1) },
      names: 'a',
    },
  ])('is no empty list where $because', async ({ path, endpoints, names }) => {
    const { status, headers, body } = await call('GET', path, envOf(endpoints))
    expect(status).toBe(503)
    expect(headers.get('retry-after')).toBe('10')
    const { detail, detail_ar: ar } = body as { detail: string; detail_ar: string }
    expect(detail).toContain(`${names}.`)
    expect(ar).toContain(`${names}.`)
  })
})

describe('sending again, where one of twenty-five endpoints knows the delivery', () => {
  const many = (known: string) =>
    Object.fromEntries(
      Array.from({ length: 25 }, (_, n) => {
        const name = `e-${n}`
        return [name, name === known ? holds(name, 1) : holds(name, 0)]
      }),
    )

  it('asks them side by side', async () => {
    let open = 0
    let most = 0
    const slow = Object.fromEntries(
      Object.entries(many('e-24')).map(([name, one]) => {
        const replay = async (id: string) => {
          most = Math.max(most, (open += 1))
          await new Promise((resolve) => setTimeout(resolve, 5))
          open -= 1
          return await one.replay(id)
        }
        return [name, { ...one, replay }]
      }),
    )
    expect((await call('POST', '/msg_e-24_1/replay', envOf(slow))).status).toBe(202)
    expect(most).toBe(20)
  })

  it('asks no more of them once it is found', async () => {
    const asked: string[] = []
    const counted = Object.fromEntries(
      Object.entries(many('e-3')).map(([name, one]) => {
        const replay = async (id: string) => {
          asked.push(name)
          return await one.replay(id)
        }
        return [name, { ...one, replay }]
      }),
    )
    await call('POST', '/msg_e-3_1/replay', envOf(counted))
    expect(asked).toHaveLength(20)
  })

  it('finds it although another does not answer', async () => {
    const env = envOf({ ...many('e-7'), 'e-2': BROKEN })
    expect((await call('POST', '/msg_e-7_1/replay', env)).status).toBe(202)
  })

  it('does not say that there is none where the one that may know it does not answer', async () => {
    const { status, body } = await call(
      'POST',
      '/msg_x/replay',
      envOf({ ...many('e-7'), 'e-2': BROKEN }),
    )
    expect(status).toBe(503)
    expect((body as { detail: string }).detail).toContain('e-2.')
  })

  it('says that there is none where all say so', async () => {
    expect((await call('POST', '/msg_x/replay', envOf(many('e-7')))).status).toBe(404)
  })
})

it('an object that hangs is one that does not answer', async () => {
  const heard = await askSideBySide(
    ['quick', 'hung'],
    async (name) => {
      if (name === 'hung') await new Promise(() => {})
      return name
    },
    { patienceMs: 20 },
  )
  expect(heard).toEqual([
    { kind: 'heard', from: 'quick', value: 'quick' },
    { kind: 'silent', from: 'hung' },
  ])
})
