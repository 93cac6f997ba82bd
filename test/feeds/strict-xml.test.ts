import { expect, it } from 'vitest'
import { all, only, readStrictXml } from './strict-xml.ts'

const read = (body: string) => readStrictXml(`<?xml version="1.0" encoding="utf-8"?>\n${body}`)

it('reads what is well formed', () => {
  const root = read(
    '<a xmlns:d="u"><d:b c="1&#x22;2"/>x&#x26;y<b>\u{1F54A}</b><b><![CDATA[<&]]]>]</b></a>\n',
  )
  expect(only(root, 'd:b').attributes.get('c')).toBe('1"2')
  expect(root.text).toBe('x&y')
  expect(all(root, 'b').map(({ text }) => text)).toEqual(['\u{1F54A}', '<&]]'])
})

it.each([
  { because: 'an end tag of another name', xml: '<a><b></a></b>' },
  { because: 'an element without end', xml: '<a><b></a>' },
  { because: 'two roots', xml: '<a/><b/>' },
  { because: 'no root', xml: '' },
  { because: 'text after the root', xml: '<a/>x' },
  { because: 'a bare &', xml: '<a>x & y</a>' },
  { because: 'an entity of HTML', xml: '<a>&nbsp;</a>' },
  { because: 'a bare <', xml: '<a>1 < 2</a>' },
  { because: 'the end of a CDATA section', xml: '<a>]]></a>' },
  { because: 'a CDATA section without end', xml: '<a><![CDATA[x]]</a>' },
  { because: 'a CDATA section that ends twice', xml: '<a><![CDATA[x]]>]]></a>' },
  { because: 'a CDATA section outside the root', xml: '<![CDATA[x]]><a/>' },
  { because: 'a control character', xml: '<a>\u0001</a>' },
  { because: 'a reference to one', xml: '<a>&#x1;</a>' },
  { because: 'a lone surrogate', xml: '<a>\uD83D</a>' },
  { because: 'a non-character', xml: '<a>\uFFFE</a>' },
  { because: 'an attribute twice', xml: '<a b="1" b="2"/>' },
  { because: 'an attribute without quotes', xml: '<a b=1/>' },
  { because: '< in an attribute', xml: '<a b="<"/>' },
  { because: 'no white space between attributes', xml: '<a b="1"c="2"/>' },
  { because: 'a prefix that nobody declared', xml: '<a><dc:b/></a>' },
  { because: 'a prefix declared only in a sibling', xml: '<a><b xmlns:d="u"/><d:c/></a>' },
  { because: 'a document type', xml: '<!DOCTYPE a><a/>' },
])('refuses $because', ({ xml }) => {
  expect(() => read(xml)).toThrow(Error)
})

it('refuses a document without declaration', () => {
  expect(() => readStrictXml('<a/>')).toThrow('declaration')
})
