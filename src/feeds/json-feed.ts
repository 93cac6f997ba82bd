import { contentHtml, contentText } from './entry-content.ts'
import type { FeedDocument } from './feed-document.ts'
import type { FeedEntry, FeedMachine, FeedTranslation } from './feed-entry.ts'
import { bodyHtml } from './snapshot.ts'
import { plainText } from './xml-bytes.ts'
import { withoutForbidden } from './xml-text.ts'

/**
 * JSON Feed 1.1 (jsonfeed.org/version/1.1). What the standard has no word for stands under `_bayan`.
 * A member that is undefined is left out.
 */
export function renderJsonFeed(feed: FeedDocument): Uint8Array {
  const json = JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.homePage,
    feed_url: feed.addresses.json,
    description: feed.subtitle,
    language: feed.language,
    authors: [{ name: feed.author }],
    hubs: feed.hubs.length === 0 ? undefined : feed.hubs.map((url) => ({ type: 'WebSub', url })),
    // Readers that follow it come to the months before, one after another.
    next_url: feed.history?.previous?.json,
    items: feed.entries.map((entry) => itemOf(entry, feed.isFull)),
    _bayan: { id: feed.id, updated: feed.updated },
  })
  return new TextEncoder().encode(json)
}

function itemOf(entry: FeedEntry, isFull: boolean): object {
  const { statement, translation, origin, machine } = entry
  const summary = plainText(entry.summary)
  return {
    id: entry.id,
    url: entry.link,
    title: plainText(entry.title),
    ...(isFull ? contentOf(entry) : { content_text: summary }),
    summary: summary === '' ? undefined : summary,
    date_published: entry.published,
    date_modified: entry.updated,
    authors: [{ name: entry.author }],
    tags: entry.categories.map(({ label }) => label),
    language: entry.language,
    _bayan: {
      statement: statement.id,
      publisher: statement.publisher,
      state: statement.state,
      revision: statement.revision,
      first_seen: statement.firstSeen,
      modified: statement.modified,
      truncated: statement.truncated,
      translation: translation === undefined ? null : translationOf(translation),
      feed: origin?.addresses.json,
      ...(machine === undefined ? {} : machineOf(machine)),
    },
  }
}

/** Whoever reads machines' words as the publisher's has passed over the first of these. */
function machineOf({ provider, model, original, page }: FeedMachine): object {
  return { by: 'machine', provider, model, original_language: original, page }
}

function contentOf(entry: FeedEntry): object {
  const body = bodyHtml(entry.statement)
  return {
    content_html: contentHtml(entry, body),
    // A reference may name what stands in no feed: lone surrogates have no UTF-8 form.
    content_text: withoutForbidden(contentText(entry, body)),
  }
}

function translationOf({ id, link, language, title, by, confidence }: FeedTranslation): object {
  return { id, url: link, language, title: plainText(title), by, confidence }
}
