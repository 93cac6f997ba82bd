import { runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Spent } from '../../src/objects/spending.ts'
import { resetInternet, setPage } from '../workerd/internet.ts'
import { settled } from '../workerd/settled.ts'
import {
  RSS_TYPE,
  desk,
  follow,
  pollOne,
  publisherObject,
  publisherWith,
  rss,
} from './desk-client.ts'
import { errorsLogged } from './errors-logged.ts'

/** What an object wrote while it was watched: keys put to KV, and rows written to SQLite. */
interface Written {
  readonly keys: string[]
  rows: number
  alarms: number
}

/** Watches an object's own storage and KV: the count is independent of what Bayan counts itself. */
async function watchWrites(
  stub: DurableObjectStub<undefined> | ReturnType<typeof publisherObject>,
  work: () => Promise<unknown>,
): Promise<Written> {
  const written: Written = { keys: [], rows: 0, alarms: 0 }
  const undo: (() => void)[] = []
  await runInDurableObject(stub, (instance, state) => {
    const object = instance as unknown as { env: Env }
    const realEnv = object.env
    const kv = realEnv.PUBLISHED
    const put = (key: string, ...rest: unknown[]) => {
      written.keys.push(key)
      return (kv.put as (...args: unknown[]) => Promise<void>).call(kv, key, ...rest)
    }
    const watched = new Proxy(kv, {
      get: (target, name) => (name === 'put' ? put : bound(target, name)),
    })
    object.env = new Proxy(realEnv, {
      get: (target, name) => (name === 'PUBLISHED' ? watched : Reflect.get(target, name)),
    })
    const sql = state.storage.sql
    const exec = sql.exec.bind(sql)
    sql.exec = ((query: string, ...values: unknown[]) => {
      const cursor = exec(query, ...(values as never[]))
      const toArray = cursor.toArray.bind(cursor)
      cursor.toArray = () => {
        const rows = toArray()
        written.rows += cursor.rowsWritten
        return rows
      }
      return cursor
    }) as typeof sql.exec
    const setAlarm = state.storage.setAlarm.bind(state.storage)
    state.storage.setAlarm = async (...args: Parameters<typeof setAlarm>) => {
      written.alarms += 1
      await setAlarm(...args)
    }
    undo.push(() => {
      object.env = realEnv
      sql.exec = exec
      state.storage.setAlarm = setAlarm
    })
  })
  await work()
  await runInDurableObject(stub, () => undo.forEach((one) => one()))
  return written
}

function bound(target: object, name: string | symbol): unknown {
  const value: unknown = Reflect.get(target, name)
  return typeof value === 'function' ? value.bind(target) : value
}

const HOUR_MS = 3_600_000
const FEED = 'https://thrifty.example/feed'
const items = [{ n: 1, title: 'بيان أول', text: 'نص أول.' }]

describe('the budget', () => {
  beforeAll(async () => {
    await resetInternet()
    await setPage(FEED, { headers: { ...RSS_TYPE, etag: '"one"' }, body: rss(items) })
    await follow(publisherWith('thrifty', { interval: 900 }))
  })

  it('spends no KV write and at most three rows on an unchanged poll', async () => {
    await runUntilQuiet('thrifty')
    const written = await watchWrites(publisherObject('thrifty'), () => runAlarm('thrifty'))
    expect(written.keys).toEqual([])
    // Each alarm that is set is a row too (platform report, section 1).
    expect(written.rows + written.alarms).toBeLessThanOrEqual(3)
    expect(written.rows).toBe(1)
  })

  it('spends at most three KV writes on a poll with one change', async () => {
    await setPage(FEED, {
      headers: { ...RSS_TYPE, etag: '"two"' },
      body: rss([{ n: 2, title: 'بيان ثان', text: 'نص ثان.' }, ...items]),
    })
    const front = env.FRONT.getByName('front')
    const ofFront = watchWrites(front, async () => {
      const ofPublisher = await watchWrites(publisherObject('thrifty'), async () => {
        await pollOne('thrifty')
        // The key of a snapshot takes one write a second: this one follows by the alarm.
        await settled(async () =>
          ((await env.PUBLISHED.get('snapshot:thrifty')) ?? '').includes('thrifty-2'),
        )
      })
      expect(ofPublisher.keys.toSorted()).toEqual(['snapshot:thrifty', 'statement:thrifty-2'])
      await settled(async () => (await snapshotOfAll()).includes('thrifty-2'))
    })
    expect((await ofFront).keys).toEqual(['snapshot:all'])
  })

  it('spends one on all, and no more while a hub does not answer for an hour', async () => {
    const front = env.FRONT.getByName('front')
    await settled(async () => (await nextAlarm()) === null)
    await front.followTopic('a-topic', true)
    let attempts = 0
    const written = await watchWrites(front, async () => {
      await runInDurableObject(front, async (object) => {
        const { now } = Date
        const given = object as unknown as { env: Env }
        const [real, start] = [given.env, now()]
        const publish = () => {
          attempts += 1
          return Promise.reject(new Error('down'))
        }
        given.env = new Proxy(real, {
          get: (target, name) =>
            name === 'HUBS' ? { getByName: () => ({ publish }) } : Reflect.get(target, name),
        })
        try {
          const logged = await errorsLogged(async () => {
            await object.forget(['nobody-1'])
            for (let at = start; at < start + HOUR_MS; at += 4_000) {
              Date.now = () => at
              await object.alarm()
            }
          })
          expect(new Set(logged)).toEqual(
            new Set(['{"at":"hub","topic":"a-topic","error":"Error: down"}']),
          )
        } finally {
          Date.now = now
          given.env = real
        }
      })
    })
    expect(written.keys).toEqual(['snapshot:all'])
    // After 1 s, 2 s, 4 s … and every ten minutes.
    expect(attempts).toBeGreaterThan(10)
    expect(attempts).toBeLessThan(20)
    // What is still owed is due an hour ahead.
    await runInDurableObject(front, async (_front, { storage }) => {
      storage.sql.exec("DELETE FROM outbox WHERE kind = 'hub'")
      await storage.deleteAlarm()
    })
    await front.followTopic('a-topic', false)
  })

  it('spends one more on the key of an older wording', async () => {
    await setPage(FEED, {
      headers: { ...RSS_TYPE, etag: '"three"' },
      body: rss([{ n: 2, title: 'بيان ثان', text: 'نص ثان، بعد تصحيح.' }, ...items]),
    })
    const written = await watchWrites(publisherObject('thrifty'), async () => {
      await pollOne('thrifty')
      await settled(async () =>
        ((await env.PUBLISHED.get('snapshot:thrifty')) ?? '').includes('تصحيح'),
      )
    })
    expect(new Set(written.keys)).toEqual(
      new Set(['snapshot:thrifty', 'statement:thrifty-2', 'revision:thrifty-2:1']),
    )
    expect(written.keys).toHaveLength(3)
  })

  it('counts for itself what the platform counts', async () => {
    // What was written since the last poll is counted with the next one.
    await runUntilQuiet('thrifty')
    const before = await spent('thrifty')
    const written = await watchWrites(publisherObject('thrifty'), () => runAlarm('thrifty'))
    const after = await spent('thrifty')
    // At midnight the sums begin anew.
    if (after.day !== before.day) return
    expect(after.rowsWritten - before.rowsWritten).toBe(written.rows + written.alarms)
    expect(after.kvWrites).toBe(before.kvWrites)
  })

  it('refuses intervals that the plan cannot carry, with the sum', async () => {
    const greedy = publisherWith('greedy', { interval: 4 })
    const more = {
      ...greedy,
      sources: [...greedy.sources, { ...greedy.sources[0]!, id: 'greedy-2' }],
    }
    const saved = await desk().savePublisher(more)
    expect(saved).toMatchObject({ kind: 'refused', status: 422 })
    expect(saved.kind === 'refused' && saved.message.en).toMatch(
      /43\d{3} polls a day × 2 rows = 86\d{3} rows/,
    )
    expect(await desk().publishers()).toHaveLength(1)
  })
})

/** What the object has counted on the day of its own clock. */
async function spent(id: string): Promise<Spent> {
  return await runInDurableObject(publisherObject(id), (_instance, state) => {
    const row = state.storage.sql.exec<{ value: string }>('SELECT value FROM sources').one()
    return (JSON.parse(row.value) as { spent: Spent }).spent
  })
}

let ahead = 0

/** Lets the alarm ring that a poll makes, at a time when a poll is due: the clock goes on half an hour. */
async function runAlarm(id: string): Promise<void> {
  await runInDurableObject(publisherObject(id), async (instance) => {
    const now = Date.now
    ahead += 30 * 60_000
    Date.now = () => now() + ahead
    try {
      await instance.alarm()
    } finally {
      Date.now = now
    }
  })
}

/** Until all is told, in real time; then one run more, whose poll counts what was written since. */
async function runUntilQuiet(id: string): Promise<void> {
  await settled(async () => (await publisherObject(id).report()).owed === 0)
  // The front's own alarm must not ring while the clock is ahead: it would believe it for half an hour.
  await settled(async () => (await nextAlarm()) === null)
  await runAlarm(id)
}

/** When the front's alarm rings next. */
async function nextAlarm(): Promise<number | null> {
  return await runInDurableObject(env.FRONT.getByName('front'), (_front, { storage }) =>
    storage.getAlarm(),
  )
}

async function snapshotOfAll(): Promise<string> {
  return (await env.PUBLISHED.get('snapshot:all')) ?? ''
}
