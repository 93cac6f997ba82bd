import { describe, expect, it } from 'vitest'
import { prepareEntry } from '../../src/feeds/prepare-entry.ts'
import type { EntryMatch } from '../../src/feeds/snapshot.ts'
import { withMachineMatch, withMatch } from '../../src/objects/entry-match.ts'
import { statement } from '../feeds/sample.ts'

const WATCH = { id: 'bridges', name: 'الجسور' }
const entry = prepareEntry(statement())
const matchOf = (wording: { title: string; text: string }, field: 'title' | 'text'): EntryMatch => {
  const start = wording[field].indexOf('الجسر')
  const match = { part: 'الجسر', field, surface: 'الجسر', start, end: start + 5 }
  return JSON.parse(withMatch(entry, WATCH, wording, [match]).head).matched
}

describe("an entry of a watch's feed", () => {
  it.each([
    {
      because: 'the text tells most',
      wording: { title: 'بيان', text: 'يفتح المجلس الجسر غدا.' },
      field: 'text',
      line: 'يفتح المجلس [الجسر] غدا.',
    },
    {
      because: 'only the title was hit',
      wording: { title: 'حول الجسر', text: 'نص آخر.' },
      field: 'title',
      line: 'حول [الجسر]',
    },
    {
      because: 'what XML forbids is left out, and then no mark could be right',
      wording: { title: '', text: 'عند\u0001 الجسر' },
      field: 'text',
      line: 'عند الجسر',
    },
  ] as const)('carries the line that was hit: $because', ({ wording, field, line }) => {
    const { text, marks, watch } = matchOf(wording, field)
    const marked = marks.reduceRight(
      (shown, { start, end }) =>
        `${shown.slice(0, start)}[${shown.slice(start, end)}]${shown.slice(end)}`,
      text,
    )
    expect(marked).toBe(line)
    expect(watch).toEqual(WATCH)
  })

  it('says first that it was a machine that said it', () => {
    const text = 'The council opens the bridge.'
    const match = { part: 'bridge', field: 'text', surface: 'bridge', start: 22, end: 28 } as const
    const machine = {
      language: 'en',
      title: 'x',
      text,
      provider: 'libretranslate',
      model: 'm',
    } as const
    const { head } = withMachineMatch(entry, WATCH, { ...machine, matches: [match] })
    const { matched } = JSON.parse(head) as { matched: EntryMatch }
    expect(matched.text).toBe(`[Machine translation] ${text}`)
    expect(matched.marks.map(({ start, end }) => matched.text.slice(start, end))).toEqual([
      'bridge',
    ])
  })
})
