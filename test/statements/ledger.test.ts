import { describe, expect, it } from 'vitest'
import { appeared, revised } from '../../src/statements/ledger.ts'
import type { Sighting } from '../../src/statements/sighting.ts'

const WHERE = {
  publisher: 'nahr',
  source: 'nahr-en',
  authority: 'bayan.test,2026-11-17',
  now: '2026-11-20T10:00:00.000Z',
}

const SEEN: Sighting = {
  url: 'https://nahr.test/1',
  guid: undefined,
  title: 'On the old bridge',
  published: '2026-11-19T08:00:00.000Z',
  author: 'Press desk',
  modified: '2026-11-20T09:00:00.000Z',
  language: 'en',
  text: 'The bridge is open.',
  html: '<p>The bridge is open.</p>',
  translations: [],
}

function first(changes: Partial<Sighting> = {}) {
  return appeared({ sighting: { ...SEEN, ...changes }, contentHash: 'a' }, 1, WHERE).statement
}

describe('what a source says beside the wording', () => {
  it('is kept, and moves no date of ours', () => {
    expect(first()).toMatchObject({
      author: 'Press desk',
      modified: '2026-11-20T09:00:00.000Z',
      published: '2026-11-19T08:00:00.000Z',
      firstSeen: WHERE.now,
      updated: WHERE.now,
    })
  })

  it.each([
    { because: 'most sources name nobody', changes: { author: undefined }, field: 'author' },
    { because: 'and say no change', changes: { modified: undefined }, field: 'modified' },
    { because: 'next year is no date', changes: { modified: '2027-01-01' }, field: 'modified' },
    {
      because: 'a clock that was never set',
      changes: { modified: '1970-01-01' },
      field: 'modified',
    },
  ])('is not there where $because', ({ changes, field }) => {
    expect(first(changes)).not.toHaveProperty(field)
  })

  it('is no revision by itself', () => {
    const moved = { ...SEEN, author: 'Somebody else', modified: '2026-11-21T09:00:00.000Z' }
    expect(revised(first(), { sighting: moved, contentHash: 'a' }, WHERE.now)).toBeUndefined()
  })

  it('comes with a new wording, and stays where that says nothing', () => {
    const [author, modified] = [undefined, '2026-11-21T09:00:00.000Z']
    const edited = { ...SEEN, text: 'The bridge is shut.', author, modified }
    const now = '2026-11-21T10:00:00.000Z'
    expect(revised(first(), { sighting: edited, contentHash: 'b' }, now)?.statement).toMatchObject({
      author: 'Press desk',
      modified,
      published: SEEN.published,
      updated: now,
    })
  })
})
