import { runInDurableObject } from 'cloudflare:test'
import { beforeAll, describe, expect, it } from 'vitest'
import { resetInternet, setPage } from '../workerd/internet.ts'
import { RSS_TYPE, desk, publisherObject, publisherWith, rss } from './desk-client.ts'
import { FaultSite, item, later, page, usual } from './fault-site.ts'
import { watchOf } from '../watches/ask.ts'

beforeAll(resetInternet)

/** What the alarm does, which saving a source makes due. */
async function dueWork(id: string): Promise<void> {
  await runInDurableObject(publisherObject(id), async (object) => await object.alarm())
}

/** Has every statement of a publisher told. */
async function watch(publisher: string): Promise<void> {
  await desk().saveWatch(
    watchOf('بيان', { id: `all-of-${publisher}`, name: 'x', publishers: [publisher] }),
  )
  await dueWork(publisher)
}

describe('a source that the operator mends is read anew at once', () => {
  it('at another address nothing of the old one is sent, nor believed', async () => {
    const site = new FaultSite('another-address')
    const headers = { ...RSS_TYPE, etag: '"one"', 'last-modified': 'Mon, 26 Nov 2018 10:00:00 GMT' }
    await site.answer({ headers, body: rss(usual()) })
    await site.follow()
    const url = 'https://another-address.example/press/feed'
    await setPage(url, { headers, body: rss([item(11), ...usual()]), always304: true })
    await desk().savePublisher(publisherWith(site.id, { url }))
    await dueWork(site.id)
    expect(await site.made()).toMatchObject({ statements: 1 })
    expect((await site.report()).source.state).toBe('ok')
  })

  it('by other selectors the same page is another reading', async () => {
    const site = new FaultSite('other-selectors')
    const body = [1, 2, 3]
      .map(
        (n) =>
          `<article><span class="label">تصريح للصحافة</span><h3><a href="/s/${n}">انعقاد الدورة رقم ${n} في موعدها</a></h3><div class="t"><p>نص البيان رقم ${n} كاملا.</p></div></article>`,
      )
      .join('')
    await site.answer(page('البيانات', body))
    const item = 'article'
    await site.follow({ kind: 'html', selectors: { item, link: 'a', title: '.label' } })
    const mended = { kind: 'html', selectors: { item, link: 'a', title: 'h3' } } as const
    await desk().savePublisher(publisherWith(site.id, mended))
    await dueWork(site.id)
    expect((await site.statement(1)).title).toContain('انعقاد الدورة')
  })

  it('does not wait for the end of its back-off', async () => {
    const site = new FaultSite('mended')
    await site.begin()
    await site.answer({ status: 404 })
    for (let n = 0; n < 3; n++) await site.poll()
    const url = 'https://mended.example/new-feed'
    await setPage(url, { headers: RSS_TYPE, body: rss([item(11), ...usual()]) })
    await desk().savePublisher(publisherWith(site.id, { url }))
    await dueWork(site.id)
    expect((await site.report()).source).toMatchObject({ state: 'ok' })
    expect(await site.made()).toMatchObject({ statements: 1 })
  })

  it('tells what appeared since, and not what is older there', async () => {
    const site = new FaultSite('another-part')
    await site.begin()
    await watch(site.id)
    const url = 'https://another-part.example/all'
    const [day, now] = [86_400_000, Date.now()]
    const dated = (number: number, at: number) =>
      rss([item(number)])
        .replace(/<pubDate>.*?<\/pubDate>/, `<pubDate>${new Date(at).toUTCString()}</pubDate>`)
        .match(/<item>.*<\/item>/)?.[0] ?? ''
    const listed = [dated(21, now), dated(22, now - 9 * day), dated(23, now - 10 * day)].join('')
    const body = rss(usual()).replace('<item>', `${listed}<item>`)
    await setPage(url, { headers: RSS_TYPE, body })
    await desk().savePublisher(publisherWith(site.id, { url }))
    await dueWork(site.id)
    expect(await site.made(), 'because two of the three are of days long before').toMatchObject({
      statements: 3,
      alerts: 1,
    })
  })

  it('tells nobody of an old page that could not be read at once', async () => {
    const site = new FaultSite('slow-page')
    await site.begin()
    await watch(site.id)
    const url = 'https://slow-page.example/list'
    const old = 'https://slow-page.example/s/9'
    let nonce = 0
    const list = async () =>
      await setPage(url, {
        ...page(
          'البيانات',
          `<p>${nonce++}</p><article><a href="/s/9">بيان قديم في القائمة</a></article>`,
        ),
      })
    await list()
    await setPage(old, { status: 503, body: '' })
    const selectors = { item: 'article', body: '.t', articleDate: 'time' }
    await desk().savePublisher(publisherWith(site.id, { url, kind: 'html', selectors }))
    await dueWork(site.id)
    await list()
    await site.poll()
    await setPage(
      old,
      page('بيان', '<time datetime="2018-01-02T09:00:00Z"></time><p class="t">نص بيان قديم.</p>'),
    )
    await later(3_600_000, async () => {
      // Polls, pages and what is owed take turns.
      for (let n = 0; n < 8; n++) await dueWork(site.id)
    })
    expect(await site.made()).toMatchObject({ statements: 1, alerts: 0 })
  })

  it('is left alone where nothing changed of how it is read', async () => {
    const site = new FaultSite('left-alone')
    await site.begin()
    const before = (await site.requests()).length
    await desk().savePublisher({
      ...publisherWith(site.id, { interval: 43_200 }),
      divergenceHours: 5,
    })
    await dueWork(site.id)
    expect(await site.requests()).toHaveLength(before)
  })
})
