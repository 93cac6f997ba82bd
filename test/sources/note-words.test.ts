import { describe, expect, it } from 'vitest'
import { LATE_NOTES } from '../../src/sources/late-notes-table.ts'
import { NOTES, noteOn } from '../../src/sources/note-words-table.ts'
import type { Refusal } from '../../src/sources/reading.ts'
import { fellBack, refusalNote } from '../../src/sources/refusal-note.ts'

const REFUSAL: Refusal = {
  kind: 'refused',
  reason: 'timeout',
  detail: ['slow', 'https://pier.test/'],
}

const SAID = [
  NOTES.readAs('feed'),
  NOTES.recipe('Drupal'),
  NOTES.structure(7),
  NOTES.unlinked(7),
  NOTES.untitled(7),
  NOTES.manyItems(7),
  NOTES.manyEntries(7),
  NOTES.noEntries(),
  NOTES.noAddress(7),
  NOTES.cutFeed(),
  NOTES.forgiven(),
  NOTES.locked(7),
  LATE_NOTES.silent(7),
  LATE_NOTES.undatedSitemap(),
  LATE_NOTES.datedByVisit(),
  LATE_NOTES.undeclaredLanguage({ declared: 'en', count: 7 }),
  LATE_NOTES.moved('https://pier.test/new'),
  fellBack('feed https://pier.test/', 4, REFUSAL),
  LATE_NOTES.noStatements(),
  LATE_NOTES.leftBehind(),
]

describe('what readers found', () => {
  it('has all notes here', () => {
    // `fellBack` has its words from the refusals, and stands with them.
    expect(SAID).toHaveLength(Object.keys({ ...NOTES, ...LATE_NOTES }).length + 1)
  })

  it.each(SAID)('is said in Arabic as in English: $en', ({ en, ar }) => {
    const facts = (text: string) => text.match(/https?:\S+[^\s,\u060C)]|\b\d+\b/g) ?? []
    expect(new Set(facts(ar)), 'the same numbers and addresses').toEqual(new Set(facts(en)))
    const words = ar.replace(/https?:\S+|selectors\.articleDate|feed|Drupal|http/g, '')
    expect(words).toMatch(/[\u0621-\u064A]/)
    expect(words, 'and no English').not.toMatch(/[A-Za-z]/)
  })

  it('is a refusal in the words of its detail', () => {
    const note = refusalNote(REFUSAL)
    expect(note.en).toBe('https://pier.test/ took too long to answer.')
    expect(noteOn('https://pier.test/', note).ar).toMatch(/^https:.*استغرق جواب/)
  })
})
