import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sanitiseHtml } from '../../src/sources/sanitise-html.ts'
import { cpuClock } from '../cpu-clock.ts'

const BASE = 'https://majlis.example/news/7'
const REL = 'rel="noopener noreferrer nofollow"'

describe('keeps what a statement is made of', () => {
  it.each([
    { because: 'paragraphs', html: '<p>أول</p><p>ثان</p>', clean: '<p>أول</p><p>ثان</p>' },
    {
      because: 'b and i are strong and em',
      html: '<p><b>a</b> <i>b</i></p>',
      clean: '<p><strong>a</strong> <em>b</em></p>',
    },
    { because: 'loose text is a paragraph', html: 'نص', clean: '<p>نص</p>' },
    {
      because: 'div is a paragraph break',
      html: '<div>a<div>b</div>c</div>',
      clean: '<p>a</p><p>b</p><p>c</p>',
    },
    { because: 'our title is the h1', html: '<h1>a</h1><h3>b</h3>', clean: '<h2>a</h2><h3>b</h3>' },
    {
      because: 'lists',
      html: '<ul><li>a</li><li>b</li></ul>',
      clean: '<ul><li>a</li><li>b</li></ul>',
    },
    {
      because: 'nested lists',
      html: '<ol><li>a<ul><li>b</li></ul></li></ol>',
      clean: '<ol><li>a<ul><li>b</li></ul></li></ol>',
    },
    {
      because: 'quotations',
      html: '<blockquote><p>a</p></blockquote>',
      clean: '<blockquote><p>a</p></blockquote>',
    },
    { because: 'br', html: '<p>a<br/>b<br></p>', clean: '<p>a<br>b</p>' },
    { because: 'two breaks are a paragraph', html: 'a<br><br>b', clean: '<p>a</p><p>b</p>' },
    {
      because: 'relative links',
      html: '<a href="../x?a=1&amp;b=2">x</a>',
      clean: `<p><a href="https://majlis.example/x?a=1&amp;b=2" ${REL}>x</a></p>`,
    },
    {
      because: 'mail',
      html: '<a href="mailto:a@b.example">x</a>',
      clean: `<p><a href="mailto:a@b.example" ${REL}>x</a></p>`,
    },
    {
      because: 'dir and lang',
      html: '<p dir="RTL" lang="ar" class="x" style="y">a</p>',
      clean: '<p dir="rtl" lang="ar">a</p>',
    },
    {
      because: 'the direction of a wrapper',
      html: '<div dir="rtl">a<p>b</p></div>',
      clean: '<p dir="rtl">a</p><p dir="rtl">b</p>',
    },
    {
      because: 'character references are letters',
      html: '<p>&#1576;&eacute;&nbsp;x&zwnj;y</p>',
      clean: '<p>بé\u00A0x\u200Cy</p>',
    },
    {
      because: 'what was written as text stays text',
      html: '&lt;b&gt; &amp;lt; 1 < 2 & 3',
      clean: '<p>&lt;b&gt; &amp;lt; 1 &lt; 2 &amp; 3</p>',
    },
    {
      because: 'white space is folded, words stay apart',
      html: '<p> a\n\t<b> b </b>c</p>',
      clean: '<p>a <strong>b</strong> c</p>',
    },
    {
      because: 'a no-break space between tags keeps words apart',
      html: '<b>a</b>&nbsp;b',
      clean: '<p><strong>a</strong> b</p>',
    },
    {
      because: 'cells stand apart',
      html: '<table><tr><td>a<td>b<tr><td>c</table>',
      clean: '<p>a b</p><p>c</p>',
    },
    {
      because: 'emphasis over two paragraphs',
      html: '<b><p>a</p><p>b</p></b>',
      clean: '<p><strong>a</strong></p><p><strong>b</strong></p>',
    },
    {
      because: 'empty paragraphs are none',
      html: '<p>&nbsp;</p><p><b></b></p><p>a</p><ul><li></li></ul>',
      clean: '<p>a</p>',
    },
    {
      because: 'span and font are nothing',
      html: '<p>ال<span style="x">ائتلاف</span></p>',
      clean: '<p>الائتلاف</p>',
    },
  ])('$because', ({ html, clean }) => {
    expect(sanitiseHtml(html, BASE)).toBe(clean)
  })
})

describe('mends what is broken', () => {
  it.each([
    { because: 'unclosed paragraphs', html: '<p>a<p>b', clean: '<p>a</p><p>b</p>' },
    {
      because: 'unclosed items',
      html: '<ul><li>a<li>b</ul>c',
      clean: '<ul><li>a</li><li>b</li></ul><p>c</p>',
    },
    {
      because: 'crossed tags',
      html: '<b>a<i>b</b>c</i>d',
      clean: '<p><strong>a</strong><strong><em>b</em></strong>cd</p>',
    },
    { because: 'items without a list', html: '<li>a</li>', clean: '<ul><li>a</li></ul>' },
    { because: 'a list without items', html: '<ul>a</ul>', clean: '<ul><li>a</li></ul>' },
    { because: 'stray end tags', html: '</div></p>a</b>', clean: '<p>a</p>' },
    {
      because: 'a list inside a paragraph',
      html: '<p>a<ul><li>b</ul>c</p>',
      clean: '<p>a</p><ul><li>b</li></ul><p>c</p>',
    },
    {
      because: 'a link inside a link: the inner wins',
      html: '<a href="/a">x<a href="/b">y</a></a>',
      clean: `<p><a href="https://majlis.example/a" ${REL}>x</a><a href="https://majlis.example/b" ${REL}>y</a></p>`,
    },
    { because: 'an unclosed tag at the end', html: '<p>a</p><p foo', clean: '<p>a</p>' },
    { because: 'an unclosed comment', html: '<p>a</p><!-- b', clean: '<p>a</p>' },
    {
      because: 'a script inside a select stops the tokeniser',
      html: '<p>a</p><select><script>x</script></select><p>b</p>',
      clean: '<p>a</p><p>b</p>',
    },
  ])('$because', ({ html, clean }) => {
    expect(sanitiseHtml(html, BASE)).toBe(clean)
  })
})

describe('removes', () => {
  it.each([
    { because: 'script with its content', html: 'a<script>alert(1)</script>b', clean: '<p>ab</p>' },
    { because: 'style', html: '<style>p{}</style>a', clean: '<p>a</p>' },
    { because: 'handlers', html: '<p onclick="x()" onmouseover=y>a</p>', clean: '<p>a</p>' },
    { because: 'images with handlers', html: '<img src=x onerror=alert(1)>a', clean: '<p>a</p>' },
    {
      because: 'iframes',
      html: '<iframe srcdoc="<script>x</script>">q</iframe>a',
      clean: '<p>a</p>',
    },
    {
      because: 'forms with their labels',
      html: '<form action=x>user<input name=p></form>a',
      clean: '<p>a</p>',
    },
    {
      because: 'svg',
      html: '<svg onload=alert(1)><a xlink:href="javascript:x">q</a></svg>a',
      clean: '<p>a</p>',
    },
    {
      because: 'svg title holding markup',
      html: '<svg><title><p>x</p><img src=x onerror=y></title></svg>a',
      clean: '<p>a</p>',
    },
    { because: 'template', html: '<template><p>x</p></template>a', clean: '<p>a</p>' },
    { because: 'textarea', html: '<textarea><script>x</script></textarea>a', clean: '<p>a</p>' },
    {
      because: 'title and head',
      html: '<head><title>t</title></head><body>a</body>',
      clean: '<p>a</p>',
    },
    {
      because: 'meta and base',
      html: '<base href="//evil.example"><meta http-equiv=refresh content=0><a href=x>a</a>',
      clean: `<p><a href="https://majlis.example/news/x" ${REL}>a</a></p>`,
    },
    { because: 'javascript:', html: '<a href="javascript:alert(1)">a</a>', clean: '<p>a</p>' },
    {
      because: 'javascript: by references',
      html: '<a href="&#106;avascript&colon;alert(1)">a</a>',
      clean: '<p>a</p>',
    },
    {
      because: 'javascript: with a tab',
      html: '<a href="java\tscript:x">a</a>',
      clean: '<p>a</p>',
    },
    {
      because: 'javascript: with a referenced line break',
      html: '<a href="java&#10;script:x">a</a>',
      clean: '<p>a</p>',
    },
    {
      because: 'javascript: behind a control character',
      html: '<a href="\u0001javascript:x">a</a>',
      clean: '<p>a</p>',
    },
    {
      because: 'data:',
      html: '<a href="data:text/html,<script>x</script>">a</a>',
      clean: '<p>a</p>',
    },
    { because: 'vbscript: in capitals', html: '<a href="VBScript:x">a</a>', clean: '<p>a</p>' },
    {
      because: 'an evil dir and lang',
      html: '<p dir="rtl&quot; onclick=x" lang="ar onclick=x">a</p>',
      clean: '<p>a</p>',
    },
    { because: 'comments', html: 'a<!-- <script>x</script> -->b', clean: '<p>ab</p>' },
    {
      because: 'CDATA as bogus comment',
      html: 'a<![CDATA[<b>x</b>]]>b',
      clean: '<p>ax]]&gt;b</p>',
    },
    { because: 'plaintext to the end', html: 'a<plaintext><b>x', clean: '<p>a</p>' },
    {
      because: 'control characters',
      html: '<p>a\u0000\u0007\u001Bb&#1;c&#xFFFE;</p>',
      clean: '<p>abc</p>',
    },
  ])('$because', ({ html, clean }) => {
    expect(sanitiseHtml(html, BASE)).toBe(clean)
  })
})

/** Whatever comes in, what goes out holds only these tags, closed and nested. */
const OUR_TAG =
  /<\/?(?:p|br|ul|ol|li|blockquote|h[2-6]|strong|em|a)(?: href="(?:https?:|mailto:)[^"<>]*" rel="noopener noreferrer nofollow")?(?: dir="(?:rtl|ltr|auto)")?(?: lang="[A-Za-z0-9-]+")?>/g

describe('nothing unescaped survives', () => {
  it.each([
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
    '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
    '<p title="<!--">a<!--"><img src=x onerror=y>-->',
    '<a href="https://x.example/&quot; onclick=&quot;x">a</a>',
    '<a href="mailto:a&quot;onclick=x@b">a</a>',
    '<xmp><p title="</xmp><script>x</script>">',
    '<scr<script>ipt>alert(1)</scr</script>ipt>',
    '<<script>alert(1)//<</script>',
    '<img """><script>alert("x")</script>">',
    '<scr\u0000ipt>x</scr\u0000ipt>',
    '<p/onclick=x//>a<p\u0000b>c',
    '<select><template><xmp><img src=x onerror=y></xmp></template></select>',
    '&lt;script&gt;alert(1)&lt;/script&gt;&amp;lt;b&amp;gt;',
    '<textarea></textarea\u0000><script>x</script>',
    '\u2028<p>\uD800x</p>',
    `${'<div>'.repeat(30_000)}a`,
    `${'<b><i><a href=/x>'.repeat(2_000)}a<p>b`,
    `${'<ul><li>'.repeat(3_000)}a`,
    `${'<p>a'.repeat(2_000)}`,
    '<table><td><script>x</table>y',
  ])('%.60s', expectOurs)

  it('whatever is thrown together', async () => {
    const pieces = [
      '<',
      '>',
      '</',
      '/>',
      '"',
      "'",
      '=',
      '!--',
      '-->',
      '<p>',
      '</p>',
      '<b>',
      '</b>',
      '<a href=',
      'javascript:',
      'x',
      ' ',
      '&lt;',
      '&',
      '#',
      ';',
      '<script>',
      '</script>',
      '<svg>',
      '</svg>',
      '<style>',
      '<li>',
      '<ul>',
      '</ul>',
      '<br>',
      '<![CDATA[',
      ']]>',
      '\u0000',
      '<title>',
      '<textarea',
      ' dir=rtl',
      'ب',
      '<table><td>',
      '<h1>',
      '<blockquote>',
    ]
    const html = fc
      .array(fc.constantFrom(...pieces), { maxLength: 40 })
      .map((parts) => parts.join(''))
    await fc.assert(fc.asyncProperty(html, expectOurs), { numRuns: 3_000 })
  })

  async function expectOurs(html: string): Promise<void> {
    const clean = sanitiseHtml(html, BASE)
    expect(clean.replace(OUR_TAG, '')).not.toMatch(/[<>]/)
    const open: string[] = []
    for (const [tag] of clean.matchAll(OUR_TAG)) {
      const name = /\w+/.exec(tag)![0]
      if (tag.startsWith('</')) expect(open.pop()).toBe(name)
      else if (name !== 'br') open.push(name)
    }
    expect(open).toEqual([])
    expect(sanitiseHtml(clean, BASE)).toBe(clean)
  }
})

it.each([
  '<a '.repeat(200_000),
  `${'<b>'.repeat(300_000)}${'</b>'.repeat(300_000)}`,
  `<i>${'</b>'.repeat(300_000)}`,
  '<!--'.repeat(200_000),
  '<script '.repeat(100_000),
  '<script>'.repeat(100_000),
  `<p ${'a'.repeat(1_000_000)}>x`,
  `<p ${'a '.repeat(500_000)}dir=rtl>x`.repeat(2),
  '<p dir="'.repeat(100_000),
  '&#x'.repeat(300_000),
  '<'.repeat(1_000_000),
])('a megabyte of %.12s… is read in little time', (html) => {
  const spent = cpuClock()
  sanitiseHtml(html, BASE)
  expect(spent()).toBeLessThan(1_500)
})
