import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { snippet } from '../../src/watches/snippet.ts'

/** The matches of words written in a text, each a part of its own name. */
function matchesOf(text: string, ...words: readonly string[]) {
  return words.flatMap((word) =>
    [...text.matchAll(new RegExp(word, 'gu'))].map(({ index }) => ({
      part: word,
      start: index,
      end: index + word.length,
    })),
  )
}

function shown(text: string, ...words: readonly string[]) {
  const { text: cut, marks } = snippet(text, matchesOf(text, ...words))
  return { cut, marked: marks.map(({ start, end }) => cut.slice(start, end)) }
}

const filler = (count: number): string =>
  Array.from({ length: count }, (_, number) => `كلمة${number}`).join(' ')

describe('a snippet', () => {
  it('is the whole of a short text', () => {
    expect(shown('قصف حلب أمس', 'حلب')).toEqual({ cut: 'قصف حلب أمس', marked: ['حلب'] })
  })

  it('has about thirty words around the match, cut at blanks, with ellipses', () => {
    const { cut, marked } = shown(`${filler(60)} حلب ${filler(60)}`, 'حلب')
    expect(marked).toEqual(['حلب'])
    expect(cut.startsWith('…كلمة')).toBe(true)
    expect(cut.endsWith('…')).toBe(true)
    expect(cut.split(' ')).toHaveLength(30)
  })

  it('uses what the beginning of the text leaves for its end, and the reverse', () => {
    expect(shown(`حلب ${filler(60)}`, 'حلب').cut.split(' ')).toHaveLength(30)
    expect(shown(`${filler(60)} حلب`, 'حلب').cut.split(' ')).toHaveLength(30)
  })

  it('prefers the place with most parts of the query to the first', () => {
    const text = `حلب حلب حلب ${filler(60)} حلب وإدلب ${filler(60)} إدلب`
    expect(shown(text, 'حلب', 'إدلب').marked).toEqual(['حلب', 'إدلب'])
  })

  it('is one line without bidi controls, the marks where the words then are', () => {
    const text = 'قال\u200F:\n\n\u202Bقصف\u2069  حل\u200Fب\tأمس'
    const { text: cut, marks } = snippet(text, [
      { part: 'حلب', start: text.indexOf('حل'), end: text.indexOf('\tأمس') },
    ])
    expect(cut).toBe('قال: قصف حلب أمس')
    expect(marks.map(({ start, end }) => cut.slice(start, end))).toEqual(['حلب'])
  })

  it('joins marks that overlap', () => {
    const text = 'الأسلحة الكيميائية'
    const matches = [
      { part: 'a', start: 0, end: 18 },
      { part: 'b', start: 8, end: 18 },
    ]
    expect(snippet(text, matches).marks).toEqual([{ start: 0, end: 18 }])
  })

  it('takes the rest of a hashtag along', () => {
    expect(shown(`${filler(60)} #حلب_تحترق ${filler(60)}`, 'تحترق').cut).toContain('#حلب_تحترق')
  })

  it('shows the beginning where nothing matched', () => {
    expect(snippet(filler(60), []).text.split(' ')).toHaveLength(30)
    expect(snippet('', [])).toEqual({ text: '', marks: [] })
  })

  it('stays short where a text has no blanks, and cuts no mark from its letter', () => {
    const text = 'ب\u064E'.repeat(3000)
    const { text: cut } = snippet(text, [{ part: 'x', start: 3000, end: 3002 }])
    expect(cut.length).toBeLessThan(1300)
    expect(cut).not.toMatch(/^…?\u064E/)
    expect(cut.replaceAll('…', '').length % 2).toBe(0)
  })

  it('stays short where a text is nothing but marks', () => {
    expect(snippet(`ب${'\u064E'.repeat(10_000)}`, []).text.length).toBeLessThan(500)
  })

  it('marks what matched, in any text', () => {
    const word = fc.constantFrom('حلب', 'إدلب', 'كلمة', 'a\u200Fb', '\u202Aقال', 'بَيَان', '😀')
    const gap = fc.constantFrom(' ', '\n', '  ', ' \u200F', '، ')
    fc.assert(
      fc.property(fc.array(fc.tuple(word, gap), { minLength: 1, maxLength: 90 }), (words) => {
        const text = words.map((pair) => pair.join('')).join('')
        const { cut, marked } = shown(text, 'حلب', 'إدلب')
        expect(marked.every((surface) => surface === 'حلب' || surface === 'إدلب')).toBe(true)
        expect(marked.length > 0).toBe(/حلب|إدلب/.test(text))
        expect(cut).not.toMatch(/[\u200F\u202A\n]| {2}/)
        expect(cut.split(' ').length).toBeLessThanOrEqual(31)
      }),
    )
  })
})
