import { describe, expect, it } from 'vitest'
import { listedStatements } from '../../src/sources/listing-structure.ts'
import { documentOf, sourceWith } from './documents.ts'

const URL_ = 'https://majlis.example/press/'
const TITLES = ['فتح الجسر الشرقي أمام العائلات', 'لجنة تزور المرفأ الشمالي', 'المنارة تضيء من جديد']
const MENU = `<ul class="menu">${['الرئيسية', 'من نحن', 'الأخبار والتقارير كلها', 'تواصل معنا في المكتب', 'أرشيف الصور والتسجيلات'].map((name, n) => `<li><a href="/m/${n}">${name}</a></li>`).join('')}</ul>`
const read = (body: string) =>
  listedStatements(
    documentOf(`<html><body>${MENU}${body}</body></html>`, { url: URL_ }),
    sourceWith({ kind: 'html', url: URL_ }),
  ).map(({ entry }) => entry)

describe('finds the list', () => {
  it.each([
    {
      because: 'rows with a date beside the link',
      body: TITLES.map(
        (title, n) =>
          `<div class="row row-${n}"><span>${20 + n} تشرين ثاني، ٢٠١٨</span><h3><a href="/p/${n}">${title}</a></h3><p>قال المجلس اليوم إن العائلات التي تنتظر ستعبر عند الفجر، وإن الطريق آمن.</p></div>`,
      ).join(''),
    },
    {
      because: 'a table of old days',
      body: `<table>${TITLES.map((title, n) => `<tr><td>${20 + n}/11/2018</td><td><a href="p.asp?id=${n}">${title}</a></td></tr>`).join('')}</table>`,
    },
    {
      because: 'a picture links to the same page as the headline',
      body: TITLES.map(
        (title, n) =>
          `<li class="post"><a href="/p/${n}"><img src="x.jpg"></a><a class="t" href="/p/${n}">${title}</a><time datetime="2018-11-${20 + n}">x</time></li>`,
      ).join(''),
    },
    {
      because: 'the link is around the whole item',
      body: TITLES.map(
        (title, n) => `<a class="card" href="/p/${n}"><b>${title}</b> <i>2018-11-${20 + n}</i></a>`,
      ).join(''),
      titled: (title: string, n: number) => `${title} 2018-11-${20 + n}`,
      undated: true,
    },
  ])('$because', ({ body, titled, undated }) => {
    const entries = read(body)
    expect(entries.map(({ title }) => title)).toEqual(
      TITLES.map((title, n) => titled?.(title, n) ?? title),
    )
    if (undated === true) return
    expect(entries.map(({ published }) => published?.slice(0, 10))).toEqual([
      '2018-11-20',
      '2018-11-21',
      '2018-11-22',
    ])
  })
})

it('the same page twice is one entry, and its excerpt is what stands beside it', () => {
  const row = (n: number) =>
    `<div class="row"><h3><a href="/p/${n}">${TITLES[n] ?? ''}</a></h3><p>قال المجلس اليوم إن العائلات التي تنتظر ستعبر عند الفجر.</p></div>`
  const entries = read(row(0) + row(1) + row(2) + row(0))
  expect(entries).toHaveLength(3)
  expect(entries[0]).toMatchObject({
    url: 'https://majlis.example/p/0',
    html: '<p>قال المجلس اليوم إن العائلات التي تنتظر ستعبر عند الفجر.</p>',
    complete: false,
  })
})

describe('finds nothing', () => {
  it.each([
    { because: 'a menu is no list of statements', body: '' },
    {
      because: 'two links are no list',
      body: '<h3><a href="/a">فتح الجسر الشرقي اليوم</a></h3><h3><a href="/b">لجنة تزور المرفأ الشمالي</a></h3>',
    },
    {
      because: 'links to other hosts',
      body: TITLES.map(
        (title, n) => `<h3><a href="https://other.example/${n}">${title}</a></h3>`,
      ).join(''),
    },
    {
      because: 'links to the front page and into the page',
      body: TITLES.map(
        (title) => `<h3><a href="/">${title}</a><a href="#x">${title}</a></h3>`,
      ).join(''),
    },
  ])('$because', ({ body }) => {
    expect(read(body)).toEqual([])
  })
})
