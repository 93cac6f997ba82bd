import type { Source } from '../sources/source.ts'

export const SITE = 'https://harbour.example/'

/** Statements that stand in a listing: one is new at each poll, one has gone, the others are known. */
const LISTED = 3

/** A listing as it stands at a poll, by the number of its newest statement. */
export interface WarmUpSite {
  readonly source: Source
  /**
   * So often is it polled. A pattern is compiled to machine code at its second use; the first listing is a
   * baseline, of which nobody is told; and functions are compiled, the hot ones once more, when they have been
   * called some times, which is better done here than in the poll that calls them once too often.
   */
  readonly polls: number
  readonly type: string
  readonly listing: (newest: number) => string
  readonly article: string
}

const SOURCE: Source = {
  id: 'harbour-ar',
  language: 'ar',
  url: `${SITE}feed`,
  kind: 'feed',
  interval: 300,
  paused: false,
}

const numbers = (newest: number) => Array.from({ length: LISTED }, (_, n) => newest + LISTED - n)

/** Entries with a little of everything that entries bring: marks, digits, links, references. */
const feed = (newest: number) => `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Harbour</title><link>${SITE}</link><language>ar</language>
${numbers(newest).map(item).join('\n')}
</channel></rss>`

const item = (
  n: number,
) => `<item><title>بيانٌ صادر عن المجلس حول الجسر ${n}</title><link>${SITE}${n}</link>
<guid isPermaLink="true">${SITE}${n}</guid>
<pubDate>Mon, 26 Nov 2018 10:00:00 GMT</pubDate>
<content:encoded><![CDATA[<p>يعلن المجلس <b>فتح</b> الجسر ${n} &amp; يشكر <a href="${SITE}">الجميع</a>.</p>
<ul><li>The council said so on 26 November ٢٠١٨.</li></ul>]]></content:encoded></item>`

/** The same statements as WordPress tells them. */
const posts = (newest: number) =>
  JSON.stringify(
    numbers(newest).map((id) => ({
      id,
      date_gmt: '2018-11-26T10:00:00',
      link: `${SITE}${id}`,
      title: { rendered: `بيان صادر عن المجلس حول الجسر ${id}` },
      content: {
        rendered: `<p>تصريح صحفي</p><p>26 تشرين الثاني، 2018</p><p>يعلن المجلس فتح الجسر ${id}.</p>`,
      },
    })),
  )

/** As long as menus are: what goes by so often is compiled better than what is seen once. */
const MENU = '<li class="menu-item"><a href="/section" title="x">x</a></li>'.repeat(50)

/** Ways in which tags are written: the compiler takes what it has not seen for impossible, and starts anew. */
const TAGS = `<!-- x --><form action=/search><input name='q' disabled><br/><IMG src="/x.png" alt=""></form>`

const page = (
  title: string,
  content: string,
) => `<!doctype html><html><head><meta charset="utf-8"><title>${title} | x</title><meta property="og:title" content="x">
<style>body{margin:0}</style></head><body><nav><ul class="menu">${MENU}</ul></nav>${TAGS}${content}<footer>x</footer></body></html>`

const listed = (title: string, excerpt: string) => (newest: number) =>
  page(
    title,
    numbers(newest)
      .map(
        (n) => `<article class="statement"><h3><a href="/${n}">${title} ${n}</a></h3>
<time datetime="2018-11-26">x</time><p class="excerpt">${excerpt}</p></article>`,
      )
      .join('\n'),
  )

const article = (title: string, text: string) =>
  page(
    title,
    `<article><h1><a href="/1">${title}</a></h1><time datetime="2018-11-26">x</time><div class="entry-content">
<p>${text}</p><p>${text}</p><div class="share">x</div></div></article>`,
  )

export const ARABIC_PAGE = article('بيان حول الجسر', 'يعلن المجلس <b>فتح</b> الجسر.')

/** Of which kinds selectors are, in a page and in a list. */
const SELECTORS = {
  item: 'article',
  link: 'nav > a, a[href]',
  title: 'h3',
  date: 'time',
  excerpt: 'p',
  body: '.entry-content',
  articleTitle: 'h1',
  remove: ['.share'],
}

/** What the harbour publishes, by each kind of listing; in Latin letters too: patterns are compiled for each width. */
export const WARM_UP_SITES: readonly WarmUpSite[] = [
  { source: SOURCE, polls: 5, type: 'application/rss+xml', listing: feed, article: '' },
  {
    source: { ...SOURCE, kind: 'wordpress' },
    polls: 5,
    type: 'application/json',
    listing: posts,
    article: '',
  },
  {
    source: { ...SOURCE, kind: 'html', selectors: SELECTORS },
    polls: 6,
    type: 'text/html',
    listing: listed('بيان حول الجسر', 'فتح'),
    article: ARABIC_PAGE,
  },
  {
    source: {
      ...SOURCE,
      kind: 'html',
      selectors: { item: '.statement', body: '.entry-content', articleTitle: 'h1' },
    },
    polls: 6,
    type: 'text/html',
    listing: listed('A statement on the bridge', 'The council'),
    article: article('On the bridge', 'The council <b>opens</b> it, 26 November 2018.'),
  },
]
