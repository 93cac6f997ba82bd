import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitHead } from '../../src/feeds/entry-head.ts'
import { prepareEntry } from '../../src/feeds/prepare-entry.ts'
import { plainText } from '../../src/feeds/xml-bytes.ts'
import type { Translation } from '../../src/statements/statement.ts'
import { statement } from './sample.ts'

const PARTNER: Translation = {
  id: 'nahr-2',
  url: 'https://nahr.test/en/2',
  language: 'en',
  title: 'The old bridge',
  by: 'declared',
  confidence: 1,
}

/** What the head holds, put together again from its parts. */
function joined(head: string) {
  const { json, words } = splitHead(head)
  const [title, summary, other] = words.map((one) => plainText(new TextEncoder().encode(one)))
  const rest = JSON.parse(`${json}}`)
  const translation = rest.translation && { ...rest.translation, title: other }
  return { ...rest, title, summary, translation }
}

const NAMES = [
  '","summary":"',
  '","published":',
  '"translation":{',
  '","title":"',
  '","by":',
  '\\',
  '\\"',
  '"',
  '\n',
  '&',
  '<',
  'بيان',
  '\u{1F54A}',
]
const text = fc.array(fc.constantFrom(...NAMES), { maxLength: 8 }).map((parts) => parts.join(''))

describe('a head without its words', () => {
  it('says the same with them, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.tuple(text, text, text, text, fc.boolean()), ([a, b, c, d, isPaired]) => {
        const translation = isPaired ? { ...PARTNER, id: d, title: c, url: d } : null
        const { head } = prepareEntry(
          statement({ title: a, html: `<p>${b}</p>`, tag: c, author: d, url: d, translation }),
        )
        expect(joined(head)).toEqual(JSON.parse(head))
      }),
      { numRuns: 500 },
    )
  })

  it('is ASCII, in half the bytes a letter', () => {
    const { head } = prepareEntry(statement({ url: 'https://nahr.test/بيان', author: 'مكتب' }))
    expect(splitHead(head).json).toMatch(/^[ -~]+$/)
  })

  it('keeps what is added behind: a match, a machine', () => {
    const { head } = prepareEntry(statement({ translation: PARTNER }))
    const matched = { watch: { id: 'w', name: 'الجسر' }, text: '"title":"', marks: [] }
    const withMatch = `${head.slice(0, -1)},"matched":${JSON.stringify(matched)}}`
    expect(joined(withMatch).matched).toEqual(matched)
  })

  it('is a mistake of ours where the order is another', () => {
    expect(() => splitHead('{"summary":"","title":"","published":null}')).toThrow('prepared entry')
  })
})
