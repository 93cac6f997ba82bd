import { decodeHTML, decodeHTMLAttribute } from 'entities'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LATIN_NAMES, NAME_RUNS } from '../../src/text/character-references-table.ts'
import { decodeAttribute, decodeReferences } from '../../src/text/character-references.ts'

const NAMES = [LATIN_NAMES, ...NAME_RUNS.map(([, run]) => run)].flatMap((run) => run.split(' '))

it('every name is the one of the HTML Standard, with and without its semicolon', () => {
  for (const name of [...NAMES, 'amp', 'lt', 'gt', 'quot', 'AMP', 'COPY']) {
    expect(decodeReferences(`a&${name};b`), name).toBe(decodeHTML(`a&${name};b`))
    expect(decodeReferences(`a&${name} b`), name).toBe(decodeHTML(`a&${name} b`))
    expect(decodeAttribute(`?a=1&${name}=2`), name).toBe(decodeHTMLAttribute(`?a=1&${name}=2`))
  }
})

describe('decodes', () => {
  it.each([
    { text: '&#1576;&#x64A;&#X627;&#1606', decoded: 'بيان', because: 'numbers, the last unended' },
    { text: '&#147;x&#148; &#8211;', decoded: '“x” –', because: 'windows-1252 by number' },
    { text: '&amp;lt;', decoded: '&lt;', because: 'once and no more' },
    { text: 'a &#0; b &#xD800; c &#1114112; d', decoded: 'a  b  c  d', because: 'no characters' },
    { text: 'R&D & more &unknown; &x', decoded: 'R&D & more &unknown; &x', because: 'no names' },
    { text: '&copyright', decoded: '©right', because: 'a legacy name at the head of a word' },
    {
      text: '&zwnj;&hellip;&nbsp;',
      decoded: '\u200C…\u00A0',
      because: 'names met in Arabic feeds',
    },
  ])('$text: $because', ({ text, decoded }) => {
    expect(decodeReferences(text)).toBe(decoded)
  })
})

it('a long text is decoded in parts, and no reference is cut in two', () => {
  const text = `${'x'.repeat(65_530)}&eacute;&#233;`.repeat(3)
  expect(decodeReferences(text)).toBe(decodeHTML(text))
  expect(decodeReferences('&#38;'.repeat(40_000))).toBe('&'.repeat(40_000))
})

it('agrees with the witness on what it knows', () => {
  const piece = fc.constantFrom(
    '&',
    '#',
    'x',
    ';',
    '6',
    '4',
    'amp',
    'lt',
    'copy',
    'not',
    'zz',
    '=',
    ' ',
    'eacute',
    'a',
    'ب',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join('')
      // Numbers that name nothing vanish here and are U+FFFD there.
      const witness = (decoded: string) => decoded.replaceAll('\uFFFD', '')
      expect(decodeReferences(text)).toBe(witness(decodeHTML(text)))
      expect(decodeAttribute(text)).toBe(witness(decodeHTMLAttribute(text)))
    }),
    { numRuns: 2_000 },
  )
})
