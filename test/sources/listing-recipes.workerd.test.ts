import { describe, expect, it } from 'vitest'
import { readListing } from '../../src/sources/listing-readers.ts'
import { documentOf, sourceWith } from './documents.ts'

/** Lists in the structures of known platforms (sources report, section 2), texts of our own. */
const K2_ENTRY = (n: number, title: string, text: string) =>
  `<div class="catItemView groupLeading"><div class="catItemHeader"><span class="catItemDateCreated">2${n} تشرين الثاني/نوفمبر 2018</span><h3 class="catItemTitle"><a href="/press/${n}.html">${title}</a></h3><span class="catItemAuthor">بقلم أسرة التحرير</span></div><div class="catItemBody"><div class="catItemIntroText">${text}</div></div><div class="catItemLinks"><div class="catItemHitsBlock"><span class="catItemHits">قرئ <b>${n}21</b> مرات</span></div><div class="catItemCategory"><span>نشر في</span><a href="/press">تصريحات</a></div></div></div>`
const HEADER = (n: number) =>
  `<p>تصريح صحفي</p><p>مجلس الضفتين ــ المدينة القديمة</p><p>الدائرة الإعلامية</p><p>٢${n} تشرين ثاني، ٢٠١٨</p>`
const K2_PAGE = `<html dir="rtl"><body><h2>تشرين الثاني 2018</h2><div id="k2Container" class="itemListView">${[
  K2_ENTRY(
    1,
    'تصريح صحفي',
    `${HEADER(1)}<p>محاولات لإغلاق الميناء</p><p>تابع المجلس ما يروج عن الميناء.</p><p>الرحمة للشهداء، والشفاء للجرحى</p>`,
  ),
  K2_ENTRY(
    2,
    'تصريح صحفي',
    `${HEADER(2)}<p>المنارة تضيء من جديد</p><p>أضاء الحراس المنارة بعد انقطاع طويل.</p><p>عاشت المدينة حرة</p>`,
  ),
  K2_ENTRY(
    3,
    'بيان مشترك حول عبور القوارب',
    `${HEADER(3)}<p>اتفقت الضفتان على عبور القوارب كل صباح.</p>`,
  ),
].join('')}</div></body></html>`

const JNEWS = (n: number, title: string) =>
  `<article class="jeg_post jeg_pl_md_2"><div class="jeg_thumb"><a href="/press-release/s${n}"><img src="x.jpg" alt=""></a></div><div class="jeg_postblock_content"><h3 class="jeg_post_title"><a href="/press-release/s${n}">${title}</a></h3><div class="jeg_post_meta"><div class="jeg_meta_date"><a href="#">${n} مايو 2023</a></div></div><div class="jeg_post_excerpt"><p>Syrian CoalitionDepartment of Media and CommunicationsMay ${n}, 2023The council met…</p></div></div></article>`
const JNEWS_PAGE = `<html dir="rtl"><head><link rel="stylesheet" href="/wp-content/x.css"></head><body><div class="jeg_sidebar"><article class="jeg_post"><h3 class="jeg_post_title"><a href="/old">مقال قديم في العمود الجانبي</a></h3></article></div><div class="jeg_posts jeg_load_more_flag">${JNEWS(1, 'فتح الجسر')}${JNEWS(2, 'لجنة المرفأ')}${JNEWS(3, 'حراس المنارة')}</div></body></html>`

const ROW = (n: number, title: string) =>
  `<div class="views-row"><div class="views-field-created"><time datetime="2020-05-0${n}T12:00:00Z">0${n} May 2020</time></div><h3 class="views-field-title"><a href="/en/press-releases/2020/05/${n}" hreflang="en">${title}</a></h3><div class="views-field-body">What is said in short.</div></div>`
const DRUPAL_PAGE = `<html><head><script type="application/json" data-drupal-selector="drupal-settings-json">{}</script></head><body><div class="view-content">${ROW(1, 'Boats at the pier')}${ROW(2, 'Wells in the valley')}${ROW(3, 'Lights of the harbour')}</div></body></html>`

const THEME_PAGE = `<html><head><link rel="stylesheet" href="/wp-content/themes/x/style.css"></head><body><main>${['One', 'Two', 'Three'].map((name, n) => `<article class="post"><header><h2 class="entry-title"><a href="/2014/11/1${n}/s">Statement ${name}</a></h2><span class="posted-on"><time class="entry-date" datetime="2014-11-1${n}T08:00:00+02:00">x</time></span></header><div class="entry-summary"><p>In short ${name}.</p></div></article>`).join('')}</main></body></html>`

function read(text: string) {
  const url = 'https://majlis.example/press/'
  return readListing(
    documentOf(text, { url, mediaType: 'text/html' }),
    sourceWith({ kind: 'html', url }),
  )
}

it('a K2 month page holds whole statements: label, header, closing and counter are none of them', async () => {
  expect(await read(K2_PAGE)).toMatchObject({
    notes: [{ en: /recipe for Joomla K2, whole texts/ }],
    entries: [
      {
        url: 'https://majlis.example/press/1.html',
        title: 'محاولات لإغلاق الميناء',
        published: '2018-11-21T00:00:00.000Z',
        html: '<p>محاولات لإغلاق الميناء</p><p>تابع المجلس ما يروج عن الميناء.</p>',
        complete: true,
      },
      { title: 'المنارة تضيء من جديد', published: '2018-11-22T00:00:00.000Z' },
      {
        title: 'بيان مشترك حول عبور القوارب',
        html: '<p>اتفقت الضفتان على عبور القوارب كل صباح.</p>',
      },
    ],
  })
})

/** Entries without what tells whether they were read before. */
function unmarked(reading: Awaited<ReturnType<typeof read>>) {
  if (reading.kind !== 'read') throw new Error(JSON.stringify(reading))
  return reading.entries.map((entry) => ({ ...entry, fingerprint: undefined }))
}

it('a view counter of K2 makes no revision', async () => {
  const counted = await read(K2_PAGE.replaceAll('21</b>', '99</b>'))
  expect(unmarked(counted)).toEqual(unmarked(await read(K2_PAGE)))
})

it('K2 with "read more" shows excerpts: the pages are read', async () => {
  const more = K2_PAGE.replaceAll(
    '<div class="catItemLinks">',
    '<a class="k2ReadMore catItemReadMore" href="/x">المزيد</a><div class="catItemLinks">',
  )
  expect(await read(more)).toMatchObject({
    notes: [{ en: /Joomla K2, excerpts/ }],
    entries: [{ complete: false, url: 'https://majlis.example/press/1.html' }, {}, {}],
  })
})

describe.each([
  {
    because: 'WordPress with a theme of JNews’ kind, its side column left out',
    text: JNEWS_PAGE,
    note: /JNews/,
    url: 'https://majlis.example/press-release/s1',
    title: 'فتح الجسر',
    published: '2023-05-01T00:00:00.000Z',
  },
  {
    because: 'Drupal views',
    text: DRUPAL_PAGE,
    note: /Drupal/,
    url: 'https://majlis.example/en/press-releases/2020/05/1',
    title: 'Boats at the pier',
    published: '2020-05-01T12:00:00.000Z',
  },
  {
    because: 'a theme of WordPress',
    text: THEME_PAGE,
    note: /recipe for WordPress\./,
    url: 'https://majlis.example/2014/11/10/s',
    title: 'Statement One',
    published: '2014-11-10T06:00:00.000Z',
  },
])('$because', ({ text, note, url, title, published }) => {
  it('lists headlines with dates; the pages are read', async () => {
    const reading = await read(text)
    expect(reading).toMatchObject({ kind: 'read', notes: [{ en: note }] })
    expect(reading.kind === 'read' && reading.entries).toHaveLength(3)
    expect(reading).toMatchObject({ entries: [{ url, title, published, complete: false }, {}, {}] })
  })
})
