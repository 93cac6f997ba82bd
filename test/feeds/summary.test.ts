import { describe, expect, it } from 'vitest'
import { shortened, summaryOf } from '../../src/feeds/summary.ts'
import { htmlToText } from '../../src/text/html-text.ts'

const ARABIC = 'أكد الائتلاف الوطني في بيان له اليوم ضرورة حماية المدنيين '

describe('summaryOf', () => {
  it('gives a short text whole, as one line without markup', () => {
    expect(summaryOf('<p>أول &amp; <strong>ثان</strong></p><p>ثالث</p>')).toBe('أول & ثان ثالث')
    expect(summaryOf('')).toBe('')
  })

  it('cuts a long text after a word and shows the cut', () => {
    const summary = summaryOf(`<p>${ARABIC.repeat(40)}</p>`)
    expect(summary.length).toBeLessThanOrEqual(280)
    expect(summary.length).toBeGreaterThan(220)
    expect(summary.endsWith('\u2026')).toBe(true)
    expect(`${ARABIC.repeat(40)}`.startsWith(`${summary.slice(0, -1)} `)).toBe(true)
  })

  it.each([
    {
      because: 'links hold long addresses',
      html: `<p><a href="https://a.test/${'x'.repeat(600)}">one</a> two</p>`,
    },
    {
      because: 'a tag may end exactly at the first look',
      html: `<p>${'<em></em>'.repeat(70)}one two</p>`,
    },
    {
      because: 'markup may be longer than any first look',
      html: `${'<p></p>'.repeat(9_000)}<p>one two</p>`,
    },
  ])('finds the text behind much markup: $because', ({ html }) => {
    expect(summaryOf(html)).toBe('one two')
  })

  it('is that of the whole text, wherever the first look cuts a tag or a reference', () => {
    for (let shift = 0; shift < 300; shift++) {
      const html = `${'<em></em>'.repeat(11)}${'x'.repeat(shift)}${'&raquo;'.repeat(20)}<strong>a</strong> ${'b '.repeat(400)}`
      expect(summaryOf(html)).toBe(shortened(htmlToText(html), 280))
    }
  })
})

describe('shortened', () => {
  it.each([
    { because: 'what fits is not touched', text: 'one two', max: 7, short: 'one two' },
    { because: 'a space at the very end ends a word', text: 'one two', max: 4, short: 'one\u2026' },
    { because: 'half a word is left out', text: 'one two', max: 6, short: 'one\u2026' },
    {
      because: 'a word without end is cut',
      text: 'x'.repeat(200),
      max: 100,
      short: `${'x'.repeat(99)}\u2026`,
    },
    {
      because: 'an emoji of several parts stays whole',
      text: `${'x'.repeat(97)}\u{1F468}\u200D\u{1F469}\u200D\u{1F467} y`,
      max: 100,
      short: `${'x'.repeat(97)}\u2026`,
    },
    {
      because: 'a letter keeps its marks',
      text: `${'x'.repeat(97)}\u0628\u0651\u064E${'x'.repeat(9)}`,
      max: 100,
      short: `${'x'.repeat(97)}\u2026`,
    },
    {
      because: 'a pair is never parted, even under a pile of marks',
      text: `a${'\u{1D165}'.repeat(200)}`,
      max: 101,
      short: `a${'\u{1D165}'.repeat(49)}\u2026`,
    },
  ])('$because', ({ text, max, short }) => {
    expect(shortened(text, max)).toBe(short)
  })
})
