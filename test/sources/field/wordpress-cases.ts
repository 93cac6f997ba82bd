import { type FieldCase, statement } from './field-case.ts'
import { AR, EN, type Prose, egyptian, english, levantine, paragraphs } from './prose.ts'

/** WordPress as its themes print it, with the interface and the feed shut off by a "hardening" plugin. */
const SITE = 'https://wadi.test'
const five = AR.slice(0, 5)
const english5 = EN.slice(0, 5)

const menu = (items: readonly string[]) =>
  `<ul id="menu-main" class="menu">${items.map((one, n) => `<li id="menu-item-${n + 20}" class="menu-item menu-item-type-taxonomy menu-item-${n + 20}"><a href="/category/${n}/">${one}</a></li>`).join('')}</ul>`
const AR_MENU = menu(['الرئيسية', 'من نحن', 'الأخبار', 'بيانات صحفية', 'تقارير', 'اتصل بنا'])

interface Shell {
  readonly title: string
  readonly body: string
  readonly head?: string
  readonly lang?: string
}
const wp = ({ title, body, head = '', lang = 'ar' }: Shell) => `<!DOCTYPE html>
<html dir="${lang === 'ar' ? 'rtl' : 'ltr'}" lang="${lang}">
<head><meta charset="UTF-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<meta name='robots' content='max-image-preview:large' />
<style id='wp-block-library-inline-css'>:root{--wp-admin-theme-color:#007cba}</style>
${head}
</head>
<body class="rtl wp-embed-responsive">
${body}
<script type="speculationrules">{"prefetch":[{"source":"document"}]}</script>
</body></html>`

const HIDDEN = { [`${SITE}/robots.txt`]: 'User-agent: *\nDisallow: /wp-admin/\n' }
const all = (
  list: readonly Prose[],
  page: (one: Prose) => string,
  path = (s: string) => `/${s}/`,
) => Object.fromEntries(list.map((one) => [SITE + path(one.slug), page(one)]))
const slash = (slug: string) => `/${slug}/`
const expected = (list: readonly Prose[], path = slash) =>
  list.map((one) => statement(SITE, one, path))

/* A block theme: Twenty Twenty-Four and its like. */
const blockHeader = `<header class="wp-block-template-part"><div class="wp-block-group alignwide"><p class="wp-block-site-title"><a href="${SITE}" rel="home">مجلس الوادي</a></p>
<nav class="is-responsive wp-block-navigation"><ul class="wp-block-navigation__container"><li class="wp-block-navigation-item"><a class="wp-block-navigation-item__content" href="/about/"><span class="wp-block-navigation-item__label">من نحن</span></a></li><li class="wp-block-navigation-item"><a class="wp-block-navigation-item__content" href="/contact/"><span>اتصل بنا</span></a></li></ul></nav></div></header>`
const blockFooter = `<footer class="wp-block-template-part"><div class="wp-block-group"><p>جميع الحقوق محفوظة لمجلس الوادي 2026</p><p class="has-small-font-size">صمم بواسطة <a href="https://wordpress.org" rel="nofollow">ووردبريس</a></p></div></footer>`
const blockItem = ({ slug, title, text, day }: Prose) =>
  `<li class="wp-block-post post-${slug.length}1 post type-post status-publish format-standard hentry category-press"><div class="wp-block-group">
<figure class="wp-block-post-featured-image"><a href="${SITE}/${slug}/" target="_self"><img width="1024" height="683" src="/wp-content/uploads/2026/11/${slug}.jpg" alt="${title}" loading="lazy"/></a></figure>
<h2 class="wp-block-post-title has-x-large-font-size"><a href="${SITE}/${slug}/" target="_self">${title}</a></h2>
<div class="wp-block-post-excerpt"><p class="wp-block-post-excerpt__excerpt">${text[0]?.slice(0, 70)}&hellip; </p></div>
<div class="wp-block-post-date"><time datetime="${day}T09:30:00+03:00"><a href="${SITE}/${slug}/">${egyptian(day)}</a></time></div></div></li>`
const blockArticle = (one: Prose) =>
  wp({
    title: `${one.title} &#8211; مجلس الوادي`,
    head: `<link rel="canonical" href="${SITE}/${one.slug}/" />`,
    body: `<div class="wp-site-blocks">${blockHeader}<main class="wp-block-group"><div class="wp-block-group"><h1 class="wp-block-post-title">${one.title}</h1>
<div class="wp-block-group"><div class="wp-block-post-date"><time datetime="${one.day}T09:30:00+03:00">${egyptian(one.day)}</time></div><p class="has-contrast-2-color">—</p><p>بواسطة</p><div class="wp-block-post-author-name">المكتب الإعلامي</div><div class="taxonomy-category wp-block-post-terms"><span class="wp-block-post-terms__prefix">في </span><a href="/category/press/" rel="tag">بيانات صحفية</a></div></div></div>
<div class="entry-content alignfull wp-block-post-content has-global-padding is-layout-constrained">${paragraphs(one)}
<div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">شارك هذا الموضوع:</h3><ul><li class="share-facebook"><a href="${SITE}/${one.slug}/?share=facebook"><span>فيس بوك</span></a></li><li><a href="${SITE}/${one.slug}/?share=x"><span>X</span></a></li></ul></div>
<div id='jp-relatedposts' class='jp-relatedposts'><h3 class="jp-relatedposts-headline"><em>مرتبط</em></h3><div class="jp-relatedposts-items"><p><a href="/old-one/">بيان قديم عن الطريق الجبلي</a></p></div></div></div>
<nav class="post-navigation-link-previous wp-block-post-navigation-link"><a href="/x-prev/" rel="prev">السابق: زيارة وفد الجامعة إلى المخيم</a></nav>
<div class="wp-block-comments"><div id="respond" class="comment-respond wp-block-post-comments-form"><h3 id="reply-title">اترك تعليقاً <small><a rel="nofollow" href="#respond">إلغاء الرد</a></small></h3><form action="/wp-comments-post.php" method="post"><p class="comment-notes"><span>لن يتم نشر عنوان بريدك الإلكتروني.</span> الحقول الإلزامية مشار إليها بـ *</p><textarea name="comment"></textarea></form></div></div></main>${blockFooter}</div>`,
  })

const blockTheme: FieldCase = {
  name: 'a block theme: query loop, excerpts, related posts of Jetpack, a comment form',
  language: 'ar',
  url: `${SITE}/`,
  pages: {
    ...HIDDEN,
    [`${SITE}/`]: wp({
      title: 'مجلس الوادي',
      body: `<div class="wp-site-blocks">${blockHeader}<main class="wp-block-group"><h1 class="wp-block-heading">آخر البيانات</h1><div class="wp-block-query alignwide"><ul class="wp-block-post-template is-layout-flow">${five.map(blockItem).join('\n')}</ul>
<nav class="wp-block-query-pagination"><div class="wp-block-query-pagination-numbers"><span class="page-numbers current">1</span><a class="page-numbers" href="?query-1-page=2">2</a></div><a href="/page/2/" class="wp-block-query-pagination-next">الصفحة التالية</a></nav></div></main>${blockFooter}</div>`,
    }),
    ...all(five, blockArticle),
  },
  statements: expected(five),
}

/* Elementor: posts widget, theme builder. */
const elItem = ({ slug, title, text, day }: Prose) =>
  `<article class="elementor-post elementor-grid-item post-${slug.length} post type-post" role="listitem"><a class="elementor-post__thumbnail__link" href="${SITE}/${slug}/" tabindex="-1"><div class="elementor-post__thumbnail"><img src="data:image/svg+xml,%3Csvg%3E" data-lazy-src="/wp-content/uploads/${slug}.webp" alt=""/></div></a>
<div class="elementor-post__text"><h3 class="elementor-post__title"><a href="${SITE}/${slug}/">
 ${title} </a></h3><div class="elementor-post__meta-data"><span class="elementor-post-date">
 ${levantine(day)} </span><span class="elementor-post-avatar">لا توجد تعليقات</span></div>
<div class="elementor-post__excerpt"><p>${text[0]?.slice(0, 60)}</p></div><a class="elementor-post__read-more" href="${SITE}/${slug}/" aria-label="Read more about ${title}">اقرأ المزيد »</a></div></article>`
const elShell = (title: string, main: string) =>
  wp({
    title,
    body: `<div data-elementor-type="header" class="elementor elementor-11 elementor-location-header"><section class="elementor-section"><div class="elementor-widget elementor-widget-nav-menu">${AR_MENU}</div></section></div>${main}
<div data-elementor-type="footer" class="elementor elementor-location-footer"><div class="elementor-widget-text-editor"><p>مجلس الوادي هيئة مدنية مستقلة تعمل في مناطق الوادي والسهل منذ عام ألفين وثلاثة عشر.</p></div><div class="elementor-widget-heading"><h2>تابعنا</h2></div>
<div class="elementor-widget-posts"><h4>الأكثر قراءة</h4><ul class="elementor-icon-list-items">${['ملف السجون الكامل منذ البداية', 'دليل المتطوعين في الدفاع المدني', 'خريطة نقاط توزيع الخبز والماء'].map((one, n) => `<li class="elementor-icon-list-item"><a href="/most/${n}/"><span class="elementor-icon-list-text">${one}</span></a></li>`).join('')}</ul></div></div>`,
  })
const elementor: FieldCase = {
  name: 'Elementor: posts widget with "read more", most read in the footer',
  language: 'ar',
  url: `${SITE}/press/`,
  pages: {
    ...HIDDEN,
    [`${SITE}/press/`]: elShell(
      'بيانات صحفية - مجلس الوادي',
      `<div data-elementor-type="archive" class="elementor elementor-77"><div class="elementor-widget-archive-posts"><div class="elementor-posts-container elementor-posts elementor-grid" role="list">${five.map(elItem).join('')}</div><nav class="elementor-pagination"><span class="page-numbers current">1</span><a class="page-numbers" href="/press/page/2/">2</a></nav></div></div>`,
    ),
    ...all(five, (one) =>
      elShell(
        `${one.title} - مجلس الوادي`,
        `<div data-elementor-type="single-post" class="elementor elementor-90 post type-post"><div class="elementor-element elementor-widget elementor-widget-theme-post-title"><div class="elementor-widget-container"><h1 class="elementor-heading-title">${one.title}</h1></div></div>
<div class="elementor-element elementor-widget elementor-widget-post-info"><ul class="elementor-inline-items elementor-icon-list-items elementor-post-info"><li class="elementor-icon-list-item" itemprop="datePublished"><a href="/2026/11/"><span class="elementor-icon-list-text elementor-post-info__item--type-date"><time>${levantine(one.day)}</time></span></a></li></ul></div>
<div class="elementor-element elementor-widget elementor-widget-theme-post-content"><div class="elementor-widget-container">${paragraphs(one)}</div></div>
<div class="elementor-element elementor-widget elementor-widget-share-buttons"><div class="elementor-share-btn"><span class="elementor-share-btn__title">Facebook</span></div><div class="elementor-share-btn"><span class="elementor-share-btn__title">WhatsApp</span></div></div>
<div class="elementor-widget elementor-widget-post-navigation"><a href="/p1/" rel="prev"><span class="post-navigation__prev--label">السابق</span><span>لقاء مع ممثلي الأحياء في السهل الغربي</span></a></div></div>`,
      ),
    ),
  },
  statements: expected(five),
}

/* A classic theme with a pinned post and a sidebar. */
const classicItem = ({ slug, title, text, day }: Prose, extra = '') =>
  `<article id="post-${slug.length}" class="post-1 post type-post status-publish ${extra} hentry"><header class="entry-header"><h2 class="entry-title"><a href="${SITE}/${slug}/" rel="bookmark">${title}</a></h2><div class="entry-meta"><span class="posted-on">Posted on <a href="${SITE}/${slug}/" rel="bookmark"><time class="entry-date published" datetime="${day}T08:00:00+00:00">${english(day)}</time><time class="updated" datetime="2026-11-25T08:00:00+00:00">November 25, 2026</time></a></span> <span class="byline">by <span class="author vcard"><a class="url fn n" href="/author/admin/">admin</a></span></span></div></header><div class="entry-summary"><p>${text[0]?.slice(0, 80)} <a class="more-link" href="${SITE}/${slug}/">Continue reading<span class="screen-reader-text"> "${title}"</span></a></p></div></article>`
const sidebar = `<aside id="secondary" class="widget-area"><section class="widget widget_search"><form role="search" class="search-form"><label><span class="screen-reader-text">Search for:</span></label></form></section><section class="widget widget_recent_entries"><h2 class="widget-title">Recent Posts</h2><ul>${english5.map(({ slug, title }) => `<li><a href="${SITE}/${slug}/">${title}</a></li>`).join('')}</ul></section><section class="widget widget_recent_comments"><h2>Recent Comments</h2><ul><li class="recentcomments"><span>Sam</span> on <a href="${SITE}/market-attack/#comment-9">Valley Council condemns attack on the old city market</a></li></ul></section><section class="widget widget_archive"><h2>Archives</h2><ul><li><a href="/2026/11/">November 2026</a></li><li><a href="/2026/10/">October 2026</a></li><li><a href="/2026/09/">September 2026</a></li></ul></section><section class="widget widget_categories"><h2>Categories</h2><ul><li><a href="/category/press-releases/">Press releases of the Council</a></li><li><a href="/category/uncategorized/">Uncategorized</a></li></ul></section></aside>`
const pinned: Prose = {
  slug: 'who-we-are-pinned',
  title: 'About the work of the Valley Council since its foundation',
  day: '2019-03-02',
  text: [
    'The Valley Council was founded by the people of eleven towns and speaks for them in all talks about the valley.',
    'It is made up of four committees, and elects its president every two years in an open vote.',
  ],
}
const classicArticle = (one: Prose) =>
  wp({
    title: `${one.title} | Valley Council`,
    lang: 'en',
    head: `<meta property="og:title" content="${one.title} | Valley Council" /><meta property="og:site_name" content="Valley Council"/><meta property="article:published_time" content="${one.day}T08:00:00+00:00" /><meta property="article:modified_time" content="2026-11-25T08:00:00+00:00" />`,
    body: `<div id="page"><header id="masthead"><p class="site-title"><a href="/">Valley Council</a></p><p class="site-description">Voice of eleven towns</p>${menu(['Home', 'About', 'News', 'Press', 'Contact'])}</header><div id="content"><main><article class="post hentry"><header class="entry-header"><h1 class="entry-title">${one.title}</h1><div class="entry-meta">Posted on <time class="entry-date published" datetime="${one.day}T08:00:00+00:00">${english(one.day)}</time></div></header><div class="entry-content">${paragraphs(one)}</div><footer class="entry-footer"><span class="cat-links">Posted in <a href="/category/press-releases/">Press releases</a></span><span class="tags-links">Tagged <a href="/tag/market/">market</a>, <a href="/tag/valley/">valley</a></span></footer></article><nav class="navigation post-navigation"><div class="nav-links"><div class="nav-previous"><a href="/before/" rel="prev">Previous: Meeting with the teachers of the plain</a></div></div></nav></main>${sidebar}</div><footer id="colophon">Proudly powered by WordPress</footer></div>`,
  })
const classic: FieldCase = {
  name: 'a classic theme: an old pinned post on top, sidebar, two times an entry',
  language: 'en',
  url: `${SITE}/`,
  pages: {
    ...HIDDEN,
    [`${SITE}/`]: wp({
      title: 'Valley Council',
      lang: 'en',
      body: `<div id="page"><header id="masthead"><h1 class="site-title"><a href="/">Valley Council</a></h1>${menu(['Home', 'About', 'News', 'Press', 'Contact'])}</header><main id="primary">${classicItem(pinned, 'sticky')}${english5.map((one) => classicItem(one)).join('')}<nav class="navigation posts-navigation"><a href="/page/2/">Older posts</a></nav></main>${sidebar}</div>`,
    }),
    ...all([pinned, ...english5], classicArticle),
  },
  statements: expected([pinned, ...english5]),
}

/* A magazine theme: ticker, hero, popular posts, inline related, ads. */
const jegThumb = ({ slug, title, day }: Prose) =>
  `<article class="jeg_post jeg_pl_md_2 format-standard"><div class="jeg_thumb"><a href="${SITE}/${slug}/" aria-label="Read article: ${title}"><div class="thumbnail-container"><img class="lazyload" src="/wp-content/themes/jnews/assets/img/jeg-empty.png" data-src="/wp-content/uploads/${slug}.jpg" alt="${title}"></div></a></div><div class="jeg_postblock_content"><h3 class="jeg_post_title"><a href="${SITE}/${slug}/">${title}</a></h3><div class="jeg_post_meta"><div class="jeg_meta_author"><span class="by">بواسطة</span> <a href="/author/media/">المكتب الإعلامي</a></div><div class="jeg_meta_date"><a href="${SITE}/${slug}/"><i class="fa fa-clock-o"></i> ${egyptian(day)}</a></div><div class="jeg_meta_comment"><a href="${SITE}/${slug}/#comments"><i class="fa fa-comment-o"></i> 0</a></div></div><div class="jeg_post_excerpt"><p>${title}...</p></div></div></article>`
const TICKER = [
  'عاجل: إغلاق المعبر الشمالي حتى إشعار آخر',
  'موعد صرف المنحة الشهرية للأسر',
  'طقس الوادي غدا ماطر وبارد',
]
const jegShell = (
  title: string,
  main: string,
  ticker = TICKER,
  today = 'الخميس, 26 نوفمبر, 2026',
  head = '',
) =>
  wp({
    title,
    head,
    body: `<div class="jeg_viewport"><div class="jeg_header"><div class="jeg_topbar"><div class="jeg_nav_item jeg_top_date">${today}</div><div class="jeg_nav_item"><ul class="jeg_menu"><li><a href="https://en.wadi.test">EN</a></li><li><a href="https://tr.wadi.test">TR</a></li></ul></div></div>${AR_MENU}<div class="jeg_search_result"><div class="search-noresult">لا توجد نتائج</div><div class="search-all-button">عرض جميع النتائج</div></div></div>
<div class="jeg_news_ticker"><div class="jeg_news_ticker_label">عاجل</div><div class="jeg_news_ticker_items">${ticker.map((one, n) => `<div class="jeg_news_ticker_item"><span><a href="/tick/${n}/">${one}</a></span></div>`).join('')}</div></div>
<div class="jeg_main"><div class="row"><div class="jeg_main_content col-md-8">${main}</div><div class="jeg_sidebar col-md-4"><div class="widget widget_jnews_popular"><div class="jeg_block_heading"><h3><span>الأكثر قراءة</span></h3></div><div class="popularpost_list">${[
      5, 6,
    ]
      .map((n) => AR[n])
      .map((one) =>
        one === undefined
          ? ''
          : `<div class="popularpost_item"><h5><a href="${SITE}/${one.slug}/">${one.title}</a></h5><div class="popularpost_meta">412 shares</div></div>`,
      )
      .join(
        '',
      )}<div class="popularpost_item"><h5><a href="/pop/1/">صور من مهرجان الربيع في المدينة القديمة</a></h5></div></div></div></div></div></div><div class="jeg_footer"><p>© 2026 مجلس الوادي</p></div></div>`,
  })
const jegArticle = (one: Prose, today?: string, ticker?: string[], views = 10) =>
  jegShell(
    `${one.title} - مجلس الوادي`,
    `<div class="jeg_inner_content"><div class="jeg_breadcrumbs"><a href="/">الرئيسية</a> <i class="fa fa-angle-left"></i> <a href="/category/press">تصريح صحفي</a></div><div class="entry-header"><h1 class="jeg_post_title">${one.title}</h1><div class="jeg_meta_container"><div class="jeg_meta_author"><span class="meta_text">بواسطة</span> <a href="/author/media/">المكتب الإعلامي</a></div><div class="jeg_meta_date"><a href="/${one.slug}/">${egyptian(one.day)}</a></div><div class="jeg_meta_category"><span><span class="meta_text">في</span> <a href="/category/press/" rel="category tag">تصريح صحفي</a></span></div><div class="meta_right"><div class="jeg_meta_views">${views} مشاهدات</div><a class="zoom-text">A A</a></div></div></div>
<div class="jeg_share_top_container"><div class="jeg_share_button"><div class="jeg_share_stats"><div class="jeg_share_count"><div class="counts">${views}</div><span class="sharetext">مشاركة</span></div></div><div class="jeg_sharelist"><a href="http://www.facebook.com/sharer.php?u=x" class="jeg_btn-facebook"><span>شارك على فيسبوك</span></a></div></div></div>
<div class="entry-content no-share"><div class="jeg_share_button share-float"></div><div class="content-inner">
<p>${one.text[0]}</p><div class="jeg_ad jeg_ad_article jnews_content_inline_ads"><div class='ads-wrapper'><a href="https://ads.test/${views}">إعلان: احجز تذكرتك إلى معرض البناء رقم ${views}</a></div></div>
<p>${one.text[1]}</p><div class="jnews_inline_related_post_wrapper right"><div class='jnews_inline_related_post'><div class="jeg_postblock"><div class="jeg_block_heading"><h3 class="jeg_block_title"><span>اقرأ أيضا</span></h3></div><article class="jeg_post"><a href="/rel/1/">تفاصيل جديدة حول ملف الطرق الزراعية</a></article></div></div></div>
<p>${one.text.slice(2).join('</p><p>')}</p><div class="jeg_post_tags"><span>الوسوم:</span> <a href="/tag/a/" rel="tag">الوادي</a><a href="/tag/b/" rel="tag">السوق</a></div></div></div>
<div class="jnews_prev_next_container"><div class="jeg_prevnext_post"><a href="/before/" class="post prev-post"><span class="caption">السابق</span><h3 class="post-title">ندوة عن مستقبل الزراعة في الوادي</h3></a></div></div><div class="jnews_related_post_container"><h3>ذات صلة مقالات</h3><article class="jeg_post"><h3 class="jeg_post_title"><a href="/rel/2/">لقاء مع وفد الجالية في الخارج</a></h3></article></div><div class="jnews_comment_container"><h3>اترك تعليقاً إلغاء الرد</h3></div></div>`,
    ticker,
    today,
  )
const LATER_TICKER = [
  'انتهاء أعمال الصيانة في الجسر الغربي',
  'عاجل: فتح المعبر الشمالي أمام الشاحنات',
  'محاضرة مساء السبت في المركز الثقافي',
]
const LATER_DAY = 'الجمعة, 27 نوفمبر, 2026'
const magazineList = (ticker?: string[], today?: string) =>
  jegShell(
    'تصريح صحفي - مجلس الوادي',
    `<div class="jeg_cat_content"><h1 class="jeg_cat_title">تصريح صحفي</h1><div class="jeg_postblock"><div class="jeg_posts jeg_block_container">${five.map(jegThumb).join('')}</div><div class="jeg_block_navigation"><a href="/category/press/page/2/" class="page_number">2</a><a href="/category/press/page/2/" class="page_nav next">التالي</a></div></div></div>`,
    ticker,
    today,
  )
const magazine: FieldCase = {
  name: 'a magazine theme: ticker, visit date, popular posts, ads and related posts in the text',
  language: 'ar',
  url: `${SITE}/category/press/`,
  pages: {
    ...HIDDEN,
    [`${SITE}/category/press/`]: magazineList(),
    ...all(five, (one) => jegArticle(one)),
  },
  statements: expected(five),
  visit: {
    [`${SITE}/category/press/`]: magazineList(LATER_TICKER, LATER_DAY),
    ...all(five, (one) => jegArticle(one, LATER_DAY, LATER_TICKER, 412)),
  },
}

/* tagDiv's Newspaper. */
const tdShell = (title: string, main: string) =>
  wp({
    title,
    body: `<div id="td-outer-wrap"><div class="td-header-wrap"><div class="td_block_wrap td_block_weather">Valley 12.3 ° C</div><div class="td_data_time"><div>الخميس, نوفمبر 26, 2026</div></div><ul class="td-mobile-main-menu">${AR_MENU}</ul></div>${main}<div class="td-footer-wrapper"><div class="td_block_wrap tdb_flex_block"><h4 class="td-block-title"><span>اختيارات المحرر</span></h4>${['تقرير الحريات السنوي الثالث', 'حوار مع رئيسة لجنة الإغاثة', 'جولة في ورشات ترميم البيوت'].map((one, n) => `<div class="td_module_wrap"><h3 class="entry-title td-module-title"><a href="/pick/${n}/">${one}</a></h3></div>`).join('')}</div></div></div>`,
  })
const newspaper: FieldCase = {
  name: 'tagDiv Newspaper: modules, an advertisement block in the text, editors’ picks below',
  language: 'ar',
  url: `${SITE}/category/statements/`,
  pages: {
    ...HIDDEN,
    [`${SITE}/category/statements/`]: tdShell(
      'بيانات | مجلس الوادي',
      `<div class="td-main-content-wrap"><div class="td-ss-main-content">${five.map(({ slug, title, day }) => `<div class="td_module_10 td_module_wrap td-animation-stack"><div class="td-module-thumb"><a href="${SITE}/${slug}/" rel="bookmark" class="td-image-wrap" title="${title}"><img class="entry-thumb" src="/t.jpg" alt=""></a></div><div class="item-details"><h3 class="entry-title td-module-title"><a href="${SITE}/${slug}/" rel="bookmark" title="${title}">${title}</a></h3><div class="td-module-meta-info"><span class="td-post-author-name"><a href="/author/x/">إدارة الموقع</a> <span>-</span> </span><span class="td-post-date"><time class="entry-date updated td-module-date" datetime="${day}T12:00:00+03:00">${egyptian(day)}</time></span><span class="td-module-comments"><a href="${SITE}/${slug}/#respond">0</a></span></div><div class="td-excerpt">مقتطف قصير من الخبر...</div></div></div>`).join('')}<div class="page-nav td-pb-padding-side"><span class="current">1</span><a href="/category/statements/page/2/">2</a><span class="pages">صفحة 1 من 9</span></div></div></div>`,
    ),
    ...all(five, (one) =>
      tdShell(
        `${one.title} | مجلس الوادي`,
        `<article class="post td-post-template-default"><div class="td-post-header"><ul class="td-category"><li class="entry-category"><a href="/category/statements/">بيانات</a></li></ul><header class="td-post-title"><h1 class="entry-title">${one.title}</h1><div class="td-module-meta-info"><div class="td-post-author-name">من <a href="/author/x/">إدارة الموقع</a></div><span class="td-post-date"><time class="entry-date updated td-module-date" datetime="${one.day}T12:00:00+03:00">${egyptian(one.day)}</time></span><div class="td-post-views"><i class="td-icon-views"></i><span class="td-nr-views-7">88</span></div></div></header></div><div class="td-post-sharing-top"><a class="td-social-network" href="https://www.facebook.com/sharer.php"><div class="td-social-but-text">Facebook</div></a></div><div class="td-post-content tagdiv-type"><p>${one.text[0]}</p><div class="td-a-rec td-a-rec-id-content_inline"><span class="td-adspot-title">- Advertisement -</span><div class="td-visible-desktop"><a href="https://ads.test">تسوق الآن بأفضل الأسعار</a></div></div>${one.text
          .slice(1)
          .map((p) => `<p>${p}</p>`)
          .join(
            '',
          )}</div><footer><div class="td-post-source-tags"><ul class="td-tags"><li><span>الكلمات الدلالية</span></li><li><a href="/tag/s/">السوق</a></li></ul></div><div class="td-block-row td-post-next-prev"><span>المقالة السابقة</span><a href="/b/">ختام دورة الإسعافات الأولية</a></div></footer></article>`,
      ),
    ),
  },
  statements: expected(five),
}

/* An article in three pages, and one behind a "read more" that JavaScript opens. */
const pagedArticle: FieldCase = {
  name: 'an article that is split into pages: links to the others are no text',
  language: 'ar',
  url: `${SITE}/news/`,
  pages: {
    ...HIDDEN,
    [`${SITE}/news/`]: wp({
      title: 'الأخبار - مجلس الوادي',
      body: `<div id="page"><header>${AR_MENU}</header><main>${five.map(({ slug, title, day }) => `<article class="post hentry"><h2 class="entry-title"><a href="${SITE}/news/${slug}/">${title}</a></h2><time class="entry-date" datetime="${day}">${levantine(day)}</time></article>`).join('')}</main></div>`,
    }),
    ...all(
      five,
      (one) =>
        wp({
          title: one.title,
          body: `<div id="page"><header>${AR_MENU}</header><main><article class="post hentry"><h1 class="entry-title">${one.title}</h1><time class="entry-date published" datetime="${one.day}">${levantine(one.day)}</time><div class="entry-content">${paragraphs(one)}<div class="page-links">الصفحات: <span class="post-page-numbers current">1</span> <a href="/news/${one.slug}/2/" class="post-page-numbers">2</a> <a href="/news/${one.slug}/3/" class="post-page-numbers">3</a></div></div></article></main></div>`,
        }),
      (slug) => `/news/${slug}/`,
    ),
  },
  statements: expected(five, (slug) => `/news/${slug}/`),
}

/* The feed is there, with excerpts; pages give the text. */
const feedItem = ({ slug, title, text, day }: Prose) =>
  `<item><title>${title}</title><link>${SITE}/${slug}/?utm_source=rss&#038;utm_medium=rss</link><pubDate>${new Date(`${day}T09:30:00Z`).toUTCString()}</pubDate><guid isPermaLink="false">${SITE}/?p=${slug.length}${day.slice(-2)}</guid><description><![CDATA[<p>${text[0]?.slice(0, 60)} [&#8230;]</p><p>The post <a href="${SITE}/${slug}/">${title}</a> first appeared on <a href="${SITE}">مجلس الوادي</a>.</p>]]></description></item>`
const excerptFeed: FieldCase = {
  name: 'a declared feed with excerpts and tracking parameters: the pages give the text',
  language: 'ar',
  url: `${SITE}/`,
  kind: 'feed',
  pages: {
    ...HIDDEN,
    [`${SITE}/`]: wp({
      title: 'مجلس الوادي',
      head: `<link rel="alternate" type="application/rss+xml" title="مجلس الوادي &raquo; الخلاصة" href="${SITE}/feed/" /><link rel="alternate" type="application/rss+xml" title="مجلس الوادي &raquo; خلاصة التعليقات" href="${SITE}/comments/feed/" />`,
      body: `<main>${five.map(blockItem).join('')}</main>`,
    }),
    [`${SITE}/feed/`]: {
      type: 'application/rss+xml; charset=UTF-8',
      body: `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>مجلس الوادي</title><link>${SITE}</link><description></description><language>ar</language>${five.map(feedItem).join('')}</channel></rss>`,
    },
    ...Object.fromEntries(
      five.flatMap((one) => [
        [`${SITE}/${one.slug}/`, blockArticle(one)],
        [`${SITE}/${one.slug}/?utm_source=rss&utm_medium=rss`, blockArticle(one)],
      ]),
    ),
  },
  statements: expected(five),
}

export const WORDPRESS_CASES: readonly FieldCase[] = [
  blockTheme,
  elementor,
  classic,
  magazine,
  newspaper,
  pagedArticle,
  excerptFeed,
]
