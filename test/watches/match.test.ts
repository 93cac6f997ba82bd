import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from '../../src/text/fold.ts'
import { tokensOf } from '../../src/text/scan-tokens.ts'
import type { Token } from '../../src/text/tokens.ts'
import { type Concept, Concepts } from '../../src/watches/concept.ts'
import { compileWatches } from '../../src/watches/compile.ts'
import { type WatchHit, matchStatement } from '../../src/watches/match.ts'
import { parseQuery } from '../../src/watches/parse-query.ts'
import type { Query } from '../../src/watches/query.ts'
import type { Match, Watch } from '../../src/watches/watch.ts'
import { accepts, wordOf } from '../../src/watches/word.ts'
import { ask, surfaces, watchOf } from './ask.ts'

const STATEMENT = readFileSync(join(import.meta.dirname, 'fixtures/statement-ar.txt'), 'utf8')

describe('a query about a scanned statement', () => {
  it.each([
    { query: 'الكيميائية', shown: ['الكيميائية'], because: 'the feminine, once' },
    { query: 'كيماوي', shown: ['للكيماوي'], because: 'behind lil' },
    { query: 'الكيماوي', shown: ['للكيماوي'], because: 'with the article hidden in lil' },
    { query: 'كيميائي', shown: [], because: 'the masculine is not the feminine' },
    {
      query: '"أسلحة كيميائية"',
      shown: ['الأسلحة الكيميائية'],
      because: 'each word of a phrase takes its article',
    },
    { query: '"لجنة تحقيق"', shown: ['للجنة التحقيق'], because: 'lil before a lam' },
    { query: '"اللجنة الدستورية"', shown: ['اللجنة الدستورية'], because: 'both definite' },
    { query: 'لجنة', shown: ['اللجنة', 'للجنة'], because: 'with the article and behind lil' },
    { query: 'غاز', shown: ['بالغازات', 'بالغازات'], because: 'the scan repeats the headline' },
    { query: 'مسؤول', shown: ['مسئول'], because: 'the Egyptian hamza' },
    { query: 'قوات', shown: ['القوّات'], because: 'a shadda inside' },
    { query: '"تصريح صحفي"', shown: ['تصريحٍ صحفيّ'], because: 'tanwin and shadda at word ends' },
    { query: 'أعضاء', shown: ['أعضاءها'], because: 'a pronoun behind a hamza' },
    { query: 'سيارة', shown: ['وسياراتهم'], because: 'and their cars' },
    { query: 'مؤكد', shown: ['مؤكداً'], because: 'tanwin on an alef' },
    { query: '120', shown: ['١٢٠'], because: 'Arabic digits' },
    { query: '2019', shown: ['2019'], because: 'a year among signs' },
    { query: 'مال', shown: [], because: 'Kamal is a name' },
    { query: 'اسم', shown: [], because: '"on behalf of" is a word' },
    { query: 'علي', shown: [], because: 'a preposition twice, never the name' },
    { query: 'الائتلاف', shown: [], because: 'what the scan misread is not guessed' },
    { query: 'قنطرة', shown: ['القنطرة', 'القنطرة'], because: 'in a sentence and a hashtag' },
    { query: 'qantara', shown: ['qantara'], because: 'in an address' },
    { query: 'كيماوي AND مستشفى', shown: ['للكيماوي', 'مستشفى'], because: 'both in one statement' },
    { query: 'كيماوي NOT دستورية', shown: [], because: 'the second is there' },
    { query: 'كيماوي NOT نووي', shown: ['للكيماوي'], because: 'the second is not' },
    {
      query: '(كيماوي نووي) OR إغاثة',
      shown: ['الإغاثة'],
      because: 'only the side that is true gives evidence',
    },
  ])('$query: $because', ({ query, shown }) => {
    expect(surfaces(query, STATEMENT)).toEqual(shown)
  })
})

describe('matching', () => {
  it('gives the part as typed, the field, and offsets of the original', () => {
    const text = 'وعن «الأسلحةِ الكيميائية» قال'
    expect(ask('«أسلحة كيميائية» OR نووي', text, 'سلاح نووي')).toEqual([
      { part: 'نووي', field: 'title', surface: 'نووي', start: 5, end: 9 },
      { part: '«أسلحة كيميائية»', field: 'text', surface: 'الأسلحةِ الكيميائية', start: 5, end: 24 },
    ])
  })

  it('finds the words of AND in title and text together, a phrase in one of them', () => {
    expect(ask('حلب AND كيماوي', 'كيماوي', 'حلب')).toHaveLength(2)
    expect(ask('"حلب كيماوي"', 'كيماوي', 'حلب')).toBeUndefined()
    expect(ask('حلب NOT كيماوي', 'حلب', 'كيماوي')).toBeUndefined()
  })

  it('looks for one word of each choice, and for none where languages choose', () => {
    expect(surfaces('حلب AND (lang:ar OR lang:en)', 'حلب')).toEqual(['حلب'])
    expect(surfaces('حلب AND (كيماوي OR نووي)', 'حلب')).toEqual([])
    expect(surfaces('حلب AND (كيماوي OR نووي)', 'حلب نووي')).toEqual(['حلب', 'نووي'])
    expect(surfaces('(حلب OR نووي) AND (حلب OR نووي)', 'نووي')).toEqual(['نووي', 'نووي'])
  })

  it('finds a phrase whose words repeat', () => {
    expect(surfaces('"في في بيان"', 'في في في بيانه')).toEqual([])
    expect(surfaces('"في في"', 'في في في')).toEqual(['في في', 'في في'])
    expect(surfaces('"حلب في حلب"', 'حلب في حلب في حلب')).toEqual(['حلب في حلب', 'حلب في حلب'])
  })

  it('shows no more than twenty hits of one part', () => {
    expect(surfaces('حلب OR إدلب', `إدلب ${'حلب '.repeat(50)}`)).toHaveLength(21)
  })

  it('asks a watch only about its publishers and languages', () => {
    const compiled = compileWatches([
      watchOf('حلب', { id: 'all' }),
      watchOf('حلب', { id: 'theirs', publishers: ['q', 'p'] }),
      watchOf('حلب', { id: 'others', publishers: ['q'] }),
      watchOf('حلب', { id: 'arabic', languages: ['ar'] }),
      watchOf('حلب', { id: 'english', languages: ['en'] }),
    ])
    const ids = (language?: 'ar' | 'en') =>
      matchStatement(compiled, { title: 'حلب', text: '', publisher: 'p', language }).map(
        ({ watchId }) => watchId,
      )
    expect(ids('ar')).toEqual(['all', 'theirs', 'arabic'])
    expect(ids('en')).toEqual(['all', 'theirs', 'english'])
    expect(ids()).toEqual(['all', 'theirs', 'arabic', 'english'])
  })

  it('does not lose the other watches over one that is not understood', () => {
    const compiled = compileWatches([
      watchOf('حلب (', { id: 'bad' }),
      watchOf('حلب', { id: 'good' }),
    ])
    expect([...compiled.refused].map(([id, { reason }]) => [id, reason])).toEqual([
      ['bad', 'unbalanced-parenthesis'],
    ])
    expect(compiled.watches.size).toBe(2)
    expect(matchStatement(compiled, { title: '', text: 'حلب', publisher: 'p' })).toHaveLength(1)
  })
})

/** The rule read plainly: every query against every word, without index, anchors or peeling. */
function matchSlowly(watches: readonly Watch[], title: string, text: string): WatchHit[] {
  const fields = (['title', 'text'] as const).map((name) => {
    const content = name === 'title' ? title : text
    return { name, content, tokens: tokensOf(fold(content)) }
  })
  const placesOf = (query: Query): Place[] => {
    switch (query.kind) {
      case 'term':
        return fields.flatMap((field) =>
          field.tokens.flatMap((_, at): Place[] => {
            const run = field.tokens.slice(at, at + query.words.length)
            const { part } = query
            const place = { part, field, first: at, last: at + run.length - 1 }
            return run.length === query.words.length &&
              query.words.every((word, index) => accepts(wordOf(word), run[index]!)) &&
              (query.field === undefined || field.name === 'title') &&
              (query.raw === undefined || isRaw(query.raw, place))
              ? [place]
              : []
          }),
        )
      case 'any':
        return query.parts.flatMap(placesOf)
      case 'concept': {
        // The longest of those that begin at one word, and none inside another.
        const all = query.terms.flatMap(placesOf)
        return all.filter(
          (one, index) =>
            !all.some(
              (other, at) =>
                other.field === one.field &&
                other.first <= one.first &&
                other.last >= one.last &&
                (other.first < one.first || other.last > one.last || at < index),
            ),
        )
      }
      case 'near':
      case 'only':
      case 'all':
      case 'not':
        throw new Error(`${query.kind} has no place`)
    }
  }
  const isRaw = (raw: string, { field, first, last }: Place): boolean => {
    const end = field.tokens[last]!.end
    // Letters, marks and signs as they were typed end where the words end, or behind them.
    for (let from = 0; from <= field.tokens[first]!.start; from += 1) {
      for (let to = end; to <= field.content.length; to += 1) {
        const between = field.content.slice(from, to)
        if (seen(between) === seen(raw)) return true
      }
    }
    return false
  }
  const matchesOf = (query: Query): Place[] | undefined => {
    switch (query.kind) {
      case 'term':
      case 'concept': {
        const found = placesOf(query)
        return found.length === 0 ? undefined : found.slice(0, 20)
      }
      case 'near': {
        const near = placesOf(query.left).flatMap((one) =>
          placesOf(query.right).flatMap((other) => {
            const between = query.ordered
              ? other.first - one.last
              : Math.max(other.first - one.last, one.first - other.last)
            return one.field === other.field && between >= 1 && between <= query.distance
              ? [one, other]
              : []
          }),
        )
        return near.length === 0 ? undefined : near
      }
      case 'only':
        return query.filter.value === (query.filter.of === 'language' ? 'ar' : 'p') ? [] : undefined
      case 'all': {
        const parts = query.parts.map(matchesOf)
        return parts.includes(undefined) ? undefined : parts.flatMap((part) => part ?? [])
      }
      case 'any': {
        const parts = query.parts.map(matchesOf).filter((part) => part !== undefined)
        return parts.length === 0 ? undefined : parts.flat()
      }
      case 'not':
        return matchesOf(query.part) === undefined ? [] : undefined
    }
  }
  return watches.flatMap(({ id, query }) => {
    const parsed = parseQuery(query, new Concepts(CONCEPTS))
    const places = parsed.kind === 'query' ? matchesOf(parsed.query) : undefined
    const matches = places?.map(({ part, field, first, last }): Match => {
      const [start, end] = [field.tokens[first]!.start, field.tokens[last]!.end]
      const { name, content } = field
      return { part, field: name, surface: content.slice(start, end), start, end }
    })
    return matches === undefined ? [] : [{ watchId: id, matches }]
  })
}

interface Place {
  readonly part: string
  readonly field: { name: Match['field']; content: string; tokens: readonly Token[] }
  readonly first: number
  readonly last: number
}

function seen(text: string): string {
  return text.replace(/[\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g, '')
}

const CONCEPTS: readonly Concept[] = [
  { id: 'c', name: { ar: 'سلاح', en: 'arms' }, terms: ['كيماوي', 'كيماوي حلب', 'قوات*', 'attack'] },
]

const WORDS = (
  'حلب كيماوي الكيماوي لجنة اللجنة جنة سيارة قوات مقاتل مسؤول مسئول أعضاء مستشفى على علي مال كمال ' +
  'لبن لبنان التزام دم الدم وحدة الله مئة ليل ليلة شعب 140 1,400 م US us attack Attack army IDP F-16 star'
).split(' ')
const BEFORE = ['', '', '', 'و', 'ف', 'ب', 'ك', 'ل', 'ال', 'بال', 'لل', 'وبال', 'ولل', 'فال']
const AFTER = [
  '',
  '',
  '',
  'ها',
  'هم',
  'ه',
  'ات',
  'اتهم',
  'ون',
  'ين',
  'ان',
  'يهم',
  'اً',
  'ا',
  's',
  'ed',
  '’s',
]
const NOISE = ['', '', '', 'ـ', '\u064E', '\u200F', '\u0651']

const spelling = fc
  .tuple(
    fc.constantFrom(...BEFORE),
    fc.constantFrom(...WORDS),
    fc.constantFrom(...AFTER),
    fc.constantFrom(...NOISE),
    fc.nat(6),
  )
  .map(([before, word, after, noise, at]) => {
    const changed = word.endsWith('ة') && after !== '' && at > 2 ? `${word.slice(0, -1)}ت` : word
    const whole = before + changed + after
    return whole.slice(0, at) + noise + whole.slice(at)
  })

const prose = fc
  .array(fc.tuple(spelling, fc.constantFrom(' ', ' ', '، ', '_', '\n', '. ')), {
    minLength: 4,
    maxLength: 25,
  })
  .map((words) => words.map(([word, gap]) => word + gap).join(''))

const queryText = fc.letrec<{ term: string; group: string; query: string }>((tie) => ({
  term: fc.oneof(
    { arbitrary: fc.constantFrom(...WORDS), weight: 3 },
    spelling,
    fc
      .tuple(fc.constantFrom(...WORDS), fc.constantFrom(...WORDS))
      .map((two) => `"${two.join(' ')}"`),
    fc
      .constantFrom(...WORDS.filter((word) => word.length > 3))
      .map((word) => `${word.slice(0, -1)}*`),
    fc
      .tuple(fc.constantFrom(...WORDS), fc.nat(5), fc.constantFrom('', 'ب', 'e'))
      .map(([word, at, letter]) => `${word.slice(0, at)}${letter}${word.slice(at + 1)}~1`),
    spelling.map((word) => `raw:${word}`),
    fc
      .tuple(fc.constantFrom(...WORDS), fc.constantFrom(...WORDS))
      .map((two) => `raw:"${two.join(', ')}"`),
    fc.constantFrom(...WORDS).map((word) => `title:${word}`),
    fc
      .tuple(
        fc.constantFrom(...WORDS),
        fc.constantFrom(1, 2, 5),
        fc.constantFrom('', 'f'),
        fc.constantFrom(...WORDS),
      )
      .map(([a, n, f, b]) => `(${a} OR "${b} ${a}") NEAR/${n}${f} (${b} OR @c)`),
    fc.constantFrom('@c', 'title:@arms', 'lang:ar', 'NOT lang:en', 'publisher:p', 'publisher:q'),
  ),
  group: fc.oneof(
    { maxDepth: 3 },
    tie('term'),
    tie('query').map((query) => `(${query})`),
  ),
  query: fc
    .array(fc.tuple(tie('group'), fc.constantFrom(' AND ', ' ', ' OR ', ' OR ', ' NOT ')), {
      minLength: 1,
      maxLength: 4,
    })
    .map((parts) =>
      parts.map(([part, operator], at) => (at === 0 ? part : operator + part)).join(''),
    ),
})).query

const SIGNS = ['"', 'NEAR', 'f (', '~1', '*', 'raw:', 'title:', '@c', 'lang:', 'publisher:', 'NOT']

describe('the index', () => {
  it('gives the same answers as asking every query of every word', () => {
    let hits = 0
    const hitsWith = new Map<string, number>()
    fc.assert(
      fc.property(fc.array(queryText, { maxLength: 8 }), prose, prose, (queries, title, text) => {
        const watches = queries.map((query, id) => watchOf(query, { id: `w${id}` }))
        const statement = { title, text, publisher: 'p', language: 'ar' } as const
        const fast = matchStatement(compileWatches(watches, CONCEPTS), statement)
        const slow = matchSlowly(watches, title, text).map(({ watchId, matches }) => ({
          watchId,
          matches: sorted(matches),
        }))
        expect(fast.map(({ watchId, matches }) => ({ watchId, matches: sorted(matches) }))).toEqual(
          slow,
        )
        for (const { matches } of fast) {
          for (const { field, surface, start, end } of matches) {
            expect((field === 'title' ? title : text).slice(start, end)).toBe(surface)
          }
        }
        hits += fast.length
        for (const { watchId } of fast) {
          const query = queries[Number(watchId.slice(1))] ?? ''
          for (const sign of SIGNS)
            if (query.includes(sign)) hitsWith.set(sign, (hitsWith.get(sign) ?? 0) + 1)
        }
      }),
      { numRuns: 1500 },
    )
    // Else the equality above would say nothing.
    expect(hits).toBeGreaterThan(400)
    for (const sign of SIGNS) expect(hitsWith.get(sign) ?? 0, sign).toBeGreaterThan(10)
  })
})

/** Each once: a part that stands twice in a query is found twice. */
function sorted(matches: readonly Match[]): string[] {
  return [...new Set(matches.map((match) => JSON.stringify(match)))].sort()
}
