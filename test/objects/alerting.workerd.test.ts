import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { DeliveryRecord } from '../../src/objects/delivery-log.ts'
import type { Source } from '../../src/sources/source.ts'
import type { Watch } from '../../src/watches/watch.ts'
import { requestsSeen, resetInternet, setPage } from '../workerd/internet.ts'
import {
  type Item,
  RSS_TYPE,
  desk,
  endpointObject,
  follow,
  pollOne,
  publisherObject,
  publish,
  publisherWith,
  rss,
} from './desk-client.ts'
import { watchOf } from '../watches/ask.ts'

const HOOK = 'https://hook.example/alerts'

function watchFor(publisher: string, more: Partial<Watch> = {}): Watch {
  return watchOf('"chemical weapons" OR الكيماوي', {
    id: `w-${publisher}`,
    name: 'chemical',
    publishers: [publisher],
    endpoints: ['siren'],
    ...more,
  })
}

/** The alerts that reached the endpoint's log about a publisher's statements, oldest first. */
async function alertsAbout(publisher: string): Promise<string[]> {
  const log: DeliveryRecord[] = await endpointObject('siren').list(undefined, undefined, 100)
  return log
    .map(({ alert }) => alert ?? '')
    .filter((alert) => alert.startsWith(`w-${publisher}`))
    .toReversed()
}

async function start(
  publisher: string,
  items: readonly Item[],
  watch: Partial<Watch> | null = {},
  source: Partial<Source> = {},
): Promise<void> {
  await publish(publisher, items)
  await follow(publisherWith(publisher, source))
  if (watch !== null) await desk().saveWatch(watchFor(publisher, watch))
}

const plain = { n: 1, title: 'بيان', text: 'نص عن أمر آخر.' }
const chemical = { n: 2, title: 'بيان عن الكيماوي', text: 'نص يذكر السلاح.' }

describe('what is worth an alert', () => {
  beforeAll(async () => {
    await resetInternet()
    await setPage(HOOK, { status: 200, body: 'ok' })
    await desk().saveEndpoint({
      id: 'siren',
      kind: 'webhook',
      url: HOOK,
      secret: `whsec_${btoa('x'.repeat(32))}`,
      pace: 50,
    })
  })

  it('tells nobody of the baseline', async () => {
    await publish('calm', [chemical, plain])
    await desk().savePublisher({ ...publisherWith('calm'), paused: true })
    await desk().saveWatch(watchFor('calm'))
    await follow(publisherWith('calm'))
    expect(await alertsAbout('calm')).toEqual([])
    expect((await publisherObject('calm').report()).statements).toBe(2)
  })

  it('tells of a new statement once, however often it is polled', async () => {
    await start('once', [plain])
    await publish('once', [chemical, plain])
    await pollOne('once')
    await pollOne('once')
    await publish('once', [plain, chemical])
    await pollOne('once')
    expect(await alertsAbout('once')).toEqual(['w-once/once-2/1/appeared'])
  })

  it('tells nobody of what does not match', async () => {
    await start('silent', [plain])
    await publish('silent', [{ ...plain, n: 9, title: 'خبر' }, plain])
    await pollOne('silent')
    expect(await alertsAbout('silent')).toEqual([])
  })

  it('tells nobody again when an old statement leaves the page and returns', async () => {
    await start('returning', [plain])
    await publish('returning', [chemical, plain])
    await pollOne('returning')
    await publish('returning', [plain])
    await pollOne('returning')
    await publish('returning', [chemical, plain])
    await pollOne('returning')
    expect(await alertsAbout('returning')).toHaveLength(1)
  })

  it('tells nobody again when guid, slug, scheme or escapes change', async () => {
    await start('moving', [plain])
    const long = {
      n: 2,
      title: 'بيان عن الكيماوي',
      text: `نص يذكر السلاح ${'ويطول الكلام عنه '.repeat(20)}`,
    }
    const body = rss([long, plain])
    const page = (html: string) =>
      setPage('https://moving.example/feed', { headers: RSS_TYPE, body: html })
    await page(body)
    await pollOne('moving')
    await page(body.replace('id-2', 'another-guid'))
    await pollOne('moving')
    await page(body.replace('https://s.example/2', 'http://www.s.example/2/?utm_source=rss'))
    await pollOne('moving')
    await page(
      body
        .replace('https://s.example/2', 'https://s.example/a-new-slug')
        .replace('id-2', 'guid-of-the-new-slug'),
    )
    await pollOne('moving')
    expect(await alertsAbout('moving')).toHaveLength(1)
    expect((await publisherObject('moving').report()).statements).toBe(2)
  })

  it('tells of a revision where the watch asks for revisions', async () => {
    await start('edited', [plain], { changes: ['appeared', 'revised'] })
    await publish('edited', [chemical, plain])
    await pollOne('edited')
    await publish('edited', [{ ...chemical, text: 'نص يذكر السلاح، بعد تصحيح.' }, plain])
    await pollOne('edited')
    expect(await alertsAbout('edited')).toEqual([
      'w-edited/edited-2/1/appeared',
      'w-edited/edited-2/2/revised',
    ])
  })

  it('tells of an edit that brings the word in, though the watch asks for appearances only', async () => {
    await start('late-word', [plain])
    await publish('late-word', [{ ...chemical, title: 'بيان' }, plain])
    await pollOne('late-word')
    expect(await alertsAbout('late-word')).toEqual([])
    await publish('late-word', [chemical, plain])
    await pollOne('late-word')
    await publish('late-word', [{ ...chemical, text: 'نص آخر.' }, plain])
    await pollOne('late-word')
    expect(await alertsAbout('late-word')).toEqual(['w-late-word/late-word-2/2/revised'])
  })

  it('does not tell a new watch of an edit to what it would have been told before', async () => {
    await start('old-news', [plain], null)
    await publish('old-news', [chemical, plain])
    await pollOne('old-news')
    await desk().saveWatch(watchFor('old-news'))
    await publish('old-news', [{ ...chemical, text: 'نص بعد تصحيح.' }, plain])
    await pollOne('old-news')
    expect(await alertsAbout('old-news')).toEqual([])
  })

  it('makes no alert of white space, invisible signs and decomposed letters', async () => {
    await start('untouched', [plain, chemical], { changes: ['appeared', 'revised'] })
    await publish('untouched', [plain, { ...chemical, text: 'نص\u200F  يذكر \u200Bالسلاح.' }])
    expect(await pollOne('untouched')).toMatchObject({ outcome: 'ok', revised: 0 })
    expect(await alertsAbout('untouched')).toEqual([])
  })
})

describe('a text that is published again at another address', () => {
  const long = `استخدم النظام السلاح الكيماوي مجددا. ${'وطالب المجلس المجتمع الدولي بمحاسبة المسؤولين عن الهجوم أمام القضاء. '.repeat(3)}وختم البيان بالدعاء للضحايا.`
  const first = { n: 2, title: 'بيان عن الكيماوي', text: long }

  it('joins the first alert, also with a word changed', async () => {
    await start('again', [plain])
    await publish('again', [first, plain])
    await pollOne('again')
    const copy = { ...first, n: 3, text: long.replace('مجددا', 'من جديد') }
    await publish('again', [copy, first, plain])
    expect(await pollOne('again')).toMatchObject({ appeared: 1 })
    expect(await alertsAbout('again')).toEqual(['w-again/again-2/1/appeared'])
  })

  it('joins it when both come in one poll', async () => {
    await start('twins', [plain])
    await publish('twins', [{ ...first, n: 3, text: `${long} آمين.` }, first, plain])
    expect(await pollOne('twins')).toMatchObject({ appeared: 2 })
    expect(await alertsAbout('twins')).toHaveLength(1)
  })

  it('makes an alert of its own where a number differs', async () => {
    await start('counted', [plain])
    await publish('counted', [{ ...first, text: `${long} 14 قتيلا` }, plain])
    await pollOne('counted')
    await publish('counted', [{ ...first, n: 3, text: `${long} 15 قتيلا` }, plain])
    await pollOne('counted')
    expect(await alertsAbout('counted')).toHaveLength(2)
  })

  it('is told to a watch that was not told of the first', async () => {
    await start('newcomer', [plain])
    await publish('newcomer', [first, plain])
    await pollOne('newcomer')
    await desk().saveWatch(watchFor('newcomer', { id: 'w-newcomer-too' }))
    await publish('newcomer', [{ ...first, n: 3, text: `${long} آمين.` }, first, plain])
    await pollOne('newcomer')
    expect(await alertsAbout('newcomer')).toEqual([
      'w-newcomer/newcomer-2/1/appeared',
      'w-newcomer-too/newcomer-3/1/appeared',
    ])
  })
})

describe('a text that another publisher publishes too', () => {
  const long = `أدانت رابطة القرى استخدام السلاح الكيماوي في الحقول. ${'وطلبت من الدول الضامنة أن ترسل مفتشيها إلى المكان قبل أن تمحى آثاره. '.repeat(3)}ودعت أهل القرى إلى تغطية آبارهم.`
  const statement = { n: 2, title: 'إدانة استخدام الكيماوي', text: long }

  async function logOf(watch: string): Promise<DeliveryRecord[]> {
    const log: DeliveryRecord[] = await endpointObject('siren').list(undefined, undefined, 100)
    return log.filter(({ alert }) => alert?.startsWith(`${watch}/`) === true).toReversed()
  }

  it('joins the alert of the first, under its own id, and keeps both in the watch\u2019s feed', async () => {
    await start('near', [plain], null)
    await start('far', [plain], null)
    await desk().saveWatch(watchFor('near', { id: 'w-both', publishers: ['near', 'far'] }))
    await publish('near', [statement, plain])
    await pollOne('near')
    const dateline = { ...statement, n: 3, text: `الضفة - شبكة الأنهار: ${long}` }
    await publish('far', [dateline, plain])
    await pollOne('far')
    const [first, copy] = await logOf('w-both')
    expect([first?.alert, copy?.alert]).toEqual([
      'w-both/near-2/1/appeared',
      'w-both/far-2/1/appeared',
    ])
    expect(copy).toMatchObject({ state: 'joined', joined: first?.id, attempts: [], next: null })
    expect(first).toMatchObject({ joined: null, also: ['w-both/far-2/1/appeared'] })
    const feed: DeliveryRecord[] = await endpointObject('feed:w-both').list(undefined, undefined, 9)
    expect(feed.map(({ joined }) => joined)).toEqual([null, null])
    const states = feed.map(({ state }) => state)
    expect(states, 'because each is written when its second comes').not.toContain('joined')
  })
})

describe('a concept', () => {
  it('changes what its watches tell of, from the next poll on', async () => {
    const name = { ar: 'غازات', en: 'Gases' }
    await desk().saveConcept({ id: 'gases', name, terms: ['السارين'] })
    await start('conceptual', [plain], { query: '@gases' })
    const chlorine = { n: 2, title: 'بيان', text: 'هجوم بغاز الكلور.' }
    await publish('conceptual', [chlorine, plain])
    await pollOne('conceptual')
    expect(await alertsAbout('conceptual')).toEqual([])
    await desk().saveConcept({ id: 'gases', name, terms: ['السارين', 'غاز الكلور'] })
    await publish('conceptual', [{ ...chlorine, n: 3 }, chlorine, plain])
    await pollOne('conceptual')
    expect(await alertsAbout('conceptual')).toEqual(['w-conceptual/conceptual-3/1/appeared'])
  })
})

describe('a pair of statements', () => {
  const item = (n: number, title: string, text: string, hreflang: string, partner: string) =>
    `<item><title>${title}</title><link>https://s.example/${n}</link><guid isPermaLink="false">p-${n}</guid>` +
    `<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="alternate" hreflang="${hreflang}" href="https://s.example/${partner}"/>` +
    `<content:encoded><![CDATA[<p>${text}</p>]]></content:encoded></item>`
  const arabic = item(
    21,
    'بيان عن الكيماوي',
    'نص عربي طويل بما يكفي عن الكيماوي والتحقيق فيه.',
    'en',
    '22',
  )
  const english = item(
    22,
    'On chemical weapons',
    'An English text about chemical weapons and their inquiry.',
    'ar',
    '21',
  )
  const feed = (...items: string[]) =>
    rss([plain]).replace('</channel>', `${items.join('')}</channel>`)
  const set = (publisher: string, ...items: string[]) =>
    setPage(`https://${publisher}.example/feed`, { headers: RSS_TYPE, body: feed(...items) })

  beforeEach(resetInternet)

  it('shares one alert when both come in one poll', async () => {
    await set('together')
    await follow(publisherWith('together'))
    await desk().saveWatch(watchFor('together'))
    await set('together', arabic, english)
    await pollOne('together')
    expect(await alertsAbout('together')).toHaveLength(1)
    const [one, other] = [
      await publisherObject('together').statement(2),
      await publisherObject('together').statement(3),
    ]
    expect(one?.statement.translation).toMatchObject({
      id: 'together-3',
      by: 'declared',
      confidence: 1,
    })
    expect(other?.statement.translation).toMatchObject({ id: 'together-2' })
    expect(new Set([one?.statement.language, other?.statement.language])).toEqual(
      new Set(['ar', 'en']),
    )
  })

  it('tells at once and makes no second alert for a partner that comes later', async () => {
    await set('apart')
    await follow(publisherWith('apart'))
    await desk().saveWatch(watchFor('apart'))
    await set('apart', arabic)
    await pollOne('apart')
    expect(await alertsAbout('apart')).toHaveLength(1)
    await set('apart', arabic, english)
    expect(await pollOne('apart')).toMatchObject({ appeared: 1 })
    expect(await alertsAbout('apart')).toHaveLength(1)
    expect((await publisherObject('apart').statement(2))?.statement.translation?.id).toBe('apart-3')
  })
})

describe('endpoints and watches that come and go', () => {
  beforeEach(async () => {
    await resetInternet()
    await setPage(HOOK, { status: 200, body: 'ok' })
  })

  it('sends nothing old to an endpoint that is added later', async () => {
    await start('later', [plain], { endpoints: [] })
    await publish('later', [chemical, plain])
    await pollOne('later')
    await desk().saveWatch(watchFor('later'))
    await pollOne('later')
    expect(await alertsAbout('later')).toEqual([])
  })

  it('ends a delivery to a deleted endpoint as a dead letter that says so', async () => {
    await desk().saveEndpoint({ id: 'short-lived', kind: 'slack', url: HOOK, secret: '', pace: 1 })
    await desk().removeEndpoint('short-lived')
    const at = new Date().toISOString()
    const delivery = {
      id: 'msg_1',
      endpoint: 'short-lived',
      message: { kind: 'test', at } as const,
    }
    await endpointObject('short-lived').accept('short-lived', [delivery])
    const [record] = await endpointObject('short-lived').list(undefined, undefined, 5)
    expect(record).toMatchObject({ state: 'abandoned', reason: 'gone: the endpoint was deleted' })
    expect(await requestsSeen()).toEqual([])
  })

  it('will not delete an endpoint that a watch sends to', async () => {
    expect(await desk().removeEndpoint('siren')).toMatchObject({ kind: 'refused', status: 409 })
  })

  it("never gives a deleted publisher's id again, and its feed is gone", async () => {
    await start('ended', [plain], null)
    expect(await desk().removePublisher('ended')).toEqual({ kind: 'removed' })
    expect(await desk().savePublisher(publisherWith('ended'))).toMatchObject({
      kind: 'refused',
      status: 409,
    })
  })

  it('keeps a delivery once, however often it is handed over', async () => {
    const at = new Date().toISOString()
    const delivery = { id: 'msg_twice', endpoint: 'siren', message: { kind: 'test', at } as const }
    await Promise.all([
      endpointObject('siren').accept('siren', [delivery]),
      endpointObject('siren').accept('siren', [delivery]),
    ])
    const log = await endpointObject('siren').list(undefined, undefined, 100)
    expect(log.filter(({ id }) => id === 'msg_twice')).toHaveLength(1)
  })
})
