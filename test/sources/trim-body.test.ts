import { describe, expect, it } from 'vitest'
import { trimBody } from '../../src/sources/trim-body.ts'

const BODY = '<p>نص البيان.</p><p>خاتمته.</p>'

describe('goes from the ends', () => {
  it.each([
    { line: 'المشاهدات : 321', because: 'a view counter' },
    { line: 'عدد المشاهـدات: ٩٣٨', because: 'tatweel and Arabic digits' },
    { line: '1,204 مشاهدة', because: 'the number first' },
    { line: '335 views', because: 'English' },
    { line: 'Post Views: 1,204', because: 'a plugin' },
    {
      line: 'بيان الكاتب : أسرة التحرير التاريخ : 26 نوفمبر 2018 م المشاهدات : 321',
      because: 'the header run together',
    },
    { line: 'التاريخ - 2018-04-14 3:41 PM المشاهدات 938', because: 'a foot line' },
    { line: 'Sunday, 4 May , 2025', because: 'the day of the visit' },
    { line: 'الجمعة, 2 مايو, 2025', because: 'the day of the visit in Arabic' },
    { line: 'A A A', because: 'buttons for the size of letters' },
    { line: 'شارك: فيسبوك تويتر واتساب', because: 'a share bar' },
    { line: 'Facebook | Twitter', because: 'share links' },
    {
      line: 'The post <a href="https://x.example/" rel="noopener noreferrer nofollow">بيان</a> appeared first on <em>المجلس</em>.',
      because: 'the signature of WordPress',
    },
    { line: 'اترك تعليقاً', because: 'a comment form' },
    { line: 'Print this page', because: 'a button' },
  ])('$line: $because', ({ line }) => {
    expect(trimBody(`<p>${line}</p>${BODY}`).html).toBe(BODY)
    expect(trimBody(`${BODY}<p dir="rtl">${line}</p>`).html).toBe(BODY)
    expect(trimBody(BODY.replace('<p>', `<p>${line}<br>`)).html).toBe(BODY)
    expect(trimBody(`${BODY.slice(0, -4)}<br>${line}</p>`).html).toBe(BODY)
    expect(trimBody(`<p>${line}</p><p>${line}</p>${BODY}<p>${line}</p>`).html).toBe(BODY)
  })
})

describe('stays', () => {
  it.each([
    {
      html: `<p>أ</p><p>المشاهدات : 321</p><p>ب</p>`,
      because: 'in the middle it may be what the text is about',
    },
    {
      html: '<p>وبلغت المشاهدات : 321 مشاهدة على الموقع</p>',
      because: 'a sentence that mentions a counter',
    },
    { html: '<p>321 views</p>', because: 'a body of nothing else' },
    { html: '<p>شارك الوفد في الاجتماع</p><p>نص</p>', because: '"took part" begins like "share"' },
    { html: '<ul><li>335 views</li></ul><p>نص</p>', because: 'a list is content' },
    { html: '<p><strong>335 views<br>نص</strong></p>', because: 'emphasis spans the line break' },
    { html: '', because: 'nothing' },
  ])('$html: $because', ({ html }) => {
    expect(trimBody(html).html).toBe(html)
  })
})
