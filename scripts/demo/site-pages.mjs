/**
 * The pages of the demonstration's publisher, in the structure that such sites have: an Arabic
 * listing without dates in its links, article pages with a byline, a view counter that changes at
 * each visit, related links and contact lines around the text, and an English feed.
 */
import { escape } from './escape.mjs'
import { arabicDigits, COUNCIL, textOf } from './statements.mjs'
import { outAt } from './timeline.mjs'

const LEVANTINE =
  'كانون الثاني,شباط,آذار,نيسان,أيار,حزيران,تموز,آب,أيلول,تشرين الأول,تشرين الثاني,كانون الأول'.split(
    ',',
  )
const EGYPTIAN = 'يناير,فبراير,مارس,أبريل,مايو,يونيو,يوليو,أغسطس,سبتمبر,أكتوبر,نوفمبر,ديسمبر'.split(
  ',',
)
const SHOWN = 12

/** The path of a statement's page. Its number at the end is what the site knows it by. */
function pathOf(number, language) {
  const { slug } = textOf(number, language, false)
  const section = language === 'ar' ? '/ar/بيانات' : '/en/press'
  return encodeURI(`${section}/${slug}-${number}`)
}

/** Newest first, as listings and feeds show them. */
function newest(published) {
  return [...published].reverse().slice(0, SHOWN)
}

/** One council, two hands: some dates in Levantine months, some in Egyptian ones and other digits. */
function arabicDate(number, at) {
  const date = new Date(at)
  const [day, month, year] = [date.getUTCDate(), date.getUTCMonth(), date.getUTCFullYear()]
  return number % 2 === 0
    ? arabicDigits(`${day} ${EGYPTIAN[month]} ${year} م`)
    : `${day} ${LEVANTINE[month]} ${year}`
}

function englishDate(at) {
  return new Date(at).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
}

export function listingPage(published, language, base) {
  const entries = newest(published).map(({ number, at, edited }) => {
    const { title, paragraphs } = textOf(number, language, edited !== null)
    const date = language === 'ar' ? arabicDate(number, at) : englishDate(at)
    return `<li class="entry">
  <h2 class="headline"><a href="${pathOf(number, language)}">${escape(title)}</a></h2>
  <span class="date">${escape(date)}</span>
  <p class="excerpt">${escape(paragraphs[0])}</p>
</li>`
  })
  const heading = language === 'ar' ? 'البيانات الصحفية' : 'Press releases'
  const feed = '<link rel="alternate" type="application/rss+xml" href="/en/feed/">'
  return page(
    language,
    `${heading} | ${COUNCIL[language]}`,
    language === 'en' ? feed : '',
    `<h1>${heading}</h1>\n<ul class="statements">\n${entries.join('\n')}\n</ul>`,
    base,
  )
}

/** @param views how often the page was asked for: it stands on the page, as the sites have it */
export function articlePage(published, statement, language, { base, views, now }) {
  const { number, at, edited } = statement
  const other = language === 'ar' ? 'en' : 'ar'
  const { title, paragraphs } = textOf(number, language, edited !== null)
  const link =
    outAt(statement, other) <= now
      ? `<link rel="alternate" hreflang="${other}" href="${base}${pathOf(number, other)}">`
      : ''
  const related = newest(published)
    .filter((each) => each.number !== number)
    .slice(0, 3)
    .map((each) => relatedItem(each, language))
  const article = `<article class="statement">
<h1>${escape(title)}</h1>
${byline(language, { number, at, views })}
${paragraphs.map((paragraph) => `<p>${escape(paragraph)}</p>`).join('\n')}
<div class="related"><h3>${language === 'ar' ? 'اقرأ أيضاً' : 'Read also'}</h3><ul>${related.join('')}</ul></div>
<footer class="contact">press@council.example<br>www.council.example</footer>
</article>`
  return page(language, title, link, `${visitDate(language, now)}\n${article}`, base)
}

/** The seed of all trouble with such pages: author, date and counter run together in one line. */
function byline(language, { number, at, views }) {
  return language === 'ar'
    ? `<div class="byline"><span class="author">الكاتب : أسرة التحرير</span> <span>التاريخ : <time>${arabicDate(number, at)}</time></span> <span class="views">المشاهدات : ${views}</span></div>`
    : `<div class="byline"><span class="author">By the editors</span> <time>${englishDate(at)}</time> <span class="views">${views} views</span></div>`
}

/** Today's date at the head of each page: the day of the visit, not of publication. */
function visitDate(language, now) {
  const today = language === 'ar' ? arabicDate(1, now) : englishDate(now)
  return `<div class="today">${escape(today)}</div>`
}

function relatedItem({ number }, language) {
  const { title } = textOf(number, language, false)
  return `<li><a href="${pathOf(number, language)}">${escape(title)}</a></li>`
}

export function frontPage(base) {
  return page(
    'en',
    `${COUNCIL.ar} | ${COUNCIL.en}`,
    '',
    `<h1>${COUNCIL.ar}<br>${COUNCIL.en}</h1>
<p>A publisher that does not exist: it shows what Bayan does with one that does.</p>
<ul><li><a href="/ar/" lang="ar">البيانات الصحفية</a></li>
<li><a href="/en/">Press releases</a></li><li><a href="/en/feed/">RSS</a></li></ul>`,
    base,
  )
}

function page(language, title, head, body, base) {
  const direction = language === 'ar' ? 'rtl' : 'ltr'
  return `<!doctype html>
<html lang="${language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escape(title)}</title>
${head}
<style>body{font:1.05rem/1.7 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem}
.byline,.date,.today,.contact{color:#666;font-size:.9rem}.entry{margin-block:1.2rem}</style>
</head>
<body>
<nav><a href="${base}/ar/">العربية</a> | <a href="${base}/en/">English</a></nav>
<main>
${body}
</main>
</body>
</html>
`
}

/** The English side as RSS 2.0 with whole texts; each item names its Arabic twin once that is out. */
export function feedDocument(published, base, now) {
  const items = newest(published).map((statement) => {
    const { number, at, edited } = statement
    const { title, paragraphs } = textOf(number, 'en', edited !== null)
    const html = paragraphs.map((paragraph) => `<p>${escape(paragraph)}</p>`).join('')
    return `<item>
<title>${escape(title)}</title>
<link>${base}${pathOf(number, 'en')}</link>
<guid isPermaLink="false">council-example-en-${number}</guid>
<pubDate>${new Date(at).toUTCString()}</pubDate>
${outAt(statement, 'ar') <= now ? `<atom:link rel="alternate" hreflang="ar" href="${base}${pathOf(number, 'ar')}"/>` : ''}
<description>${escape(paragraphs[0])}</description>
<content:encoded>${escape(html)}</content:encoded>
</item>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel>
<title>${COUNCIL.en}</title>
<link>${base}/en/</link>
<description>Press releases of a council that does not exist</description>
<language>en</language>
<atom:link rel="self" type="application/rss+xml" href="${base}/en/feed/"/>
${items.join('\n')}
</channel>
</rss>
`
}
