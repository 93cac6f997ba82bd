import { describe, expect, it } from 'vitest'
import type { ArchivedStatement } from '../../src/watches/archived-statement.ts'
import { BackTest } from '../../src/watches/back-test.ts'
import { parseQuery } from '../../src/watches/parse-query.ts'

/** A Thursday; its week begins on 23 November. */
const NOW = '2026-11-26T12:00:00.000Z'

function statement(n: number, over: Partial<ArchivedStatement>): ArchivedStatement {
  return {
    id: `p-${n}`,
    publisher: 'p',
    language: 'ar',
    url: `https://p.example/${n}`,
    title: 'بيان',
    text: 'نص',
    published: NOW,
    firstSeen: NOW,
    translation: null,
    ...over,
  }
}

function run(query: string, statements: readonly ArchivedStatement[], languages?: ['ar' | 'en']) {
  const parsed = parseQuery(query)
  if (parsed.kind === 'refused') throw new Error(parsed.error.reason)
  const test = new BackTest(parsed.query, languages)
  for (const one of statements) test.add(one)
  return test.report(NOW)
}

describe('a back-test', () => {
  it('counts a statement and its translation as one alert', () => {
    const report = run('حلب OR Aleppo', [
      statement(1, { text: 'في حلب', translation: { id: 'p-2' } }),
      statement(2, { text: 'in Aleppo', language: 'en', translation: { id: 'p-1' } }),
      statement(3, { text: 'عن حلب', translation: { id: 'p-4' } }),
      statement(4, { text: 'elsewhere', language: 'en', translation: { id: 'p-3' } }),
    ])
    expect([report.searched, report.matched, report.alerts]).toEqual([4, 3, 2])
  })

  it('tells the weeks back to the oldest statement, quiet ones too', () => {
    const report = run('حلب', [
      statement(1, { text: 'حلب', published: '2026-11-23T00:00:00.000Z' }),
      statement(2, { text: 'حلب', published: '2026-11-22T23:00:00.000Z' }),
      statement(3, { published: null, firstSeen: '2026-11-02T10:00:00.000Z' }),
    ])
    expect(report.weeks).toEqual([
      { week: '2026-11-23', matched: 1, alerts: 1 },
      { week: '2026-11-16', matched: 1, alerts: 1 },
      { week: '2026-11-09', matched: 0, alerts: 0 },
      { week: '2026-11-02', matched: 0, alerts: 0 },
    ])
    expect(report.from).toBe('2026-11-02T10:00:00.000Z')
    // Two alerts in the three weeks and a half since the oldest statement.
    expect(report.alertsAWeek).toBe(0.6)
  })

  it('shows the newest first, with marks, headline and body told apart', () => {
    const report = run('حلب', [
      statement(1, { text: 'في حلب', published: '2026-11-20T00:00:00.000Z' }),
      statement(2, { title: 'عن حلب', text: 'وفي حلب أيضا' }),
    ])
    expect(report.statements.map(({ id }) => id)).toEqual(['p-2', 'p-1'])
    expect(report.statements[0]?.snippets).toEqual([
      {
        field: 'title',
        dir: 'rtl',
        text: 'عن حلب',
        plain: '\u2068عن حلب\u2069',
        marks: [{ start: 3, end: 6 }],
      },
      {
        field: 'text',
        dir: 'rtl',
        text: 'وفي حلب أيضا',
        plain: '\u2068وفي حلب أيضا\u2069',
        marks: [{ start: 4, end: 7 }],
      },
    ])
  })

  it('warns of a term that hits more than a tenth of everything, of enough to say so', () => {
    const many = Array.from({ length: 30 }, (_, n) =>
      statement(n, { text: n % 3 === 0 ? 'نص عن حلب' : 'نص آخر' }),
    )
    const report = run('(حلب OR إدلب) AND نص NOT آخر', many)
    expect(report.warnings.map(({ part, share }) => [part, share])).toEqual([
      ['حلب', 1 / 3],
      ['نص', 1],
    ])
    expect(report.warnings[0]?.message.en).toContain('33 %')
    expect(run('حلب', many.slice(0, 19)).warnings).toEqual([])
  })

  it('asks only statements of the watch’s languages', () => {
    const report = run('Aleppo', [statement(1, {}), statement(2, { language: 'en' })], ['en'])
    expect(report.searched).toBe(1)
  })

  it('of nothing is nothing', () => {
    expect(run('حلب', [])).toEqual({
      searched: 0,
      from: null,
      matched: 0,
      alerts: 0,
      alertsAWeek: 0,
      weeks: [],
      statements: [],
      warnings: [],
    })
  })
})
