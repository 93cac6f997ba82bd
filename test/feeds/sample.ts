import { feedOf, type FeedDocument, type FeedRequest } from '../../src/feeds/feed-document.ts'
import type { FeedExtension } from '../../src/feeds/feed-address.ts'
import { FEED_FORMATS } from '../../src/feeds/formats.ts'
import { formerEntry } from '../../src/feeds/former-entry.ts'
import { prepareEntry } from '../../src/feeds/prepare-entry.ts'
import type { PublisherFace, Snapshot, SnapshotEntry } from '../../src/feeds/snapshot.ts'
import type { Statement } from '../../src/statements/statement.ts'

/** A statement, and whether its snapshot shows only the beginning. */
export type Sample = Omit<Statement, 'text'> & { readonly truncated: boolean }

export const BASE = 'https://bayan.test'
export const AUTHORITY = 'bayan.test,2026-11-17'

export const NAHR: PublisherFace = {
  id: 'nahr',
  name: { ar: 'مجلس النهر', en: 'River Council' },
  site: 'https://nahr.test/',
}

export const SAHL: PublisherFace = {
  id: 'sahl',
  name: { ar: 'هيئة السهل', en: 'Plain Authority' },
  site: 'https://sahl.test/',
}

/** A statement in Arabic, or in English where `language` says so. */
export function entry(changes: Partial<Sample> = {}): Sample {
  const arabic: Sample = {
    id: 'nahr-1',
    tag: 'tag:bayan.test,2026-11-18:nahr-1',
    publisher: 'nahr',
    source: 'nahr-ar',
    language: 'ar',
    url: 'https://nahr.test/bayan/1',
    title: 'بيان حول الجسر القديم',
    html: '<p>يعلن المجلس فتح الجسر.</p><p>شكرا للجميع.</p>',
    published: '2026-11-18T09:00:00.000Z',
    firstSeen: '2026-11-18T09:05:00.000Z',
    updated: '2026-11-18T09:05:00.000Z',
    state: 'current',
    revision: 1,
    contentHash: '00',
    translation: null,
    truncated: false,
  }
  const english = {
    id: 'nahr-2',
    tag: 'tag:bayan.test,2026-11-18:nahr-2',
    source: 'nahr-en',
    url: 'https://nahr.test/en/statement/1',
    title: 'Statement on the old bridge',
    html: '<p>The council announces that the bridge is open.</p>',
  } as const
  return { ...arabic, ...(changes.language === 'en' ? english : {}), ...changes }
}

export function statement(changes: Partial<Statement> = {}): Statement {
  const { truncated: _, ...rest } = entry(changes)
  return { ...rest, text: '', ...changes }
}

/** As it stands in a snapshot. */
export function snapshotEntry({ truncated, ...rest }: Sample): SnapshotEntry {
  const { head, body } = prepareEntry({ ...rest, text: '' })
  const bytes = new TextEncoder().encode(body)
  return formerEntry({ ...JSON.parse(head), truncated, bytes: bytes.length }, bytes)
}

export function snapshot(entries: readonly Sample[], changes: Partial<Snapshot> = {}): Snapshot {
  return {
    of: 'nahr',
    publishers: { nahr: NAHR, sahl: SAHL },
    entries: entries.map(snapshotEntry),
    updated: '2026-11-20T10:00:00.000Z',
    ...changes,
  }
}

export function render(
  format: FeedExtension,
  of: Snapshot,
  request: Partial<FeedRequest> = {},
): string {
  return written(
    format,
    feedOf(of, { language: 'ar', baseUrl: BASE, tagAuthority: AUTHORITY, ...request }),
  )
}

/** A feed as the text that its bytes are. */
export function written(format: FeedExtension, feed: FeedDocument): string {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
    FEED_FORMATS[format].render(feed),
  )
}
