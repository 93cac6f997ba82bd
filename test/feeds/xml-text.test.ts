import { describe, expect, it } from 'vitest'
import { escapeAttribute, escapeText, withoutForbidden } from '../../src/feeds/xml-text.ts'

describe('withoutForbidden', () => {
  it.each([
    {
      because: 'NUL and its neighbours have no form in XML 1.0',
      text: 'a\u0000b\u0008c',
      kept: 'abc',
    },
    { because: 'vertical tab and form feed neither', text: 'a\u000B\u000Cb', kept: 'ab' },
    { because: 'nor the other controls', text: 'a\u000E\u001Bb\u001F', kept: 'ab' },
    { because: 'tab and line breaks are characters', text: 'a\tb\nc\rd', kept: 'a\tb\nc\rd' },
    { because: 'the two non-characters are forbidden', text: 'a\uFFFE\uFFFFb', kept: 'ab' },
    { because: 'the replacement character is not', text: '\uFFFD', kept: '\uFFFD' },
    { because: 'a lone high surrogate is no character', text: 'a\uD83Db', kept: 'ab' },
    { because: 'a lone low surrogate neither', text: 'a\uDD4Ab', kept: 'ab' },
    { because: 'a pair is one', text: '\u{1F54A}', kept: '\u{1F54A}' },
    {
      because: 'a pair may have lone neighbours',
      text: '\uD83D\u{1F54A}\uDD4A',
      kept: '\u{1F54A}',
    },
    { because: 'no pair is made of what stood apart', text: '\uD83D\u0001\uDD4A', kept: '' },
    { because: 'C1 controls are allowed', text: '\u0085\u009F', kept: '\u0085\u009F' },
    {
      because: 'marks, joiners and directions are Arabic',
      text: 'بَيَا\u200Cن\u200F',
      kept: 'بَيَا\u200Cن\u200F',
    },
  ])('$because', ({ text, kept }) => {
    expect(withoutForbidden(text)).toBe(kept)
  })
})

describe('escapeText', () => {
  it.each([
    {
      because: 'hexadecimal form, as the RSS profile asks',
      text: 'a & b < c',
      escaped: 'a &#x26; b &#x3C; c',
    },
    { because: 'a bare > may stand', text: '<b>', escaped: '&#x3C;b>' },
    { because: 'except after ]]', text: ']]>', escaped: ']]&#x3E;' },
    { because: 'as often as it comes', text: ']]>]]>]]>', escaped: ']]&#x3E;]]&#x3E;]]&#x3E;' },
    {
      because: 'also when a removed character stood inside',
      text: ']]\u0001>',
      escaped: ']]&#x3E;',
    },
    { because: 'what is escaped already is escaped again', text: '&lt;', escaped: '&#x26;lt;' },
    {
      because: 'a carriage return would be read as a line feed',
      text: 'a\r\nb',
      escaped: 'a&#xD;\nb',
    },
    { because: 'quotes may stand in text', text: `"'`, escaped: `"'` },
    { because: 'Arabic stays as it is', text: 'بيان', escaped: 'بيان' },
  ])('$text: $because', ({ text, escaped }) => {
    expect(escapeText(text)).toBe(escaped)
  })
})

describe('escapeAttribute', () => {
  it.each([
    { because: 'a quote would end the value', text: 'a"b', escaped: 'a&#x22;b' },
    {
      because: 'white space would become spaces',
      text: 'a\tb\nc\rd',
      escaped: 'a&#x9;b&#xA;c&#xD;d',
    },
    { because: 'markup letters as in text', text: '<&', escaped: '&#x3C;&#x26;' },
    { because: 'forbidden characters go', text: 'a\u0000b', escaped: 'ab' },
  ])('$because', ({ text, escaped }) => {
    expect(escapeAttribute(text)).toBe(escaped)
  })
})
