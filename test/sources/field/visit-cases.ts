import type { FieldCase } from './field-case.ts'
import { caseOf, type Trap } from './page-cases.ts'
import { type Prose, egyptian, english, levantine, indic, paragraphs, slashed } from './prose.ts'

/** What differs at each visit, and further places of day, title and text. */
const article = (one: Prose, body: string, meta = '', below = '') =>
  `<main><article class="post"><h1 class="title">${one.title}</h1>${meta}<div class="article-text">${body}</div>${below}</article></main>`
const arDay = (one: Prose) =>
  `<div class="meta"><span class="date">${levantine(one.day)}</span></div>`
const twice = (make: (one: Prose, what: string) => string, now: string, then: string) => ({
  page: (one: Prose) => make(one, now),
  again: (one: Prose) => make(one, then),
})
const dated = (name: string, meta: (one: Prose) => string, more: Partial<Trap> = {}): Trap => ({
  name: `the day as ${name}`,
  page: (one) => article(one, paragraphs(one), meta(one)),
  ...more,
})
const dashed = (day: string) => day.split('-').reverse().join('-')
const dotted = (day: string) => day.split('-').reverse().join('.')
const weekday = (day: string, locale: string) =>
  new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(new Date(day))

const VISITS: readonly Trap[] = [
  {
    name: 'visit: how many read it just now, below the title',
    ...twice(
      (one, count) =>
        article(
          one,
          paragraphs(one),
          `${arDay(one)}<div class="live">يقرأ الآن ${count} زائرا</div>`,
        ),
      '14',
      '92',
    ),
  },
  {
    name: 'visit: weather and rates in a box inside the article',
    ...twice(
      (one, rate) =>
        article(
          one,
          paragraphs(one),
          arDay(one),
          `<div class="widget rates"><h4>أسعار الصرف</h4><table><tr><td>دولار</td><td>${rate}</td></tr><tr><td>يورو</td><td>${rate}5</td></tr></table></div>`,
        ),
      '13,200',
      '13,950',
    ),
  },
  {
    name: 'visit: how long ago, beside the title',
    day: (one) => levantine(one.day),
    ...twice(
      (one, ago) =>
        article(one, paragraphs(one), `<div class="post-meta"><span>${ago}</span></div>`),
      'منذ 3 ساعات',
      'منذ يومين',
    ),
  },
  {
    name: 'visit: a question of arithmetic and the number of comments below the text',
    ...twice(
      (one, sum) =>
        article(
          one,
          paragraphs(one),
          arDay(one),
          `<div class="comments-box"><h3>التعليقات (${sum.length})</h3><form><label>كم حاصل ${sum}؟</label><input><button>أرسل التعليق</button></form></div>`,
        ),
      '3 + 4',
      '12 + 9',
    ),
  },
  {
    name: 'visit: a saying of the day below the article',
    ...twice(
      (one, saying) =>
        `${article(one, paragraphs(one), arDay(one))}<div class="block-saying"><h3>حكمة اليوم</h3><p>${saying}</p></div>`,
      'من سار على الدرب وصل، ومن صبر ظفر بما أراد ولو بعد حين من الزمن.',
      'الصديق وقت الضيق، والجار قبل الدار، والرفيق قبل الطريق في كل سفر.',
    ),
  },
  {
    name: 'visit: an advertisement as a plain link between paragraphs',
    ...twice(
      (one, what) =>
        article(
          one,
          one.text
            .map(
              (p, n) =>
                `<p>${p}</p>${n === 0 ? `<p><a href="https://shop.test/${what.length}" rel="sponsored">${what}</a></p>` : ''}`,
            )
            .join(''),
          arDay(one),
        ),
      'هواتف جديدة بالتقسيط المريح',
      'شقق للبيع في وسط المدينة بأقساط شهرية',
    ),
  },
  {
    name: 'visit: a greeting by the time of day at the head of main',
    ...twice(
      (one, words) =>
        `<main><p class="greeting">${words}</p><article class="post"><h1 class="title">${one.title}</h1>${arDay(one)}<div class="article-text">${paragraphs(one)}</div></article></main>`,
      'صباح الخير، اليوم الخميس 26 تشرين الثاني 2026',
      'مساء الخير، اليوم الجمعة 27 تشرين الثاني 2026',
    ),
  },
]

const DAYS: readonly Trap[] = [
  dated(
    'weekday, month in words, day, year, time',
    (one) => `<div class="submitted">${weekday(one.day, 'en')}, ${english(one.day)} - 14:30</div>`,
    { lang: 'en' },
  ),
  dated('D.M.YYYY with a clock', (one) => `<p class="small">${dotted(one.day)} 14:05</p>`),
  dated('D-M-YYYY in Arabic-Indic digits', (one) => `<small>${indic(dashed(one.day))}</small>`),
  dated(
    'weekday and Levantine month with an hour in the afternoon',
    (one) => `<div class="stamp">${weekday(one.day, 'ar')} ${levantine(one.day)} - 02:05 م</div>`,
  ),
  dated(
    '"بتاريخ" with hour and writer',
    (one) => `<div>بتاريخ: ${slashed(one.day)} الساعة 2:05 م - كتب: المحرر</div>`,
  ),
  dated(
    'an icon and the day without any class',
    (one) => `<span><i class="fa fa-calendar"></i> ${egyptian(one.day)}</span>`,
  ),
  {
    name: 'the day below the text: "نشر بتاريخ"',
    page: (one) =>
      article(one, paragraphs(one), '', `<div class="foot">نشر بتاريخ ${levantine(one.day)}</div>`),
  },
  {
    name: 'the day of an event in a second heading is not that of publication',
    page: (one) =>
      `<main><article class="post"><h1 class="title">${one.title}</h1><h2 class="sub">المؤتمر يوم 10 كانون الثاني 2027</h2><div class="article-text">${paragraphs(one)}</div></article></main>`,
    change: () => ({ published: null }),
  },
  {
    name: 'the visit’s day inside main, right above the title',
    page: (one) =>
      `<main><div class="today-date">الخميس 26 نوفمبر 2026</div><article class="post"><h1 class="title">${one.title}</h1><div class="article-text">${paragraphs(one)}</div></article></main>`,
    again: (one) =>
      `<main><div class="today-date">الجمعة 27 نوفمبر 2026</div><article class="post"><h1 class="title">${one.title}</h1><div class="article-text">${paragraphs(one)}</div></article></main>`,
    change: () => ({ published: null }),
  },
]

const PARTS: readonly Trap[] = [
  {
    name: 'the h1 is the site’s name, the headline an h2',
    page: (one) =>
      `<div class="brand"><h1>راصد للحقوق والحريات</h1></div><div class="wrap"><h2 class="head">${one.title}</h2>${arDay(one)}<div class="txt">${paragraphs(one)}</div></div>`,
  },
  {
    name: 'no heading at all: the headline stands in <title> and in bold',
    docTitle: (one) => `${one.title} - راصد للحقوق`,
    page: (one) =>
      `<div class="wrap"><p><b>${one.title}</b></p><p>${levantine(one.day)}</p>${paragraphs(one)}</div>`,
  },
  {
    name: 'a lead outside of the text’s own frame',
    page: (one) =>
      `<main><article class="post"><h1 class="title">${one.title}</h1>${arDay(one)}<div class="lead"><p>${one.text[0]}</p></div><div class="article-body"><p>${one.text.slice(1).join('</p><p>')}</p></div></article></main>`,
  },
  {
    name: 'text in <pre>, as typed',
    page: (one) => article(one, `<pre>${one.text.join('\n\n')}</pre>`, arDay(one)),
    // Whole, if not as pretty as it was typed.
    change: (one) => ({ text: [one.text.join(' ')] }),
  },
  {
    name: 'paragraphs as rows of a table',
    page: (one) =>
      `<table class="main" width="700"><tr><td><h1>${one.title}</h1></td></tr><tr><td class="date">${slashed(one.day)}</td></tr>${one.text.map((p) => `<tr><td>${p}</td></tr>`).join('')}</table>`,
  },
  {
    name: 'attachments below the text',
    page: (one) =>
      article(
        one,
        `${paragraphs(one)}<div class="attachments"><h4>المرفقات</h4><ul><li><a href="/files/1.pdf">نص البيان (PDF)</a></li><li><a href="/files/2.pdf">English version (PDF)</a></li></ul></div>`,
        arDay(one),
      ),
    change: (one) => ({
      text: [...one.text, 'المرفقات', 'نص البيان (PDF)', 'English version (PDF)'],
    }),
  },
  {
    name: 'three columns without names: teasers left and right of the text',
    page: (one) =>
      `<div class="row"><div class="c3"><h4>أخبار</h4>${[1, 2, 3].map((n) => `<p><a href="/t/${n}">خبر قصير من الأرشيف عن أمر مضى رقم ${n}</a></p>`).join('')}</div><div class="c6"><h1>${one.title}</h1><span class="date">${slashed(one.day)}</span>${paragraphs(one)}</div><div class="c3"><h4>فعاليات</h4>${[4, 5, 6].map((n) => `<p><a href="/t/${n}">دعوة إلى نشاط في المركز الثقافي رقم ${n}</a></p>`).join('')}</div></div>`,
  },
  {
    name: 'an English version below the Arabic one on the same page stays with it',
    page: (one) =>
      article(
        one,
        `${paragraphs(one)}<p dir="ltr">The full English version of this statement will follow within hours.</p>`,
        arDay(one),
      ),
    change: (one) => ({
      text: [...one.text, 'The full English version of this statement will follow within hours.'],
    }),
  },
  {
    name: 'the text hidden behind "read more" in the page itself',
    page: (one) =>
      article(
        one,
        `<p>${one.text[0]}</p><button class="more-btn">اقرأ المزيد</button><div class="more-text" style="display:none"><p>${one.text.slice(1).join('</p><p>')}</p></div>`,
        arDay(one),
      ),
  },
]

const labelled = (one: Prose, lines: readonly string[], body = paragraphs(one)) =>
  `<main><article class="post"><h1 class="title">بيان صحفي</h1>${arDay(one)}<div class="article-text">${lines.map((line) => `<p>${line}</p>`).join('')}${body}</div></article></main>`
const TITLES: readonly Trap[] = [
  {
    name: 'the invocation opens the text, below a label in the place of the title',
    listTitle: () => 'بيان صحفي',
    docTitle: () => 'بيان صحفي',
    page: (one) => labelled(one, ['بسم الله الرحمن الرحيم', one.title]),
    change: (one) => ({ text: [one.title, ...one.text] }),
  },
  {
    name: 'a number and a reference above the headline inside the text',
    listTitle: () => 'بيان صحفي',
    docTitle: () => 'بيان صحفي',
    page: (one) =>
      labelled(one, [
        'بيان صحفي رقم (12)',
        `الرقم: 114/ص`,
        `التاريخ: ${slashed(one.day)}`,
        one.title,
      ]),
    change: (one) => ({ text: [one.title, ...one.text] }),
  },
  {
    name: 'og:title is the site’s name on every page',
    head: () => '<meta property="og:title" content="راصد للحقوق والحريات">',
    docTitle: (one) => `${one.title} - راصد للحقوق والحريات`,
    page: (one) => article(one, paragraphs(one), arDay(one)),
  },
  {
    name: 'the h1 is the site’s name, longer than the headline, and stands in <title> too',
    listTitle: (one) => one.title.slice(0, 20).trim(),
    docTitle: (one) => `${one.title.slice(0, 20).trim()} - راصد للحقوق والحريات العامة`,
    head: (one) => `<meta property="og:title" content="${one.title.slice(0, 20).trim()}">`,
    page: (one) =>
      `<div class="brand"><h1>راصد للحقوق والحريات العامة</h1></div><div class="wrap"><h2>${one.title.slice(0, 20).trim()}</h2>${arDay(one)}<div class="txt">${paragraphs(one)}</div></div>`,
    change: (one) => ({ title: one.title.slice(0, 20).trim() }),
  },
  {
    name: 'og:title is cut short, the heading is whole',
    head: (one) => `<meta property="og:title" content="${one.title.slice(0, 25)}...">`,
    page: (one) => article(one, paragraphs(one), arDay(one)),
  },
  {
    name: 'a category and the reading time stand in the heading’s frame',
    page: (one) =>
      `<main><article class="post"><header><a class="cat" href="/c/1">بيانات</a><h1 class="title">${one.title}</h1><span>قراءة 3 دقائق</span>${arDay(one)}</header><div class="article-text">${paragraphs(one)}</div></article></main>`,
  },
  {
    name: 'a hashtag and a channel’s name close the text',
    page: (one) =>
      article(
        one,
        `${paragraphs(one)}<p>#راصد #حقوق</p><p>لمتابعة قناتنا على تلغرام: <a href="https://t.me/rasid">اضغط هنا</a></p>`,
        arDay(one),
      ),
  },
]

export const VISIT_CASES: readonly FieldCase[] = [...VISITS, ...DAYS, ...PARTS, ...TITLES].map(
  (trap) => caseOf(trap),
)
