import { parseDate } from '../text/dates.ts'
import { htmlToText } from '../text/html-text.ts'
import { closeOf } from './entry-cutter.ts'
import { fingerprint } from './fingerprint.ts'
import { LATE_NOTES } from './late-notes-table.ts'
import type { ListingEntry, ListingReader } from './reading.ts'
import { refused } from './refused.ts'
import { sanitiseHtml } from './sanitise-html.ts'
import { titleFromText } from './title-from-text.ts'
import { tagEnd } from './xml-tag.ts'

/** Channel and number of a message; their order on the page is oldest first. */
const MESSAGE = /data-post="([A-Za-z]\w{3,31}\/\d{1,12})"/g
const TEXT = /<div\s[^<>]*class="[^"]*\btgme_widget_message_text\b/
const TIME = /<time\s[^<>]*datetime="([^"]{1,40})"/
const MOST_MESSAGES = 100

/**
 * The public preview page of a Telegram channel (`t.me/s/NAME`): twenty messages with text, date and
 * address. A message's first line is its title. Messages without text (pictures, polls, notices) are
 * passed over. Counters and reactions stand outside of the text and are never read.
 */
export const readTelegram: ListingReader['read'] = async ({ text }, _source, { isKnown } = {}) => {
  const starts = [...text.matchAll(MESSAGE)].slice(-MOST_MESSAGES)
  if (starts.length === 0) {
    return refused('not-a-listing', ['no-messages'])
  }
  const entries: ListingEntry[] = []
  const known: string[] = []
  let silent = 0
  for (const [index, { 1: post = '', index: start }] of starts.entries()) {
    const raw = text.slice(start, starts[index + 1]?.index ?? text.length)
    const body = bodyOf(raw)
    const mark = await fingerprint(`${post}\n${body}`)
    if (isService(text, start)) continue
    if (isKnown?.(mark) === true) known.push(mark)
    else if (body === '') silent += 1
    else entries.push(entryOf(post, body, raw, mark))
  }
  const notes = silent === 0 ? [] : [LATE_NOTES.silent(silent)]
  return { kind: 'read', entries: entries.toReversed(), known, notes }
}

/** What Telegram itself says: "Channel created", "… pinned a photo". */
function isService(page: string, at: number): boolean {
  const tag = page.slice(page.lastIndexOf('<', at), page.indexOf('>', at) + 1)
  return /\bservice_message\b/.test(tag)
}

/** Raw html of a message's text; '' where it has none. */
function bodyOf(raw: string): string {
  const start = raw.search(TEXT)
  const end = start === -1 ? -1 : tagEnd(raw, start)
  if (end === -1) return ''
  const close = closeOf(raw, 'div', end + 1)
  return close === -1 ? '' : raw.slice(end + 1, close)
}

function entryOf(post: string, body: string, raw: string, mark: string): ListingEntry {
  const url = `https://t.me/${post}`
  const html = sanitiseHtml(body, url)
  return {
    url,
    guid: `tg:${post.toLowerCase()}`,
    title: titleFromText(html) || post,
    published: parseDate(TIME.exec(raw)?.[1] ?? ''),
    language: undefined,
    html,
    complete: htmlToText(html) !== '',
    translations: [],
    fingerprint: mark,
  }
}
