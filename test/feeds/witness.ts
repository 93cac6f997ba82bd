import { Feed } from 'feed'
import type { FeedDocument } from '../../src/feeds/feed-document.ts'
import type { FeedExtension } from '../../src/feeds/feed-address.ts'
import { contentHtml } from '../../src/feeds/entry-content.ts'
import { plainText } from '../../src/feeds/xml-bytes.ts'

/** The same feed as the package `feed` writes it: our independent witness for plain input. */
export function renderByWitness(format: FeedExtension, document: FeedDocument): string {
  const feed = new Feed({
    id: document.id,
    title: document.title,
    description: document.subtitle,
    link: document.homePage,
    updated: new Date(document.updated),
    generator: 'Bayan',
    copyright: '',
    ...(document.language === undefined ? {} : { language: document.language }),
    author: { name: document.author },
    feedLinks: { ...document.addresses },
  })
  for (const entry of document.entries) {
    feed.addItem({
      id: entry.id,
      guid: entry.id,
      title: plainText(entry.title),
      link: entry.link ?? '',
      description: plainText(entry.summary),
      content: contentHtml(entry),
      date: new Date(entry.updated),
      published: new Date(entry.published ?? entry.statement.firstSeen),
      author: [{ name: entry.author }],
    })
  }
  if (format === 'rss') return feed.rss2()
  return format === 'atom' ? feed.atom1() : feed.json1()
}
