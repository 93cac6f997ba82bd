import { join } from 'node:path'
import { python } from './program.mjs'

const VERSION = 'import json, feedparser; print(json.dumps(feedparser.__version__))'

const READ = `
import feedparser, json, os, sys
url, kept = sys.argv[1:]
before = json.load(open(kept)) if os.path.exists(kept) else {}
feed = feedparser.parse(url, etag=before.get('etag'), modified=before.get('modified'))
if feed.status == 304:
  items = before['items']
else:
  if feed.bozo: raise feed.bozo_exception
  items = [{'id': e.id, 'title': e.title, 'link': e.link,
    'rtl': 'dir="rtl"' in e.content[0].value} for e in feed.entries]
json.dump({'etag': feed.get('etag'), 'modified': feed.get('modified'), 'items': items}, open(kept, 'w'))
print(json.dumps(items))
`

/** The parser of many Python readers; `bozo` means that a document is not well formed. */
export const feedparser = {
  name: 'feedparser',
  pollsBeforeConditional: 1,
  isRtl: ({ language }) => language === 'ar',
  shownTitle: (title) => title,
  version: async () => {
    try {
      return `feedparser ${await python(VERSION)}`
    } catch {
      return undefined
    }
  },
  read: (url, dir) => python(READ, url, join(dir, 'feedparser.json')),
}
