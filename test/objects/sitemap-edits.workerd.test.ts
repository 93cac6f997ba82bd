import { beforeAll, expect, it } from 'vitest'
import { resetInternet, setPage } from '../workerd/internet.ts'
import { desk } from './desk-client.ts'
import { FaultSite, page } from './fault-site.ts'
import { watchOf } from '../watches/ask.ts'

beforeAll(async () => {
  await resetInternet()
  await desk().saveWatch(watchOf('المجلس', { id: 'every-text', name: 'x' }))
})

/** A statement's page with the day that the publisher gives it. */
const statement = (n: string, day: string) =>
  page(
    `بيان عن ${n}`,
    `<article><time datetime="${day}">${day}</time><div class="entry-content"><p>أصدر المجلس بيانا عن ${n} في جلسته المفتوحة، ودعا الجميع إلى قراءته ونشره بين الناس.</p></div></article>`,
  )

it('a sitemap shows a page of years ago on top when it is edited: that is no new statement', async () => {
  const site = new FaultSite('edited-archive')
  const day = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)
  const pages: [string, string, string][] = [['first', day(20), day(20)]]
  const publish = async () => {
    for (const [name, published] of pages)
      await setPage(`https://edited-archive.example/s/${name}`, statement(name, published))
    await site.answer({
      headers: { 'content-type': 'application/xml' },
      body: `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${pages
        .map(
          ([name, , changed]) =>
            `<url><loc>https://edited-archive.example/s/${name}</loc><lastmod>${changed}</lastmod></url>`,
        )
        .join('')}</urlset>`,
    })
  }
  await publish()
  await site.follow({ kind: 'sitemap' })
  pages.push(['edited', '2017-03-02', day(0)])
  await publish()
  await site.poll()
  expect(await site.made(), 'kept, and told to nobody').toMatchObject({ statements: 1, alerts: 0 })
  expect((await site.statement(2)).published).toBe('2017-03-02T00:00:00.000Z')
  // By its midnight up to 48 hours ago, whatever the hour is now.
  pages.push(['new', day(0), day(0)], ['of-yesterday', day(1), day(0)])
  await publish()
  await site.poll()
  expect(await site.made()).toMatchObject({ statements: 3, alerts: 2 })
})
