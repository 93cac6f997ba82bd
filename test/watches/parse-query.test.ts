import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseQuery } from '../../src/watches/parse-query.ts'
import { QUERY_ERRORS } from '../../src/watches/query-error-table.ts'
import type { Query } from '../../src/watches/query.ts'

const PIECES = 'AND OR NOT ( ) " « » “ حلب ab x - ، , * ~ @a a: 5 😀 F-16'
  .split(' ')
  .concat(' ', '\u200F', '\uD83D', '\u064B')

/** A query as a formula: `&` all, `|` any, `!` not, words of a term joined by `_`. */
function formula(query: Query): string {
  switch (query.kind) {
    case 'term':
      return query.words.map(({ text }) => text).join('_')
    case 'all':
      return `(${query.parts.map(formula).join('&')})`
    case 'any':
      return `(${query.parts.map(formula).join('|')})`
    case 'not':
      return `!${formula(query.part)}`
  }
}

describe('a query', () => {
  it.each([
    { query: 'حلب', means: 'حلب', because: 'a word' },
    { query: 'حلب كيماوي', means: '(حلب&كيماوي)', because: 'neighbours mean AND' },
    { query: 'a1 AND b1', means: '(a1&b1)', because: 'AND' },
    { query: 'a1 OR b1 OR c1', means: '(a1|b1|c1)', because: 'OR' },
    { query: 'a1 b1 OR c1 d1', means: '((a1&b1)|(c1&d1))', because: 'AND binds closer than OR' },
    { query: 'a1 (b1 OR c1)', means: '(a1&(b1|c1))', because: 'parentheses' },
    { query: 'a1 NOT b1', means: '(a1&!b1)', because: 'NOT after a neighbour' },
    { query: 'a1 AND NOT b1 c1', means: '(a1&!b1&c1)', because: 'NOT binds closest' },
    { query: 'NOT a1 b1', means: '(!a1&b1)', because: 'NOT first, with a word that must be there' },
    { query: 'a1 NOT (b1 OR c1)', means: '(a1&!(b1|c1))', because: 'NOT of a group' },
    { query: 'a1 OR (b1 NOT c1)', means: '(a1|(b1&!c1))', because: 'a branch with its own NOT' },
    { query: '((a1))', means: 'a1', because: 'needless parentheses' },
    { query: '(a1)(b1)', means: '(a1&b1)', because: 'no blank is needed' },
    {
      query: '"chemical weapons" OR الكيماوي',
      means: '(chemical_weapons|الكيماوي)',
      because: 'a phrase',
    },
    { query: '«الأسلحة الكيميائية»', means: 'الاسلحه_الكيمياييه', because: 'Arabic quotation marks' },
    { query: '“chemical weapons”', means: 'chemical_weapons', because: 'curly quotation marks' },
    { query: '”chemical weapons“', means: 'chemical_weapons', because: 'curled the other way' },
    {
      query: '"NOT in my name"',
      means: 'not_in_my_name',
      because: 'operators in a phrase are words',
    },
    { query: '"or"', means: 'or', because: 'a quoted operator is a word' },
    { query: 'حلب، إدلب؛ حمص', means: '(حلب&ادلب&حمص)', because: 'Arabic commas part words' },
    { query: 'حلب,إدلب; حمص', means: '(حلب&ادلب&حمص)', because: 'so do Latin ones' },
    { query: '1,400 ١٬٤٠٠ ١,٤٠٠', means: '(1400&1400&1400)', because: 'but not inside a number' },
    { query: 'حلب أو إدلب', means: '(حلب&او&ادلب)', because: 'Arabic "or" is a word' },
    { query: 'حلب وإدلب', means: '(حلب&وادلب)', because: 'so is "and"' },
    { query: 'F-16', means: 'f_16', because: 'a word of two tokens is a phrase' },
    { query: 'info@etilaf.org', means: 'info_etilaf_org', because: 'an address is no concept' },
    { query: '#الغوطة_الشرقية', means: 'الغوطه_الشرقيه', because: 'a hashtag is a phrase' },
    { query: 'حلب - إدلب … ؟', means: '(حلب&ادلب)', because: 'lonely punctuation is nothing' },
    {
      query: 'a1\u00A0\u200FOR\u200F b1',
      means: '(a1|b1)',
      because: 'a paste brings invisible signs',
    },
    { query: 'حل\u200Fب', means: 'حلب', because: 'also inside a word' },
    { query: 'who?', means: 'who', because: 'a question mark at the end is punctuation' },
    { query: 'near AL', means: '(near&al)', because: 'near in small letters is a word' },
    { query: '+963', means: '963', because: 'a telephone number' },
    { query: '"م 5"', means: 'م_5', because: 'short words are fine in a phrase' },
  ])('$query: $because', ({ query, means }) => {
    const parsed = parseQuery(query)
    expect(parsed.kind === 'query' ? formula(parsed.query) : parsed.error.reason).toBe(means)
  })

  it.each([
    { query: '', at: '', reason: 'empty-query', because: 'nothing' },
    {
      query: '  ، \u200F…',
      at: '  ، \u200F…',
      reason: 'empty-query',
      because: 'nothing but signs',
    },
    { query: 'NOT حلب', at: 'NOT حلب', reason: 'only-not', because: 'nearly everything would hit' },
    { query: 'NOT a1 NOT b1', at: 'NOT a1', reason: 'only-not', because: 'two make it no better' },
    { query: 'a1 OR NOT b1', at: 'NOT b1', reason: 'only-not', because: 'one side of OR hits all' },
    {
      query: 'a1 OR (NOT b1 NOT c1)',
      at: 'NOT b1',
      reason: 'only-not',
      because: 'also in a group',
    },
    { query: 'a1 (b1 OR NOT c1)', at: 'NOT c1', reason: 'only-not', because: 'also beside a word' },
    { query: 'a1 NOT (b1 OR NOT c1)', at: 'NOT c1', reason: 'only-not', because: 'also below NOT' },
    { query: 'a1 NOT NOT b1', at: 'NOT b1', reason: 'only-not', because: 'a slip, most likely' },
    {
      query: 'NOT NOT a1',
      at: 'NOT NOT a1',
      reason: 'only-not',
      because: 'a double NOT finds no words',
    },
    { query: 'حلب و إدلب', at: 'و', reason: 'one-letter', because: 'the letter waw alone' },
    { query: 'a1 x', at: 'x', reason: 'one-letter', because: 'a Latin letter' },
    { query: '"x"', at: '"x"', reason: 'one-letter', because: 'also in quotation marks' },
    { query: 'عام 5', at: '5', reason: 'one-letter', because: 'a single digit' },
    { query: 'a1 ""', at: '""', reason: 'empty-phrase', because: 'nothing between the marks' },
    { query: '« ،»', at: '« ،»', reason: 'empty-phrase', because: 'nothing but a comma' },
    { query: 'a1 "b1 c1', at: '"', reason: 'unbalanced-quote', because: 'an opening mark' },
    { query: 'a1»', at: '»', reason: 'unbalanced-quote', because: 'a closing mark' },
    { query: '«a1"', at: '«', reason: 'unbalanced-quote', because: 'marks of two families' },
    { query: '(a1', at: '(', reason: 'unbalanced-parenthesis', because: 'an opening one' },
    { query: 'a1 (', at: '(', reason: 'unbalanced-parenthesis', because: 'at the very end' },
    { query: 'a1)', at: ')', reason: 'unbalanced-parenthesis', because: 'a closing one' },
    { query: ')a1', at: ')', reason: 'unbalanced-parenthesis', because: 'at the very start' },
    { query: 'a1 ( )', at: '( )', reason: 'empty-group', because: 'nothing between them' },
    { query: 'a1 AND', at: 'AND', reason: 'dangling-operator', because: 'nothing after' },
    { query: 'a1 NOT', at: 'NOT', reason: 'dangling-operator', because: 'nothing to exclude' },
    { query: 'OR a1', at: 'OR', reason: 'dangling-operator', because: 'nothing before' },
    { query: 'a1 AND OR b1', at: 'OR', reason: 'dangling-operator', because: 'two in a row' },
    { query: '(a1 OR) b1', at: 'OR', reason: 'dangling-operator', because: 'before a parenthesis' },
    {
      query: 'a1 or b1',
      at: 'or',
      reason: 'lower-case-operator',
      because: 'meant as OR, would be a word',
    },
    { query: 'a1 Not b1', at: 'Not', reason: 'lower-case-operator', because: 'meant as NOT' },
    {
      query: 'a1 -b1',
      at: '-b1',
      reason: 'unknown-operator',
      because: 'would ask for what is unwanted',
    },
    { query: 'a1 -"b1 c1"', at: '-', reason: 'unknown-operator', because: 'also before a phrase' },
    {
      query: 'a1 || b1',
      at: '||',
      reason: 'unknown-operator',
      because: 'other languages write so',
    },
    { query: 'a1 NEAR b1', at: 'NEAR', reason: 'near-not-offered', because: 'not offered yet' },
    { query: 'a1 NEAR/5 b1', at: 'NEAR/5', reason: 'near-not-offered', because: 'not offered yet' },
    { query: 'a1 b1~1', at: 'b1~1', reason: 'fuzzy-not-offered', because: 'not offered yet' },
    {
      query: '"a1 b1"~5',
      at: '~5',
      reason: 'fuzzy-not-offered',
      because: 'proximity, not offered yet',
    },
    { query: 'كيما*', at: 'كيما*', reason: 'wildcard-not-offered', because: 'not offered yet' },
    {
      query: '"chem* weapons"',
      at: '"chem* weapons"',
      reason: 'wildcard-not-offered',
      because: 'also in a phrase',
    },
    { query: 'wom?n', at: 'wom?n', reason: 'wildcard-not-offered', because: 'not offered yet' },
    {
      query: 'title:حلب',
      at: 'title:حلب',
      reason: 'field-not-offered',
      because: 'not offered yet',
    },
    { query: 'raw:"US"', at: 'raw:', reason: 'field-not-offered', because: 'before a phrase, too' },
    { query: 'lang:ar a1', at: 'lang:ar', reason: 'field-not-offered', because: 'not offered yet' },
    {
      query: 'publisher:etilaf',
      at: 'publisher:etilaf',
      reason: 'field-not-offered',
      because: 'not offered yet',
    },
    {
      query: '@chemical',
      at: '@chemical',
      reason: 'concept-not-offered',
      because: 'not offered yet',
    },
    { query: '@كيماوي', at: '@كيماوي', reason: 'concept-not-offered', because: 'not offered yet' },
    {
      query: `${'('.repeat(11)}a1${')'.repeat(11)}`,
      at: '(',
      reason: 'too-deep',
      because: 'eleven levels',
    },
  ])('is refused, $query: $because', ({ query, at, reason }) => {
    const parsed = parseQuery(query)
    if (parsed.kind === 'query') throw new Error(`was understood as ${formula(parsed.query)}`)
    const { error } = parsed
    expect(error.reason).toBe(reason)
    expect(query.slice(error.position, error.position + error.length)).toBe(at)
    expect(error.message).toEqual(QUERY_ERRORS[error.reason])
  })

  it('is refused from the 51st term on', () => {
    const words = Array.from({ length: 51 }, (_, number) => `w${number}x`)
    expect(parseQuery(words.slice(1).join(' ')).kind).toBe('query')
    const parsed = parseQuery(words.join(' OR '))
    expect(parsed).toMatchObject({ error: { reason: 'too-many-terms', length: 4 } })
  })

  it('is refused beyond 2,000 characters', () => {
    expect(parseQuery(`${'ab '.repeat(10)}${'x'.repeat(1970)}`).kind).toBe('query')
    const parsed = parseQuery('x'.repeat(2001))
    expect(parsed).toMatchObject({ error: { reason: 'too-long', position: 2000, length: 1 } })
  })

  it('is understood or refused with a place inside it, whatever is typed', () => {
    const pieces = fc.constantFrom(...PIECES)
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 25 }), fc.constantFrom('', ' '), (parts, gap) => {
        const query = parts.join(gap)
        const parsed = parseQuery(query)
        if (parsed.kind === 'query') return
        const { position, length } = parsed.error
        expect(position).toBeGreaterThanOrEqual(0)
        expect(position + length).toBeLessThanOrEqual(query.length)
        if (query.trim() !== '') expect(length).toBeGreaterThan(0)
      }),
      { numRuns: 500 },
    )
  })
})
