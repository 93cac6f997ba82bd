import { XMLParser } from 'fast-xml-parser'

/**
 * The sources of some publishers as OPML 2.0: what another Bayan, or any reader, can take in. A page
 * is no feed: as `rss` a reader would subscribe to it and find nothing, so it is a `link`.
 */
export function sourcesAsOpml(publishers) {
  const outlines = publishers.map(({ id, name, sources }) => {
    const inner = sources.map((source) => {
      const isFeed = leadsToFeed(source)
      const kind = isFeed ? 'type="rss"' : 'type="link"'
      const address = `${isFeed ? 'xmlUrl' : 'url'}="${escaped(source.url)}"`
      const { language } = source
      return `      <outline ${kind} text="${escaped(name[language])}" ${address} language="${language}"/>`
    })
    return `    <outline text="${escaped(name.en)}" title="${escaped(id)}">\n${inner.join('\n')}\n    </outline>`
  })
  return `<?xml version="1.0" encoding="utf-8"?>
<opml version="2.0">
  <head><title>Bayan: sources</title></head>
  <body>
${outlines.join('\n')}
  </body>
</opml>
`
}

/** By its kind; where Bayan looks for the way itself, by what such addresses look like. */
function leadsToFeed({ kind, url }) {
  if (kind !== 'auto') return kind === 'feed'
  return /\b(?:feed|rss|atom)\b/i.test(
    URL.canParse(url) ? url.slice(new URL(url).origin.length) : url,
  )
}

/**
 * Every feed and site that an OPML names, as a source to add. A folder is a publisher; a feed outside any is a
 * publisher of its own, named after its host. Where no language is given the names tell.
 */
export function sourcesInOpml(document) {
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '',
    isArray: (name) => name === 'outline',
  })
  const found = []
  walk(parsedBy(parser, document)?.opml?.body?.outline ?? [], undefined, found)
  return found
}

/** Undefined where it is no XML: a picture that was named .opml names no source. */
function parsedBy(parser, document) {
  try {
    return parser.parse(document)
  } catch {
    return undefined
  }
}

function walk(outlines, folder, found) {
  for (const outline of outlines) {
    const { xmlUrl, type, text = '', title = '', language } = outline
    // Elsewhere `url` of a link may lead to another OPML, which is no source.
    const url =
      xmlUrl ?? (type === 'link' && !/\.opml$/i.test(outline.url) ? outline.url : undefined)
    if (url !== undefined) {
      const name = text || title
      found.push({
        url,
        language: language === 'en' || language === 'ar' ? language : languageOf(name),
        publisher: slug(folder?.title) || slug(folder?.text) || slug(hostOf(url)) || 'imported',
        name: { [languageOf(name)]: name || hostOf(url) },
      })
    }
    walk(outline.outline ?? [], url === undefined ? outline : folder, found)
  }
}

function languageOf(name) {
  return /[\u0621-\u064A]/.test(name) ? 'ar' : 'en'
}

function hostOf(url) {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^(www|ar|en)\./, '').split('.')[0] : ''
}

function slug(text = '') {
  return text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 30)
    .replaceAll(/^-+|-+$/g, '')
}

function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
