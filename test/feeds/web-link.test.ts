import { expect, it } from 'vitest'
import { webLink } from '../../src/feeds/web-link.ts'

it.each([
  {
    because: 'an Arabic path is escaped as UTF-8',
    address: 'https://etilaf.test/بيان',
    link: 'https://etilaf.test/%D8%A8%D9%8A%D8%A7%D9%86',
  },
  {
    because: 'escapes are not escaped again',
    address: 'https://etilaf.test/%D8%A8?a=%26',
    link: 'https://etilaf.test/%D8%A8?a=%26',
  },
  {
    because: 'an Arabic host has an ASCII form',
    address: 'https://بيان.test/',
    link: 'https://xn--mgbb5goa.test/',
  },
  {
    because: 'letters that URL leaves bare',
    address: 'https://a.test/x|y^z?q={"a"}#`b`',
    link: 'https://a.test/x%7Cy%5Ez?q=%7B%22a%22%7D#%60b%60',
  },
  {
    because: 'markup in an address is escaped',
    address: 'https://a.test/"><script>',
    link: 'https://a.test/%22%3E%3Cscript%3E',
  },
  {
    because: 'a query keeps its &',
    address: 'https://a.test/?a=1&b=2',
    link: 'https://a.test/?a=1&b=2',
  },
  {
    because: 'a percent sign that escapes nothing',
    address: 'https://a.test/100%/%zz',
    link: 'https://a.test/100%25/%25zz',
  },
  { because: 'http is allowed', address: 'http://a.test', link: 'http://a.test/' },
  {
    because: 'a lone surrogate cannot be carried',
    address: 'https://a.test/\uD83D',
    link: 'https://a.test/%EF%BF%BD',
  },
  { because: 'a script is no address', address: 'javascript:alert(1)', link: undefined },
  {
    because: 'nor with white space before or inside it',
    address: ' java\tscript:alert(1)',
    link: undefined,
  },
  { because: 'data is no address', address: 'data:text/html,x', link: undefined },
  { because: 'a relative address leads to us', address: '/statement/1', link: undefined },
  { because: 'so does one without a scheme', address: '//etilaf.test/1', link: undefined },
  { because: 'URL would mend http:x to a host', address: 'http:x', link: undefined },
  { because: 'a port out of range', address: 'https://a.test:99999/', link: undefined },
  { because: 'nothing', address: '', link: undefined },
])('$address: $because', ({ address, link }) => {
  expect(webLink(address)).toBe(link)
})
