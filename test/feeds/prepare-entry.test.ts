import { describe, expect, it } from 'vitest'
import { feedBody, prepareEntry } from '../../src/feeds/prepare-entry.ts'
import { statement } from './sample.ts'

describe('feedBody', () => {
  it.each([
    { because: 'nearly all stay as they are', html: '<p>a &amp; b</p>', body: '<p>a &amp; b</p>' },
    {
      because: 'the end of a section is told as html tells it',
      html: '<p>]]></p>',
      body: '<p>]]&gt;</p>',
    },
    { because: 'as often as it comes', html: ']]>]]>]]>', body: ']]&gt;]]&gt;]]&gt;' },
    { because: 'the end may come by a removal', html: ']]\u0000>', body: ']]&gt;' },
    { because: 'by this one too', html: ']]\r>', body: ']]&gt;' },
    { because: 'brackets alone end nothing', html: 'a[[0]]', body: 'a[[0]]' },
    {
      because: 'a section cannot say a carriage return',
      html: '<p>\r\n</p>',
      body: '<p>\n</p>',
    },
    { because: 'forbidden characters go', html: '<p>\uD83D\u0001</p>', body: '<p></p>' },
  ])('$because', ({ html, body }) => {
    expect(feedBody(html)).toBe(body)
  })
})

describe('prepareEntry', () => {
  const head = (changes: Parameters<typeof statement>[0]) =>
    JSON.parse(prepareEntry(statement(changes)).head)

  it('is the same whatever the order of members', () => {
    const one = statement()
    const turned = Object.fromEntries(Object.entries(one).reverse()) as unknown as typeof one
    expect(prepareEntry(turned)).toEqual(prepareEntry(one))
  })

  it('counts the body in bytes', () => {
    expect(prepareEntry(statement({ html: '<p>\u0628\u064A</p>' })).bodyBytes).toBe(11)
  })

  it.each([
    { because: 'a script is no link', url: 'javascript:alert(1)', link: null },
    {
      because: 'Arabic letters are escaped',
      url: 'https://nahr.test/\u0628',
      link: 'https://nahr.test/%D8%A8',
    },
  ])('$because', ({ url, link }) => {
    expect(head({ url }).link).toBe(link)
    expect(head({ url }).url).toBe(url)
  })

  it('makes up no time that looks like news', () => {
    const times = head({ published: 'x', firstSeen: 'y', updated: 'z' })
    expect(times).toMatchObject({
      published: null,
      firstSeen: '1970-01-01T00:00:00.000Z',
      updated: '1970-01-01T00:00:00.000Z',
    })
  })
})
