import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { call } from '../workerd/call.ts'
import { resetInternet } from '../workerd/internet.ts'
import {
  type Item,
  follow,
  pollOne,
  publisherObject,
  publish,
  publisherWith,
} from './desk-client.ts'
import { bodyText } from '../workerd/body-text.ts'

const bridge = { n: 1, title: 'بيان حول الجسر', text: 'فتح المجلس الجسر اليوم.' }
const port = { n: 2, title: 'بيان حول الميناء', text: 'يفتح الميناء يوم الأحد.' }

beforeAll(resetInternet)

describe('an erased statement', () => {
  it('answers 410 with its reason, is in no feed and no export, and stays known', async () => {
    await publish('gone', [bridge, port])
    await follow(publisherWith('gone'))
    expect((await call('POST', '/api/v1/statements/gone-2/erase', {})).status).toBe(422)
    const erased = await call('POST', '/api/v1/statements/gone-2/erase', { reason: 'by a court' })
    expect(erased.status).toBe(204)
    const answer = await call('GET', '/api/v1/statements/gone-2')
    expect(answer.status).toBe(410)
    expect(await answer.text()).toContain('by a court')
    await vi.waitFor(async () => {
      const feed = await call('GET', '/feeds/gone/ar.atom')
      expect(await feed.text()).not.toContain('الجسر')
    }, 5_000)
    // Readers that keep what they once read are told, in the publisher's feed and in that of all.
    await vi.waitFor(async () => {
      for (const of of ['gone', 'all']) {
        const feed = await (await call('GET', `/feeds/${of}/ar.atom?tombstones=1`)).text()
        expect(feed).toMatch(/<at:deleted-entry ref="tag:[^"]*gone-2" when=/)
        expect(feed).not.toContain('الجسر</title>')
      }
    }, 5_000)
    await publish('gone', [{ ...bridge, text: 'نص آخر' }, port])
    expect(await pollOne('gone')).toMatchObject({ appeared: 0, revised: 0 })
    const lines = await bodyText(await call('GET', '/api/v1/export'))
    expect(lines).toContain('"reason":"by a court"')
    expect(lines).not.toContain('فتح المجلس')
  })

  it('leaves the feed of all even where it was the last that stood there', async () => {
    await call('POST', '/api/v1/statements/gone-1/erase', { reason: 'by a court' })
    await vi.waitFor(async () => {
      const feed = await (await call('GET', '/feeds/all/ar.atom')).text()
      expect(feed).toContain('</feed>')
      expect(feed).not.toContain('الميناء')
    }, 5_000)
  })

  it('is refused for what there is not', async () => {
    const answer = await call('POST', '/api/v1/statements/gone-99/erase', { reason: 'x' })
    expect(answer.status).toBe(404)
  })
})

describe('an export', () => {
  it('is taken in once, line by line', async () => {
    await publish('kept', [bridge, port])
    await follow(publisherWith('kept'))
    const exported = await bodyText(await call('GET', '/api/v1/export'))
    const lines = exported.split('\n').filter((line) => line.includes('"kept-'))
    const moved = lines.join('\n').replaceAll('kept', 'moved')
    const first = await call('POST', '/api/v1/import', moved)
    expect(await first.json()).toEqual({ lines: 2, restored: 2 })
    const second = await call('POST', '/api/v1/import', moved)
    expect(await second.json()).toEqual({ lines: 2, restored: 0 })
    expect((await publisherObject('moved').report()).statements).toBe(2)
    // What stands before a broken line is taken: only the rest has to be sent again.
    const broken = `${lines.join('\n').replaceAll('kept', 'half')}\n{"kind":"x"}`
    const refused = await call('POST', '/api/v1/import', broken)
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('Line 3 is not a line of an export')
    expect((await publisherObject('half').report()).statements).toBe(2)
    const foreign = JSON.stringify({ kind: 'deployment', format: 1, authority: 'else,2020-01-01' })
    expect((await call('POST', '/api/v1/import', foreign)).status).toBe(409)
  })
})

describe('a rebuild', () => {
  it('fills a lost object from KV before anything is polled, and tells nobody', async () => {
    await publish('whole', [bridge, port])
    await follow(publisherWith('whole'))
    for (const n of [1, 2]) {
      const value = await vi.waitFor(async () => {
        const kept = await env.PUBLISHED.get(`statement:whole-${n}`)
        if (kept === null) throw new Error('not published yet')
        return kept
      }, 5_000)
      await env.PUBLISHED.put(`statement:lost-${n}`, value.replaceAll('whole', 'lost'))
    }
    await publish('lost', [bridge, port])
    const config = await (await call('GET', '/api/v1/config')).json<{ publishers: unknown[] }>()
    const publishers = [...config.publishers, publisherWith('lost')]
    const answer = await call('POST', '/api/v1/rebuild', { ...config, publishers })
    expect(answer.status, await answer.clone().text()).toBe(200)
    await vi.waitFor(async () => {
      expect((await publisherObject('lost').report()).statements).toBe(2)
    }, 10_000)
    const [poll] = await vi.waitFor(async () => {
      const polls = await publisherObject('lost').pollNow()
      expect(polls).toHaveLength(1)
      return polls
    }, 10_000)
    // The alarm may have polled before: then the listing is known already.
    expect(['ok', 'unchanged']).toContain(poll?.outcome)
    expect(poll).toMatchObject({ baseline: false, appeared: 0, revised: 0 })
  })
})

describe('volatile parts', () => {
  it('are shown to the operator with a sample, and judged', async () => {
    const page = (n: number, readers: number): Item => ({
      n,
      title: `بيان رقم ${n}`,
      text: `يفتح الجسر رقم ${n} يوم الأحد أمام الجميع بعد إصلاحه كله.</p><p>بلغ عدد من قرأ الخبر ${readers} من الزوار`,
    })
    const shows = async (readers: number) => {
      await publish('counting', [page(1, readers), page(2, readers)])
      return await pollOne('counting')
    }
    await publish('counting', [page(1, 10), page(2, 10)])
    await follow(publisherWith('counting'))
    for (const readers of [12, 15]) expect(await shows(readers)).toMatchObject({ revised: 2 })
    expect(await shows(17)).toMatchObject({ revised: 0 })
    const path = '/api/v1/publishers/counting/volatile'
    const { items } = await (
      await call('GET', path)
    ).json<{
      items: { source: string; key: string; sample: string; ignored: boolean }[]
    }>()
    expect(items).toHaveLength(1)
    expect(items[0]).toMatchObject({ statements: 2, verdict: 'auto', ignored: true })
    expect(items[0]?.sample).toContain('من الزوار')
    const { source, key } = items[0] ?? {}
    expect((await call('PUT', path, { source, key, verdict: 'counts' })).status).toBe(204)
    expect(await shows(20)).toMatchObject({ revised: 2 })
    expect((await call('PUT', path, { source, key, verdict: 'ignored' })).status).toBe(204)
    expect(await shows(30)).toMatchObject({ revised: 0 })
    expect((await call('PUT', path, { source, key, verdict: 'maybe' })).status).toBe(422)
    expect((await call('PUT', path, { source, key: 'x', verdict: 'counts' })).status).toBe(404)
    // The operator's word moves with the statements.
    const exported = (await bodyText(await call('GET', '/api/v1/export'))).split('\n')
    const learned = exported.filter((line) => line.includes('"kind":"volatile"'))
    const moved = learned.join('\n').replaceAll('counting', 'elsewhere')
    expect((await call('POST', '/api/v1/import', moved)).status).toBe(200)
    await publish('elsewhere', [page(1, 1)])
    await follow(publisherWith('elsewhere'))
    const there = await (await call('GET', path.replace('counting', 'elsewhere'))).json()
    expect(there).toMatchObject({ items: [{ key, verdict: 'ignored', ignored: true }] })
  })
})

describe('a text that two publishers put out', () => {
  it('is known at both as one text: in the API and on the page, the first seen first', async () => {
    const text =
      'أعلنت الهيئة أن فرق الصيانة أنهت ترميم المرفأ القديم بعد أربعة أشهر من العمل المتواصل، وأن الحركة فيه تعود صباح الأحد، وشكرت كل من أسهم في المشروع من المتطوعين والمهندسين وأهالي القرى المجاورة جميعًا.'
    const item = { n: 1, title: 'ترميم المرفأ القديم', text }
    await publish('firsthand', [item])
    await follow(publisherWith('firsthand'))
    await publish('taken', [{ ...item, text: `نقلت الوكالة: ${text}` }])
    await follow(publisherWith('taken'))
    const clusterOf = async (id: string) => {
      const answer = await call('GET', `/api/v1/statements/${id}`)
      return (await answer.json<{ cluster: unknown }>()).cluster
    }
    await vi.waitFor(async () => {
      for (const id of ['firsthand-1', 'taken-1'])
        expect(await clusterOf(id)).toMatchObject({
          statements: [
            { id: 'firsthand-1', publisher: 'firsthand' },
            { id: 'taken-1', publisher: 'taken' },
          ],
        })
    }, 10_000)
    const page = await (await call('GET', '/statements/taken-1?lang=en')).text()
    expect(page).toContain('<a href="/statements/firsthand-1?lang=en">')
    await call('POST', '/api/v1/statements/firsthand-1/erase', { reason: 'asked for' })
    await vi.waitFor(async () => expect(await clusterOf('taken-1')).toBeNull(), 10_000)
  })
})

describe('a revision', () => {
  it('has a class in the API, and a page that shows what changed', async () => {
    await publish('edited', [bridge])
    await follow(publisherWith('edited'))
    await publish('edited', [{ ...bridge, text: 'فتح المجلس الجسر يوم السبت.' }])
    await pollOne('edited')
    await vi.waitFor(async () => {
      const answer = await call('GET', '/api/v1/statements/edited-1/revisions')
      const { items } = await answer.json<{
        items: { class: string | null; text: string | null }[]
      }>()
      expect(items.map((one) => one.class)).toEqual([null, 'number-name-date'])
      expect(items[0]?.text).toContain('اليوم')
    }, 5_000)
    const page = await (await call('GET', '/statements/edited-1/revisions/2?lang=en')).text()
    expect(page).toContain('<ins>يوم السبت.</ins>')
    expect((await call('GET', '/statements/edited-1/revisions/9')).status).toBe(404)
  })

  it('is one of many: all of them are reached, five a page', async () => {
    await publish('often', [bridge])
    await follow(publisherWith('often'))
    for (let n = 2; n <= 7; n += 1) {
      await publish('often', [{ ...bridge, text: `فتح المجلس الجسر في المرة ${n}.` }])
      await pollOne('often')
    }
    const page = async (query: string) => {
      const answer = await call('GET', `/api/v1/statements/often-1/revisions${query}`)
      const { items, cursor } = await answer.json<{
        items: { number: number; text: string | null }[]
        cursor: string | null
      }>()
      expect(items.every(({ text }) => text !== null)).toBe(true)
      return [items.map(({ number }) => number), cursor]
    }
    await vi.waitFor(async () => {
      expect(await page('')).toEqual([[3, 4, 5, 6, 7], '3'])
      expect(await page('?cursor=3')).toEqual([[1, 2], null])
    }, 5_000)
    const wrong = await call('GET', '/api/v1/statements/often-1/revisions?cursor=x')
    expect(wrong.status).toBe(422)
  })
})
