import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Concepts } from '../../src/watches/concept.ts'
import { parseQuery } from '../../src/watches/parse-query.ts'
import { QUERY_ERRORS } from '../../src/watches/query-error-table.ts'
import type { Query } from '../../src/watches/query.ts'

const PIECES =
  'AND OR NOT NEAR/5 قرب/٢f ( ) " « » “ حلب ab x - ، , * ~ ~1 @a @chlorine a: title: raw: lang:ar 5 😀 F-16 chlorine'
    .split(' ')
    .concat(' ', '\u200F', '\uD83D', '\u064B')

/** A query as a formula: `&` all, `|` any, `!` not, words of a term joined by `_`. */
function formula(query: Query): string {
  switch (query.kind) {
    case 'term': {
      const words = query.words.map(({ token, mode }) => token.text + MODES[mode]).join('_')
      return (query.field === undefined ? '' : 'title:') + words
    }
    case 'concept':
      return `${query.field === undefined ? '' : 'title:'}@${query.id}[${query.terms.map(formula).join('|')}]`
    case 'near':
      return `(${formula(query.left)}~${query.distance}${query.ordered ? 'f' : ''}~${formula(query.right)})`
    case 'only':
      return `${query.filter.of}=${query.filter.value}`
    case 'all':
      return `(${query.parts.map(formula).join('&')})`
    case 'any':
      return `(${query.parts.map(formula).join('|')})`
    case 'not':
      return `!${formula(query.part)}`
  }
}

const MODES = { usual: '', prefix: '*', fuzzy: '?', exact: '=' }

const CONCEPTS = new Concepts([
  {
    id: 'chlorine',
    name: { ar: 'غاز الكلور', en: 'Chlorine gas' },
    terms: ['غاز الكلور', 'chlor*', 'الكلورين~1', 'Cl-2'],
  },
])

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
    { query: 'a1 NEAR/5 b1', means: '(a1~5~b1)', because: 'five words apart at most' },
    { query: 'a1 NEAR/3f b1', means: '(a1~3f~b1)', because: 'in this order' },
    { query: 'غاز قرب/٥ هجوم', means: '(غاز~5~هجوم)', because: 'the same in Arabic' },
    { query: 'a1 b1 NEAR/5 c1 d1', means: '(a1&(b1~5~c1)&d1)', because: 'NEAR binds closest' },
    { query: 'a1 NOT b1 NEAR/5 c1', means: '(a1&!(b1~5~c1))', because: 'closer than NOT' },
    {
      query: '(a1 OR "b1 c1") NEAR/5 @chlorine d1',
      means: '(((a1|b1_c1)~5~@chlorine[غاز_الكلور|chlor*|الكلورين?|cl_2])&d1)',
      because: 'between choices, phrases and concepts',
    },
    { query: 'الائتلاف~1', means: 'الايتلاف?', because: 'one letter may differ' },
    { query: 'coalition~', means: 'coalition?', because: 'one is meant' },
    { query: 'كيما*', means: 'كيما*', because: 'words that begin so' },
    { query: '"chem* weapons"', means: 'chem*_weapons', because: 'also in a phrase' },
    { query: 'F-16A*', means: 'f_16a*', because: 'the last of several tokens' },
    { query: 'raw:US', means: 'us=', because: 'to the letter' },
    { query: 'raw:"U.S. Army"', means: 'us=_army=', because: 'a phrase to the letter' },
    { query: 'حرفيا:«أن»', means: 'ان=', because: 'the same in Arabic' },
    { query: 'title:حلب إدلب', means: '(title:حلب&ادلب)', because: 'one word of the headline' },
    { query: 'Title:"a1 b1"', means: 'title:a1_b1', because: 'a phrase of the headline' },
    { query: 'عنوان:حلب', means: 'title:حلب', because: 'the same in Arabic' },
    {
      query: 'title:(a1 OR b1) c1',
      means: '((title:a1|title:b1)&c1)',
      because: 'a group of the headline, and no more',
    },
    { query: 'title:raw:US', means: 'title:us=', because: 'both' },
    { query: 'lang:ar a1', means: '(language=ar&a1)', because: 'a language beside a word' },
    { query: 'a1 لغة:إنجليزية', means: '(a1&language=en)', because: 'the same in Arabic' },
    { query: 'a1 لغة:إنكليزية', means: '(a1&language=en)', because: 'as our own pages spell it' },
    {
      query: 'a1 (publisher:p1 OR publisher:p2)',
      means: '(a1&(publisher=p1|publisher=p2))',
      because: 'publishers may be chosen',
    },
    { query: 'a1 NOT publisher:p1', means: '(a1&!publisher=p1)', because: 'and left out' },
    {
      query: '@غاز_الكلور',
      means: '@chlorine[غاز_الكلور|chlor*|الكلورين?|cl_2]',
      because: 'a concept by its Arabic name',
    },
    {
      query: 'title:@Chlorine_gas',
      means: 'title:@chlorine[title:غاز_الكلور|title:chlor*|title:الكلورين?|title:cl_2]',
      because: 'by its English name, in the headline',
    },
    { query: 'قال: حلب', means: '(قال&حلب)', because: 'Arabic prose has colons' },
  ])('$query: $because', ({ query, means }) => {
    const parsed = parseQuery(query, CONCEPTS)
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
    { query: 'a1 NEAR b1', at: 'NEAR', reason: 'near-distance', because: 'how near?' },
    { query: 'a1 NEAR/0 b1', at: 'NEAR/0', reason: 'near-distance', because: 'no words apart' },
    { query: 'a1 NEAR/99 b1', at: 'NEAR/99', reason: 'near-distance', because: 'AND says it' },
    { query: 'a1 NEAR/5x b1', at: 'NEAR/5x', reason: 'near-distance', because: 'what is x?' },
    {
      query: 'a1 near/5 b1',
      at: 'near/5',
      reason: 'lower-case-operator',
      because: 'meant as NEAR',
    },
    { query: 'a1 NEAR/5', at: 'NEAR/5', reason: 'dangling-operator', because: 'near to what?' },
    { query: 'NEAR/5 a1', at: 'NEAR/5', reason: 'dangling-operator', because: 'what is near?' },
    {
      query: 'a1 NEAR/5 b1 NEAR/5 c1',
      at: 'NEAR/5',
      reason: 'near-operand',
      because: 'near to which of the two?',
    },
    {
      query: '(a1 AND b1) NEAR/5 c1',
      at: 'NEAR/5',
      reason: 'near-operand',
      because: 'two words have no one place',
    },
    {
      query: 'a1 NEAR/5 (NOT b1)',
      at: 'NEAR/5',
      reason: 'near-operand',
      because: 'what is not there has no place',
    },
    {
      query: 'a1 NEAR/5 lang:ar',
      at: 'NEAR/5',
      reason: 'near-operand',
      because: 'nor has a language',
    },
    { query: 'a1 b1c1~1', at: 'b1c1~1', reason: 'fuzzy-short', because: 'four letters' },
    { query: 'chlorine~2', at: 'chlorine~2', reason: 'fuzzy-number', because: 'two edits' },
    { query: '20191~1', at: '20191~1', reason: 'fuzzy-phrase', because: 'numbers are whole' },
    { query: 'F-16000~1', at: 'F-16000~1', reason: 'fuzzy-phrase', because: 'two words' },
    { query: '"a1 b1"~5', at: '"a1 b1"~', reason: 'fuzzy-phrase', because: 'NEAR elsewhere' },
    {
      query: '"a1 chlorine~1"',
      at: '"a1 chlorine~1"',
      reason: 'fuzzy-phrase',
      because: 'in a phrase',
    },
    { query: 'كي*', at: 'كي*', reason: 'wildcard-short', because: 'two letters' },
    { query: 'الكي*', at: 'الكي*', reason: 'wildcard-short', because: 'the article says nothing' },
    { query: '*', at: '*', reason: 'wildcard-short', because: 'no letter at all' },
    { query: 'ch*em', at: 'ch*em', reason: 'wildcard-place', because: 'inside a word' },
    { query: '*chem', at: '*chem', reason: 'wildcard-place', because: 'before a word' },
    { query: 'chem**', at: 'chem**', reason: 'wildcard-place', because: 'two of them' },
    { query: '"chem"*', at: '"chem"*', reason: 'wildcard-place', because: 'after a phrase' },
    {
      query: '"ch* weapons"',
      at: '"ch* weapons"',
      reason: 'wildcard-short',
      because: 'in a phrase',
    },
    { query: 'wom?n', at: 'wom?n', reason: 'wildcard-place', because: 'not offered' },
    { query: 'body:حلب', at: 'body:حلب', reason: 'unknown-field', because: 'no such field' },
    { query: 'http://a.b', at: 'http://a.b', reason: 'unknown-field', because: 'an address' },
    { query: 'title:', at: 'title:', reason: 'empty-field', because: 'of what?' },
    { query: 'title: حلب', at: 'title:', reason: 'empty-field', because: 'a blank between' },
    { query: 'title:NOT حلب', at: 'title:', reason: 'empty-field', because: 'an operator' },
    { query: 'raw:', at: 'raw:', reason: 'empty-field', because: 'of what?' },
    { query: 'raw:(a1 b1)', at: 'raw:', reason: 'empty-field', because: 'no text' },
    { query: 'raw:"a1', at: '"', reason: 'unbalanced-quote', because: 'the mark is at fault' },
    { query: 'raw:"!"', at: 'raw:"!"', reason: 'empty-phrase', because: 'no word to find it by' },
    { query: 'raw:x', at: 'raw:x', reason: 'one-letter', because: 'a letter' },
    { query: 'lang:fr a1', at: 'lang:fr', reason: 'unknown-language', because: 'of two languages' },
    { query: 'lang:ar', at: 'lang:ar', reason: 'only-fields', because: 'half of everything' },
    { query: 'lang:ar OR a1', at: 'lang:ar', reason: 'only-fields', because: 'one side of OR' },
    { query: 'NOT lang:ar', at: 'NOT lang:ar', reason: 'only-not', because: 'the other half' },
    { query: 'publisher: a1', at: 'publisher:', reason: 'publisher-id', because: 'which?' },
    { query: 'publisher:حلب a1', at: 'publisher:حلب', reason: 'publisher-id', because: 'no id' },
    { query: '@chemical', at: '@chemical', reason: 'unknown-concept', because: 'no such concept' },
    { query: '@كيماوي', at: '@كيماوي', reason: 'unknown-concept', because: 'nor by this name' },
    { query: '@a.b', at: '@a.b', reason: 'concept-name', because: 'a dot' },
    {
      query: `${'('.repeat(11)}a1${')'.repeat(11)}`,
      at: '(',
      reason: 'too-deep',
      because: 'eleven levels',
    },
  ])('is refused, $query: $because', ({ query, at, reason }) => {
    const parsed = parseQuery(query, CONCEPTS)
    if (parsed.kind === 'query') throw new Error(`was understood as ${formula(parsed.query)}`)
    const { error } = parsed
    expect(error.reason).toBe(reason)
    expect(query.slice(error.position, error.position + error.length)).toBe(at)
    expect(QUERY_ERRORS).toHaveProperty(error.reason)
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
        const parsed = parseQuery(query, CONCEPTS)
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
