import { describe, expect, it } from 'vitest'
import { attributesOf, xmlText } from '../../src/sources/xml-text.ts'
import { cpuClock } from '../cpu-clock.ts'

describe('the characters of an element', () => {
  it.each([
    { raw: 'a<!-- b -->c', text: 'ac', because: 'a comment is no text' },
    { raw: 'a<?b ?>c', text: 'ac', because: 'an instruction is no text' },
    { raw: 'a<!-- <? -->b?>', text: 'ab?>', because: 'what begins in a comment ends with it' },
    { raw: 'a<!-- b', text: 'a<!-- b', because: 'a comment that never ends hides nothing' },
    { raw: 'a<!-->b', text: 'a<!-->b', because: 'the marks of one comment do not overlap' },
    { raw: '<!-- a<?b?>c', text: '<!-- ac', because: 'nor does it hide what follows it' },
  ])('$because', ({ raw, text }) => {
    expect(xmlText(raw)).toBe(text)
  })
})

describe('the attributes of a tag', () => {
  it('are found behind white space, a quote or nothing', () => {
    const found = attributesOf(`<a x = "1"y='2' z z="3"/>`)
    expect([...found]).toEqual([
      ['x', '1'],
      ['y', '2'],
      ['z', '3'],
    ])
  })
})

describe('hostile texts take no longer than their length', () => {
  const LONG = 500_000
  it.each([
    { because: 'comments that never end', read: () => xmlText('<!--'.repeat(LONG / 4)) },
    { because: 'instructions that never end', read: () => xmlText('<?'.repeat(LONG / 2)) },
    { because: 'a name that never ends', read: () => attributesOf(`<a x="" ${'&'.repeat(LONG)}>`) },
  ])('$because', ({ read }) => {
    const spent = cpuClock()
    read()
    expect(spent()).toBeLessThan(1_000)
  })
})
