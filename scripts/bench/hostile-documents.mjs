/** Documents of one size: a harmless one of each kind, and those that would be dear to a careless reader. */
export const SIZE = 2 * 1024 * 1024

const filled = (piece) => piece.repeat(Math.ceil(SIZE / piece.length)).slice(0, SIZE)
const feed = (inside) => `<rss version="2.0"><channel><title>x</title>${inside}</channel></rss>`
const ITEM =
  '<item><title>Statement of the harbour council</title><link>https://harbour.example/1</link><guid>g</guid><pubDate>Mon, 26 Nov 2018 10:00:00 GMT</pubDate><description>&lt;p&gt;The light stayed lit through the night, and the boats came home.&lt;/p&gt;</description></item>'
const PARAGRAPH =
  '<p>The light stayed lit through the night, and the <b>boats</b> came <a href="/x">home</a> before dawn.</p>\n'
const TITLED = '<link>https://a.example/</link><title>x</title>'
const ROW =
  '<div class="row"><h3><a href="/p/1">A statement of the harbour council</a></h3><span class="date">26 November 2018</span></div>\n'

const page = (inside) => `<!doctype html><html><body>${inside}</body></html>`
const numbered = (piece) => {
  const parts = []
  for (let n = 0, length = 0; length < SIZE; n++) {
    const part = piece.replaceAll('#', String(n))
    parts.push(part)
    length += part.length
  }
  return parts.join('')
}

const numberedLinks = (count) =>
  Array.from({ length: count }, (_, n) => `<a href="/p/${n}">`).join('')

/** @type {Record<'feed' | 'page', { harmless: () => string, hostile: Record<string, () => string> }>} */
export const DOCUMENTS = {
  feed: {
    harmless: () => feed(numbered(ITEM.replace('/1<', '/#<').replace('>g<', '>g#<'))),
    hostile: {
      'items that never end': () => feed(filled('<item><title>a')),
      'one item of unclosed children': () => feed(`<item>${numbered('<a#>')}</item>`),
      'nested tags': () => feed(`<item><x>${filled('<a>')}</x></item>`),
      'CDATA that never ends': () => feed(filled('<item><title><![CDATA[a')),
      'CDATA that ends at the end': () => `${feed(filled('<![CDATA[<item>'))}]]>`,
      'comments that never end': () => feed(filled('<!--<item>')),
      'instructions that never end': () => feed(filled('<?a<item>')),
      'numeric references': () =>
        feed(
          `<item><link>https://a.example/</link><title>x</title><description>${filled('&#38;')}</description></item>`,
        ),
      'entities of its own': () =>
        `<!DOCTYPE rss [<!ENTITY a "${'x'.repeat(200)}">]>${feed(`<item><title>${filled('&a;')}</title></item>`)}`,
      'quotes out of balance': () => feed(`<item>${filled(`<a "'>`)}</item>`),
      attributes: () => feed(`<item ${filled('a="b" ')}></item>`),
      'nested html in one text': () =>
        feed(
          `<item><link>https://a.example/</link><title>x</title><description><![CDATA[${filled('<div>')}]]></description></item>`,
        ),
      'line breaks in one text': () =>
        feed(`<item>${TITLED}<description><![CDATA[${filled('a\n')}]]></description></item>`),
      'items of one list': () =>
        feed(`<item>${TITLED}<description><![CDATA[${filled('<li>a')}]]></description></item>`),
      'escaped quotes and signs': () =>
        feed(
          `<item><link>https://a.example/</link><title>x</title><description><![CDATA[${filled('<a href="')}]]></description></item>`,
        ),
      'media groups': () =>
        feed(
          `<item><link>https://a.example/</link>${filled('<media:group><media:content>')}</item>`,
        ),
      'signs alone': () => feed(filled('<')),
      'marks without width within a title': () =>
        feed(`<item><link>https://a.example/</link><title>a${filled('\u200B')}b</title></item>`),
      'signs within a text without a title': () =>
        feed(
          `<item><link>https://a.example/</link><description>a${filled('!')}b</description></item>`,
        ),
    },
  },
  page: {
    harmless: () =>
      page(
        numbered(ROW.replace('/p/1', '/p/#')).slice(0, SIZE / 2) +
          filled(PARAGRAPH).slice(0, SIZE / 2),
      ),
    hostile: {
      'nested blocks': () => page(filled('<div>')),
      'nested blocks with names': () => page(filled('<div class="entry-content">')),
      'links without end': () => page(filled('<a href="/press/statement">')),
      'links of one place': () =>
        page(numbered('<p><a href="/p/#">A statement of the council</a>')),
      'paragraphs without end': () => page(filled('<p>a')),
      'quotes out of balance': () => page(filled('<a href="')),
      'comments that never end': () => page(filled('<!--')),
      'signs alone': () => page(filled('<')),
      'long class names': () => page(filled(`<div class="${'share-'.repeat(600)}">x</div>`)),
      'scripts that never end': () => page(filled('<script>')),
      references: () => page(`<div class="entry-content">${filled('&#38;&lt;')}</div>`),
      'quotes in one text': () => page(`<div class="entry-content">${filled('"a ')}</div>`),
      'articles in articles': () =>
        page(
          numbered('<article class="post"><h2><a href="/p/#">A statement of the council</a></h2>'),
        ),
      'a link in many frames': () =>
        page(
          `<div class="entry-content">${PARAGRAPH.repeat(9)}${'<div>'.repeat(480)}<a href="/x">The council</a> met${filled('<i></i>')}`,
        ),
      'labels in labels': () => page(`${numberedLinks(480)}Press release${filled('<i></i>')}`),
      'headlines in headlines': () =>
        page(`${numberedLinks(480)}A statement of the council${filled('<i></i>')}`),
      'descriptions that never end': () =>
        page(`"datePublished":"2026-01-01"${filled('<script type="application/ld+json">')}`),
      'recipe signs': () => page(filled('<div class="catItemView"><p>x')),
    },
  },
}
