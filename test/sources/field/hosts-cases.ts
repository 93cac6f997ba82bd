import { type FieldCase, statement } from './field-case.ts'
import { AR, EN, type Prose, egyptian, paragraphs } from './prose.ts'

/** Channels of Telegram, news sitemaps. */
const message = (
  n: number,
  inner: string,
  more: { views?: string; edited?: boolean; day?: string; cls?: string } = {},
) =>
  `<div class="tgme_widget_message_wrap js-widget_message_wrap"><div class="tgme_widget_message text_not_supported_wrap ${more.cls ?? ''} js-widget_message" data-post="wadi_council/${n}" data-view="eyJ">
<div class="tgme_widget_message_user"><a href="https://t.me/wadi_council"><i class="tgme_widget_message_user_photo bgcolor1" data-content="م"><img src="https://cdn4.telesco.pe/x.jpg"></i></a></div>
<div class="tgme_widget_message_bubble"><i class="tgme_widget_message_bubble_tail"></i><div class="tgme_widget_message_author accent_color"><a class="tgme_widget_message_owner_name" href="https://t.me/wadi_council"><span dir="auto">مجلس الوادي</span></a></div>
${inner}
<div class="tgme_widget_message_footer compact js-message_footer"><div class="tgme_widget_message_info short js-message_info"><span class="tgme_widget_message_views">${more.views ?? '1.2K'}</span><span class="copyonly"> views</span><span class="tgme_widget_message_meta">${more.edited ? 'edited &nbsp;' : ''}<a class="tgme_widget_message_date" href="https://t.me/wadi_council/${n}"><time datetime="${more.day ?? '2026-11-20'}T08:1${n % 10}:00+00:00" class="time">08:10</time></a></span></div></div></div></div></div>`
const text = (html: string) =>
  `<div class="tgme_widget_message_text js-message_text" dir="auto">${html}</div>`
const service = (n: number, what: string) =>
  `<div class="tgme_widget_message_wrap js-widget_message_wrap"><div class="tgme_widget_message text_not_supported_wrap service_message js-widget_message" data-post="wadi_council/${n}"><div class="tgme_widget_message_user"></div><div class="tgme_widget_message_bubble"><div class="tgme_widget_message_text js-message_text" dir="auto">${what}</div><div class="tgme_widget_message_footer js-message_footer"><div class="tgme_widget_message_info"><span class="tgme_widget_message_meta"><a class="tgme_widget_message_date" href="https://t.me/wadi_council/${n}"><time datetime="2026-11-20T08:00:00+00:00">08:00</time></a></span></div></div></div></div></div>`
const photo = (n: number) =>
  `<a class="tgme_widget_message_photo_wrap 558${n} 12_${n}" href="https://t.me/wadi_council/${n}" style="width:800px;background-image:url('https://cdn4.telesco.pe/file/${n}.jpg')"><div class="tgme_widget_message_photo" style="padding-top:75%"></div></a>`
const channel = (body: string) =>
  `<!DOCTYPE html><html><head><meta charset="utf-8"><title>مجلس الوادي – Telegram</title><meta property="og:title" content="مجلس الوادي"><meta property="og:description" content="القناة الرسمية"></head><body class="widget_frame_base tgme_webpreview_body"><header class="tgme_header"><div class="tgme_header_info"><a class="tgme_channel_join_telegram" href="//telegram.org/dl?tme=x">Join</a><div class="tgme_header_title"><span dir="auto">مجلس الوادي</span></div><div class="tgme_header_counter">12.1K subscribers</div></div></header><main class="tgme_main"><div class="tgme_container"><section class="tgme_channel_history js-message_history"><div class="tme_messages_more_wrap js-messages_more_wrap"><a href="/s/wadi_council?before=900" class="tme_messages_more js-messages_more" data-before="900"></a></div>${body}</section></div></main></body></html>`

const one = (n: number) => AR[n]!
const said = ({ title, text: lines }: Prose) =>
  `<b>${title}</b><br/><br/>${lines.join('<br/><br/>')}`
const tg = (body: string) => ({
  language: 'ar' as const,
  url: 'https://t.me/wadi_council',
  kind: 'telegram',
  pages: {
    'https://t.me/s/wadi_council': channel(body),
    'https://t.me/wadi_council':
      '<html><head><title>Telegram: Contact @wadi_council</title></head><body><div class="tgme_page"><div class="tgme_page_title"><span>مجلس الوادي</span></div><div class="tgme_page_extra">12 100 subscribers</div></div></body></html>',
  },
})
const at = (n: number, prose: Prose, day = '2026-11-20') =>
  statement('https://t.me', prose, () => `/wadi_council/${n}`, {
    published: day,
    text: [prose.title, ...prose.text],
  })

/** A message's first line is its title, and stays in its text: the message is what was published. */
const TELEGRAM: readonly FieldCase[] = [
  {
    name: 'Telegram: edited, service and media-only messages; the newest first',
    ...tg(
      service(901, 'Channel created') +
        message(902, text(said(one(0)))) +
        service(903, 'مجلس الوادي pinned a photo') +
        message(904, photo(904)) +
        message(905, text(said(one(1))), { edited: true }) +
        message(906, photo(906) + text(said(one(2)))),
    ),
    statements: [at(906, one(2)), at(905, one(1)), at(902, one(0))],
    visit: {
      'https://t.me/s/wadi_council': channel(
        service(901, 'Channel created') +
          message(902, text(said(one(0))), { views: '1.9K' }) +
          service(903, 'مجلس الوادي pinned a photo') +
          message(904, photo(904), { views: '900' }) +
          message(905, text(said(one(1))), { edited: true, views: '2.2K' }) +
          message(906, photo(906) + text(said(one(2))), { views: '77' }),
      ),
    },
  },
  {
    name: 'Telegram: a poll, a sticker, a voice message and a file without words are no statements',
    ...tg(
      message(910, text(said(one(3)))) +
        message(
          911,
          '<div class="tgme_widget_message_poll js-poll"><div class="tgme_widget_message_poll_question">هل تؤيد تمديد الهدنة؟</div><div class="tgme_widget_message_poll_type">Anonymous poll</div><a class="tgme_widget_message_poll_option" href="https://t.me/wadi_council/911"><div class="tgme_widget_message_poll_option_percent">61%</div><div class="tgme_widget_message_poll_option_text">نعم</div></a></div>',
        ) +
        message(
          912,
          '<div class="tgme_widget_message_sticker_wrap media_supported_cont"><i class="tgme_widget_message_sticker" data-webp="x"></i></div>',
        ) +
        message(
          913,
          '<a class="tgme_widget_message_voice_player" href="https://t.me/wadi_council/913"><audio class="tgme_widget_message_voice" src="x.ogg"></audio><time class="tgme_widget_message_voice_duration">0:31</time></a>',
        ) +
        message(
          914,
          '<a class="tgme_widget_message_document_wrap" href="https://t.me/wadi_council/914"><div class="tgme_widget_message_document"><div class="tgme_widget_message_document_title accent_color" dir="auto">قائمة.pdf</div><div class="tgme_widget_message_document_extra" dir="auto">1.1 MB</div></div></a>',
        ),
    ),
    statements: [at(910, one(3))],
  },
  {
    name: 'Telegram: an album with one caption, a reply with a quotation, a link preview',
    ...tg(
      message(
        920,
        `<div class="tgme_widget_message_grouped_wrap js-message_grouped_wrap"><div class="tgme_widget_message_grouped js-message_grouped">${photo(920)}${photo(921)}${photo(922)}</div></div>${text(said(one(4)))}`,
      ) +
        message(
          925,
          `<a class="tgme_widget_message_reply" href="https://t.me/wadi_council/920"><div class="tgme_widget_message_author accent_color"><span class="tgme_widget_message_author_name" dir="auto">مجلس الوادي</span></div><div class="tgme_widget_message_metatext js-message_reply_text" dir="auto">${one(4).title}</div></a>${text(said(one(5)))}<a class="tgme_widget_message_link_preview" href="https://news.test/1"><div class="link_preview_site_name accent_color" dir="auto">وكالة الأنباء</div><div class="link_preview_title" dir="auto">عنوان من موقع آخر عن الحرائق</div><div class="link_preview_description" dir="auto">وصف للصفحة التي يشير إليها الرابط في آخر الرسالة.</div></a>`,
        ),
    ),
    statements: [at(925, one(5)), at(920, one(4))],
  },
  {
    name: 'Telegram: a forwarded message keeps its text and not the name of its channel',
    ...tg(
      message(
        930,
        `<div class="tgme_widget_message_forwarded_from accent_color">Forwarded from <a class="tgme_widget_message_forwarded_from_name" href="https://t.me/other/5"><span dir="auto">قناة الدفاع المدني</span></a></div>${text(said(one(5)))}`,
      ) + message(931, text(said(one(6)))),
    ),
    statements: [at(931, one(6)), at(930, one(5))],
  },
  {
    name: 'Telegram: reactions, a signature and inline buttons change and are no text',
    ...tg(
      message(
        940,
        `${text(said(one(0)))}<div class="tgme_widget_message_inline_keyboard"><a class="tgme_widget_message_inline_button url_button" href="https://x.test"><span class="tgme_widget_message_inline_button_text" dir="auto">قناتنا على واتساب</span></a></div><div class="tgme_widget_message_reactions js-message_reactions"><span class="tgme_reaction"><i class="emoji"><b>👍</b></i>41</span></div>`,
      ),
    ),
    statements: [at(940, one(0))],
    visit: {
      'https://t.me/s/wadi_council': channel(
        message(
          940,
          `${text(said(one(0)))}<div class="tgme_widget_message_inline_keyboard"><a class="tgme_widget_message_inline_button url_button" href="https://x.test"><span class="tgme_widget_message_inline_button_text" dir="auto">قناتنا على تلغرام</span></a></div><div class="tgme_widget_message_reactions js-message_reactions"><span class="tgme_reaction"><i class="emoji"><b>👍</b></i>97</span></div>`,
          { views: '9K' },
        ),
      ),
    },
  },
  {
    name: 'Telegram: a private or deleted channel answers with the page of a contact',
    language: 'ar',
    url: 'https://t.me/wadi_council',
    pages: {
      'https://t.me/s/wadi_council': {
        body: '<html><head><title>Telegram: Contact @wadi_council</title></head><body><div class="tgme_page"><div class="tgme_page_icon"></div><div class="tgme_page_description">If you have <strong>Telegram</strong>, you can contact <a class="tgme_username_link" href="tg://resolve?domain=wadi_council">@wadi_council</a> right away.</div></div></body></html>',
        landed: 'https://t.me/wadi_council',
      },
    },
    refused: ['empty', 'not-a-listing', 'redirects'],
  },
]

/* Sitemaps. */
const S = 'https://map.test'
const article = (prose: Prose) =>
  `<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>${prose.title} | وكالة السهل</title></head><body><nav><a href="/">الرئيسية</a></nav><main><h1>${prose.title}</h1><div class="date">${egyptian(prose.day)}</div><div class="story-body">${paragraphs(prose)}</div></main></body></html>`
const four = AR.slice(0, 4)
const mapPath = (slug: string) => `/ar/story/${slug}`
const newsUrl = (prose: Prose) =>
  `<url><loc>${S}${mapPath(prose.slug)}</loc><news:news><news:publication><news:name>وكالة السهل</news:name><news:language>ar</news:language></news:publication><news:publication_date>${prose.day}T06:00:00+03:00</news:publication_date><news:title>${prose.title}</news:title></news:news><image:image><image:loc>${S}/img/${prose.slug}.jpg</image:loc><image:title>${prose.title} - صورة</image:title><image:caption>تصوير المراسل</image:caption></image:image></url>`
const SITEMAPS: readonly FieldCase[] = [
  {
    name: 'a news sitemap with images: their addresses and captions are no statements',
    language: 'ar',
    url: `${S}/news-sitemap.xml`,
    kind: 'sitemap',
    pages: {
      [`${S}/news-sitemap.xml`]: {
        type: 'application/xml',
        body: `<?xml version="1.0" encoding="UTF-8"?>\n<?xml-stylesheet type="text/xsl" href="/main-sitemap.xsl"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">${four.map(newsUrl).join('')}</urlset>`,
      },
      ...Object.fromEntries(four.map((prose) => [S + mapPath(prose.slug), article(prose)])),
    },
    statements: four.map((prose) => statement(S, prose, mapPath)),
  },
  {
    name: 'an index of sitemaps: pages, categories and posts; only posts are statements',
    language: 'ar',
    url: `${S}/`,
    kind: 'sitemap',
    pages: {
      [`${S}/`]:
        '<!DOCTYPE html><html lang="ar"><head><title>وكالة السهل</title></head><body><div id="app"></div><script src="/app.js"></script></body></html>',
      [`${S}/robots.txt`]: `User-agent: *\nAllow: /\nSitemap: ${S}/sitemap_index.xml\n`,
      [`${S}/sitemap_index.xml`]: {
        type: 'application/xml',
        body: `<?xml version="1.0" encoding="UTF-8"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>${S}/post-sitemap.xml</loc><lastmod>2026-11-24T06:00:00+00:00</lastmod></sitemap><sitemap><loc>${S}/page-sitemap.xml</loc><lastmod>2026-11-25T06:00:00+00:00</lastmod></sitemap><sitemap><loc>${S}/category-sitemap.xml</loc><lastmod>2026-11-26T06:00:00+00:00</lastmod></sitemap></sitemapindex>`,
      },
      [`${S}/post-sitemap.xml`]: {
        type: 'application/xml',
        body: `<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${four.map((prose) => `<url><loc>${S}${mapPath(prose.slug)}</loc><lastmod>${prose.day}T06:00:00+00:00</lastmod></url>`).join('')}</urlset>`,
      },
      [`${S}/page-sitemap.xml`]: {
        type: 'application/xml',
        body: `<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>${S}/about</loc><lastmod>2026-11-25T06:00:00+00:00</lastmod></url></urlset>`,
      },
      [`${S}/category-sitemap.xml`]: {
        type: 'application/xml',
        body: `<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>${S}/category/news</loc><lastmod>2026-11-26T06:00:00+00:00</lastmod></url></urlset>`,
      },
      ...Object.fromEntries(four.map((prose) => [S + mapPath(prose.slug), article(prose)])),
    },
    statements: four.map((prose) => statement(S, prose, mapPath)),
  },
]

const LABELLED: FieldCase = {
  name: 'Telegram: a sign, a hashtag or a label on the first line is no title',
  ...tg(
    message(
      960,
      text(
        `<i class="emoji"><b>🔴</b></i> <a href="?q=%23بيان">#بيان_صحفي</a><br/><br/>${said(one(0))}`,
      ),
    ) + message(961, text(`<b>تصريح صحفي</b><br/>${said(one(1))}`)),
  ),
  statements: [
    { ...at(961, one(1)), text: ['تصريح صحفي', one(1).title, ...one(1).text] },
    { ...at(960, one(0)), text: ['🔴 #بيان_صحفي', one(0).title, ...one(0).text] },
  ],
}

/** English prose keeps the import honest: one English channel. */
const ENGLISH_CHANNEL: FieldCase = {
  name: 'Telegram: an English message in an Arabic channel has its own language',
  ...tg(message(950, text(said(EN[0]!))) + message(951, text(said(one(1))))),
  statements: [
    { ...at(951, one(1)), language: 'ar' },
    { ...at(950, EN[0]!), language: 'en' },
  ],
}

export const HOST_CASES: readonly FieldCase[] = [
  ...TELEGRAM,
  LABELLED,
  ENGLISH_CHANNEL,
  ...SITEMAPS,
]
