import { expect, it } from 'vitest'
import { Fragment, jsx, raw } from '../../src/pages/jsx-runtime.ts'

it.each([
  { because: 'a text', html: jsx('p', { children: 'a' }), is: '<p>a</p>' },
  {
    because: 'markup in a text stays text',
    html: jsx('p', { children: '<b>&"\'' }),
    is: '<p>&lt;b&gt;&amp;&quot;&#39;</p>',
  },
  {
    because: 'nor can a value leave its quotes',
    html: jsx('a', { href: '"><b>' }),
    is: '<a href="&quot;&gt;&lt;b&gt;"></a>',
  },
  {
    because: 'ours is written as it is',
    html: jsx('p', { children: raw('<b>a</b>') }),
    is: '<p><b>a</b></p>',
  },
  {
    because: 'lists are written one after another',
    html: jsx('p', { children: ['a', [1, jsx('b', {})]] }),
    is: '<p>a1<b></b></p>',
  },
  {
    because: 'what is not there is not written',
    html: jsx('p', { children: [false, null, undefined, true, ''] }),
    is: '<p></p>',
  },
  { because: 'zero is there', html: jsx('p', { children: 0 }), is: '<p>0</p>' },
  { because: 'an element without an end', html: jsx('br', {}), is: '<br/>' },
  {
    because: 'true by name alone',
    html: jsx('input', { checked: true }),
    is: '<input checked=""/>',
  },
  {
    because: 'false not at all',
    html: jsx('input', { checked: false, value: undefined }),
    is: '<input/>',
  },
  {
    because: 'where the value is a word, false is one',
    html: jsx('p', { 'aria-busy': false, spellcheck: false }),
    is: '<p aria-busy="false" spellcheck="false"></p>',
  },
  { because: 'a number is a value', html: jsx('p', { tabindex: 0 }), is: '<p tabindex="0"></p>' },
  {
    because: 'a function is nothing that html knows',
    html: jsx('p', { onclick: () => 1 }),
    is: '<p></p>',
  },
  {
    because: 'a fragment has no tag',
    html: Fragment({ children: ['a', jsx('b', {})] }),
    is: 'a<b></b>',
  },
  {
    because: 'an object is not ours because it looks so',
    html: jsx('p', { children: { isEscaped: true, toString: () => '<b>' } }),
    is: '<p></p>',
  },
])('writes $is: $because', ({ html, is }) => {
  expect(html.toString()).toBe(is)
})

it('is what the compiler uses', () => {
  const Name = ({ of }: { readonly of: string }) => <b>{of}</b>
  const html = (
    <p class="x" data-copy={'"'}>
      <Name of="<a>" /> & <>b</>
    </p>
  )
  expect(String(html)).toBe('<p class="x" data-copy="&quot;"><b>&lt;a&gt;</b> &amp; b</p>')
})
