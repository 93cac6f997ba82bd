import { XMLParser } from 'fast-xml-parser'
import { describe, expect, it } from 'vitest'
import { cutEntry } from '../../src/sources/entry-cutter.ts'
import { ENTRY, ITEM } from './documents.ts'

/** An independent parser, told to leave the children's content alone as we do. */
const witness = new XMLParser({
  ignoreAttributes: true,
  parseTagValue: false,
  processEntities: false,
  trimValues: false,
  stopNodes: ['item.*', 'entry.*'],
})

function byWitness(raw: string): Map<string, string[]> {
  const [entry] = Object.values(
    witness.parse(raw) as Record<string, Record<string, string | string[]>>,
  )
  return new Map(
    Object.entries(entry!)
      .filter(([name]) => name !== '#text')
      .map(([name, inner]) => [name, [inner].flat()]),
  )
}

function byUs(raw: string): Map<string, string[]> {
  const children = new Map<string, string[]>()
  for (const { name, inner } of cutEntry(raw)?.children ?? [])
    children.set(name, [...(children.get(name) ?? []), inner])
  return children
}

describe('an independent parser finds the same children', () => {
  it.each([
    { because: 'a plain item', raw: ITEM },
    { because: 'a plain entry', raw: ENTRY },
    {
      because: 'two of a name',
      raw: '<item><category>أ</category>\n<category>ب</category></item>',
    },
    {
      because: 'an element inside one of its name',
      raw: '<entry><content><div><content>a</content>b</div></content><id>1</id></entry>',
    },
    {
      because: 'a longer name that begins the same',
      raw: '<entry><title>a</title><titles><title>b</title></titles></entry>',
    },
    {
      because: 'an end tag inside CDATA',
      raw: '<item><description><![CDATA[a</description>b]]></description><link>x</link></item>',
    },
    {
      because: 'an end tag inside a comment',
      raw: '<item><description>a<!-- </description> -->b</description><link>x</link></item>',
    },
    {
      because: 'html that nobody closed',
      raw: '<item><description><p>a<br>b & c</description><link>x</link></item>',
    },
    {
      because: 'prefixes',
      raw: '<item><dc:date>a</dc:date><content:encoded>b</content:encoded></item>',
    },
    {
      because: 'line breaks inside tags',
      raw: '<item\n a="1"><title\n>x</title\n><link>y</link></item>',
    },
  ])('$because', ({ raw }) => {
    expect(byUs(raw)).toEqual(byWitness(raw))
    expect(byUs(raw).size).toBeGreaterThan(0)
  })
})

it.each([
  { because: 'a child without end tag', raw: '<item><title>x<link>y</link></item>' },
  { because: 'CDATA without end', raw: '<item><title><![CDATA[x</title></item>' },
  { because: 'no end tag of its own', raw: '<item><title>x</title>' },
])('undefined: $because', ({ raw }) => {
  expect(cutEntry(raw)).toBeUndefined()
})

it('empty children have empty content', () => {
  expect(cutEntry('<entry><link href="x"/><a></a></entry>')?.children).toEqual([
    { name: 'link', tag: '<link href="x"/>', inner: '' },
    { name: 'a', tag: '<a>', inner: '' },
  ])
})
