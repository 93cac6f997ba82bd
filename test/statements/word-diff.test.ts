import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ChangeClass, changeClass } from '../../src/statements/change-class.ts'
import { wordDiff } from '../../src/statements/word-diff.ts'

describe('the diff of two wordings', () => {
  it('loses no letter of either', () => {
    const text = fc.array(
      fc.constantFrom('بيان', 'البيان', 'والبيان', '١٢', '12', 'harbour', '.', '\n'),
    )
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [before, after] = [one.join(' '), other.join(' ')]
        const { parts } = wordDiff(before, after)
        const newer = parts.filter(({ kind }) => kind !== 'removed').map((part) => part.text)
        expect(newer.join('')).toBe(after)
        const words = (text: string) =>
          wordDiff(text, text)
            .parts.map((part) => part.text)
            .join('')
        expect(words(before)).toBe(before)
      }),
    )
  })

  it('names the words that went and came, in their places', () => {
    const { parts } = wordDiff('فتح الجسر صباح الاثنين.', 'فتح الجسر صباح الثلاثاء.')
    expect(parts).toEqual([
      { kind: 'same', text: 'فتح الجسر صباح ' },
      { kind: 'removed', text: 'الاثنين.' },
      { kind: 'added', text: 'الثلاثاء.' },
    ])
  })

  it.each([
    { because: 'vowel marks are optional', before: 'أعلن المجلس', after: 'أعْلَنَ المَجلِس' },
    { because: 'a hamza on alef is a habit', before: 'إدارة الميناء', after: 'ادارة الميناء' },
    { because: 'digits have two shapes', before: 'في ١٢ منطقة', after: 'في 12 منطقة' },
    { because: 'a tatweel only stretches', before: 'بيان صحفي', after: 'بيــان صحفي' },
    { because: 'quotation marks are no words', before: '"الجسر" مفتوح', after: '«الجسر» مفتوح' },
    {
      because: 'paragraphs are no words',
      before: 'سطر أول.\nسطر ثان.',
      after: 'سطر أول. سطر ثان.',
    },
  ])('finds no change of words: $because', ({ before, after }) => {
    expect(wordDiff(before, after).changes).toEqual([])
    expect(wordDiff(before, after).parts.every(({ kind }) => kind !== 'removed')).toBe(true)
  })
})

interface Case {
  readonly because: string
  readonly before: string
  readonly after: string
  readonly is: ChangeClass
}

describe('the class of an edit', () => {
  it.each<Case>([
    {
      because: 'a reader cannot see it',
      before: 'فتح الجسر',
      after: 'فتح\u200F  الجسر',
      is: 'none',
    },
    { because: 'a full stop', before: 'فتح الجسر', after: 'فتح الجسر.', is: 'typographic' },
    {
      because: 'a word was parted',
      before: 'قال عبدالله',
      after: 'قال عبد الله',
      is: 'typographic',
    },
    {
      because: 'a figure was corrected',
      before: 'أصيب 12 عاملا',
      after: 'أصيب 14 عاملا',
      is: 'number-name-date',
    },
    {
      because: 'a place was corrected',
      before: 'في ريف حلب',
      after: 'في ريف حماة',
      is: 'number-name-date',
    },
    {
      because: 'a weekday was corrected',
      before: 'The bridge opens on Monday',
      after: 'The bridge opens on Friday',
      is: 'number-name-date',
    },
    {
      because: 'a written number was corrected',
      before: 'ثلاثة قوارب غادرت',
      after: 'أربعة قوارب غادرت',
      is: 'number-name-date',
    },
    {
      because: 'other words, same facts',
      before: 'The council condemns the closure',
      after: 'The council regrets the closure',
      is: 'wording',
    },
    {
      because: 'figures that only moved are no other figures',
      before: 'On 4 May the port closed',
      after: 'The port closed on 4 May',
      is: 'wording',
    },
  ])('is $is: $because', ({ before, after, is }) => {
    expect(changeClass({ title: 't', text: before }, { title: 't', text: after })).toBe(is)
  })

  it('is the headline where the title says something else, whatever the text does', () => {
    const text = 'أصيب 12 عاملا'
    expect(
      changeClass({ title: 'فتح الجسر', text }, { title: 'إغلاق الجسر', text: 'أصيب 14 عاملا' }),
    ).toBe('headline')
    expect(changeClass({ title: 'فتح الجسر', text }, { title: 'فَتح الجسر', text })).toBe(
      'typographic',
    )
  })
})

interface FrozenCase {
  readonly id: string
  readonly because: string
  readonly before: { readonly title: string; readonly text: string }
  readonly after: { readonly title: string; readonly text: string }
  readonly class: ChangeClass
  readonly changed: readonly { readonly before: string; readonly after: string }[]
}

const FROZEN = JSON.parse(
  readFileSync(join(import.meta.dirname, 'diff-cases.json'), 'utf8'),
) as FrozenCase[]

/** What a reader of the diff is shown, place by place, without the points around it. */
function shownEdits(before: string, after: string) {
  const edits: { before: string; after: string }[] = []
  let open = false
  for (const part of wordDiff(before, after).parts) {
    if (part.kind === 'respelled') edits.push({ before: part.before, after: part.text })
    if (part.kind === 'removed') edits.push({ before: part.text, after: '' })
    if (part.kind === 'added') {
      const last = edits.at(-1)
      if (open && last !== undefined) last.after = part.text
      else edits.push({ before: '', after: part.text })
    }
    open = part.kind === 'removed'
  }
  const bare = (text: string) =>
    text.replace(/[“”]/g, '').replace(/^[^\p{L}\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}]+$/gu, '')
  return edits.map((edit) => ({ before: bare(edit.before), after: bare(edit.after) }))
}

describe('cases that were written before the diff', () => {
  it.each(FROZEN)('$id: $because', ({ before, after, changed, class: is }) => {
    expect(changeClass(before, after)).toBe(is)
    expect([
      ...shownEdits(before.title, after.title),
      ...shownEdits(before.text, after.text),
    ]).toEqual(changed)
  })
})
