import { type FieldCase, statement } from './field-case.ts'
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

/** Joomla, Drupal, WebForms and Blogger, as their own templates print them. */
const five = AR.slice(0, 5)
const english5 = EN.slice(0, 5)
const page = (title: string, body: string, head = '', lang = 'ar') =>
  `<!DOCTYPE html>\n<html lang="${lang}" dir="${lang === 'ar' ? 'rtl' : 'ltr'}"><head><meta charset="utf-8"><title>${title}</title>${head}</head>\n<body>${body}</body></html>`

/* Joomla with K2: a category page whose entries lead to items. */
const K2 = 'https://k2.test'
const k2Path = (slug: string) => `/index.php/press/item/${slug}`
const k2Shell = (title: string, main: string, visit = 'الخميس, 26 تشرين الثاني/نوفمبر 2026') =>
  page(
    title,
    `<div id="wrap"><div id="top"><span class="date">${visit}</span><ul class="nav menu"><li class="item-101 current"><a href="/">الرئيسية</a></li><li class="item-102"><a href="/index.php/press">تصريحات صحفية</a></li><li class="item-103"><a href="/index.php/files">ملفات خاصة بالمجلس</a></li></ul></div><div id="system-message-container"></div>${main}
<div id="right"><div class="moduletable"><h3>آخر الأخبار</h3><ul class="latestnews">${['زيارة تفقدية إلى معمل الخيوط', 'توقيع مذكرة مع جامعة الساحل', 'بدء ترميم الجسر الحجري القديم'].map((one, n) => `<li><a href="/index.php/news/${n}-item" itemprop="url"><span itemprop="name">${one}</span></a></li>`).join('')}</ul></div></div><div id="footer">Powered by Joomla!®</div></div>`,
    `<base href="${K2}/index.php/press" />`,
  )
const k2: FieldCase = {
  name: 'Joomla K2: a category with intro texts, hits, and a <base>',
  language: 'ar',
  url: `${K2}/index.php/press`,
  pages: {
    [`${K2}/index.php/press`]: k2Shell(
      'تصريحات صحفية',
      `<div id="k2Container" class="itemListView"><div class="itemListCategoriesBlock"></div><div class="itemList"><div id="itemListLeading">${five
        .map(
          ({ slug, title, text, day }) =>
            `<div class="itemContainer itemContainerLast" style="width:100.0%;"><div class="catItemView groupLeading"><div class="catItemHeader"><span class="catItemDateCreated">${levantine(day)}</span><h3 class="catItemTitle"><a href="${k2Path(slug)}">${title}</a></h3><span class="catItemAuthor">الكاتب <a rel="author" href="/index.php/author/1">المكتب الإعلامي</a></span></div><div class="catItemBody"><div class="catItemIntroText"><p>تصريح صحفي</p><p>${text[0]?.slice(0, 70)}</p></div></div><div class="catItemLinks"><div class="catItemCategory"><span>نشرت في</span> <a href="/index.php/press">تصريحات صحفية</a></div></div><div class="catItemReadMore"><a class="k2ReadMore" href="${k2Path(slug)}">إقرأ المزيد...</a></div></div></div>`,
        )
        .join(
          '<div class="clr"></div>',
        )}</div></div><div class="k2Pagination"><ul><li><a href="/index.php/press?start=10" class="pagenav">التالي</a></li></ul>صفحة 1 من 22</div></div>`,
    ),
    ...Object.fromEntries(
      five.map((one) => [
        K2 + k2Path(one.slug),
        k2Shell(
          one.title,
          `<div id="k2Container" class="itemView"><span id="startOfPageId${one.slug.length}"></span><div class="itemHeader"><span class="itemDateCreated">${levantine(one.day)}</span><h2 class="itemTitle">${one.title}</h2></div><div class="itemToolbar"><ul><li><span class="itemTextResizerTitle">حجم الخط</span> <a href="#" id="fontDecrease"><span>تصغير الخط</span></a></li><li><a class="itemPrintLink" href="${k2Path(one.slug)}?tmpl=component&print=1"><span>طباعة</span></a></li><li><a class="itemEmailLink" href="/mail"><span>البريد الإلكتروني</span></a></li></ul></div><div class="itemRatingBlock"><span>قيم الموضوع</span><div class="itemRatingForm">(0 أصوات)</div></div><div class="itemBody"><div class="itemIntroText"><p>تصريح صحفي</p><p>مجلس الوادي</p><p>المكتب الإعلامي</p><p>${indic(levantine(one.day))}</p><p>${one.text[0]}</p></div><div class="itemFullText">${one.text
            .slice(1)
            .map((p) => `<p>${p}</p>`)
            .join(
              '',
            )}</div><div class="itemContentFooter"><span class="itemHits">قراءة <b>321</b> مرات</span><span class="itemDateModified">آخر تعديل على ${levantine('2026-11-25')}</span></div></div><div class="itemLinks"><div class="itemTagsBlock"><span>الوسوم</span></div></div><div class="itemAuthorLatest"><h3>أحدث مقالات المكتب الإعلامي</h3><ul><li><a href="/index.php/press/item/old-1">تصريح حول الطريق الدولي القديم</a></li></ul></div><div class="itemNavigation"><span class="itemNavigationTitle">المزيد في هذه الفئة:</span><a class="itemPrevious" href="/index.php/press/item/prev">« تصريح حول صندوق الزكاة</a></div></div>`,
        ),
      ]),
    ),
  },
  statements: five.map((one) => statement(K2, one, k2Path)),
}

/* Joomla 4/5 core: category blog. */
const J4 = 'https://joomla.test'
const j4Path = (slug: string) => `/ar/news/${slug.length}-${slug}`
const j4Meta = (day: string, hits: string) =>
  `<dl class="article-info text-muted"><dt class="article-info-term">التفاصيل</dt><dd class="category-name"><span class="icon-folder-open icon-fw"></span>التصنيف: <a href="/ar/news">أخبار</a></dd><dd class="published"><span class="icon-calendar icon-fw"></span><time datetime="${day}T13:05:00+03:00" itemprop="datePublished">نشر بتاريخ: ${slashed(day)}</time></dd><dd class="hits"><span class="icon-eye icon-fw"></span><meta itemprop="interactionCount" content="UserPageVisits:${hits}">الزيارات: ${hits}</dd></dl>`
const j4: FieldCase = {
  name: 'Joomla core: a blog of a category, hits in the article info',
  language: 'ar',
  url: `${J4}/ar/news`,
  pages: {
    [`${J4}/ar/news`]: page(
      'أخبار',
      `<header class="header container-header"><ul class="mod-menu nav"><li class="nav-item item-101"><a href="/ar">البداية</a></li><li class="nav-item"><a href="/ar/news">أخبار</a></li></ul><div class="mod-languages"><ul class="lang-inline"><li><a href="/en/news">English (UK)</a></li></ul></div></header><main><div class="com-content-category-blog blog"><div class="page-header"><h1>أخبار</h1></div><div class="com-content-category-blog__items blog-items">${five.map(({ slug, title, text, day }) => `<div class="com-content-category-blog__item blog-item" itemprop="blogPost" itemscope itemtype="https://schema.org/BlogPosting"><div class="item-content"><div class="page-header"><h2 itemprop="name"><a href="${j4Path(slug)}" itemprop="url">${title}</a></h2></div>${j4Meta(day, '41')}<p>${text[0]}</p><p class="readmore"><a class="btn btn-secondary" href="${j4Path(slug)}" aria-label="اقرأ المزيد: ${title}"><span class="icon-chevron-left"></span>اقرأ المزيد …</a></p></div></div>`).join('')}</div><div class="com-content-category-blog__navigation w-100"><nav class="pagination__wrapper"><ul class="pagination"><li class="page-item active"><span class="page-link">1</span></li><li class="page-item"><a class="page-link" href="/ar/news?start=5">2</a></li></ul></nav></div></div></main><div class="container-sidebar-right"><div class="card"><h3 class="card-header">الأكثر قراءة</h3><ul class="mostread mod-list"><li><a href="/ar/news/1-first">تأسيس المجلس المحلي في السهل</a></li><li><a href="/ar/news/2-second">انتخاب هيئة الرئاسة الجديدة</a></li><li><a href="/ar/news/3-third">النظام الداخلي لمجلس الوادي</a></li></ul></div></div>`,
    ),
    ...Object.fromEntries(
      five.map((one) => [
        J4 + j4Path(one.slug),
        page(
          one.title,
          `<main><div class="com-content-article item-page" itemscope itemtype="https://schema.org/Article"><meta itemprop="inLanguage" content="ar-AA"><div class="page-header"><h1 itemprop="headline">${one.title}</h1></div>${j4Meta(one.day, '1377')}<div itemprop="articleBody" class="com-content-article__body">${paragraphs(one)}</div><nav class="pagenavigation"><span class="pagination ms-0"><a class="btn btn-sm btn-secondary previous" href="/ar/news/prev" rel="prev"><span class="visually-hidden">المقال السابق: اجتماع الهيئة العامة في دورتها العاشرة</span><span>السابق</span></a></span></nav></div></main>`,
        ),
      ]),
    ),
  },
  statements: five.map((one) => statement(J4, one, j4Path)),
}

/* Joomla core: the list of a category is a table with dates and hits. */
const tablePath = (slug: string) => `/statements/${slug}`
const j4Table = (hits: number) =>
  page(
    'Statements',
    `<main><div class="com-content-category category-list"><div class="content-category"><h1>Statements</h1><form action="/statements" method="post" id="adminForm"><table class="com-content-category__table category table table-striped table-bordered table-hover"><caption class="visually-hidden">Articles</caption><thead><tr><th scope="col" id="categorylist_header_title"><a href="#" onclick="return false;">Title</a></th><th id="categorylist_header_date">Published Date</th><th id="categorylist_header_hits">Hits</th></tr></thead><tbody>${english5.map(({ slug, title, day }, n) => `<tr class="cat-list-row${n % 2}"><th class="list-title" scope="row"><a href="${tablePath(slug)}">${title}</a></th><td class="list-date small">${day}</td><td class="list-hits"><span class="badge bg-info">Hits: ${hits + n}</span></td></tr>`).join('')}</tbody></table></form></div></div></main>`,
    '',
    'en',
  )
const J5 = 'https://table.test'
const joomlaTable: FieldCase = {
  name: 'Joomla core: a table of titles, days and hits',
  language: 'en',
  url: `${J5}/statements`,
  pages: {
    [`${J5}/statements`]: j4Table(20),
    ...Object.fromEntries(
      english5.map((one) => [
        J5 + tablePath(one.slug),
        page(
          one.title,
          `<main><div class="com-content-article item-page"><h2>${one.title}</h2><div class="com-content-article__body">${paragraphs(one)}</div></div></main>`,
          '',
          'en',
        ),
      ]),
    ),
  },
  statements: english5.map((one) => statement(J5, one, tablePath)),
  visit: { [`${J5}/statements`]: j4Table(77) },
}

/* Drupal 10: a view of teasers. */
const D = 'https://drupal.test'
const dPath = (slug: string) => `/ar/press-releases/${slug}`
const dBlocks = `<aside class="region region-sidebar-second"><div class="block block-views block-views-blockmost-viewed-block-1"><h2>الأكثر مشاهدة</h2><div class="view-content"><div class="views-row"><span class="field-content"><a href="/ar/node/1">النظام الأساسي لهيئة الرقابة</a></span></div><div class="views-row"><span class="field-content"><a href="/ar/node/2">دليل تقديم الشكاوى للمواطنين</a></span></div><div class="views-row"><span class="field-content"><a href="/ar/node/3">أسئلة متكررة عن عمل الهيئة</a></span></div></div></div></aside>`
const dShell = (title: string, main: string, head = '') =>
  page(
    `${title} | هيئة الرقابة`,
    `<a href="#main-content" class="visually-hidden focusable skip-link">تجاوز إلى المحتوى الرئيسي</a><div class="dialog-off-canvas-main-canvas" data-off-canvas-main-canvas><div id="page-wrapper"><header role="banner"><nav aria-label="ملاحة رئيسية" class="block block-menu"><ul class="menu"><li class="menu-item"><a href="/ar">الرئيسية</a></li><li class="menu-item"><a href="/ar/press-releases">بيانات صحفية</a></li></ul></nav><div class="language-switcher-language-url"><ul class="links"><li hreflang="ar"><a href="/ar/press-releases" class="language-link is-active">العربية</a></li><li hreflang="en"><a href="/en/press-releases" class="language-link">English</a></li></ul></div></header><main role="main">${main}</main>${dBlocks}</div></div><div id="sliding-popup" class="eu-cookie-compliance-banner"><h2>نستخدم ملفات تعريف الارتباط في هذا الموقع</h2><p>بالنقر على زر القبول فإنك توافق على استخدامنا لملفات تعريف الارتباط.</p></div>`,
    head,
  )
const drupal: FieldCase = {
  name: 'Drupal: a view of teasers, a block of most viewed, a cookie banner',
  language: 'ar',
  url: `${D}/ar/press-releases`,
  pages: {
    [`${D}/ar/press-releases`]: dShell(
      'بيانات صحفية',
      `<div class="views-element-container"><div class="view view-press-releases view-id-press_releases view-display-id-page_1"><div class="view-filters"><form class="views-exposed-form" action="/ar/press-releases" method="get"><label>من تاريخ</label><input type="text" name="from"></form></div><div class="view-content">${five.map(({ slug, title, text, day }) => `<div class="views-row"><article role="article" about="${dPath(slug)}" class="node node--type-press-release node--view-mode-teaser"><div class="field field--name-field-date"><time datetime="${day}T10:00:00Z" class="datetime">${egyptian(day)}</time></div><h2 class="node__title"><a href="${dPath(slug)}" rel="bookmark"><span class="field field--name-title">${title}</span></a></h2><div class="node__content"><div class="field field--name-body text-formatted"><p>${text[0]?.slice(0, 60)}</p></div><ul class="links inline"><li class="node-readmore"><a href="${dPath(slug)}" rel="tag" title="${title}" hreflang="ar">اقرأ المزيد<span class="visually-hidden"> حول ${title}</span></a></li></ul></div></article></div>`).join('')}</div><nav class="pager" role="navigation"><h4 class="visually-hidden">ترقيم الصفحات</h4><ul class="pager__items"><li class="pager__item is-active"><a href="?page=0">1</a></li><li class="pager__item"><a href="?page=1">2</a></li></ul></nav></div></div>`,
    ),
    ...Object.fromEntries(
      five.map((one) => [
        D + dPath(one.slug),
        dShell(
          one.title,
          `<div class="block block-system block-system-breadcrumb-block"><nav class="breadcrumb"><ol><li><a href="/ar">الرئيسية</a></li><li><a href="/ar/press-releases">بيانات صحفية</a></li></ol></nav></div><div class="block block-page-title-block"><h1 class="title page-title"><span class="field field--name-title">${one.title}</span></h1></div><article role="article" class="node node--type-press-release node--view-mode-full"><div class="node__content"><div class="field field--name-field-date field--type-datetime"><div class="field__label">التاريخ</div><div class="field__item"><time datetime="${one.day}T10:00:00Z">${egyptian(one.day)}</time></div></div><div class="clearfix text-formatted field field--name-body field--type-text-with-summary field__item">${paragraphs(one)}</div><div class="field field--name-field-tags"><div class="field__label">الكلمات المفتاحية</div><div class="field__item"><a href="/ar/tags/1">السوق</a></div></div></div></article>`,
          `<link rel="alternate" hreflang="en" href="${D}/en/press-releases/${one.slug}" />`,
        ),
      ]),
    ),
  },
  statements: five.map((one) => statement(D, one, dPath)),
}

/* One view that lists several languages. */
const mixedRow = (one: Prose, path: string, lang: string) =>
  `<div class="views-row"><div class="views-field views-field-created"><span class="field-content">${one.day}</span></div><div class="views-field views-field-title"><span class="field-content"><a href="${path}" hreflang="${lang}">${one.title}</a></span></div></div>`
const M = 'https://mixed.test'
const mixed: FieldCase = {
  name: 'one list with Arabic and English entries: each in its own language',
  language: 'ar',
  url: `${M}/news`,
  pages: {
    [`${M}/news`]: page(
      'News | الأخبار',
      `<nav><a href="/">Home</a><a href="/news">News</a></nav><div class="view view-news"><div class="view-content">${[0, 1, 2].map((n) => mixedRow(AR[n]!, `/ar/news/${n}`, 'ar') + mixedRow(EN[n]!, `/en/news/${n}`, 'en')).join('')}</div></div>`,
    ),
    ...Object.fromEntries(
      [0, 1, 2].flatMap((n) => [
        [
          `${M}/ar/news/${n}`,
          page(
            AR[n]!.title,
            `<h1>${AR[n]!.title}</h1><div class="field--name-body">${paragraphs(AR[n]!)}</div>`,
          ),
        ],
        [
          `${M}/en/news/${n}`,
          page(
            EN[n]!.title,
            `<h1>${EN[n]!.title}</h1><div class="field--name-body">${paragraphs(EN[n]!)}</div>`,
            '',
            'en',
          ),
        ],
      ]),
    ),
  },
  statements: [0, 1, 2].flatMap((n) => [
    statement(M, AR[n]!, () => `/ar/news/${n}`, { language: 'ar' }),
    statement(M, EN[n]!, () => `/en/news/${n}`, { language: 'en' }),
  ]),
}

/* PDFs only. */
const P = 'https://pdfs.test'
const pdfs: FieldCase = {
  name: 'statements that are PDF files only: titles and days are known, texts are not made up',
  language: 'en',
  url: `${P}/statements/`,
  pages: {
    [`${P}/statements/`]: page(
      'Statements',
      `<nav><ul><li><a href="/">Home</a></li><li><a href="/statements/">Statements</a></li></ul></nav><div class="view-content"><table class="views-table"><thead><tr><th>Date</th><th>Title</th><th>File</th></tr></thead><tbody>${english5.map(({ slug, title, day }) => `<tr><td class="views-field views-field-field-date">${english(day)}</td><td class="views-field views-field-title">${title}</td><td class="views-field-field-file"><span class="file file--mime-application-pdf"><a href="/sites/default/files/2026-11/${slug}.pdf" type="application/pdf">Download (PDF, 214 KB)</a></span></td></tr>`).join('')}</tbody></table></div>`,
      '',
      'en',
    ),
    ...Object.fromEntries(
      english5.map(({ slug }) => [
        `${P}/sites/default/files/2026-11/${slug}.pdf`,
        {
          type: 'application/pdf',
          body: '%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\nstream\nxxxxxx\nendstream',
        },
      ]),
    ),
  },
  statements: english5.map((one) =>
    statement(P, one, (slug) => `/sites/default/files/2026-11/${slug}.pdf`, { text: [] }),
  ),
}

/* ASP.NET WebForms. */
const A = 'https://webforms.test'
const aPath = (n: number) => `/ar/DisplayNews.aspx?NewsID=${n + 2500}`
const STATE = 'dDwtMTM0NTY3O3Q8O2w8aTwwPjs+O2w8dDw7bDxpPDE+Oz4'.repeat(12)
const form = (main: string) =>
  `<form method="post" action="./News.aspx" id="form1"><div class="aspNetHidden"><input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="${STATE}" /></div><script>function __doPostBack(t,a){}</script><div id="header"><table width="100%"><tr><td><a href="Default.aspx"><img src="images/logo.gif" alt="وزارة النهر"></a></td><td><span id="lblDate">الخميس ٢٦ تشرين الثاني ٢٠٢٦</span></td></tr></table><table id="Menu1"><tr><td><a href="Default.aspx">الرئيسية</a></td><td><a href="About.aspx">عن الوزارة</a></td><td><a href="News.aspx">الأخبار</a></td></tr></table></div>${main}<div id="footer"><span id="lblVisitors">عدد الزوار: 1048576</span> جميع الحقوق محفوظة © وزارة النهر</div></form>`
const webForms: FieldCase = {
  name: 'WebForms: a grid in one big form, view state, pager by post back',
  language: 'ar',
  url: `${A}/ar/News.aspx`,
  pages: {
    [`${A}/ar/News.aspx`]: page(
      '\r\n\tوزارة النهر - الأخبار\r\n',
      form(
        `<div id="content"><span class="PageTitle">أخبار الوزارة</span><div><table cellspacing="0" rules="all" border="1" id="ctl00_ContentPlaceHolder1_GridView1" style="border-collapse:collapse;">${five.map(({ title, day }, n) => `<tr class="${n % 2 ? 'AltRow' : 'Row'}"><td><span id="ctl00_ContentPlaceHolder1_GridView1_ctl0${n + 2}_lblDate">${slashed(day)}</span></td><td><a id="ctl00_ContentPlaceHolder1_GridView1_ctl0${n + 2}_HyperLink1" href="DisplayNews.aspx?NewsID=${n + 2500}">${title}</a></td></tr>`).join('')}<tr class="Pager"><td colspan="2"><table><tr><td><span>1</span></td><td><a href="javascript:__doPostBack(&#39;ctl00$GridView1&#39;,&#39;Page$2&#39;)">2</a></td><td><a href="javascript:__doPostBack(&#39;ctl00$GridView1&#39;,&#39;Page$3&#39;)">3</a></td></tr></table></td></tr></table></div></div>`,
      ),
    ),
    ...Object.fromEntries(
      five.map((one, n) => [
        A + aPath(n),
        page(
          'وزارة النهر',
          form(
            `<div id="content"><table width="100%"><tr><td align="center"><span id="ctl00_ContentPlaceHolder1_lblTitle" class="NewsTitle">${one.title}</span></td></tr><tr><td><span id="ctl00_ContentPlaceHolder1_lblDate">${slashed(one.day)}</span></td></tr><tr><td><img id="ctl00_ContentPlaceHolder1_img" src="../upload/${n}.jpg" /></td></tr><tr><td><span id="ctl00_ContentPlaceHolder1_lblBody"><div style="text-align:justify">${one.text.join('<br /><br />')}</div></span></td></tr><tr><td><a href="javascript:window.print()">طباعة الصفحة</a> | <a href="javascript:history.back()">عودة</a></td></tr></table></div>`,
          ),
        ),
      ]),
    ),
  },
  statements: five.map((one, n) => statement(A, one, () => aPath(n))),
}

/* Blogger: whole posts on the front page. */
const B = 'https://blogger.test'
const bPath = (one: Prose) => `/2026/11/${one.slug}.html`
const bPost = (one: Prose) =>
  `<div class="date-outer"><h2 class='date-header'><span>${egyptian(one.day)}</span></h2><div class="date-posts"><div class='post-outer'><div class='post hentry uncustomized-post-template' itemprop='blogPost' itemscope='itemscope' itemtype='http://schema.org/BlogPosting'><meta content='123' itemprop='blogId'/><h3 class='post-title entry-title' itemprop='name'><a href='${B}${bPath(one)}'>${one.title}</a></h3><div class='post-header'><div class='post-header-line-1'></div></div><div class='post-body entry-content' itemprop='description articleBody'><div dir="rtl" style="text-align: right;" trbidi="on">${one.text.map((p) => `<div style="text-align: justify;">${p}</div><div><br /></div>`).join('')}</div><div style='clear: both;'></div></div><div class='post-footer'><div class='post-footer-line post-footer-line-1'><span class='post-author vcard'>مرسلة بواسطة <span class='fn'><span itemprop='name'>تنسيقية الميناء</span></span></span> <span class='post-timestamp'>في <a class='timestamp-link' href='${B}${bPath(one)}' rel='bookmark' title='permanent link'><abbr class='published' itemprop='datePublished' title='${one.day}T05:12:00-08:00'>5:12 ص</abbr></a></span><span class='post-comment-link'><a class='comment-link' href='${B}${bPath(one)}#comment-form'>ليست هناك تعليقات:</a></span><div class='post-share-buttons goog-inline-block'><a class='goog-inline-block share-button sb-email' href='https://www.blogger.com/share-post.g?x=1'><span class='share-button-link-text'>إرسال بالبريد الإلكتروني</span></a></div></div><div class='post-footer-line post-footer-line-2'><span class='post-labels'>التسميات: <a href='${B}/search/label/x' rel='tag'>بيانات</a></span></div></div></div></div></div></div>`
const bShell = (title: string, main: string) =>
  page(
    title,
    `<div class='navbar section' id='navbar'></div><div class='header section' id='header'><h1 class='title'><a href='${B}/'>تنسيقية الميناء</a></h1><p class='description'><span>صوت أهل الميناء</span></p></div><div id="main"><div class='widget Blog' id='Blog1'><div class='blog-posts hfeed'>${main}</div><div class='blog-pager' id='blog-pager'><a class='blog-pager-older-link' href='${B}/search?updated-max=2026-11-01'>رسائل أقدم</a></div></div></div><div class='sidebar section'><div class='widget PopularPosts' id='PopularPosts1'><h2>المشاركات الشائعة</h2><ul><li><div class='item-title'><a href='${B}/2020/01/pop.html'>قصة الميناء القديم منذ بنائه</a></div><div class='item-snippet'>مقتطف قصير</div></li><li><div class='item-title'><a href='${B}/2020/02/pop2.html'>أسماء شهداء الميناء الكاملة</a></div></li></ul></div><div class='widget BlogArchive'><h2>أرشيف المدونة</h2><ul class='hierarchy'><li class='archivedate'><a class='post-count-link' href='${B}/2026/'>2026</a> <span class='post-count'>(40)</span></li></ul></div></div>`,
  )
const blogger: FieldCase = {
  name: 'Blogger: whole posts on the front page, day headings, popular posts',
  language: 'ar',
  url: `${B}/`,
  pages: {
    [`${B}/`]: bShell('تنسيقية الميناء', five.map(bPost).join('')),
    ...Object.fromEntries(
      five.map((one) => [B + bPath(one), bShell(`تنسيقية الميناء: ${one.title}`, bPost(one))]),
    ),
  },
  statements: five.map((one) => statement(B, one, () => bPath(one))),
}

export const SYSTEMS_CASES: readonly FieldCase[] = [
  k2,
  j4,
  joomlaTable,
  drupal,
  mixed,
  pdfs,
  webForms,
  blogger,
]
