import type { Status } from '../../src/objects/desk-status.ts'
import type { SourceReport } from '../../src/objects/publisher-report.ts'
import type { PublicPublisher } from '../../src/platform/published.ts'
import type { PublishedStatement } from '../../src/statements/revision-list.ts'
import type { Statement } from '../../src/statements/statement.ts'
import {
  type Sample,
  BASE,
  NAHR,
  entry,
  snapshot,
  snapshotEntry,
  statement,
} from '../feeds/sample.ts'

export { BASE, NAHR, type Sample, entry, snapshot, snapshotEntry }

export const NOW = new Date('2026-11-20T10:00:00.000Z')

export const RIVER: PublicPublisher = {
  ...NAHR,
  languages: ['ar', 'en'],
  sources: [
    { id: 'nahr-ar', language: 'ar', url: 'https://nahr.test/bayan/' },
    { id: 'nahr-en', language: 'en', url: 'https://nahr.test/en/feed/' },
  ],
}

/** An Arabic and an English statement that are one pair. */
export function pair(): readonly [Sample, Sample] {
  const by = { by: 'declared', confidence: 1 } as const
  const arabic = entry()
  const english = entry({ language: 'en' })
  return [
    { ...arabic, translation: { ...linkOf(english), ...by } },
    { ...english, translation: { ...linkOf(arabic), ...by } },
  ]
}

function linkOf({ id, url, language, title }: Sample) {
  return { id, url, language, title }
}

export function sourceReport(changes: Partial<SourceReport> = {}): SourceReport {
  return {
    id: 'nahr-ar',
    language: 'ar',
    url: 'https://nahr.test/bayan/',
    state: 'ok',
    reason: null,
    words: null,
    detail: null,
    detail_ar: null,
    since: '2026-11-18T10:00:00.000Z',
    lastPoll: '2026-11-20T09:57:00.000Z',
    lastGoodPoll: '2026-11-20T09:57:00.000Z',
    nextPoll: '2026-11-20T10:02:00.000Z',
    notes: [],
    notes_ar: [],
    polls: { ok: 3, unchanged: 190 },
    ...changes,
  }
}

export function statusOf(sources: readonly SourceReport[], changes: Partial<Status> = {}): Status {
  const spent = { day: '2026-11-20', kvWrites: 120, rowsWritten: 23_456 }
  const report = {
    sources,
    statements: 42,
    totals: { changes: {}, alerts: 0 },
    translations: { paired: 20, awaited: 4, 'not-expected': 18 },
    owed: 0,
    floods: [],
    spent,
  }
  return {
    asOf: '2026-11-20T09:59:48.000Z',
    publishers: [{ id: 'nahr', name: NAHR.name, ...report }],
    endpoints: [],
    silent: [],
    budget: { plan: 'free', ...spent },
    ...changes,
  }
}

export function published(
  changes: Partial<Statement> = {},
  revisions: PublishedStatement['revisions'] = [
    { number: 1, seen: '2026-11-18T09:05:00.000Z', title: 'بيان حول الجسر', contentHash: '00' },
  ],
): PublishedStatement {
  return { format: 1, statement: statement(changes), revisions, identity: [], alerts: [] }
}

/** A page as the text that is sent. */
export async function rendered(page: unknown): Promise<string> {
  return String(await page)
}

/** A document's text without tags, for assertions about what people read. */
export function readable(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
