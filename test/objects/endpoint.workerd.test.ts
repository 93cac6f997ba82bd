import { runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Delivery } from '../../src/deliveries/delivery.ts'
import type { Endpoint } from '../../src/deliveries/endpoint.ts'
import type { DeliveryRecord } from '../../src/objects/delivery-log.ts'
import { DeliveryStore } from '../../src/objects/delivery-store.ts'
import { trimDeliveries } from '../../src/objects/trim-deliveries.ts'
import { Sql } from '../../src/objects/sql.ts'
import { appeared } from '../deliveries/sample-alerts.ts'
import { FORBIDDEN_ADDRESSES } from '../platform/forbidden-addresses.ts'
import type { StoredPage } from '../workerd/outbound.ts'
import { messagesSeen, requestsSeen, resetInternet, setPage } from '../workerd/internet.ts'
import { desk, endpointObject } from './desk-client.ts'

const DAY = 86_400_000
const SECRET = `whsec_${btoa('x'.repeat(32))}`

/** Every other spelling is held against the one way out in `guarded-fetch.workerd.test.ts`. */
const REFUSED_AT_SEND = FORBIDDEN_ADDRESSES.filter(([, what]) =>
  /cloud metadata|as one number|mapped loopback$|ourselves$/.test(what),
)

let numbers = 0

/** An endpoint of its own for each test, whose receiver answers as given. */
async function endpointWith(
  more: Partial<Endpoint> = {},
  page: Partial<StoredPage> & { status: number } = {
    status: 200,
    body: 'ok',
  },
): Promise<Endpoint> {
  const id = `e-${(numbers += 1)}`
  const endpoint: Endpoint = {
    id,
    kind: 'webhook',
    url: `https://${id}.example/in`,
    secret: SECRET,
    pace: 50,
    ...more,
  }
  await setPage(endpoint.url, page)
  await desk().saveEndpoint(endpoint)
  return endpoint
}

/** An alert about a statement of its own; the same number is the same alert. */
function alertFor(
  { id: endpoint }: Endpoint,
  n: number,
  change: 'appeared' | 'revised' = 'appeared',
): Delivery {
  const revision = change === 'appeared' ? 1 : 2
  const statement = { ...appeared.statement, id: `s-${n}`, title: `Statement ${n}`, revision }
  const alert = { ...appeared, id: `w/s-${n}/${revision}/${change}`, change, statement }
  return { id: `msg_${endpoint}-${n}-${revision}`, endpoint, message: { kind: 'alert', alert } }
}

async function accept(endpoint: Endpoint, ...deliveries: readonly Delivery[]): Promise<void> {
  await endpointObject(endpoint.id).accept(endpoint.id, deliveries)
}

/** The log, oldest first. */
async function log({ id }: Endpoint): Promise<DeliveryRecord[]> {
  const records: DeliveryRecord[] = await endpointObject(id).list(undefined, undefined, 200)
  return records.toReversed()
}

async function until(what: string, check: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 5_000
  while (!(await check())) {
    if (Date.now() > end) throw new Error(`not in 5 s: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

const settled = async (endpoint: Endpoint): Promise<void> =>
  await until('all are settled', async () =>
    (await log(endpoint)).every(({ state }) => state !== 'pending'),
  )

async function attempted(endpoint: Endpoint, times: number): Promise<void> {
  await until(`${times} attempts`, async () => {
    const records = await log(endpoint)
    return records.reduce((sum, { attempts }) => sum + attempts.length, 0) >= times
  })
}

/** Lets the time until the next attempt go by. */
async function afterTheWait({ id }: Endpoint): Promise<void> {
  const stub = endpointObject(id)
  await runInDurableObject(stub, async (_, state) => {
    state.storage.sql.exec("UPDATE deliveries SET due = 1 WHERE state = 'pending' AND due > 1")
    await state.storage.setAlarm(Date.now() + 60_000)
  })
  await runDurableObjectAlarm(stub)
}

/** What was sent to one host: lines of earlier tests go on in their own time. */
const sentTo = async (host: string) =>
  (await messagesSeen()).filter(({ url }) => new URL(url).hostname === host)

const idsSent = async ({ url }: Endpoint): Promise<string[]> =>
  (await messagesSeen())
    .filter((one) => one.url === url)
    .map(({ headers }) => headers['webhook-id'] ?? '')

beforeEach(resetInternet)

describe('a line of deliveries', () => {
  it('keeps each once under its id, and sends them in the order in which they came', async () => {
    const endpoint = await endpointWith()
    const alerts = [1, 2, 3, 4, 5].map((n) => alertFor(endpoint, n))
    await accept(endpoint, ...alerts)
    await accept(endpoint, ...alerts.toReversed())
    await settled(endpoint)
    expect(await idsSent(endpoint)).toEqual(alerts.map(({ id }) => id))
  })

  it('waits behind one that failed, and keeps its order when the receiver is back', async () => {
    const endpoint = await endpointWith({}, { status: 503 })
    const alerts = [1, 2, 3].map((n) => alertFor(endpoint, n))
    await accept(endpoint, ...alerts)
    await attempted(endpoint, 1)
    expect(await idsSent(endpoint)).toEqual([alerts[0]?.id])
    await setPage(endpoint.url, { status: 200, body: 'ok' })
    await afterTheWait(endpoint)
    await settled(endpoint)
    const [first, second, third] = alerts.map(({ id }) => id)
    expect(await idsSent(endpoint)).toEqual([first, first, second, third])
    expect((await log(endpoint)).map(({ attempts }) => attempts.length)).toEqual([2, 1, 1])
  })

  it('asks nothing of a receiver that wants a pause, until it is over or the endpoint saved anew', async () => {
    const headers = { 'retry-after': '3600' }
    const endpoint = await endpointWith({}, { status: 429, headers })
    await accept(endpoint, alertFor(endpoint, 1), alertFor(endpoint, 2))
    await attempted(endpoint, 1)
    await afterTheWait(endpoint)
    await accept(endpoint, alertFor(endpoint, 3))
    expect(await idsSent(endpoint)).toHaveLength(1)
    await setPage(endpoint.url, { status: 200, body: 'ok' })
    await desk().saveEndpoint({ ...endpoint, pace: 49 })
    await settled(endpoint)
    expect(await idsSent(endpoint)).toHaveLength(4)
  })

  it('lets the others pass one that only its own receiver\u2019s fault holds up', async () => {
    const endpoint = await endpointWith({}, { status: 500 })
    const [poison, ...others] = [1, 2, 3].map((n) => alertFor(endpoint, n))
    await accept(endpoint, poison!)
    for (let n = 1; n <= 4; n++) {
      await attempted(endpoint, n)
      if (n < 4) await afterTheWait(endpoint)
    }
    await setPage(endpoint.url, { status: 200, body: 'ok' })
    await accept(endpoint, ...others)
    await until('the others arrived', async () =>
      (await log(endpoint)).slice(1).every(({ state }) => state === 'delivered'),
    )
    const [first] = await log(endpoint)
    expect(first).toMatchObject({ state: 'pending', reason: 'server-error' })
  })

  it('writes down each attempt: when, what came back, how long, when the next is due', async () => {
    const endpoint = await endpointWith(
      {},
      { status: 503, body: `busy at ${'https://e.example/in'}` },
    )
    await accept(endpoint, alertFor(endpoint, 1))
    await attempted(endpoint, 1)
    const [record] = await log(endpoint)
    const [attempt] = record?.attempts ?? []
    expect(attempt).toMatchObject({ status: 503, answer: 'busy at https://e.example/in' })
    expect(attempt?.error).toContain('answered 503')
    expect(attempt?.ms).toBeGreaterThanOrEqual(0)
    const waitMs = Date.parse(attempt?.next ?? '') - Date.parse(attempt?.at ?? '')
    expect(waitMs).toBeGreaterThanOrEqual(4_000)
    expect(waitMs).toBeLessThan(7_000)
    expect(record?.next).toBe(attempt?.next)
  })

  it('goes as one digest when it has grown too long for people', async () => {
    const endpoint = await endpointWith({
      kind: 'slack',
      secret: '',
      policy: { muteUntil: '2100-01-01T00:00:00.000Z' },
    })
    await accept(endpoint, ...Array.from({ length: 25 }, (_, n) => alertFor(endpoint, n)))
    expect(await sentTo(`${endpoint.id}.example`)).toEqual([])
    await desk().saveEndpoint({ ...endpoint, policy: {} })
    await settled(endpoint)
    expect(await sentTo(`${endpoint.id}.example`)).toHaveLength(1)
    const records = await log(endpoint)
    const digest = records.at(-1)
    expect(records.slice(0, -1).map(({ state, digest: within }) => [state, within])).toEqual(
      Array.from({ length: 25 }, () => ['delivered', digest?.id]),
    )
    expect((await endpointObject(endpoint.id).report()).pending).toBe(0)
  })
})

describe('who hands over', () => {
  const alarmOf = async ({ id }: Endpoint): Promise<number | null> =>
    await runInDurableObject(endpointObject(id), async (_, state) => await state.storage.getAlarm())

  it('owes until the first sends are answered: then none of it needs an alarm', async () => {
    const endpoint = await endpointWith()
    await accept(endpoint, alertFor(endpoint, 1))
    await settled(endpoint)
    // On a busy machine the answer may come after the half second that is waited for.
    await until('no alarm is left', async () => (await alarmOf(endpoint)) === null)
  })

  it('is answered once what failed, and what is left for a later run, has its alarm', async () => {
    const failing = await endpointWith({}, { status: 503 })
    await accept(failing, alertFor(failing, 1))
    expect(await alarmOf(failing)).toBeGreaterThan(Date.now())
    const many = await endpointWith()
    await accept(many, ...Array.from({ length: 5 }, (_, n) => alertFor(many, n)))
    expect(await alarmOf(many)).not.toBeNull()
    await settled(many)
  })

  it('is not kept waiting by a receiver that hangs: the alarm lies behind', async () => {
    const endpoint = await endpointWith({}, { status: 200, body: 'ok', delayMs: 3_000 })
    const began = Date.now()
    await accept(endpoint, alertFor(endpoint, 1))
    expect(Date.now() - began).toBeLessThan(2_500)
    expect((await log(endpoint)).map(({ state }) => state)).toEqual(['pending'])
    expect(await alarmOf(endpoint)).not.toBeNull()
    await settled(endpoint)
  })
})

describe('a receiver that is gone', () => {
  it('disables the endpoint, keeps what waits, and others are told', async () => {
    const listener = await endpointWith({ notices: true })
    const endpoint = await endpointWith({}, { status: 410 })
    await accept(endpoint, alertFor(endpoint, 1), alertFor(endpoint, 2))
    await until('the notice came', async () => (await idsSent(listener)).length > 0)
    expect((await log(endpoint)).map(({ state }) => state)).toEqual(['abandoned', 'pending'])
    expect(await endpointObject(endpoint.id).report()).toMatchObject({
      state: 'disabled',
      words: { ar: expect.stringContaining('هذا العنوان لم يعد') },
      pending: 1,
      nextProbe: null,
    })
    const notice = (await messagesSeen()).find(({ url }) => url === listener.url)
    expect(JSON.parse(notice?.body ?? '')).toMatchObject({
      type: 'bayan.notice',
      data: { notice: { subject: { endpoint: endpoint.id }, state: 'disabled' } },
    })
    expect(notice?.body).not.toContain(endpoint.url)
    await desk().saveEndpoint({ ...listener, notices: false })
  })

  it('is not replayed to, until a test arrives: then it is enabled, and what waited is sent', async () => {
    const endpoint = await endpointWith(
      { kind: 'slack', secret: '' },
      { status: 404, body: 'no_service' },
    )
    await accept(endpoint, alertFor(endpoint, 1), alertFor(endpoint, 2))
    await until(
      'it is disabled',
      async () => (await endpointObject(endpoint.id).report()).state === 'disabled',
    )
    const [first] = await log(endpoint)
    expect(await endpointObject(endpoint.id).replay(first?.id ?? '')).toEqual({ kind: 'disabled' })
    expect(await endpointObject(endpoint.id).replaySince(0)).toBe('disabled')
    const test = (id: string): Delivery => ({
      id,
      endpoint: endpoint.id,
      message: { kind: 'test', at: new Date().toISOString() },
    })
    expect((await endpointObject(endpoint.id).sendTest(endpoint.id, test('msg_t1')))?.status).toBe(
      404,
    )
    expect((await endpointObject(endpoint.id).report()).state).toBe('disabled')
    await setPage(endpoint.url, { status: 200, body: 'ok' })
    expect(
      (await endpointObject(endpoint.id).sendTest(endpoint.id, test('msg_t2')))?.error,
    ).toBeNull()
    await settled(endpoint)
    expect(await endpointObject(endpoint.id).report()).toMatchObject({ state: 'ok', pending: 0 })
    expect(await endpointObject(endpoint.id).replaySince(0)).toBe(1)
    await settled(endpoint)
    expect((await log(endpoint)).map(({ state }) => state)).toEqual([
      'delivered',
      'delivered',
      'abandoned',
      'delivered',
    ])
  })

  describe('after five days of failures, the clock having started', () => {
    /** Rewrites what the object keeps of itself; it starts anew, since it holds that in memory. */
    async function keep({ id }: Endpoint, name: string, value: unknown): Promise<void> {
      await runInDurableObject(endpointObject(id), async (_, state) => {
        const query = 'UPDATE settings SET value = ? WHERE name = ?'
        state.storage.sql.exec(query, JSON.stringify(value), name)
        await state.storage.sync()
        // Of objects that end for this reason the plugin prints no stack: here it is meant.
        state.abort('Instance dispose')
      }).catch(() => undefined)
    }

    const afterADay = async (endpoint: Endpoint) => {
      await keep(endpoint, 'probe', Date.now() - 1)
      await afterTheWait(endpoint)
    }

    const attemptsOf = async (endpoint: Endpoint) =>
      (await log(endpoint)).map(({ attempts }) => attempts.length)

    async function longFailing(): Promise<Endpoint> {
      const endpoint = await endpointWith({}, { status: 500 })
      await accept(endpoint, alertFor(endpoint, 1), alertFor(endpoint, 2))
      await attempted(endpoint, 1)
      await afterTheWait(endpoint)
      await afterTheWait(endpoint)
      const since = new Date(Date.now() - 5 * DAY).toISOString()
      await keep(endpoint, 'health', { failures: 9, firstAt: since, since })
      expect((await endpointObject(endpoint.id).report()).state).toBe('failing')
      await afterTheWait(endpoint)
      return endpoint
    }

    it('is disabled, keeps what waits, and says when it is tried again', async () => {
      const endpoint = await longFailing()
      const report = await endpointObject(endpoint.id).report()
      expect(report).toMatchObject({ state: 'disabled', pending: 2 })
      expect(report.reason).toContain('five days')
      expect(report.words?.ar).toContain('خمسة أيام')
      expect(Date.parse(report.nextProbe ?? '') - Date.now()).toBeGreaterThan(0.99 * DAY)
      const before = await attemptsOf(endpoint)
      await afterTheWait(endpoint)
      await accept(endpoint, alertFor(endpoint, 3))
      expect(await attemptsOf(endpoint), 'not before').toEqual([...before, 0])
    })

    it('is tried once a day with the first that waits, which spends none of its tries', async () => {
      const endpoint = await longFailing()
      const [tried = 0] = await attemptsOf(endpoint)
      // More than its schedule has: by that it would be given up.
      for (let day = 1; day <= 8; day++) {
        await afterADay(endpoint)
        expect(await attemptsOf(endpoint)).toEqual([tried + day, 0])
      }
      const { state, nextProbe } = await endpointObject(endpoint.id).report()
      expect(state).toBe('disabled')
      const [first] = await log(endpoint)
      expect(first).toMatchObject({ state: 'pending', reason: 'server-error' })
      expect(first?.attempts.at(-1)?.next).toBe(nextProbe)
    })

    it('is enabled by a probe that arrives; what waits is sent in order, and others are told', async () => {
      const listener = await endpointWith({ notices: true })
      const endpoint = await longFailing()
      await until('the notice came', async () => (await idsSent(listener)).length > 0)
      await setPage(endpoint.url, { status: 200 })
      await afterADay(endpoint)
      await settled(endpoint)
      const report = await endpointObject(endpoint.id).report()
      expect(report).toMatchObject({ state: 'ok', pending: 0, nextProbe: null })
      const sent = (await idsSent(endpoint)).slice(-2)
      expect(sent).toEqual([1, 2].map((n) => alertFor(endpoint, n).id))
      await until('the notice came', async () => (await idsSent(listener)).length > 1)
      const notice = (await messagesSeen()).findLast(({ url }) => url === listener.url)
      expect(JSON.parse(notice?.body ?? '')).toMatchObject({
        data: { notice: { subject: { endpoint: endpoint.id }, state: 'ok' } },
      })
      await desk().saveEndpoint({ ...listener, notices: false })
    })

    it('is tried no more where the probe is told that it is gone; what waits is kept', async () => {
      const endpoint = await longFailing()
      await setPage(endpoint.url, { status: 410 })
      await afterADay(endpoint)
      const report = await endpointObject(endpoint.id).report()
      expect(report).toMatchObject({ state: 'disabled', pending: 2, nextProbe: null })
      expect(report.reason).toContain('takes no messages any more')
    })

    it('is not tried while its policy keeps quiet', async () => {
      const endpoint = await longFailing()
      const before = await attemptsOf(endpoint)
      const orders = await desk().endpointOrders(endpoint.id)
      const policy = { muteUntil: '2100-01-01T00:00:00.000Z' }
      const muted = { ...orders.endpoint!, policy }
      // As another endpoint's change brings it: what is saved is enabled.
      const version = orders.version + 1
      await endpointObject(endpoint.id).obey(endpoint.id, { ...orders, version, endpoint: muted })
      await afterADay(endpoint)
      expect(await attemptsOf(endpoint)).toEqual(before)
      expect((await endpointObject(endpoint.id).report()).state).toBe('disabled')
    })
  })
})

describe('what the operator does with deliveries', () => {
  it('sends one again under its id', async () => {
    const endpoint = await endpointWith()
    const alert = alertFor(endpoint, 1)
    await accept(endpoint, alert)
    await settled(endpoint)
    await endpointObject(endpoint.id).replay(alert.id)
    await settled(endpoint)
    expect(await idsSent(endpoint)).toEqual([alert.id, alert.id])
    const [record] = await log(endpoint)
    expect(record).toMatchObject({
      state: 'delivered',
      attempts: [{ status: 200 }, { status: 200 }],
    })
  })

  it('takes one off the line, and no other', async () => {
    const endpoint = await endpointWith({}, { status: 503 })
    const [first, second] = [alertFor(endpoint, 1), alertFor(endpoint, 2)]
    await accept(endpoint, first, second)
    await attempted(endpoint, 1)
    expect(await endpointObject(endpoint.id).cancel(second.id)).toMatchObject({
      kind: 'done',
      record: { state: 'abandoned', reason: 'cancelled', next: null },
    })
    expect(await endpointObject(endpoint.id).cancel(second.id)).toEqual({ kind: 'not-pending' })
    expect(await endpointObject(endpoint.id).cancel('msg_none')).toEqual({ kind: 'unknown' })
    await setPage(endpoint.url, { status: 200, body: 'ok' })
    await afterTheWait(endpoint)
    await settled(endpoint)
    expect((await log(endpoint)).map(({ state }) => state)).toEqual(['delivered', 'abandoned'])
  })
})

describe('a revision', () => {
  const message = (id: string) => ({ status: 200, body: JSON.stringify({ id }) })

  it('edits what was posted, and is posted anew where that is gone', async () => {
    const hook = 'https://discord.example/api/webhooks/1/token'
    const endpoint = await endpointWith({ kind: 'discord', secret: '', url: hook })
    await setPage(`${hook}?wait=true`, message('100'))
    await setPage(`${hook}/messages/100`, message('100'))
    await accept(endpoint, alertFor(endpoint, 1))
    await settled(endpoint)
    await accept(endpoint, alertFor(endpoint, 1, 'revised'))
    await settled(endpoint)
    const sent = async () =>
      (await sentTo('discord.example')).map(({ method, url }) => `${method} ${url}`)
    expect(await sent()).toEqual([`POST ${hook}?wait=true`, `PATCH ${hook}/messages/100`])
    await setPage(`${hook}/messages/100`, { status: 404, body: '{"code":10008}' })
    const third = alertFor(endpoint, 1, 'revised')
    await accept(endpoint, { ...third, id: `${third.id}-again` })
    await settled(endpoint)
    expect((await sent()).slice(2)).toEqual([
      `PATCH ${hook}/messages/100`,
      `POST ${hook}?wait=true`,
    ])
    expect((await log(endpoint)).map(({ state }) => state)).toEqual([
      'delivered',
      'delivered',
      'delivered',
    ])
  })
})

describe('secrets', () => {
  it('lie sealed in the desk and in the endpoint\u2019s object', async () => {
    const endpoint = await endpointWith({ url: 'https://sealed.example/in/top-of-secrets' })
    await setPage(endpoint.url, { status: 500, body: `no: ${endpoint.url} ${SECRET}` })
    await accept(endpoint, alertFor(endpoint, 1))
    await attempted(endpoint, 1)
    for (const stub of [endpointObject(endpoint.id), desk()]) {
      await runInDurableObject(stub as DurableObjectStub, (_, state) => {
        const tables = state.storage.sql
          .exec<{ name: string }>(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\'",
          )
          .toArray()
        const all = tables
          .filter(({ name }) => !name.startsWith('sqlite_'))
          .map(({ name }) =>
            JSON.stringify(state.storage.sql.exec(`SELECT * FROM ${name}`).toArray()),
          )
          .join('\n')
        expect(all).toContain(endpoint.id)
        expect(all).not.toContain('top-of-secrets')
        expect(all).not.toContain(SECRET.slice('whsec_'.length))
      })
    }
  })

  it.each(REFUSED_AT_SEND)('nothing is posted to %s: %s', async (address) => {
    const url = address.replace(/^http:/, 'https:')
    const endpoint = await endpointWith()
    // Past the admission, as a restored backup or a changed rule might do it.
    await desk().saveEndpoint({ ...endpoint, url })
    await resetInternet()
    await accept(endpoint, alertFor(endpoint, 1))
    await attempted(endpoint, 1)
    const [record] = await log(endpoint)
    expect(record?.attempts[0]).toMatchObject({ status: null })
    // Lines of earlier tests go on in their own time, to receivers of their own.
    const others = /^POST https:\/\/(?:e-\d+|sealed|discord)\.example\//
    expect((await requestsSeen()).filter((request) => !others.test(request))).toEqual([])
  })
})

describe('the log', () => {
  it('is bounded in rows and in days, and a line without end becomes dead letters', async () => {
    const endpoint = await endpointWith({ policy: { muteUntil: '2100-01-01T00:00:00.000Z' } })
    await runInDurableObject(endpointObject(endpoint.id), (_, state) => {
      const { sql } = state.storage
      const now = Date.now()
      const add = (first: number, count: number, set: string) =>
        sql.exec(
          `WITH RECURSIVE n (i) AS (SELECT ? UNION ALL SELECT i + 1 FROM n WHERE i < ?)
            INSERT INTO deliveries (id, state, due, message, kind, at, settled)
            SELECT 'msg_' || i, ${set} FROM n`,
          first,
          first + count - 1,
        )
      add(1, 10, `'delivered', 0, '{}', 'alert', 1, ${now - 31 * 86_400_000}`)
      add(100, 2_500, `'delivered', 0, '{}', 'alert', ${now}, ${now}`)
      add(10_000, 5_500, `'pending', 0, '{}', 'alert', ${now}, NULL`)
      sql.exec("INSERT INTO attempts (seq, number, value) VALUES (1, 1, '{}')")
      trimDeliveries(new Sql(sql), now)
      const count = (query: string) =>
        sql.exec<{ n: number }>(`SELECT COUNT(*) AS n FROM ${query}`).one().n
      expect(count("deliveries WHERE state = 'pending'")).toBe(5_000)
      expect(count("deliveries WHERE state <> 'pending'")).toBe(2_000)
      expect(count("deliveries WHERE reason = 'overflow'")).toBe(500)
      expect(count("deliveries WHERE id = 'msg_1'")).toBe(0)
      expect(count('attempts')).toBe(0)
    })
  })

  it('writes four rows for a delivery, as many as when its message lay in its own', async () => {
    const endpoint = await endpointWith()
    await runInDurableObject(endpointObject(endpoint.id), (_, state) => {
      const sql = new Sql(state.storage.sql)
      const store = new DeliveryStore(sql)
      store.add(alertFor(endpoint, 1), 'pending', null, Date.now())
      // The row, the index of its id, that of those that wait, and the message.
      expect(sql.takeRowsWritten()).toBe(4)
    })
  })
})

describe('the watchdog', () => {
  it('lets what was sealed with an old secret be sealed anew, without enabling anything', async () => {
    const endpoint = await endpointWith({}, { status: 410 })
    await accept(endpoint, alertFor(endpoint, 1))
    await until(
      'it is disabled',
      async () => (await endpointObject(endpoint.id).report()).state === 'disabled',
    )
    const sealedOf = async () =>
      await runInDurableObject(
        desk() as DurableObjectStub,
        (_, state) =>
          state.storage.sql
            .exec<{ value: string }>(
              "SELECT value FROM things WHERE kind = 'endpoint' AND id = ?",
              endpoint.id,
            )
            .one().value,
      )
    const before = await sealedOf()
    await env.DESK.getByName('desk').watch()
    expect(await sealedOf()).toBe(before)
    expect((await endpointObject(endpoint.id).report()).state).toBe('disabled')
  })
})
