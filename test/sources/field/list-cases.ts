import { type FieldCase, type Statement, statement } from './field-case.ts'
import { AR, EN, type Prose, egyptian, english, levantine, paragraphs, slashed } from './prose.ts'

/** Lists whose traps lie in their links, frames and neighbours, and pages without a frame of their own. */
const SITE = 'https://www.marsad.test'
const path = (slug: string) => `/news/${slug}`
const five = AR.slice(0, 5)
type PageOf = (one: Prose) => string

const html = (title: string, body: string, head = '', lang = 'ar') =>
  `<!DOCTYPE html>\n<html lang="${lang}" dir="${lang === 'ar' ? 'rtl' : 'ltr'}"><head><meta charset="utf-8"><title>${title}</title>${head}</head>\n<body>${body}</body></html>`
const usualPage: PageOf = (one) =>
  html(
    `${one.title} | المرصد`,
    `<div class="head"><a href="/">المرصد</a></div><div class="content"><h1>${one.title}</h1><div class="date">${levantine(one.day)}</div><div class="text">${paragraphs(one)}</div></div><div class="foot">المرصد 2026</div>`,
  )

interface List {
  readonly name: string
  readonly list: string
  readonly head?: string
  readonly prose?: readonly Prose[]
  readonly page?: PageOf
  readonly site?: string
  readonly at?: (slug: string) => string
  readonly change?: (one: Prose) => Partial<Statement>
  readonly language?: 'ar' | 'en'
  readonly more?: FieldCase['pages']
}
const listed = ({
  name,
  list,
  head,
  prose = five,
  page = usualPage,
  site = SITE,
  at = path,
  change,
  language = 'ar',
  more = {},
}: List): FieldCase => ({
  name,
  language,
  url: `${SITE}/news`,
  pages: {
    [`${SITE}/news`]: html('الأخبار | المرصد', list, head, language),
    ...Object.fromEntries(prose.map((one) => [site + at(one.slug), page(one)])),
    ...more,
  },
  statements: prose.map((one) => statement(site, one, at, change?.(one) ?? {})),
})
const row = ({ slug, title, day }: Prose, href = path(slug)) =>
  `<div class="n-row"><div class="n-title"><a href="${href}">${title}</a></div><div class="n-date">${slashed(day)}</div></div>`
const rows = (href?: (one: Prose) => string) => five.map((one) => row(one, href?.(one))).join('')
const LONG = Array.from(
  { length: 12 },
  (_, n) =>
    `<li><a href="/box/${n}">مادة طويلة العنوان جدا من أرشيف المرصد في أبواب شتى من الحياة العامة ${n}</a></li>`,
).join('')

const LISTS: readonly List[] = [
  {
    name: 'a box of undated links that is longer than the list',
    list: `<div class="w"><div class="l">${rows()}</div><div class="r"><div class="box"><h4>ملفات</h4><ul class="box-list">${LONG}</ul></div></div></div>`,
  },
  {
    name: 'a menu of long names that no element calls a menu',
    list: `<div class="top"><ul class="links">${LONG}</ul></div><div class="l">${rows()}</div>`,
  },
  {
    name: 'statements on a subdomain of the site',
    list: `<div class="l">${rows(({ slug }) => `https://media.marsad.test${path(slug)}`)}</div>`,
    site: 'https://media.marsad.test',
  },
  {
    name: 'a list on www whose links lead to the bare host by http',
    list: `<div class="l">${rows(({ slug }) => `http://marsad.test${path(slug)}`)}</div>`,
    site: 'http://marsad.test',
  },
  {
    name: 'links that begin with two slashes',
    list: `<div class="l">${rows(({ slug }) => `//www.marsad.test${path(slug)}`)}</div>`,
  },
  {
    name: 'a <base> without an address, and one that is relative',
    head: '<base target="_blank"><base href="/news/">',
    list: `<div class="l">${rows(({ slug }) => slug)}</div>`,
  },
  {
    name: 'entries in comments, templates and scripts are not there',
    list: `<!-- <div class="l">${row(AR[5]!)}${row(AR[6]!)}</div> --><script type="text/template"><div class="n-row"><a href="/news/{{slug}}">قالب عنوان طويل بما يكفي</a></div></script><template><div class="n-row"><div class="n-title"><a href="/news/tpl">عنوان في قالب لا يراه أحد</a></div></div></template><div class="l">${rows()}</div>`,
  },
  {
    name: 'the same list twice, for narrow screens and wide ones',
    list: `<div class="l desktop">${rows()}</div><div class="l mobile" style="display:none">${rows()}</div>`,
  },
  {
    name: 'titles that are no links, each with a button "المزيد"',
    list: `<div class="l">${five.map(({ slug, title, text, day }) => `<div class="item"><h3>${title}</h3><span class="d">${egyptian(day)}</span><p>${text[0]?.slice(0, 60)}</p><a class="btn" href="${path(slug)}">المزيد</a></div>`).join('')}</div>`,
  },
  {
    name: 'links around pictures only, titled by attribute',
    list: `<div class="l">${five.map(({ slug, title, day }) => `<div class="pic"><a href="${path(slug)}" title="${title}"><img src="/i/${slug}.jpg" alt="${title}"></a><span>${slashed(day)}</span></div>`).join('')}</div>`,
  },
  {
    name: 'the whole card is a link that holds day, title and excerpt in plain elements',
    list: `<div class="l">${five.map(({ slug, title, text, day }) => `<a class="card" href="${path(slug)}"><span>${egyptian(day)}</span><strong>${title}</strong><span>${text[0]?.slice(0, 50)}</span></a>`).join('')}</div>`,
  },
  {
    name: 'percent-encoded Arabic addresses in small and large letters',
    at: (slug) => `/news/%D8%A8%D9%8A%D8%A7%D9%86-${slug}`,
    list: `<div class="l">${rows(({ slug }) => `/news/%D8%A8%D9%8A%D8%A7%D9%86-${slug}`)}</div>`,
  },
  {
    name: 'entries as a definition list',
    list: `<dl>${five.map(({ slug, title, day }) => `<dt>${slashed(day)}</dt><dd><a href="${path(slug)}">${title}</a></dd>`).join('')}</dl>`,
  },
  {
    name: 'one paragraph with line breaks: day, dash, link',
    list: `<div id="body"><p>${five.map(({ slug, title, day }) => `${slashed(day)} - <a href="${path(slug)}">${title}</a>`).join('<br>\n')}</p></div>`,
  },
]

const story =
  (inner: PageOf): PageOf =>
  (one) =>
    html(
      `${one.title} | المرصد`,
      `<div class="head"><a href="/">المرصد</a></div>${inner(one)}<div class="foot">المرصد 2026</div>`,
    )
const WORDS =
  'هذا رأي واحد من القراء فيما نشر هنا، وقد كتبه على عجل ولم يراجعه أحد قبل أن يعرض أمام الناس في ذيل الصفحة.'
const PAGES: readonly List[] = [
  {
    name: 'answers of readers that are longer than the statement',
    list: `<div class="l">${rows()}</div>`,
    page: story(
      (one) =>
        `<div class="wrap"><h1>${one.title}</h1><div class="date">${levantine(one.day)}</div><div class="story">${paragraphs(one)}</div><div class="replies"><h3>آراء القراء</h3>${[1, 2, 3, 4, 5, 6, 7, 8].map((n) => `<div class="reply"><b>قارئ ${n}</b><p>${WORDS}</p></div>`).join('')}</div></div>`,
    ),
  },
  {
    name: 'each paragraph in a section of its own, as page builders make them',
    list: `<div class="l">${rows()}</div>`,
    page: story(
      (one) =>
        `<div class="page"><div class="sec"><div class="col"><div class="w w-heading"><h1>${one.title}</h1></div></div></div><div class="sec"><div class="col"><div class="w w-text"><div class="c">${levantine(one.day)}</div></div></div></div>${one.text.map((p) => `<div class="sec"><div class="col"><div class="w w-text"><div class="c"><p>${p}</p></div></div></div></div>`).join('')}</div>`,
    ),
  },
  {
    name: 'articleBody marks a summary only, the text stands below',
    list: `<div class="l">${rows()}</div>`,
    page: story(
      (one) =>
        `<article><h1>${one.title}</h1><time datetime="${one.day}">${levantine(one.day)}</time><p class="sum" itemprop="articleBody">ملخص من سطر واحد.</p><div class="full">${paragraphs(one)}</div></article>`,
    ),
  },
  {
    name: 'a page that shows three statements in full, its own first',
    list: `<div class="l">${rows()}</div>`,
    page: story(
      (one) =>
        `<div class="posts"><div class="post"><h1>${one.title}</h1><div class="date">${levantine(one.day)}</div><div class="txt">${paragraphs(one)}</div></div>${[
          5, 6,
        ]
          .map((n) => AR[n]!)
          .map(
            (other) =>
              `<div class="post"><h2>${other.title}</h2><div class="date">${levantine(other.day)}</div><div class="txt">${paragraphs(other)}</div></div>`,
          )
          .join('')}</div>`,
    ),
  },
  {
    name: 'letters and entities: quotation marks, dashes and ampersands',
    list: `<div class="l">${five.map((one) => row({ ...one, title: `&quot;${one.title}&quot; &#8211; بيان &amp; توضيح` })).join('')}</div>`,
    page: story(
      (one) =>
        `<div class="content"><h1>&ldquo;${one.title}&rdquo; &ndash; بيان &amp; توضيح</h1><div class="date">${levantine(one.day)}</div><div class="text">${paragraphs(one)}</div></div>`,
    ),
    change: (one) => ({ title: `“${one.title}” – بيان & توضيح` }),
  },
]

const ENGLISH: readonly List[] = [
  {
    name: 'English: ordinal days, a dateline, a boilerplate "About us" below',
    language: 'en',
    prose: EN.slice(0, 5),
    list: `<div class="l">${EN.slice(0, 5)
      .map((one) => row(one))
      .join('')}</div>`,
    page: (one) =>
      html(
        `${one.title} | Observatory`,
        `<div class="content"><h1>${one.title}</h1><p class="when">Posted on ${english(one.day).replace(/ (\d+),/, ' $1th,')} by admin</p><div class="text">${paragraphs(one)}<p>###</p></div></div>`,
        '',
        'en',
      ),
  },
]

export const LIST_CASES: readonly FieldCase[] = [...LISTS, ...PAGES, ...ENGLISH].map((one) =>
  listed(one),
)
