import { describe, expect, it } from 'vitest'
import { feedOf } from '../../src/feeds/feed-document.ts'
import { FEED_FORMATS } from '../../src/feeds/formats.ts'
import { buildSnapshot } from '../../src/feeds/build-snapshot.ts'
import { parseFor } from '../../src/feeds/parse-snapshot.ts'
import { prepareEntry } from '../../src/feeds/prepare-entry.ts'
import { AUTHORITY, BASE, NAHR, statement } from './sample.ts'

const statements = [
  statement({ id: 'nahr-1', title: 'بيان & <تعديل> ]]>', state: 'withdrawn' }),
  statement({ id: 'nahr-2', language: 'en', title: 'A "quoted" \\ title', published: null }),
  statement({ id: 'nahr-3', title: '', html: '<p>نص &amp; > &lt;b&gt;</p>' }),
  statement({
    id: 'nahr-4',
    author: 'مكتب',
    translation: {
      id: 'nahr-2',
      url: 'https://nahr.test/2',
      language: 'en',
      title: 'A & B',
      by: 'inferred',
      confidence: 0.9,
    },
  }),
].map(prepareEntry)
const around = {
  of: 'nahr',
  publishers: { nahr: NAHR },
  updated: '2026-11-20T10:00:00.000Z',
  chain: { month: '2026-11', previous: null, next: null },
}

/** What versions before decision 62 wrote: heads whole in the line, behind it the bodies alone. */
function formerSnapshot(tails: Record<string, Uint8Array> = {}): Uint8Array {
  const sizes = Object.entries(tails).map(([name, { length }]) => [name, length])
  const entries = statements.map(({ head, bodyBytes }) => {
    return { ...JSON.parse(head), truncated: false, bytes: bodyBytes }
  })
  const line = { format: 2, ...around, ...Object.fromEntries(sizes), entries }
  const bodies = statements.map(({ body }) => body).join('')
  const first = new TextEncoder().encode(`${JSON.stringify(line)}\n${bodies}`)
  return Buffer.concat([first, ...Object.values(tails)])
}

describe('a snapshot of the former form, as closed months lie in KV for ever', () => {
  const now = buildSnapshot({ ...around, entries: statements.toReversed() })
  const feed = (
    bytes: Uint8Array,
    format: 'rss' | 'atom' | 'json',
    kind: 'newest' | 'withdrawn',
  ) => {
    const snapshot = parseFor({ kind }, bytes)
    // Today's are ordered, these were as they came.
    const entries = snapshot?.entries.toSorted((one, other) => one.id.localeCompare(other.id)) ?? []
    const request = {
      kind: { kind },
      language: 'both',
      baseUrl: BASE,
      tagAuthority: AUTHORITY,
    } as const
    const document = feedOf({ ...around, ...snapshot, entries }, request)
    return new TextDecoder().decode(FEED_FORMATS[format].render(document))
  }

  it.each(['rss', 'atom', 'json'] as const)(
    'gives the same feed as one of today in %s',
    (format) => {
      for (const kind of ['newest', 'withdrawn'] as const) {
        expect(feed(formerSnapshot(), format, kind)).toBe(feed(now, format, kind))
      }
      expect(feed(now, format, 'newest')).toContain('مكتب')
    },
  )

  it('is read with its tails, which were of its form too', () => {
    const whole = formerSnapshot({
      withdrawn: formerSnapshot(),
      machine: formerSnapshot(),
      edits: formerSnapshot(),
    })
    expect(parseFor({ kind: 'newest' }, whole)?.machine).toHaveLength(4)
    expect(parseFor({ kind: 'edits' }, whole)?.entries).toHaveLength(4)
    expect(parseFor({ kind: 'withdrawn' }, whole)?.entries).toHaveLength(5)
  })
})
