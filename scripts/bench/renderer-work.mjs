import { Feed } from 'feed'
import { renderAtom } from '../../src/feeds/atom.ts'
import { buildSnapshot } from '../../src/feeds/build-snapshot.ts'
import { feedOf } from '../../src/feeds/feed-document.ts'
import { parseSnapshot } from '../../src/feeds/parse-snapshot.ts'
import { prepareEntry } from '../../src/feeds/prepare-entry.ts'

const BASE_URL = 'http://localhost:8787'
const DAY_MS = 86_400_000

/** Statements of some 4 KB each; 100 of them are a snapshot as full as one may be. */
function fullStatements(count) {
  const first = Date.parse('2026-01-01T09:00:00.000Z')
  const at = (n) => new Date(first + n * DAY_MS).toISOString()
  const paragraph =
    '<p>The council of the harbour says &amp; repeats that the <b>light</b> stayed lit. \u0648\u064a\u0624\u0643\u062f \u0627\u0644\u0645\u062c\u0644\u0633 \u0623\u0646 \u0627\u0644\u0645\u0646\u0627\u0631\u0629 \u0628\u0642\u064a\u062a \u0645\u0636\u0627\u0621\u0629 \u0637\u0648\u0627\u0644 \u0627\u0644\u0644\u064a\u0644.</p>\n'
  return Array.from({ length: count }, (_, n) => ({
    id: `harbour-${count - n}`,
    tag: `tag:localhost,2026-01-01:harbour-${count - n}`,
    publisher: 'harbour',
    source: 'harbour-en',
    language: n % 2 === 0 ? 'en' : 'ar',
    url: `https://harbour.example/statements/${count - n}`,
    title: `Statement ${count - n} & what it says <here>`,
    html: paragraph.repeat(20),
    published: at(count - n),
    firstSeen: at(count - n),
    updated: at(count - n),
    state: 'current',
    revision: 1,
    contentHash: String(n).padStart(32, '0'),
    translation: null,
    text: '',
  }))
}

const FACE = {
  id: 'harbour',
  name: { ar: '\u0627\u0644\u0645\u0631\u0641\u0623', en: 'Harbour' },
  site: 'https://harbour.example/',
}
const encoder = new TextEncoder()

/**
 * Two ways from statements to the bytes of Atom: ours from a snapshot, as the worker does it, and the
 * package `feed`, as its documentation shows. Each gets its texts as it wants them.
 */
export function worksOf(count) {
  const statements = fullStatements(count)
  const { updated } = statements[0]
  const snapshot = parseSnapshot(
    buildSnapshot({
      of: 'harbour',
      publishers: { harbour: FACE },
      entries: statements.map(prepareEntry),
      updated,
      // A month of an archive has other bounds than what is newest.
      bounds: { bytes: Infinity, entriesALanguage: Infinity },
    }),
  )
  const request = { language: 'both', baseUrl: BASE_URL, tagAuthority: 'localhost,2026-01-01' }
  return {
    ours: () => renderAtom(feedOf(snapshot, request)),
    peer: () => peerFeed(statements, updated),
  }
}

function peerFeed(statements, updated) {
  const feed = new Feed({
    id: 'tag:localhost,2026-01-01:harbour',
    title: 'Harbour',
    link: 'https://harbour.example/',
    feedLinks: { atom: `${BASE_URL}/feeds/harbour/both.atom` },
    updated: new Date(updated),
    author: { name: 'Harbour' },
    copyright: '',
  })
  for (const entry of statements) {
    feed.addItem({
      id: entry.tag,
      title: entry.title,
      link: entry.url,
      content: entry.html,
      date: new Date(entry.updated),
      published: new Date(entry.published),
      author: [{ name: 'Harbour' }],
    })
  }
  return encoder.encode(feed.atom1())
}
