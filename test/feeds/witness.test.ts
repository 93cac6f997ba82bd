import { XMLParser } from 'fast-xml-parser'
import { describe, expect, it } from 'vitest'
import { feedOf } from '../../src/feeds/feed-document.ts'
import { htmlToText } from '../../src/text/html-text.ts'
import { AUTHORITY, BASE, entry, snapshot, written } from './sample.ts'
import { renderByWitness } from './witness.ts'

/** Plain input: what `feed` writes rightly. Ids are addresses, since it rewrites all others. */
const PLAIN = snapshot([
  entry({ tag: 'https://bayan.test/statements/nahr-1' }),
  entry({
    tag: 'https://bayan.test/statements/nahr-3',
    title: 'الجسر & النهر',
    html: '<p>أول &amp; ثان</p><ul><li>ثالث</li></ul>',
    url: 'https://nahr.test/?a=1&b=2',
    published: '2026-11-17T00:00:00.000Z',
    firstSeen: '2026-11-17T10:00:00.000Z',
    updated: '2026-11-19T12:34:56.000Z',
  }),
])
const feed = feedOf(PLAIN, { language: 'ar', baseUrl: BASE, tagAuthority: AUTHORITY })

/** A third party reads both. Order is kept, so that nothing is merged unseen. */
type Node = Readonly<Record<string, unknown>>
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  parseTagValue: false,
  htmlEntities: true,
})

const children = (nodes: readonly Node[], name: string): Node[][] =>
  nodes.filter((node) => name in node).map((node) => node[name] as Node[])
const attribute = (nodes: readonly Node[], name: string, key: string): unknown[] =>
  nodes.filter((node) => name in node).map((node) => (node[':@'] as Node | undefined)?.[`@_${key}`])
const text = (nodes: readonly Node[], name: string): string =>
  (children(nodes, name)[0] ?? [])
    .map((node) => (typeof node['#text'] === 'string' ? node['#text'] : ''))
    .join('')
const rssFacts = (xml: string) => {
  const [rss] = children(parser.parse(xml) as Node[], 'rss')
  const [channel] = children(rss!, 'channel')
  return {
    channel: ['title', 'link', 'description', 'lastBuildDate', 'generator', 'language'].map(
      (name) => text(channel!, name),
    ),
    items: children(channel!, 'item').map((item) => ({
      texts: ['title', 'link', 'guid', 'content:encoded', 'pubDate'].map((name) =>
        text(item, name),
      ),
      // A description is html: "&amp;" and a bare "&" mean the same to whoever shows it.
      description: htmlToText(text(item, 'description')),
    })),
    permaLinks: children(channel!, 'item').flatMap((item) =>
      attribute(item, 'guid', 'isPermaLink'),
    ),
  }
}

const atomFacts = (xml: string) => {
  const [root] = children(parser.parse(xml) as Node[], 'feed')
  const links = (nodes: Node[]) => attribute(nodes, 'link', 'href')
  const instant = (nodes: Node[], name: string) => new Date(text(nodes, name)).getTime()
  return {
    feed: ['id', 'title', 'subtitle', 'generator'].map((name) => text(root!, name)),
    updated: instant(root!, 'updated'),
    entries: children(root!, 'entry').map((each) => ({
      texts: ['id', 'title', 'summary', 'content'].map((name) => text(each, name)),
      link: links(each)[0],
      published: instant(each, 'published'),
      updated: instant(each, 'updated'),
      author: text(children(each, 'author')[0]!, 'name'),
    })),
  }
}

const jsonFacts = (json: string) => {
  const { title, home_page_url, feed_url, items } = JSON.parse(json)
  const fields = [
    'id',
    'url',
    'title',
    'content_html',
    'summary',
    'date_modified',
    'date_published',
  ]
  return {
    title,
    home_page_url,
    feed_url,
    items: items.map((item: Node) => fields.map((name) => item[name])),
  }
}

describe('for plain input the package `feed` and we say the same', () => {
  it('in RSS', () => {
    const ours = rssFacts(written('rss', feed))
    expect(ours.items).toHaveLength(2)
    expect(ours.items[1]?.texts[0]).toBe('الجسر & النهر')
    expect(ours).toEqual(rssFacts(renderByWitness('rss', feed)))
  })

  it('in Atom', () => {
    const ours = atomFacts(written('atom', feed))
    expect(ours.entries).toHaveLength(2)
    expect(ours.entries[1]?.link).toBe('https://nahr.test/?a=1&b=2')
    expect(ours).toEqual(atomFacts(renderByWitness('atom', feed)))
  })

  it('in JSON Feed', () => {
    expect(jsonFacts(written('json', feed))).toEqual(jsonFacts(renderByWitness('json', feed)))
  })
})
