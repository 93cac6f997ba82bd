import { expect, it } from 'vitest'
import { MessagePage } from '../../src/pages/message-page.tsx'
import { BASE, readable, rendered } from './page-sample.ts'

it('says one thing, leads back, and is no page that a search engine should keep', async () => {
  const html = await rendered(
    MessagePage({ lang: 'ar', baseUrl: BASE, title: 'لا يوجد', text: 'الخطأ 404 من HTTP.' }),
  )
  expect(html).toContain('<html lang="ar" dir="rtl">')
  expect(readable(html)).toContain('لا يوجد الخطأ 404 من HTTP . إلى الصفحة الأولى')
  expect(html).toContain('<bdi dir="ltr">HTTP</bdi>')
  expect(html).toContain('<meta name="robots" content="noindex"/>')
  expect(html).not.toContain('rel="canonical"')
})
