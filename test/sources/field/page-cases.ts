import { type FieldCase, type Statement, statement } from './field-case.ts'
import {
  AR,
  EN,
  type Prose,
  egyptian,
  english,
  indic,
  levantine,
  paragraphs,
  slashed,
} from './prose.ts'

/**
 * What stands in and around a statement's page: one plain list that is no trouble, and one trap in the
 * pages that it leads to.
 */
const SITE = 'https://rasid.test'
const path = (slug: string) => `/p/${slug}`
type Lang = 'ar' | 'en'
const proseOf = (lang: Lang) => (lang === 'ar' ? AR : EN).slice(0, 4)

const shell = (lang: Lang, title: string, main: string, head = '') =>
  `<!DOCTYPE html>\n<html lang="${lang}" dir="${lang === 'ar' ? 'rtl' : 'ltr'}"><head><meta charset="utf-8"><title>${title}</title>${head}</head><body><header class="site-header"><a class="logo" href="/">${lang === 'ar' ? 'راصد' : 'Rasid'}</a><nav><ul><li><a href="/about">${lang === 'ar' ? 'من نحن' : 'About us'}</a></li><li><a href="/list">${lang === 'ar' ? 'البيانات' : 'Statements'}</a></li></ul></nav></header>${main}<footer class="site-footer"><p>© 2026 ${lang === 'ar' ? 'راصد للحقوق' : 'Rasid Rights'}</p></footer></body></html>`

export interface Trap {
  readonly name: string
  readonly lang?: Lang
  readonly page: (one: Prose) => string
  /** The same page at the next visit. */
  readonly again?: (one: Prose) => string
  readonly head?: (one: Prose) => string
  readonly docTitle?: (one: Prose) => string
  /** What the list shows beside the title: nothing where the page is to give the day. */
  readonly day?: (one: Prose) => string
  readonly listTitle?: (one: Prose) => string
  readonly change?: (one: Prose) => Partial<Statement>
}

export function caseOf({
  name,
  lang = 'ar',
  page,
  again,
  head,
  docTitle,
  day,
  listTitle,
  change,
}: Trap): FieldCase {
  const prose = proseOf(lang)
  const whole = (one: Prose, main: string) =>
    shell(lang, docTitle?.(one) ?? one.title, main, head?.(one) ?? '')
  const pagesBy = (make: (one: Prose) => string) =>
    Object.fromEntries(prose.map((one) => [SITE + path(one.slug), whole(one, make(one))]))
  return {
    name,
    language: lang,
    url: `${SITE}/list`,
    pages: {
      [`${SITE}/list`]: shell(
        lang,
        lang === 'ar' ? 'البيانات' : 'Statements',
        `<main><h1>${lang === 'ar' ? 'البيانات' : 'Statements'}</h1><div class="list">${prose.map((one) => `<div class="news-card"><h3><a href="${path(one.slug)}">${listTitle?.(one) ?? one.title}</a></h3><span class="meta">${day?.(one) ?? ''}</span></div>`).join('')}</div></main>`,
      ),
      ...pagesBy(page),
    },
    statements: prose.map((one) => statement(SITE, one, path, change?.(one) ?? {})),
    ...(again === undefined ? {} : { visit: pagesBy(again) }),
  }
}

const article = (one: Prose, body: string, meta = '') =>
  `<main><article class="post"><h1 class="title">${one.title}</h1>${meta}<div class="article-text">${body}</div></article></main>`
const arDay = (one: Prose) =>
  `<div class="meta"><span class="date">${levantine(one.day)}</span></div>`
const enDay = (one: Prose) =>
  `<div class="meta"><span class="date">${english(one.day)}</span></div>`
const hijri = (day: string) =>
  new Intl.DateTimeFormat('ar-SA-u-ca-islamic-umalqura-nu-arab', {
    dateStyle: 'full',
    timeZone: 'UTC',
  }).format(new Date(day))
const between = (one: Prose, ...blocks: string[]) =>
  one.text.map((p, n) => `<p>${p}</p>${blocks[n] ?? ''}`).join('')

export const PAGE_CASES: readonly FieldCase[] = [
  {
    name: 'a cookie wall that stands inside the article',
    page: (one: Prose) =>
      article(
        one,
        `<div class="cookie-consent" role="dialog"><h3>خصوصيتك تهمنا</h3><p>نستخدم نحن وشركاؤنا ملفات تعريف الارتباط لتحسين تجربتك وعرض محتوى مخصص لك على هذا الموقع.</p><button>أوافق</button><button>إدارة الخيارات</button></div>${paragraphs(one)}`,
        arDay(one),
      ),
  },
  {
    name: 'a share bar, an advertisement and a newsletter form between paragraphs, other ones at each visit',
    page: (one: Prose) =>
      article(
        one,
        between(
          one,
          '<div class="share-buttons"><span>شارك:</span><a href="https://facebook.com/sharer?u=1">فيسبوك</a><a href="https://x.com/intent/tweet">تويتر</a><a href="https://wa.me/?text=x">واتساب</a></div><div class="ad-slot" id="div-gpt-ad-1"><a href="https://ads.test/1">خصم خمسين بالمئة على الهواتف هذا الأسبوع فقط</a></div>',
          '<form class="newsletter" action="/subscribe"><p>اشترك في القائمة البريدية ليصلك جديدنا</p><input type="email"><button>اشترك</button></form>',
        ),
        arDay(one),
      ),
    again: (one: Prose) =>
      article(
        one,
        between(
          one,
          '<div class="share-buttons"><span>شارك:</span><a href="https://facebook.com/sharer?u=1">فيسبوك</a><a href="https://x.com/intent/tweet">تويتر</a><a href="https://wa.me/?text=x">واتساب</a></div><div class="ad-slot" id="div-gpt-ad-2"><a href="https://ads.test/2">رحلات يومية إلى الساحل بأسعار تناسب الجميع</a></div>',
          '<form class="newsletter" action="/subscribe"><p>اشترك في القائمة البريدية ليصلك جديدنا</p><input type="email"><button>اشترك</button></form>',
        ),
        arDay(one),
      ),
  },
  {
    name: 'the title again as the first line of the text, with a label above it',
    page: (one: Prose) =>
      article(
        one,
        `<p><strong>بيان صحفي</strong></p><p><strong>${one.title}</strong></p>${paragraphs(one)}`,
        arDay(one),
      ),
  },
  {
    name: 'a label above the title in the place of the title, the headline inside the text',
    docTitle: () => 'تصريح صحفي | راصد',
    listTitle: () => 'تصريح صحفي',
    page: (one: Prose) =>
      `<main><article class="post"><h1 class="title">تصريح صحفي</h1>${arDay(one)}<div class="article-text"><p>تصريح صحفي</p><p>راصد للحقوق</p><p>المكتب الإعلامي</p><p>${indic(levantine(one.day))}</p><h3>${one.title}</h3>${paragraphs(one)}</div></article></main>`,
    change: (one: Prose) => ({ text: [one.title, ...one.text] }),
  },
  {
    name: 'lazy images with captions, and an image of the statement with an alternative text',
    page: (one: Prose) =>
      article(
        one,
        `<figure class="lead"><img class="lazy" src="data:image/gif;base64,R0lGOD" data-src="/img/${one.slug}.jpg" alt="صورة أرشيفية"><figcaption>صورة أرشيفية من المكان - راصد</figcaption></figure>${paragraphs(one)}<p><img loading="lazy" data-lazy-src="/img/scan.jpg" alt="نص البيان"></p>`,
        arDay(one),
      ),
    // A caption is the publisher's own word.
    change: (one: Prose) => ({ text: ['صورة أرشيفية من المكان - راصد', ...one.text] }),
  },
  {
    name: 'the canonical address points to the home page, og:title carries the site’s name',
    head: (one: Prose) =>
      `<link rel="canonical" href="${SITE}/"><meta property="og:title" content="${one.title} - راصد للحقوق"><meta property="og:site_name" content="راصد للحقوق"><meta property="og:url" content="${SITE}/">`,
    docTitle: (one: Prose) => `${one.title} - راصد للحقوق`,
    page: (one: Prose) => article(one, paragraphs(one), arDay(one)),
  },
  {
    name: 'the day of the visit in Arabic-Indic digits at the head, hijri and Gregorian; the day of publication below the title',
    page: (one: Prose) =>
      `<div class="topline"><span>اليوم: الخميس ١٦ جمادى الآخرة ١٤٤٨ هـ الموافق ٢٦ نوفمبر ٢٠٢٦ م</span></div>${article(one, paragraphs(one), `<div class="info">نُشر في: ${indic(egyptian(one.day))} م</div>`)}`,
    again: (one: Prose) =>
      `<div class="topline"><span>اليوم: الجمعة ١٧ جمادى الآخرة ١٤٤٨ هـ الموافق ٢٧ نوفمبر ٢٠٢٦ م</span></div>${article(one, paragraphs(one), `<div class="info">نُشر في: ${indic(egyptian(one.day))} م</div>`)}`,
  },
  {
    name: 'edited later: "last update" stands before the day of publication',
    head: (one: Prose) =>
      `<meta property="article:modified_time" content="2026-11-25T10:00:00+03:00"><meta property="article:published_time" content="${one.day}T10:00:00+03:00">`,
    page: (one: Prose) =>
      article(
        one,
        paragraphs(one),
        `<div class="meta">آخر تحديث: 25/11/2026 - 10:00 | تاريخ النشر: ${slashed(one.day)} - 10:00</div>`,
      ),
  },
  {
    name: 'edited later, told in text only: the day of publication counts',
    page: (one: Prose) =>
      article(
        one,
        paragraphs(one),
        `<div class="meta"><span>آخر تحديث: 25 نوفمبر 2026</span> <span>تاريخ النشر: ${egyptian(one.day)}</span></div>`,
      ),
  },
  {
    name: 'a <time datetime> of the build against the visible day beside it',
    day: (one: Prose) => levantine(one.day),
    page: (one: Prose) =>
      article(
        one,
        paragraphs(one),
        `<div class="meta"><time datetime="2026-11-26T03:00:00Z">${levantine(one.day)}</time></div>`,
      ),
  },
  {
    name: 'JSON-LD of a breadcrumb, a rating and an event whose dates are not the statement’s',
    day: (one: Prose) => levantine(one.day),
    head: () =>
      `<script type="application/ld+json">${JSON.stringify([
        { '@type': 'BreadcrumbList', itemListElement: [] },
        { '@type': 'Event', name: 'مؤتمر', startDate: '2027-01-10', datePublished: '2020-01-01' },
      ])}</script>`,
    page: (one: Prose) => article(one, paragraphs(one), arDay(one)),
  },
  {
    name: 'a teaser before a paywall: the wall’s words are no text',
    lang: 'en' as const,
    head: () =>
      `<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>`,
    page: (one: Prose) =>
      article(
        one,
        `${paragraphs(one)}<div class="paywall" id="paywall"><h2>Subscribe to continue reading</h2><p>This article is for subscribers only. Choose a plan that suits you and read without limits from today.</p><a class="btn" href="/subscribe">See plans</a></div>`,
        enDay(one),
      ),
  },
  {
    name: 'read also: links to other statements between the paragraphs, in plain paragraphs',
    page: (one: Prose) =>
      article(
        one,
        between(
          one,
          '<p><strong>اقرأ أيضا: <a href="/p/other-1">بيان حول أوضاع المزارعين في السهل</a></strong></p>',
          '<p>إقرأ المزيد: <a href="/p/other-2">لجنة الخدمات تزور محطة الضخ الثانية</a></p>',
        ),
        arDay(one),
      ),
  },
  {
    name: 'related statements as a list at the foot of the text itself',
    page: (one: Prose) =>
      article(
        one,
        `${paragraphs(one)}<h4>مواضيع ذات صلة</h4><ul><li><a href="/p/r1">تقرير عن حال المشافي في الوادي</a></li><li><a href="/p/r2">إحصاء ضحايا الألغام في عشر سنوات</a></li></ul>`,
        arDay(one),
      ),
    again: (one: Prose) =>
      article(
        one,
        `${paragraphs(one)}<h4>مواضيع ذات صلة</h4><ul><li><a href="/p/r3">ورشة عن توثيق الانتهاكات الجسيمة</a></li><li><a href="/p/r1">تقرير عن حال المشافي في الوادي</a></li></ul>`,
        arDay(one),
      ),
  },
  {
    name: 'right-to-left marks, zero-width joiners and tatweel around title and day',
    day: (one: Prose) => `\u200F${levantine(one.day)}\u200F`,
    listTitle: (one: Prose) => `\u200F${one.title}\u200E `,
    page: (one: Prose) =>
      `<main><article class="post"><h1 class="title">\u200F${one.title}\u200F</h1><div class="meta">\u202B${indic(levantine(one.day))}\u202C</div><div class="article-text"><p>تصريــح صحفــي</p>${paragraphs(one)}</div></article></main>`,
  },
  {
    name: 'a hijri day with its Gregorian twin beside the title',
    page: (one: Prose) =>
      article(
        one,
        paragraphs(one),
        `<div class="date">${hijri(one.day)} - الموافق ${indic(egyptian(one.day))} م</div>`,
      ),
  },
  {
    name: 'views, comments and reading time in one line with the day',
    page: (one: Prose) =>
      article(
        one,
        paragraphs(one),
        `<div class="meta">الكاتب : أسرة التحرير | التاريخ : ${egyptian(one.day)} م | المشاهدات : 321 | التعليقات : 0</div>`,
      ),
    again: (one: Prose) =>
      article(
        one,
        paragraphs(one),
        `<div class="meta">الكاتب : أسرة التحرير | التاريخ : ${egyptian(one.day)} م | المشاهدات : 402 | التعليقات : 3</div>`,
      ),
  },
  {
    name: 'a place and agency line opens the text, the text is one element with line breaks',
    lang: 'en' as const,
    page: (one: Prose) =>
      `<main><div id="story"><h1>${one.title}</h1><p class="byline">By Rasid desk | Published: ${english(one.day)} 4:15 PM</p><div>${one.text.join('<br/>\n<br/>')}</div><div class="tools"><a href="#">Print</a> <a href="#">Email</a></div></div></main>`,
  },
  {
    name: 'comments of readers below the text',
    page: (one: Prose) =>
      `${article(one, paragraphs(one), arDay(one))}<section class="comments" id="comments"><h3>التعليقات (2)</h3><ol class="comment-list"><li class="comment"><b>أبو سامي</b> <span>25 نوفمبر 2026</span><p>كلام جميل ولكن أين التنفيذ على أرض الواقع، سمعنا مثل هذه الوعود كثيرا من قبل ولم يتغير شيء.</p></li><li class="comment"><b>ليلى</b><p>شكرا لكم على هذا التوضيح، ونرجو أن يصل صوت الأهالي إلى من بيده القرار في أسرع وقت.</p></li></ol><form><label>أضف تعليقا</label><textarea></textarea></form></section>`,
  },
  {
    name: 'a transcript player and a video embed around the text',
    page: (one: Prose) =>
      article(
        one,
        `<div class="audio-player"><button>استمع</button><span>0:00 / 2:31</span></div><div class="video"><iframe src="https://video.test/embed/1"></iframe></div>${paragraphs(one)}`,
        arDay(one),
      ),
  },
  {
    name: 'quotation, heading and list belong to the text',
    page: (one: Prose) =>
      article(
        one,
        `<p>${one.text[0]}</p><h2>مطالب المجلس</h2><ul><li>وقف إطلاق النار فورا.</li><li>إدخال المساعدات بلا شرط.</li></ul><blockquote><p>${one.text[1]}</p></blockquote><p>${one.text[2]}</p>`,
        arDay(one),
      ),
    change: (one: Prose) => ({
      text: [
        one.text[0] ?? '',
        'مطالب المجلس',
        'وقف إطلاق النار فورا.',
        'إدخال المساعدات بلا شرط.',
        one.text[1] ?? '',
        one.text[2] ?? '',
      ],
    }),
  },
  {
    name: 'closing formulas and the address of the office are no text',
    page: (one: Prose) =>
      article(
        one,
        `${paragraphs(one)}<p>الرحمة للشهداء، والشفاء للجرحى، والحرية للمعتقلين</p><p>المكتب الإعلامي</p><p>press@rasid.test</p><p>www.rasid.test</p>`,
        arDay(one),
      ),
  },
  {
    name: 'the text stands in a <div> per line, with empty ones between',
    page: (one: Prose) =>
      article(
        one,
        one.text.map((p) => `<div dir="auto">${p}</div><div dir="auto">&nbsp;</div>`).join(''),
        arDay(one),
      ),
  },
  {
    name: 'the most read of the site stand inside <main> beside the article, longer than a short statement',
    page: (one: Prose) =>
      `<main><article class="post"><h1 class="title">${one.title}</h1>${arDay(one)}<div class="article-text">${paragraphs(one)}</div></article><div class="most"><h3>الأكثر قراءة</h3>${[1, 2, 3, 4, 5, 6, 7, 8].map((n) => `<div class="row"><a href="/most/${n}">خبر طويل العنوان عن حدث جرى في مكان ما من البلاد قبل أيام قليلة رقم ${n}</a><p>ملخص لا بأس بطوله لهذا الخبر الذي قرأه كثير من الزوار ويعاد عرضه في كل صفحة من صفحات الموقع.</p></div>`).join('')}</div></main>`,
  },
  {
    name: 'short statements: one paragraph of one sentence',
    page: (one: Prose) => article(one, `<p>${one.text[0]}</p>`, arDay(one)),
    change: (one: Prose) => ({ text: [one.text[0] ?? ''] }),
  },
  {
    name: 'dates only in the address of neither list nor page: there is none',
    page: (one: Prose) => article(one, paragraphs(one)),
    change: () => ({ published: null }),
  },
  {
    name: 'an event’s day stands in the text and no day of publication anywhere',
    page: (one: Prose) =>
      article(
        one,
        `${paragraphs(one)}<p>ويُعقد المؤتمر القادم في 10 كانون الثاني 2027 بحضور ممثلي الأحياء كلها.</p>`,
      ),
    change: (one: Prose) => ({
      published: null,
      text: [...one.text, 'ويُعقد المؤتمر القادم في 10 كانون الثاني 2027 بحضور ممثلي الأحياء كلها.'],
    }),
  },
].map((trap) => caseOf(trap))
