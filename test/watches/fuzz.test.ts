import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileWatches } from '../../src/watches/compile.ts'
import { Concepts } from '../../src/watches/concept.ts'
import { explainQuery } from '../../src/watches/explain-query.ts'
import { matchStatement } from '../../src/watches/match.ts'
import { parseQuery } from '../../src/watches/parse-query.ts'
import { fieldSnippets } from '../../src/watches/snippet.ts'
import { unevenText } from '../text/uneven-text.ts'
import { watchOf } from './ask.ts'
import { cpuClock } from '../cpu-clock.ts'

const CONCEPTS = [{ id: 'c', name: { ar: 'مفهوم', en: 'concept' }, terms: ['بتل*', 'abs', 'ا ب'] }]
const BOOK = new Concepts(CONCEPTS)

/** Queries made of operators and of letters that the texts are made of. */
const query = fc
  .array(
    fc.oneof(
      { arbitrary: unevenText, weight: 3 },
      fc.constantFrom(
        ...'AND OR NOT NEAR/3 NEAR/2f ( ) " « » “ * ~1 raw: title: lang:ar @c - ، بتلم ابتل*'.split(
          ' ',
        ),
      ),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(' '))

function isBorder(text: string, at: number): boolean {
  return !(/[\uD800-\uDBFF]/.test(text.charAt(at - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(at)))
}

describe('whatever is typed and whatever is published', () => {
  it('nothing is thrown, and offsets are inside the text, on borders of characters', () => {
    let hits = 0
    fc.assert(
      fc.property(
        fc.array(query, { maxLength: 4 }),
        unevenText,
        unevenText,
        (queries, title, body) => {
          const text = `${body} ${queries.join(' ')}`
          const watches = queries.map((one, n) => watchOf(one, { id: `w${n}` }))
          const compiled = compileWatches(watches, CONCEPTS)
          const statement = { title, text, publisher: 'p', language: 'ar' } as const
          for (const { matches } of matchStatement(compiled, statement)) {
            hits += 1
            for (const { field, start, end, surface } of matches) {
              const content = statement[field]
              expect(start).toBeLessThan(end)
              expect(end).toBeLessThanOrEqual(content.length)
              expect(content.slice(start, end)).toBe(surface)
              expect(isBorder(content, start) && isBorder(content, end)).toBe(true)
            }
            for (const { text: shown, marks } of fieldSnippets(statement, matches, 'ar')) {
              for (const { start, end } of marks)
                expect(start < end && end <= shown.length).toBe(true)
            }
          }
        },
      ),
      { numRuns: 600 },
    )
    expect(hits).toBeGreaterThan(100)
  })

  it('why and why not are answered, and agree with the watch', () => {
    fc.assert(
      fc.property(query, unevenText, (typed, text) => {
        const parsed = parseQuery(typed, BOOK)
        if (parsed.kind === 'refused') return
        const statement = { title: '', text, publisher: 'p', language: 'ar' } as const
        const [hit] = matchStatement(compileWatches([watchOf(typed)], CONCEPTS), statement)
        const { matched, matches } = explainQuery(parsed.query, statement)
        expect(matched).toBe(hit !== undefined)
        expect(matches).toEqual(hit?.matches ?? [])
      }),
      { numRuns: 400 },
    )
  })

  it.each([
    { typed: 'x'.repeat(10_000), because: 'a query of ten thousand letters' },
    { typed: `${'('.repeat(1_000)}a1${')'.repeat(1_000)}`, because: 'a thousand parentheses' },
    { typed: '('.repeat(1_990), because: 'none of them closed' },
    { typed: `${'NOT '.repeat(490)}a1`, because: 'five hundred times NOT' },
    { typed: '"'.repeat(1_999), because: 'nothing but quotation marks' },
    { typed: `${'title:'.repeat(300)}a1`, because: 'three hundred fields' },
    { typed: 'ab '.repeat(666), because: 'six hundred words' },
    { typed: '*~1'.repeat(600), because: 'nothing but signs' },
  ])('is refused within a millisecond: $because', ({ typed }) => {
    const times: number[] = []
    for (let n = 0; n < 25; n += 1) {
      const start = performance.now()
      expect(parseQuery(typed).kind).toBe('refused')
      times.push(performance.now() - start)
    }
    // The quickest: the others measure what else the machine does.
    expect(Math.min(...times)).toBeLessThan(1)
  })

  it('a hostile query on a hostile text is answered in time', () => {
    const pairs = Array.from({ length: 12 }, (_, n) => `("حلب حلب" OR حلب) NEAR/${n + 1} حلب*`)
    const compiled = compileWatches([
      watchOf(pairs.join(' AND '), { id: 'near' }),
      watchOf('حلبحلب~1 OR حلبات~1', { id: 'fuzzy' }),
    ])
    expect(compiled.refused.size).toBe(0)
    const spent = cpuClock()
    const hits = matchStatement(compiled, {
      title: '',
      text: 'حلب '.repeat(50_000) + 'ح'.repeat(50_000),
      publisher: 'p',
    })
    expect(hits.map(({ watchId }) => watchId)).toEqual(['near'])
    expect(spent()).toBeLessThan(5_000)
  })
})
