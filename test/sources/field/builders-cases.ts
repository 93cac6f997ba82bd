import { type FieldCase, statement } from './field-case.ts'
import { AR, EN, type Prose, egyptian, english, levantine, paragraphs, slashed } from './prose.ts'

/** Site builders, applications and pages written by hand. */
const five = AR.slice(0, 5)
const english5 = EN.slice(0, 5)
const page = (title: string, body: string, head = '', lang = 'ar') =>
  `<!DOCTYPE html>\n<html lang="${lang}"${lang === 'ar' ? ' dir="rtl"' : ''}><head><meta charset="utf-8"><title>${title}</title>${head}</head>\n<body>${body}</body></html>`

/* Wix. */
const W = 'https://wix.test'
const wPath = (slug: string) => `/post/${slug}`
const wixItem = ({ slug, title, text, day }: Prose, views: number) =>
  `<div role="listitem"><article class="gallery-item-container" data-hook="post-list-item" tabindex="0"><div class="x1aB"><a href="${W}${wPath(slug)}" class="O16KGI" data-hook="post-list-item__media"><img src="https://static.wixstatic.com/media/${slug}.jpg/v1/fill/w_48,h_33,blur_2/x.webp" alt="${title}"></a></div><div class="G7Zq"><div data-hook="profile-link"><span data-hook="user-name">Valley Council</span></div><ul class="post-metadata"><li><span title="${english(day)}" data-hook="time-ago">${english(day).replace(', 2026', '')}</span></li><li><span data-hook="time-to-read">2 min read</span></li></ul><a href="${W}${wPath(slug)}"><h2 class="bD0vt9" data-hook="post-title"><p class="H3vOVf">${title}</p></h2></a><div data-hook="post-description"><div>${text[0]?.slice(0, 90)}...</div></div><div data-hook="post-footer"><span>${views} views</span><span>0 comments</span><button aria-label="Like post">Post not marked as liked</button></div></div></article></div>`
const wixShell = (title: string, main: string) =>
  page(
    title,
    `<div id="SITE_CONTAINER"><div id="site-root"><header id="SITE_HEADER"><nav aria-label="Site"><ul><li><a href="${W}">Home</a></li><li><a href="${W}/blog">Statements</a></li><li><a href="${W}/donate">Donate</a></li></ul></nav></header><main id="PAGES_CONTAINER">${main}</main><footer id="SITE_FOOTER"><p>©2026 by Valley Council. Proudly created with Wix.com</p></footer></div></div>`,
    '',
    'en',
  )
const wixList = (views: number) =>
  wixShell(
    'Statements | Valley Council',
    `<div data-hook="feed-page-root"><nav data-hook="category-label-list"><ul><li><a href="${W}/blog">All Posts</a></li><li><a href="${W}/blog/categories/field">Field</a></li></ul></nav><div class="pro-gallery" role="list">${english5.map((one) => wixItem(one, views)).join('')}</div></div>`,
  )
const wixPage = (one: Prose, views: number) =>
  wixShell(
    `${one.title}`,
    `<div data-hook="post-page"><article><div data-hook="post"><div class="post-header"><ul class="post-metadata"><li><span data-hook="user-name">Valley Council</span></li><li><span data-hook="time-ago">${english(one.day).replace(', 2026', '')}</span></li><li><span data-hook="time-to-read">2 min read</span></li></ul><h1 data-hook="post-title"><span class="blog-post-title-font">${one.title}</span></h1></div><section data-hook="post-description"><div class="ricos-viewer"><div data-rce-version="9.1">${one.text.map((p, n) => `<p id="viewer-${n}" dir="auto" class="_1j-51"><span>${p}</span></p><div type="empty-line" data-hook="rcv-block${n}"></div>`).join('')}</div></div></section></div><div data-hook="post-footer"><div data-hook="post-social-actions"><button aria-label="Share via Facebook"></button></div><span data-hook="description">${views} views</span><span>0 comments</span></div></article><section data-hook="recent-posts"><h2>Recent Posts</h2><a href="${W}/blog">See All</a><a href="${W}/post/older-1"><div>Visit of the engineers to the dam</div></a></section><div data-hook="comments"><p>Comments</p><p>Write a comment...</p></div></div>`,
  )
const wix: FieldCase = {
  name: 'Wix: hashed classes, days without a year, view counters in list and page',
  language: 'en',
  url: `${W}/blog`,
  pages: {
    [`${W}/blog`]: wixList(3),
    ...Object.fromEntries(english5.map((one) => [W + wPath(one.slug), wixPage(one, 3)])),
  },
  statements: english5.map((one) => statement(W, one, wPath)),
  visit: {
    [`${W}/blog`]: wixList(41),
    ...Object.fromEntries(english5.map((one) => [W + wPath(one.slug), wixPage(one, 41)])),
  },
}

/* Squarespace. */
const Q = 'https://square.test'
const qPath = (slug: string) => `/statements/2026/11/${slug}`
const squareShell = (title: string, main: string, head = '') =>
  page(
    title,
    `<div id="siteWrapper" class="clearfix site-wrapper"><div class="floating-cart hidden"><a href="/cart" class="icon"><span class="legacy-cart absolute">0</span></a></div><header data-test="header" class="header"><div class="header-title"><h1 id="site-title"><a href="/">Valley Council</a></h1></div><nav class="header-nav-list"><div class="header-nav-item"><a href="/about">About</a></div><div class="header-nav-item"><a href="/statements">Statements</a></div></nav></header><main id="page" class="container" role="main">${main}</main><footer class="sections" id="footer-sections"><p>12 Harbour Road, Valley</p></footer></div>`,
    head,
    'en',
  )
const squarespace: FieldCase = {
  name: 'Squarespace: blog grid and layout blocks, lazy images with noscript twins',
  language: 'en',
  url: `${Q}/statements`,
  pages: {
    [`${Q}/statements`]: squareShell(
      'Statements — Valley Council',
      `<article class="sections"><section class="page-section blog-basic-grid"><div class="blog-basic-grid--container">${english5.map(({ slug, title, text, day }) => `<article class="blog-basic-grid--container entry blog-item"><div class="image-wrapper"><a href="${qPath(slug)}" class="image-link"><noscript><img src="https://images.test/${slug}.jpg" alt="${title}"/></noscript><img data-src="https://images.test/${slug}.jpg" data-image="x" alt="${title}"></a></div><div class="blog-basic-grid--text"><div class="blog-meta-section"><span class="blog-meta-primary"><span class="blog-categories-list"><a href="/statements/category/Field" class="blog-categories">Field</a></span></span><span class="blog-meta-delimiter"></span><span class="blog-meta-secondary"><time class="blog-date" pubdate data-animation-role="date">${day.slice(5).replace('-', '/').replace(/^0/, '')}/26</time></span></div><h1 class="blog-title"><a href="${qPath(slug)}">${title}</a></h1><div class="blog-excerpt"><div class="blog-excerpt-wrapper"><p>${text[0]?.slice(0, 80)}</p></div></div><a class="blog-more-link" href="${qPath(slug)}">Read More</a></div></article>`).join('')}</div><nav class="blog-list-pagination"><div class="older"><a href="/statements?offset=17" rel="next"><span>Older Posts</span></a></div></nav></section></article>`,
    ),
    ...Object.fromEntries(
      english5.map((one) => [
        Q + qPath(one.slug),
        squareShell(
          `${one.title} — Valley Council`,
          `<article class="sections"><section class="page-section blog-item"><div class="blog-item-wrapper"><article class="h-entry entry"><div class="blog-item-top-wrapper"><div class="blog-item-title"><h1 class="entry-title entry-title--large p-name" itemprop="headline">${one.title}</h1></div><div class="blog-item-meta-wrapper"><time class="dt-published blog-meta-item blog-meta-item--date" datetime="${one.day}" pubdate><span>${english(one.day)}</span></time><span class="blog-meta-item--author"><a href="/statements?author=1">Written By <span>Press Office</span></a></span></div></div><div class="blog-item-content-wrapper"><div class="blog-item-content e-content"><div class="sqs-layout sqs-grid-12 columns-12"><div class="row sqs-row"><div class="col sqs-col-12"><div class="sqs-block image-block"><noscript><img src="https://images.test/${one.slug}.jpg" alt=""></noscript></div><div class="sqs-block html-block sqs-block-html"><div class="sqs-block-content"><div class="sqs-html-content">${paragraphs(one)}</div></div></div></div></div></div></div></div></article><div class="blog-item-share"><span>Share</span></div><section class="item-pagination"><a href="/statements/2026/10/before" class="item-pagination-link item-pagination-link--prev"><div class="item-pagination-prev-next"><h2 class="item-pagination-title">Bridge repairs finished ahead of time</h2></div></a></section></div></section></article>`,
          `<meta property="og:title" content="${one.title} — Valley Council"/><meta itemprop="datePublished" content="${one.day}T09:00:00+0000"/><meta itemprop="headline" content="${one.title}"/>`,
        ),
      ]),
    ),
  },
  statements: english5.map((one) => statement(Q, one, qPath)),
}

/* Webflow. */
const F = 'https://flow.test'
const fPath = (slug: string) => `/ar/bayanat/${slug}`
const webflow: FieldCase = {
  name: 'Webflow: a collection list where the whole card is one link',
  language: 'ar',
  url: `${F}/ar/bayanat`,
  pages: {
    [`${F}/ar/bayanat`]: page(
      'بيانات',
      `<div class="navbar w-nav"><a href="/" class="brand w-nav-brand">مرصد النهر</a><nav role="navigation" class="w-nav-menu"><a href="/ar/about" class="w-nav-link">عن المرصد</a><a href="/ar/bayanat" class="w-nav-link w--current">بيانات</a></nav></div><section><h1>بيانات</h1><div class="w-dyn-list"><div role="list" class="w-dyn-items">${five.map(({ slug, title, day }) => `<div role="listitem" class="w-dyn-item"><a href="${fPath(slug)}" class="card w-inline-block"><div class="card-img" style="background-image:url(/i/${slug}.avif)"></div><div class="card-date">${egyptian(day)}</div><div class="card-title">${title}</div><div class="card-more">قراءة البيان ←</div></a></div>`).join('')}</div></div></section><footer><div>© مرصد النهر</div></footer>`,
    ),
    ...Object.fromEntries(
      five.map((one) => [
        F + fPath(one.slug),
        page(
          one.title,
          `<div class="navbar w-nav"><a href="/">مرصد النهر</a></div><section class="hero"><div class="eyebrow">بيان صحفي</div><h1>${one.title}</h1><div class="date">${egyptian(one.day)}</div></section><section><div class="rich-text w-richtext">${paragraphs(one)}<p>‍</p></div></section><section class="more"><h2>بيانات أخرى</h2><div class="w-dyn-items"><div class="w-dyn-item"><a href="/ar/bayanat/old">مذكرة إلى الأمين العام بشأن الأنهار</a></div></div></section>`,
        ),
      ]),
    ),
  },
  statements: five.map((one) => statement(F, one, fPath)),
}

/* Next.js with hashed classes, JSON-LD. */
const N = 'https://next.test'
const nPath = (slug: string) => `/ar/news/${slug}`
const ld = (value: object) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`
const nextShell = (title: string, main: string, head = '') =>
  page(
    title,
    `<div id="__next"><div class="Layout_root__x1Qz9"><header class="Header_bar__9aBcD"><a href="/ar">المرصد</a><nav><a class="Header_link__3xZ" href="/ar/news">الأخبار</a><a class="Header_link__3xZ" href="/ar/reports">التقارير</a><a class="Header_link__3xZ" href="/en">English</a></nav></header>${main}<footer class="Footer_wrap__77a"><a href="/ar/privacy">سياسة الخصوصية</a></footer></div></div><script id="__NEXT_DATA__" type="application/json">{"props":{"pageProps":{"items":[{"title":"عنصر من البيانات","slug":"from-json"}]}},"page":"/ar/news"}</script>`,
    head,
  )
const nextNews: FieldCase = {
  name: 'Next.js: hashed classes; JSON-LD dates the organisation’s founding and the page’s build',
  language: 'ar',
  url: `${N}/ar/news`,
  pages: {
    [`${N}/ar/news`]: nextShell(
      'الأخبار | المرصد',
      `<main class="News_grid__Zz12">${five.map(({ slug, title, day }) => `<a class="Card_card__q8W1" href="${nPath(slug)}"><div class="Card_imageWrap__1"><img alt="" srcset="/_next/image?url=%2F${slug}.jpg&amp;w=640&amp;q=75 1x" src="/_next/image?url=x&amp;w=640"/></div><span class="Card_tag__z">بيان</span><h3 class="Card_title__Yt3">${title}</h3><time class="Card_time__4" dateTime="${day}T07:15:00.000Z">${levantine(day)}</time></a>`).join('')}<div class="Skeleton_card__1" aria-busy="true"></div><div class="Skeleton_card__1" aria-busy="true"></div><button class="LoadMore_b__1">عرض المزيد</button></main>`,
      ld({
        '@context': 'https://schema.org',
        '@type': 'Organization',
        name: 'المرصد',
        foundingDate: '2011-05-01',
        url: N,
      }),
    ),
    ...Object.fromEntries(
      five.map((one) => [
        N + nPath(one.slug),
        nextShell(
          `${one.title} | المرصد`,
          `<main class="Article_main__1Q"><h1 class="Article_title__2">${one.title}</h1><div class="Article_meta__3"><time dateTime="${one.day}T07:15:00.000Z">${levantine(one.day)}</time><span>قراءة دقيقتين</span></div><div class="Article_body__4">${paragraphs(one)}</div><aside class="Newsletter_box__5"><h4>اشترك في نشرتنا البريدية</h4><p>تصلك بيانات المرصد أسبوعيا ولن نشارك عنوانك مع أحد غيرنا.</p></aside></main>`,
          ld({
            '@context': 'https://schema.org',
            '@graph': [
              {
                '@type': 'WebSite',
                name: 'المرصد',
                dateModified: '2026-11-26T00:00:00Z',
                datePublished: '2015-01-01',
              },
              {
                '@type': 'NewsArticle',
                headline: one.title,
                datePublished: `${one.day}T07:15:00.000Z`,
                dateModified: '2026-11-26T00:00:00Z',
                author: { '@type': 'Organization', name: 'المرصد' },
              },
            ],
          }),
        ),
      ]),
    ),
  },
  statements: five.map((one) => statement(N, one, nPath)),
}

/* A list that scripts fill later. */
const emptyApp: FieldCase = {
  name: 'an application whose list is filled by scripts: placeholders and menus are no statements',
  language: 'ar',
  url: 'https://spa.test/news',
  pages: {
    'https://spa.test/news': page(
      'الأخبار',
      `<div id="root"><header><a href="/">الرئيسية</a><a href="/about">عن الهيئة ومهامها الأساسية</a><a href="/news">آخر الأخبار والتصريحات</a><a href="/contact">تواصل مع فريق الهيئة</a></header><main><h1>الأخبار</h1>${'<div class="skeleton-card"><div class="skeleton-img"></div><div class="skeleton-line"></div><div class="skeleton-line short"></div></div>'.repeat(6)}<noscript>يجب تفعيل جافا سكريبت لعرض هذا الموقع.</noscript></main><footer><a href="/privacy">سياسة الخصوصية للموقع</a><a href="/terms">شروط استخدام الموقع الإلكتروني</a><a href="/careers">فرص العمل المتاحة في الهيئة</a></footer></div><script src="/static/js/main.8f3c.js"></script>`,
    ),
  },
  refused: ['not-a-listing', 'empty', 'challenge'],
}

/* Pages of 2004: nested tables, fonts, relative links below a <base>. */
const T = 'https://tables.test'
const tables: FieldCase = {
  name: 'nested tables and fonts: a <base>, relative links, line breaks for paragraphs',
  language: 'ar',
  url: `${T}/arabic/index.html`,
  pages: {
    [`${T}/arabic/index.html`]: `<html><head><base href="${T}/arabic/news/"><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>لجان الدفاع</title></head><body bgcolor="#FFFFFF" dir="rtl"><table width="780" border="0" align="center"><tr><td colspan="2" bgcolor="#003366"><font color="#FFFFFF" size="5">لجان الدفاع عن الحريات</font></td></tr><tr><td width="160" valign="top"><table border="0"><tr><td><a href="../index.html"><font size="2">الرئيسية</font></a></td></tr><tr><td><a href="../about.html"><font size="2">من نحن</font></a></td></tr><tr><td><a href="../links.html"><font size="2">مواقع صديقة</font></a></td></tr></table></td><td valign="top"><table width="100%" cellpadding="4">${five.map(({ slug, title, day }) => `<tr><td><font face="Arial" size="2" color="#990000">${slashed(day)}</font></td><td><a href="${slug}.htm"><font face="Arial" size="3"><b>${title}</b></font></a></td></tr>`).join('\n')}</table></td></tr><tr><td colspan="2" align="center"><font size="1">عدد زوار الموقع: 55821</font></td></tr></table></body></html>`,
    ...Object.fromEntries(
      five.map((one) => [
        `${T}/arabic/news/${one.slug}.htm`,
        `<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>لجان الدفاع عن الحريات</title></head><body dir="rtl"><table width="780" align="center"><tr><td width="160" valign="top"><a href="../index.html">الرئيسية</a><br><a href="../about.html">من نحن</a></td><td valign="top"><p align="center"><font size="5" color="#990000"><b>${one.title}</b></font></p><font face="Arial" size="3">${one.text.join('<br><br>')}</font><p align="left"><font size="2">${levantine(one.day)}</font></p><p align="center"><font size="2"><a href="javascript:history.go(-1)">عودة</a></font></p></td></tr></table></body></html>`,
      ]),
    ),
  },
  statements: five.map((one) => statement(T, one, (slug) => `/arabic/news/${slug}.htm`)),
}

/* A page written by hand: one line a statement. */
const H = 'https://hand.test'
const byHand: FieldCase = {
  name: 'a page written by hand: one line a statement, the day before the link, links with tracking',
  language: 'en',
  url: `${H}/press.html`,
  pages: {
    [`${H}/press.html`]: `<HTML><HEAD><TITLE>Press</TITLE></HEAD><BODY><H1>Press statements</H1><P><A HREF="index.html">Home</A> | <A HREF="about.html">About us</A> | <A HREF="mailto:press@hand.test">Mail us</A></P><UL>${english5.map(({ slug, title, day }) => `<LI>${slashed(day)} - <A HREF="statements/${slug}.html?utm_source=site&utm_medium=list&fbclid=abc">${title}</A>`).join('\n')}</UL><P>Last updated ${slashed('2026-11-25')}</P></BODY></HTML>`,
    ...Object.fromEntries(
      english5.flatMap((one) =>
        ['', '?utm_source=site&utm_medium=list&fbclid=abc'].map((query) => [
          `${H}/statements/${one.slug}.html${query}`,
          `<HTML><HEAD><TITLE>${one.title}</TITLE></HEAD><BODY><P><A HREF="../press.html">Back to the list</A></P><H2>${one.title}</H2><P><I>${english(one.day)}</I></P>${paragraphs(one)}<P># # #</P><P>Contact: press@hand.test</P></BODY></HTML>`,
        ]),
      ),
    ),
  },
  statements: english5.map((one) => statement(H, one, (slug) => `/statements/${slug}.html`)),
}

/* Definition list; whole statements in one page with anchors. */
const L = 'https://anchors.test'
const oneLongPage: FieldCase = {
  name: 'all statements on one page, each under its own anchor',
  language: 'en',
  url: `${L}/statements`,
  pages: {
    [`${L}/statements`]: page(
      'Statements',
      `<nav><a href="/">Home</a></nav><main>${english5.map((one) => `<section class="statement" id="${one.slug}"><h2><a href="#${one.slug}">${one.title}</a></h2><p class="date">${english(one.day)}</p>${paragraphs(one)}</section>`).join('')}</main>`,
      '',
      'en',
    ),
  },
  // Places on one page have no address of their own: it is for the operator to name them.
  refused: ['not-a-listing'],
}

export const BUILDERS_CASES: readonly FieldCase[] = [
  wix,
  squarespace,
  webflow,
  nextNews,
  emptyApp,
  tables,
  byHand,
  oneLongPage,
]
