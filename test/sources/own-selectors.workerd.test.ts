import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseSelector } from '../../src/sources/css-selector.ts'
import { MarkedPage } from '../../src/sources/marked-page.ts'

/** Every element has a number of its own in `n`. */
const PAGE = `<!doctype html><html n=0><head n=1><meta n=2 property="og:title" content="x"><base n=3 href="/"></head>
<body n=4 class="home page" lang="ar-SY"><nav n=5><ul n=6><li n=7 class="menu-item"><a n=8 href="/a">x</a></li>
<li n=9 class="menu-item item"><a n=10 HREF='/b' title="a > b">x</a><li n=11>no end<li n=12 class="item last">x</ul></nav>
<DIV n=13 id="list" data-x='<p class="item">'><div n=14 class="item	post"><h3 n=15><a n=16 href=/p/1 class="Item">x</a></h3>
<p n=17 class="lead item">x<br n=18 class="item"><img n=19 alt="" hidden></p></div><div n=20 class="items post-item">
<section n=21 class="item"><article n=22 class="item"><p n=23 data-k="a-b c">x</p><p n=24 DATA-K="a">y</p></article></section></div></div>
</span><p n=25 class="">x<b n=26 class="a&amp;b"><i n=27 id=x class='item "q"'>x</p></b></i>
<a n=28>x</a><a n=29 href>x</a><a n=30 href="">x</a><svg n=31 class="item"><g n=32/></svg></body></html>`

const SELECTORS = [
  ['*', 'p', 'P', 'li', '.item', '.Item', '#list', '#x', 'div.item', 'div.item.post'],
  ['.item .item', '.item > .item', 'div > p', 'body>div', 'ul > li > a', 'nav a', '.item p'],
  ['section > article p', 'a[href]', '[hidden]', '[data-k]', '[data-k="a-b c"]', '[data-k=a]'],
  ['[class~=item]', '[class^="it"]', "[class$='st']", '[class*="tem"]', '[data-k|=a]'],
  ['[data-k="A" i]', '[data-k="A"]', 'li:not(.item)', 'p:not([data-k])', ':not(p)', '.missing'],
  ['h3, .lead , #x', 'div div.items section', '[class=""]', '[class~=""]', '[class^=""]'],
  ['[title="a > b"]', 'nav>ul>li.item>a', '.item *', 'body * p', '[property="og:title"]'],
].flat()

async function chosenByHtmlRewriter(selector: string, html: string): Promise<string[]> {
  const chosen: string[] = []
  const element = (one: Element) => {
    const number = one.getAttribute('n')
    // Scripts, styles and the like are no part of what we read: they have no number here.
    if (number !== null) chosen.push(number)
  }
  await new HTMLRewriter().on(selector, { element }).transform(new Response(html)).arrayBuffer()
  return chosen
}

async function chosenByUs(selector: string, html: string): Promise<string[]> {
  expect(parseSelector(selector), `${selector} is one of ours`).toBeDefined()
  const chosen: string[] = []
  const element = (one: { getAttribute: (name: string) => string | null }) =>
    void chosen.push(one.getAttribute('n') ?? '')
  await new MarkedPage().on(selector, { element }).walk(html)
  return chosen
}

describe('selectors that are asked without HTMLRewriter', () => {
  it.each(SELECTORS)('choose what it would choose: %s', async (selector) => {
    expect(await chosenByUs(selector, PAGE)).toEqual(await chosenByHtmlRewriter(selector, PAGE))
  })

  it('choose so on any page', async () => {
    const tag = fc.constantFrom('div', 'p', 'li', 'ul', 'section')
    const names = fc.constantFrom('', ' class="a"', ' class="b a"', " class='c'", ' k=a', ' k')
    const piece = fc.oneof(
      fc.tuple(tag, names).map(([name, more]) => `<${name} n=#${more}>`),
      tag.map((name) => `</${name}>`),
      fc.constantFrom('x', ' < ', '<br n=#>', '<!-- <p class="a"> -->', '<style>p{}</style>'),
    )
    const simple = fc.constantFrom('.a', '.b', 'p', 'li.a', '[k]', '[k=a]', 'div', 'ul', ':not(.a)')
    const selector = fc
      .tuple(simple, fc.constantFrom(' ', ' > ', ', '), simple, fc.constantFrom(' ', '>'), simple)
      .map((parts) => parts.join(''))
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 40 }), selector, async (pieces, asked) => {
        const html = pieces.map((one, index) => one.replace('#', String(index))).join('')
        expect(await chosenByUs(asked, html)).toEqual(await chosenByHtmlRewriter(asked, html))
      }),
      { numRuns: 200 },
    )
  })

  it.each(['li:nth-child(2)', 'li:first-child', '.a\\:b', ':not(.a, .b)', '[type="TEXT"]'])(
    'leave to it what only it knows: %s',
    (selector) => {
      expect(parseSelector(selector)).toBeUndefined()
    },
  )

  it('and read what it chose from the whole page, signs in attributes or not', async () => {
    const html = `<ul><li n=1 title="a <b> c"><i>one</i></li><li n=2 data-x='<li'><i>two</i></li><li n=3>three</ul>x`
    const heard: string[] = []
    await new MarkedPage()
      .on('li:nth-child(2n+1)', {
        element: (one) => void heard.push(`#${one.getAttribute('n')}`),
        text: (raw) => void heard.push(raw),
      })
      .walk(html)
    expect(heard).toEqual(['#1', 'one', '#3', 'three'])
  })
})
