import { describe, expect, it } from 'vitest'
import { buildSnapshot } from '../../src/feeds/build-snapshot.ts'
import { parseSnapshot } from '../../src/feeds/parse-snapshot.ts'
import { prepareEntry } from '../../src/feeds/prepare-entry.ts'
import { SNAPSHOT_BYTES, bodyHtml } from '../../src/feeds/snapshot.ts'
import type { Statement } from '../../src/statements/statement.ts'
import { plainText } from '../../src/feeds/xml-bytes.ts'
import { NAHR, SAHL, statement } from './sample.ts'

const build = (statements: readonly Statement[], of = 'nahr') =>
  buildSnapshot({
    of,
    publishers: { sahl: SAHL, nahr: NAHR },
    entries: statements.map(prepareEntry),
    updated: '2026-11-20T10:00:00.000Z',
  })
const opened = (bytes: Uint8Array) => {
  const { entries = [], publishers = {} } = parseSnapshot(bytes) ?? {}
  return { publishers, entries: entries.map((entry) => ({ ...entry, html: bodyHtml(entry) })) }
}
const read = (statements: readonly Statement[], of = 'nahr') => opened(build(statements, of))
const ids = (statements: readonly Statement[]) => read(statements).entries.map(({ id }) => id)
const day = (n: number) => new Date(Date.UTC(2026, 0, n)).toISOString()
const series = (count: number, changes: (n: number) => Partial<Statement>) =>
  Array.from({ length: count }, (_, n) =>
    statement({ id: `nahr-${n + 1}`, published: day(n), ...changes(n) }),
  )
const paragraphs = (count: number) => '<p>جملة من البيان عن الجسر القديم والنهر.</p>'.repeat(count)

describe('the order of a snapshot', () => {
  it.each([
    {
      because: 'newest first by the publisher\u2019s date',
      statements: [
        statement({ id: 'nahr-1', published: day(1), firstSeen: day(9) }),
        statement({ id: 'nahr-2', published: day(3), firstSeen: day(8) }),
      ],
      order: ['nahr-2', 'nahr-1'],
    },
    {
      because: 'an undated statement stands where it was first seen',
      statements: [
        statement({ id: 'nahr-1', published: day(1) }),
        statement({ id: 'nahr-2', published: null, firstSeen: day(2) }),
        statement({ id: 'nahr-3', published: day(3) }),
      ],
      order: ['nahr-3', 'nahr-2', 'nahr-1'],
    },
    {
      because: 'statements of one day by when they were seen',
      statements: [
        statement({ id: 'nahr-2', published: day(1), firstSeen: day(4) }),
        statement({ id: 'nahr-1', published: day(1), firstSeen: day(5) }),
      ],
      order: ['nahr-1', 'nahr-2'],
    },
    {
      because: 'those of one poll by number, not by letters',
      statements: ['nahr-9', 'nahr-10', 'nahr-2'].map((id) => statement({ id, published: day(1) })),
      order: ['nahr-10', 'nahr-9', 'nahr-2'],
    },
    {
      because: 'an edit moves nothing',
      statements: [
        statement({ id: 'nahr-1', published: day(1), updated: day(30), revision: 5 }),
        statement({ id: 'nahr-2', published: day(2) }),
      ],
      order: ['nahr-2', 'nahr-1'],
    },
  ])('$because', ({ statements, order }) => {
    expect(ids(statements)).toEqual(order)
    expect(ids(statements.toReversed())).toEqual(order)
  })
})

describe('a snapshot', () => {
  it('holds the newest 50 of each language', () => {
    const arabic = series(60, () => ({}))
    const english = series(20, (n) => ({ id: `nahr-${n + 100}`, language: 'en' }))
    const { entries } = read([...arabic, ...english])
    expect(
      entries
        .filter(({ language }) => language === 'ar')
        .map(({ id }) => id)
        .at(-1),
    ).toBe('nahr-11')
    expect(entries.filter(({ language }) => language === 'en')).toHaveLength(20)
  })

  it('names the publishers of its entries and its own, no others', () => {
    expect(Object.keys(read([]).publishers)).toEqual(['nahr'])
    const gathered = read([statement({ publisher: 'sahl' }), statement()], 'all')
    expect(Object.keys(gathered.publishers)).toEqual(['nahr', 'sahl'])
    expect(Object.keys(read([statement()], 'all').publishers)).toEqual(['nahr'])
  })

  it('holds no text beside the html', () => {
    const html = '<p>جملة</p>'
    const [entry] = read([statement({ text: 'نص', html })]).entries
    expect(entry).not.toHaveProperty('text')
    expect(entry?.html).toBe(html)
  })

  it('gives each entry its own body', () => {
    const statements = series(20, (n) => ({ html: `<p>جملة ${'\u{1F54A}'.repeat(n)}</p>` }))
    expect(read(statements).entries.map(({ html }) => html)).toEqual(
      statements.map(({ html }) => html).toReversed(),
    )
  })

  it.each([
    { because: 'what an older version wrote', text: '{"format":1,"entries":[]}\n' },
    { because: 'a publisher that has ended', text: 'null' },
    { because: 'nothing', text: '' },
  ])('is not read from $because', ({ text }) => {
    expect(parseSnapshot(new TextEncoder().encode(text))).toBeUndefined()
  })

  it('has the same bytes whatever the order of members, publishers or statements', () => {
    const one = statement({ id: 'nahr-1' })
    const other = statement({ id: 'nahr-2' })
    const turned = Object.fromEntries(Object.entries(one).reverse()) as unknown as Statement
    expect(build([other, turned])).toEqual(build([one, other]))
  })
})

describe('a snapshot that would be too big', () => {
  it('cuts the longest bodies and leaves the others whole', () => {
    const statements = series(50, (n) => ({ html: paragraphs(n < 3 ? 20_000 : 20) }))
    const bytes = build(statements)
    const snapshot = opened(bytes)
    expect(bytes.byteLength).toBeLessThanOrEqual(SNAPSHOT_BYTES)
    // What the short ones do not need is left to the long ones.
    expect(bytes.byteLength).toBeGreaterThan(SNAPSHOT_BYTES * 0.97)
    expect(snapshot.entries.filter(({ truncated }) => truncated).map(({ id }) => id)).toEqual([
      'nahr-3',
      'nahr-2',
      'nahr-1',
    ])
    expect(
      snapshot.entries
        .filter(({ truncated }) => !truncated)
        .every(({ html }) => html === paragraphs(20)),
    ).toBe(true)
  })

  it('wastes little of its room', () => {
    const bytes = build(series(50, () => ({ html: paragraphs(400) })))
    const snapshot = opened(bytes)
    expect(bytes.byteLength).toBeLessThanOrEqual(SNAPSHOT_BYTES)
    expect(bytes.byteLength).toBeGreaterThan(SNAPSHOT_BYTES * 0.97)
    expect(
      snapshot.entries.every(({ truncated, html }) => truncated && html.endsWith('</p>')),
    ).toBe(true)
  })

  it('is the same each time', () => {
    const statements = series(50, (n) => ({ html: paragraphs(n * 20) }))
    expect(build(statements)).toEqual(build(statements.toReversed()))
  })

  it.each([
    { because: 'letters that need a reference', html: '<p>"\\"\u0001</p>'.repeat(60_000) },
    { because: 'one block without end', html: `<p>${'جسر '.repeat(300_000)}</p>` },
    { because: 'one word without end', html: `<p>${'ج'.repeat(500_000)}</p>` },
    { because: 'no block at all', html: '&lt;'.repeat(200_000) },
    { because: 'emoji', html: `<p>${'\u{1F54A}'.repeat(200_000)}</p>` },
  ])('keeps its bound with $because', ({ html }) => {
    const bytes = build([statement({ html })])
    const snapshot = opened(bytes)
    expect(bytes.byteLength).toBeLessThanOrEqual(SNAPSHOT_BYTES)
    expect(snapshot.entries[0]?.truncated).toBe(true)
    expect(snapshot.entries[0]?.html.length).toBeGreaterThan(1_000)
  })

  it('cuts a title without end, so that it costs nobody else', () => {
    const title = 'عنوان '.repeat(100_000)
    const translation = {
      id: 'nahr-2',
      url: 'https://nahr.test/2',
      language: 'en',
      title,
      by: 'operator',
      confidence: 1,
    } as const
    const snapshot = read([statement({ title, translation })])
    expect(plainText(snapshot.entries[0]?.title ?? '').length).toBeLessThanOrEqual(500)
    expect(plainText(snapshot.entries[0]?.translation?.title ?? '').length).toBeLessThanOrEqual(500)
    expect(snapshot.entries[0]?.truncated).toBe(false)
  })

  it('drops the one entry whose address alone would burst it', () => {
    const statements = [
      ...series(5, () => ({})),
      statement({ id: 'nahr-6', url: `https://nahr.test/${'x'.repeat(600_000)}` }),
    ]
    const bytes = build(statements)
    const snapshot = opened(bytes)
    expect(bytes.byteLength).toBeLessThanOrEqual(SNAPSHOT_BYTES)
    expect(snapshot.entries.map(({ id }) => id)).toEqual([
      'nahr-5',
      'nahr-4',
      'nahr-3',
      'nahr-2',
      'nahr-1',
    ])
  })
})
