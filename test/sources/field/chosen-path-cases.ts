import { type FieldCase, type Statement, statement } from './field-case.ts'
import { AR, EN, type Prose, egyptian, english, levantine, paragraphs, slashed } from './prose.ts'

/** What `auto` is led astray by, and lists of further systems. */
const five = AR.slice(0, 5)
const english5 = EN.slice(0, 5)
const page = (title: string, body: string, head = '', lang = 'ar') =>
  `<!DOCTYPE html>\n<html lang="${lang}" dir="${lang === 'ar' ? 'rtl' : 'ltr'}"><head><meta charset="utf-8"><title>${title}</title>${head}</head>\n<body>${body}</body></html>`
const plainPath = (slug: string) => `/press/${slug}`
const card = ({ slug, title, day }: Prose) =>
  `<div class="press-item"><span class="press-date">${egyptian(day)}</span><h3 class="press-title"><a href="${plainPath(slug)}">${title}</a></h3></div>`
const article = (one: Prose) =>
  page(
    one.title,
    `<header><nav><a href="/">الرئيسية</a><a href="/press">بيانات</a></nav></header><main><article><h1>${one.title}</h1><p class="press-date">${egyptian(one.day)}</p><div class="body">${paragraphs(one)}</div></article></main><footer>حقوق النشر محفوظة</footer>`,
  )
const listOf = (cards: string, head = '') =>
  page(
    'بيانات',
    `<header><nav><a href="/">الرئيسية</a><a href="/press">بيانات</a></nav></header><main><h1>بيانات</h1>${cards}</main><footer>حقوق النشر محفوظة</footer>`,
    head,
  )
const articles = (site: string, list = five) =>
  Object.fromEntries(list.map((one) => [site + plainPath(one.slug), article(one)]))
const wanted = (site: string, list = five): Statement[] =>
  list.map((one) => statement(site, one, plainPath))
const xml = (body: string) => ({
  type: 'application/xml',
  body: `<?xml version="1.0" encoding="UTF-8"?>${body}`,
})
const urlset = (urls: readonly (readonly [string, string])[]) =>
  xml(
    `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.map(([loc, day]) => `<url><loc>${loc}</loc>${day === '' ? '' : `<lastmod>${day}</lastmod>`}</url>`).join('')}</urlset>`,
  )
const oldFeed = (site: string, titles: readonly string[], year: number) => ({
  type: 'application/rss+xml',
  body: `<?xml version="1.0"?><rss version="2.0"><channel><title>x</title><link>${site}</link><description>x</description>${titles.map((title, n) => `<item><title>${title}</title><link>${site}/blog/${n}</link><pubDate>${new Date(Date.UTC(year, 2, 20 - n)).toUTCString()}</pubDate><description>${title} وهذا نصها القديم الذي لم يتغير منذ سنوات.</description></item>`).join('')}</channel></rss>`,
})
const FEED_LINK = '<link rel="alternate" type="application/rss+xml" title="RSS" href="/feed">'

const A = 'https://stale-feed.test'
const staleFeed: FieldCase = {
  name: 'a declared feed that stopped in 2019 beside a list of this week',
  language: 'ar',
  url: `${A}/press`,
  kind: 'html',
  pages: {
    [`${A}/press`]: listOf(five.map(card).join(''), FEED_LINK),
    [`${A}/feed`]: oldFeed(
      A,
      ['إطلاق الموقع الجديد للمجلس', 'دعوة إلى ورشة التدريب الأولى', 'نتائج مسابقة الرسم للأطفال'],
      2019,
    ),
    ...articles(A),
  },
  statements: wanted(A),
}

const B = 'https://hello.test'
const helloWorld: FieldCase = {
  name: 'WordPress with "Hello world!" as its only post: the statements are of another type',
  language: 'ar',
  url: `${B}/press`,
  kind: 'html',
  pages: {
    [`${B}/press`]: listOf(
      five.map(card).join(''),
      '<link rel="https://api.w.org/" href="https://hello.test/wp-json/"><link rel="alternate" type="application/rss+xml" href="https://hello.test/feed/">',
    ),
    [`${B}/feed/`]: {
      type: 'application/rss+xml',
      body: `<?xml version="1.0"?><rss version="2.0"><channel><title>x</title><link>${B}</link><description>x</description><item><title>Hello world!</title><link>${B}/hello-world/</link><pubDate>Sun, 14 Apr 2024 10:00:00 +0000</pubDate><description>Welcome to WordPress. This is your first post. Edit or delete it, then start writing!</description></item></channel></rss>`,
    },
    [`${B}/wp-json/wp/v2/posts`]: {
      type: 'application/json',
      body: JSON.stringify([
        {
          id: 1,
          date_gmt: '2024-04-14T10:00:00',
          link: `${B}/hello-world/`,
          title: { rendered: 'Hello world!' },
          content: {
            rendered:
              '<p>Welcome to WordPress. This is your first post. Edit or delete it, then start writing!</p>',
          },
        },
      ]),
    },
    ...articles(B),
  },
  statements: wanted(B),
}

const C = 'https://static-map.test'
const staticSitemap: FieldCase = {
  name: 'a sitemap of fixed pages only, beside a list of statements',
  language: 'ar',
  url: `${C}/press`,
  kind: 'html',
  pages: {
    [`${C}/press`]: listOf(five.map(card).join('')),
    [`${C}/sitemap.xml`]: urlset([
      [`${C}/`, '2026-11-20'],
      [`${C}/about`, '2025-01-02'],
      [`${C}/contact`, '2025-01-02'],
      [`${C}/press`, '2026-11-24'],
      [`${C}/privacy-policy`, '2024-01-02'],
    ]),
    [`${C}/about`]: page(
      'من نحن',
      '<main><h1>من نحن</h1><p>هيئة مدنية مستقلة تأسست قبل عشر سنوات وتعمل في مدن الوادي كلها على توثيق الانتهاكات ونشر البيانات.</p><p>يعمل معنا أكثر من خمسين متطوعا ومتطوعة في المدن والقرى.</p></main>',
    ),
    ...articles(C),
  },
  statements: wanted(C),
}

const C2 = 'https://front-map.test'
const frontSitemap: FieldCase = {
  name: 'a front page with its newest statements and a sitemap of fixed pages only',
  language: 'ar',
  url: `${C2}/`,
  kind: 'html',
  pages: {
    [`${C2}/`]: listOf(five.map(card).join('')),
    [`${C2}/sitemap.xml`]: urlset([
      [`${C2}/`, '2026-11-20'],
      [`${C2}/about`, '2025-01-02'],
      [`${C2}/contact`, '2025-01-02'],
      [`${C2}/privacy-policy`, '2024-01-02'],
    ]),
    [`${C2}/about`]: page(
      'من نحن',
      '<main><h1>من نحن</h1><p>هيئة مدنية مستقلة تأسست قبل عشر سنوات وتعمل في مدن الوادي كلها على توثيق الانتهاكات ونشر البيانات.</p></main>',
    ),
    ...articles(C2),
  },
  statements: wanted(C2),
}

const D = 'https://whole-map.test'
const wholeSitemap: FieldCase = {
  name: 'a sitemap of everything: of a pasted section only what the section is about',
  language: 'ar',
  url: `${D}/press`,
  pages: {
    [`${D}/press`]: listOf(five.map(card).join('')),
    [`${D}/sitemap.xml`]: urlset([
      [`${D}/`, '2026-11-20'],
      [`${D}/about`, '2026-11-23'],
      [`${D}/press`, '2026-11-24'],
      [`${D}/category/news`, '2026-11-24'],
      ...five.map(({ slug, day }): readonly [string, string] => [D + plainPath(slug), day]),
      [`${D}/contact`, '2026-11-25'],
    ]),
    [`${D}/about`]: page(
      'من نحن',
      '<main><h1>من نحن</h1><p>هيئة مدنية مستقلة تأسست قبل عشر سنوات وتعمل في مدن الوادي كلها على توثيق الانتهاكات ونشر البيانات.</p><p>يعمل معنا أكثر من خمسين متطوعا ومتطوعة في المدن والقرى.</p></main>',
    ),
    [`${D}/contact`]: page(
      'اتصل بنا',
      '<main><h1>اتصل بنا</h1><form><label>الاسم</label><input></form></main>',
    ),
    ...articles(D),
  },
  statements: wanted(D),
}

const E = 'https://two-feeds.test'
const sectionFeed: FieldCase = {
  name: 'a section page that declares the site’s feed first and its own second',
  language: 'ar',
  url: `${E}/press`,
  kind: 'feed',
  pages: {
    [`${E}/press`]: listOf(
      five.map(card).join(''),
      `<link rel="alternate" type="application/rss+xml" title="الموقع" href="/feed/"><link rel="alternate" type="application/rss+xml" title="تعليقات" href="/comments/feed/"><link rel="alternate" type="application/rss+xml" title="بيانات" href="/press/feed/">`,
    ),
    [`${E}/feed/`]: oldFeed(
      E,
      ['وصفة طعام من مطبخ الوادي', 'نتائج دوري كرة القدم', 'صور من رحلة المدرسة'],
      2026,
    ),
    [`${E}/press/feed/`]: {
      type: 'application/rss+xml',
      body: `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>بيانات</title><link>${E}/press</link><description>x</description>${five.map((one) => `<item><title>${one.title}</title><link>${E}${plainPath(one.slug)}</link><pubDate>${new Date(one.day).toUTCString()}</pubDate><content:encoded><![CDATA[${paragraphs(one)}<p><a class="a2a_button_facebook" href="https://www.addtoany.com/add_to/facebook?x=1"></a></p>]]></content:encoded></item>`).join('')}</channel></rss>`,
    },
    ...articles(E),
  },
  statements: wanted(E),
}

/* Lists of further systems. */
const G = 'https://hero.test'
const hero: FieldCase = {
  name: 'the newest statement stands alone in a large box above the list',
  language: 'ar',
  url: `${G}/press`,
  pages: {
    [`${G}/press`]: listOf(
      `<section class="hero-box"><a href="${plainPath(five[0]!.slug)}"><img src="/h.jpg" alt=""></a><div class="hero-text"><span class="press-date">${egyptian(five[0]!.day)}</span><h2 class="hero-title"><a href="${plainPath(five[0]!.slug)}">${five[0]!.title}</a></h2><p>${five[0]!.text[0]}</p></div></section><div class="press-list">${five.slice(1).map(card).join('')}</div>`,
    ),
    ...articles(G),
  },
  statements: wanted(G),
}

const I = 'https://sharepoint.test'
const spPath = (slug: string) => `/ar/MediaCenter/News/Pages/${slug}.aspx`
const sharePoint: FieldCase = {
  name: 'SharePoint: a content query, zero-width letters in the page fields',
  language: 'ar',
  url: `${I}/ar/MediaCenter/News/Pages/default.aspx`,
  pages: {
    [`${I}/ar/MediaCenter/News/Pages/default.aspx`]: page(
      '\r\n\tالأخبار\r\n',
      `<form method="post" action="./default.aspx" id="aspnetForm"><div id="s4-workspace"><div class="ms-core-navigation"><ul class="root static"><li class="static"><a class="static menu-item" href="/ar/Pages/default.aspx"><span class="additional-background"><span class="menu-item-text">الصفحة الرئيسية للبوابة</span></span></a></li><li class="static"><a class="static menu-item" href="/ar/About/Pages/default.aspx"><span class="menu-item-text">عن الوزارة والهيكل التنظيمي</span></a></li><li class="static"><a class="static menu-item" href="/ar/Services/Pages/default.aspx"><span class="menu-item-text">دليل الخدمات الإلكترونية</span></a></li></ul></div><div id="DeltaPlaceHolderMain"><div class="ms-webpart-chrome"><ul class="dfwp-column dfwp-list" style="width:100%">${five.map(({ slug, title, day }) => `<li class="dfwp-item"><div class="item link-item"><span class="newsDate">${slashed(day)}</span><a href="${spPath(slug)}" title="">\u200B${title}</a><div class="description">ملخص الخبر</div></div></li>`).join('')}</ul></div></div></div></form>`,
    ),
    ...Object.fromEntries(
      five.map((one) => [
        I + spPath(one.slug),
        page(
          one.title,
          `<form method="post" id="aspnetForm"><div id="s4-workspace"><div id="DeltaPlaceHolderMain"><div class="article article-body"><h1 class="page-title">${one.title}</h1><div class="article-header"><div class="date-line">${slashed(one.day)}</div></div><div class="article-content"><div id="ctl00_PlaceHolderMain_ctl01__ControlWrapper_RichHtmlField" class="ms-rtestate-field" style="display:inline"><p>\u200B${one.text[0]}</p><p>\u200B</p>${one.text
            .slice(1)
            .map((p) => `<div style="text-align:justify">\u200B${p}</div>`)
            .join(
              '<div>\u200B<br></div>',
            )}</div></div><div class="article-rating">التقييم: 4.5 من 5</div></div></div></div></form>`,
        ),
      ]),
    ),
  },
  statements: five.map((one) => statement(I, one, spPath)),
}

const J = 'https://ghost.test'
const gPath = (slug: string) => `/${slug}/`
const ghost: FieldCase = {
  name: 'Ghost: a post feed of cards, members’ call to action below the text',
  language: 'en',
  url: `${J}/`,
  pages: {
    [`${J}/`]: page(
      'Valley Council',
      `<div class="gh-viewport"><header id="gh-navigation" class="gh-navigation"><nav class="gh-navigation-menu"><ul class="nav"><li class="nav-home"><a href="${J}/">Home</a></li><li class="nav-about"><a href="${J}/about/">About the Valley Council</a></li><li><a href="#/portal/signup">Subscribe</a></li></ul></nav></header><main class="gh-main"><div class="gh-feed gh-canvas">${english5.map(({ slug, title, text, day }) => `<article class="gh-card post"><a class="gh-card-link" href="${gPath(slug)}"><figure class="gh-card-image"><img srcset="/x 300w" src="/content/images/x.jpg" alt="${title}"></figure><div class="gh-card-wrapper"><h3 class="gh-card-title is-title">${title}</h3><p class="gh-card-excerpt is-body">${text[0]}</p><footer class="gh-card-meta"><span class="gh-card-author">By Press Desk</span><time class="gh-card-date" datetime="${day}">${english(day)}</time></footer></div></a></article>`).join('')}</div></main></div>`,
      '<meta name="generator" content="Ghost 5.9">',
      'en',
    ),
    ...Object.fromEntries(
      english5.map((one) => [
        J + gPath(one.slug),
        page(
          one.title,
          `<div class="gh-viewport"><header id="gh-navigation"><a href="/">Valley Council</a></header><main class="gh-main"><article class="gh-article post tag-press"><header class="gh-article-header gh-canvas"><span class="gh-article-tag"><a href="/tag/press/">Press</a></span><h1 class="gh-article-title is-title">${one.title}</h1><div class="gh-article-meta"><h4 class="gh-article-author-name"><a href="/author/desk/">Press Desk</a></h4><div class="gh-article-meta-content"><time class="gh-article-meta-date" datetime="${one.day}">${english(one.day)}</time><span class="gh-article-meta-length"><span class="bull">—</span> 1 min read</span></div></div></header><section class="gh-content gh-canvas is-body">${paragraphs(one)}<div class="kg-card kg-signup-card"><h2 class="kg-signup-card-heading">Sign up for more like this.</h2><form data-members-form><input><button>Subscribe</button></form></div></section></article></main><aside class="gh-container is-grid"><h2 class="gh-container-title">Read more</h2><article class="gh-card"><a href="/older/"><h3 class="gh-card-title">Minutes of the harvest meeting in October</h3></a></article></aside></div>`,
          '<meta property="article:published_time" content="' + one.day + 'T07:00:00.000Z">',
          'en',
        ),
      ]),
    ),
  },
  statements: english5.map((one) => statement(J, one, gPath)),
}

const K = 'https://hugo.test'
const hPath = (slug: string) => `/posts/${slug}/`
const hugo: FieldCase = {
  name: 'a static generator: a plain list by month with short days, the year in a heading',
  language: 'en',
  url: `${K}/posts/`,
  pages: {
    [`${K}/posts/`]: page(
      'Posts',
      `<header class="header"><nav class="nav"><a href="${K}/">Council</a><a href="/tags/">Tags</a></nav></header><main class="main"><h1>Posts</h1><div class="archive-year"><h2>2026</h2><div class="archive-month"><h3>November</h3><ul>${english5.map(({ slug, title, day }) => `<li class="archive-entry"><span class="archive-meta">Nov ${Number(day.slice(-2))}</span> <a class="entry-link" href="${hPath(slug)}">${title}</a></li>`).join('')}</ul></div></div></main><footer>Powered by Hugo</footer>`,
      '',
      'en',
    ),
    ...Object.fromEntries(
      english5.map((one) => [
        K + hPath(one.slug),
        page(
          one.title,
          `<main class="main"><article class="post-single"><header class="post-header"><h1 class="post-title">${one.title}</h1><div class="post-meta"><span title="${one.day} 00:00:00 +0000 UTC">${english(one.day)}</span>&nbsp;·&nbsp;1 min</div></header><div class="post-content">${paragraphs(one)}</div><footer class="post-footer"><ul class="post-tags"><li><a href="/tags/x/">market</a></li></ul><nav class="paginav"><a class="next" href="/posts/older/"><span class="title">Next »</span><br><span>Minutes of the harvest meeting</span></a></nav></footer></article></main>`,
          '',
          'en',
        ),
      ]),
    ),
  },
  statements: english5.map((one) => statement(K, one, hPath)),
}

const L = 'https://relative.test'
const ago = ['منذ ٣ دقائق', 'منذ ساعتين', 'قبل يوم', 'منذ أسبوع', 'منذ أسبوعين']
const agoCards = (words: readonly string[]) =>
  `<div class="feed">${five.map(({ slug, title }, n) => `<div class="post-row"><h2 class="post-row__title"><a href="${plainPath(slug)}">${title}</a></h2><span class="post-row__time">${words[n]}</span><span class="post-row__views">${n * 7 + 3} مشاهدة</span></div>`).join('')}</div>`
const relative: FieldCase = {
  name: 'a list that tells how long ago: the page gives the day, another visit changes nothing',
  language: 'ar',
  url: `${L}/press`,
  pages: { [`${L}/press`]: listOf(agoCards(ago)), ...articles(L) },
  statements: wanted(L),
  visit: {
    [`${L}/press`]: listOf(
      agoCards(['منذ ٢٦ ساعة', 'منذ يوم', 'قبل يومين', 'منذ ٨ أيام', 'منذ ١٥ يوما']),
    ),
  },
}

const N = 'https://cut-titles.test'
const cutTitles: FieldCase = {
  name: 'headlines that the list cuts short: the page’s are whole',
  language: 'ar',
  url: `${N}/press`,
  pages: {
    [`${N}/press`]: listOf(
      five.map((one) => card({ ...one, title: `${one.title.slice(0, 28)}...` })).join(''),
    ),
    ...articles(N),
  },
  statements: wanted(N),
}

const O = 'https://same-day.test'
const boilerplate: FieldCase = {
  name: 'statements of one day under one title: each is its own',
  language: 'ar',
  url: `${O}/press`,
  pages: {
    [`${O}/press`]: listOf(
      five
        .map((one) => card({ ...one, title: 'بيان إلى الرأي العام', day: '2026-11-24' }))
        .join(''),
    ),
    ...Object.fromEntries(
      five.map((one) => [
        O + plainPath(one.slug),
        article({ ...one, title: 'بيان إلى الرأي العام', day: '2026-11-24' }),
      ]),
    ),
  },
  statements: five.map((one) =>
    statement(O, { ...one, title: 'بيان إلى الرأي العام', day: '2026-11-24' }, plainPath),
  ),
}

const Q = 'https://queries.test'
const qPath = (n: number) => `/index.php?option=com_content&view=article&id=${n + 40}&lang=ar`
const byQuery: FieldCase = {
  name: 'addresses that differ in a number of the query only',
  language: 'ar',
  url: `${Q}/index.php?option=com_content&view=category&id=3&lang=ar`,
  pages: {
    [`${Q}/index.php?option=com_content&view=category&id=3&lang=ar`]: page(
      'بيانات',
      `<table class="contentpaneopen"><tbody>${five.map(({ title, day }, n) => `<tr class="sectiontableentry${(n % 2) + 1}"><td align="right">${n + 1}</td><td><a href="${qPath(n).replaceAll('&', '&amp;')}">${title}</a></td><td>${levantine(day)}</td></tr>`).join('')}</tbody></table>`,
    ),
    ...Object.fromEntries(
      five.map((one, n) => [
        Q + qPath(n),
        page(
          'المجلس',
          `<table class="contentpaneopen"><tr><td class="contentheading" width="100%">${one.title}</td></tr></table><table class="contentpaneopen"><tr><td valign="top" class="createdate">${levantine(one.day)}</td></tr><tr><td valign="top">${paragraphs(one)}</td></tr><tr><td class="modifydate">آخر تحديث ( ${levantine('2026-11-25')} )</td></tr></table>`,
        ),
      ]),
    ),
  },
  statements: five.map((one, n) => statement(Q, one, () => qPath(n))),
}

const R = 'https://root-map.test'
const rootSitemap: FieldCase = {
  name: 'a front page of statements and a sitemap of all pages: about and contact are none',
  language: 'ar',
  url: `${R}/`,
  pages: {
    [`${R}/`]: listOf(five.map(card).join('')),
    [`${R}/sitemap.xml`]: urlset([
      [`${R}/`, '2026-11-24'],
      [`${R}/about`, '2026-11-23'],
      [`${R}/team/anna`, '2026-11-23'],
      [`${R}/category/news`, '2026-11-24'],
      ...five.map(({ slug, day }): readonly [string, string] => [R + plainPath(slug), day]),
      [`${R}/contact`, '2026-11-25'],
    ]),
    [`${R}/about`]: page(
      'من نحن',
      '<main><h1>من نحن</h1><p>هيئة مدنية مستقلة تأسست قبل عشر سنوات وتعمل في مدن الوادي كلها على توثيق الانتهاكات ونشر البيانات.</p></main>',
    ),
    ...articles(R),
  },
  statements: wanted(R),
}

const V = 'https://rest.test'
const builderPosts: FieldCase = {
  name: 'WordPress by its interface: short codes, share bars and the theme’s signature in the bodies',
  language: 'ar',
  url: `${V}/press`,
  kind: 'wordpress',
  pages: {
    [`${V}/press`]: listOf(
      five.map(card).join(''),
      `<link rel="https://api.w.org/" href="${V}/wp-json/">`,
    ),
    [`${V}/wp-json/wp/v2/posts`]: {
      type: 'application/json; charset=UTF-8',
      body: JSON.stringify(
        five.map((one, n) => ({
          id: 700 - n,
          date_gmt: `${one.day}T06:00:00`,
          link: V + plainPath(one.slug),
          title: { rendered: `${one.title.replace(' ', '&nbsp;')}` },
          excerpt: { rendered: `<p>${one.text[0]}</p>` },
          content: {
            rendered: `<div class="wp-block-group"><p class="has-text-align-center"><strong>تصريح صحفي</strong></p></div>\n${paragraphs(one)}\n<div class="addtoany_share_save_container addtoany_content"><div class="a2a_kit"><a class="a2a_button_x" href="https://www.addtoany.com/add_to/x"></a><span>شارك</span></div></div><p>[gallery ids="1,2,3"]</p><p>#الوادي #السوق</p>`,
          },
        })),
      ),
    },
    ...articles(V),
  },
  statements: wanted(V),
}

const U = 'https://k2month.test'
const monthEntry = (one: Prose, hits: number) =>
  `<div class="catItemView groupPrimary"><div class="catItemHeader"><span class="catItemDateCreated">${levantine(one.day)}</span><h3 class="catItemTitle"><a href="${plainPath(one.slug)}.html">${one.title}</a></h3></div><div class="catItemBody"><div class="catItemIntroText"><p>تصريــح صحفــي</p><p>مجلس الوادي ــ السهل</p><p>دائرة الإعلام والاتصال</p><p>${levantine(one.day)}</p>${paragraphs(one)}<p>عاش الوادي حرا كريما</p></div></div><div class="catItemHitsBlock"><span class="catItemHits">قراءة <b>${hits}</b> مرات</span></div></div>`
const month = (hits: number, today: string) =>
  page(
    'تشرين الثاني 2026',
    `<div id="head"><span class="date">${today}</span></div><div id="k2Container" class="itemListView">${five.map((one) => monthEntry(one, hits)).join('')}</div>`,
  )
const wholeMonth: FieldCase = {
  name: 'Joomla K2: a month of whole statements, counters and the visit’s day beside them',
  language: 'ar',
  url: `${U}/date/2026/11.html?catid=10`,
  kind: 'html',
  pages: { [`${U}/date/2026/11.html?catid=10`]: month(12, 'الخميس, 26 تشرين الثاني/نوفمبر 2026') },
  statements: five.map((one) => statement(U, one, (slug) => `${plainPath(slug)}.html`)),
  visit: { [`${U}/date/2026/11.html?catid=10`]: month(977, 'الجمعة, 27 تشرين الثاني/نوفمبر 2026') },
}

export const CHOSEN_PATH_CASES: readonly FieldCase[] = [
  staleFeed,
  helloWorld,
  staticSitemap,
  frontSitemap,
  rootSitemap,
  builderPosts,
  wholeMonth,
  wholeSitemap,
  sectionFeed,
  hero,
  sharePoint,
  ghost,
  hugo,
  relative,
  cutTitles,
  boilerplate,
  byQuery,
]
