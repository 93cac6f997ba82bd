import { describe, expect, it } from 'vitest'
import { htmlToText } from '../../src/text/html-text.ts'
import { cpuClock } from '../cpu-clock.ts'

const NBSP = '\u00A0'

describe('htmlToText', () => {
  it.each([
    { because: 'a paragraph is a line', html: '<p>أول</p><p>ثان</p>', text: 'أول\nثان' },
    { because: 'source line breaks are white space', html: '<p>one\r\n  two</p>', text: 'one two' },
    {
      because: 'white space between blocks is none',
      html: '<p>a</p>\n\n <p>b</p>\n',
      text: 'a\nb',
    },
    { because: 'br breaks a line', html: '<p>a<br>b<br/>c<br />d</p>', text: 'a\nb\nc\nd' },
    { because: 'many breaks are one', html: 'a<br><br><br>b', text: 'a\nb' },
    {
      because: 'list items stand on their own lines',
      html: '<ul><li>a</li><li>b</li></ul>c',
      text: 'a\nb\nc',
    },
    {
      because: 'headings and quotes are blocks',
      html: '<h2>T</h2><blockquote><p>q</p></blockquote>r',
      text: 'T\nq\nr',
    },
    {
      because: 'inline tags join',
      html: 'syr<strong>ia</strong>n <em>coalition</em>',
      text: 'syrian coalition',
    },
    { because: 'a space is not doubled by a tag', html: 'a <strong> b</strong>', text: 'a b' },
    {
      because: 'a name that begins like a block is inline',
      html: 'a<progress>b</progress>c',
      text: 'abc',
    },
    {
      because: 'attributes are no text',
      html: '<p dir="rtl" lang="ar">x <a href="https://a.test/?a=1&amp;b=2" rel="nofollow">y</a></p>',
      text: 'x y',
    },
    {
      because: 'cells of a row are apart',
      html: '<table><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr></table>',
      text: '1 2\n3',
    },
    {
      because: 'an empty paragraph held open is no line',
      html: '<p>a</p><p>&nbsp;</p><p>b</p>',
      text: 'a\nb',
    },
    { because: 'a hard space inside a line stays', html: 'a&nbsp;b', text: `a${NBSP}b` },
    {
      because: 'the five common references',
      html: '&amp; &lt; &gt; &quot; &#39;',
      text: `& < > " '`,
    },
    { because: 'references are decoded once', html: '&amp;lt;b&amp;gt;', text: '&lt;b&gt;' },
    {
      because: 'escaped markup is text',
      html: '&lt;p&gt;not a tag&lt;/p&gt;',
      text: '<p>not a tag</p>',
    },
    { because: 'decimal and hexadecimal numbers', html: '&#1576;&#x628;&#X628;', text: 'ببب' },
    { because: 'beyond the basic plane', html: '&#x1F54A;', text: '\u{1F54A}' },
    {
      because: 'Word writes windows-1252 numbers',
      html: '&#147;x&#148; &#150;',
      text: '\u201Cx\u201D \u2013',
    },
    {
      because: 'NUL and surrogates are no characters, and vanish',
      html: 'a&#0;&#xD800;&#x110000;',
      text: 'a',
    },
    {
      because: 'names of typography and of Arabic typesetting',
      html: '&laquo;x&raquo;&hellip;&rsquo;&zwnj;&rlm;',
      text: '\u00ABx\u00BB\u2026\u2019\u200C\u200F',
    },
    {
      because: 'old names need no semicolon',
      html: 'AT&amp;T &copy 2018',
      text: 'AT&T \u00A9 2018',
    },
    {
      because: 'an unknown name stays',
      html: 'a &nosuchname; b & c &',
      text: 'a &nosuchname; b & c &',
    },
    { because: 'a lone angle bracket is text', html: '3 < 5 and 5 > 3', text: '3 < 5 and 5 > 3' },
    { because: 'comments are not shown', html: 'a<!-- <p>x</p> -->b<!-- open', text: 'ab' },
    { because: 'nothing gives nothing', html: ' <p> </p> ', text: '' },
  ])('$html: $because', ({ html, text }) => {
    expect(htmlToText(html)).toBe(text)
  })

  it.each([
    { because: 'unclosed comments', html: '<!-'.concat('-<!-'.repeat(100_000)) },
    { because: 'unclosed tags', html: '<a '.repeat(150_000) },
    { because: 'spaces without a line', html: `a${' '.repeat(300_000)}b` },
    { because: 'references without an end', html: '&#'.repeat(200_000) },
    { because: 'hard spaces without a line', html: `${NBSP.repeat(300_000)}x` },
  ])('stays quick on $because', ({ html }) => {
    const spent = cpuClock()
    htmlToText(html)
    expect(spent()).toBeLessThan(500)
  })
})
