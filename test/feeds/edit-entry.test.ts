import { describe, expect, it } from 'vitest'
import { editEntry } from '../../src/feeds/edit-entry.ts'
import type { SnapshotEntry } from '../../src/feeds/snapshot.ts'
import { BASE, render, snapshot, statement } from './sample.ts'
import { validatorComplaints } from './validator-rules.ts'
import { cpuClock } from '../cpu-clock.ts'

const now = statement({
  revision: 3,
  updated: '2026-11-19T08:00:00.000Z',
  title: 'الجسر',
  text: 'سطر أول\nسطر ثالث جديد\nسطر أخير',
})

describe('an edit as an entry', () => {
  it.each([
    {
      because: 'what stayed is not told',
      before: { title: 'الجسر', text: 'سطر أول\nسطر ثان\nسطر أخير' },
      body: '<p>قبل: <del>سطر ثان</del></p><p>بعد: <ins>سطر ثالث جديد</ins></p>',
    },
    {
      because: 'a title counts',
      before: { title: 'المرفأ', text: now.text },
      body: '<p>قبل: <del>المرفأ</del></p><p>بعد: <ins>الجسر</ins></p>',
    },
    {
      because: 'a line more replaces none',
      before: { title: 'الجسر', text: 'سطر أول\nسطر أخير' },
      body: '<p>بعد: <ins>سطر ثالث جديد</ins></p>',
    },
    {
      because: 'the same words in another form',
      before: { title: 'الجسر', text: now.text },
      body: '<p>تغير الشكل وحده</p>',
    },
    {
      because: 'what looks like markup is text',
      before: { title: '</del><script>', text: now.text },
      body: '<p>قبل: <del>&lt;/del&gt;&lt;script&gt;</del></p><p>بعد: <ins>الجسر</ins></p>',
    },
  ])('shows what went and what came: $because', ({ before, body }) => {
    expect(editEntry(now, before).body).toBe(body)
  })

  it('compares a text of very many lines in time', () => {
    const lines = (word: string) => Array.from({ length: 100_000 }, (_, n) => `${word}${n}`)
    const spent = cpuClock()
    editEntry({ ...now, text: lines('a').join('\n') }, { title: '', text: lines('b').join('\n') })
    // Each line against each would take minutes.
    expect(spent()).toBeLessThan(2_000)
  })

  it('has an id of its own for ever, and the day of the edit', () => {
    const entry = editEntry(now, { title: '', text: '' })
    expect(JSON.parse(entry.head)).toMatchObject({
      id: 'nahr-1.3',
      tag: 'tag:bayan.test,2026-11-18:nahr-1/edit/3',
      title: 'تعديل: الجسر',
      published: '2026-11-19T08:00:00.000Z',
      link: 'https://nahr.test/bayan/1',
    })
  })

  it('names its class, for people in the title and for readers’ filters as a category', () => {
    const before = { title: '', text: '' }
    const { head, body } = editEntry(now, before, 'number-name-date')
    const entry = JSON.parse(head) as SnapshotEntry
    expect(entry.title).toBe('تعديل (رقم أو اسم أو تاريخ): الجسر')
    const edits = {
      ...snapshot([]),
      entries: [{ ...entry, truncated: false, body: new TextEncoder().encode(body) }],
    }
    const xml = render('atom', edits, { language: 'both', kind: { kind: 'edits' } })
    expect(xml).toContain(
      '<category term="number-name-date" scheme="https://bayan.test/edits" label="رقم أو اسم أو تاريخ"/>',
    )
    expect(validatorComplaints(xml, `${BASE}/feeds/nahr/edits.atom`)).toEqual([])
  })

  it('is bounded, however much was rewritten', () => {
    const lines = Array.from({ length: 1_000 }, (_, n) => `${n} ${'كلمة '.repeat(500)}`).join('\n')
    const { body } = editEntry({ ...now, text: lines }, { title: 'الجسر', text: '' })
    expect(body.length).toBeLessThan(20_000)
  })
})
