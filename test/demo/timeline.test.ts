import { describe, expect, it } from 'vitest'
import { STATEMENTS, textOf } from '../../scripts/demo/statements.mjs'
import { advance, begin, newTimeline } from '../../scripts/demo/timeline.mjs'

const START = Date.parse('2026-11-26T10:00:00Z')
const SECOND = 1000

/** What is published when the site is asked every second until `seconds` have gone. */
function after(seconds: number, timeline = begin(newTimeline(START), START)) {
  let now = timeline
  for (let second = 0; second <= seconds; second++) now = advance(now, START + second * SECOND)
  return now
}

describe('the demonstration speaks', () => {
  it.each([
    { seconds: 14, newOnes: 0, because: 'old statements must be taken as known first' },
    { seconds: 15, newOnes: 1, because: 'a newcomer waits for the first one' },
    { seconds: 39, newOnes: 1, because: 'the next is 25 s later' },
    { seconds: 40, newOnes: 2, because: 'alerts of different watches come in the first minute' },
    { seconds: 120, newOnes: 5, because: 'the first two minutes are eager' },
    { seconds: 120 + 180, newOnes: 6, because: 'later it is quiet: 3 to 5 minutes' },
    { seconds: 3600, newOnes: 21, because: 'an hour brings no flood' },
  ])('$newOnes new in $seconds s: $because', ({ seconds, newOnes }) => {
    const { published } = after(seconds)
    expect(published.length - 4).toBeLessThanOrEqual(newOnes)
    expect(published.length - 4).toBeGreaterThanOrEqual(newOnes === 21 ? 11 : newOnes)
  })

  it('says nothing until somebody begins to watch', () => {
    expect(advance(newTimeline(START), START + 3_600_000).published).toHaveLength(4)
  })

  it('gives no number twice after a restart', () => {
    const before = after(60)
    const again = begin(before, START + 100 * SECOND)
    const next = advance(again, START + 115 * SECOND)
    const numbers = next.published.map(({ number }: { number: number }) => number)
    expect(new Set(numbers).size).toBe(numbers.length)
    expect(Math.max(...numbers)).toBe(numbers.length)
  })

  it('brings one statement after a long sleep, not all that were due', () => {
    const slept = advance(after(20), START + 24 * 3_600_000)
    expect(slept.published).toHaveLength(6)
  })

  it('edits a statement now and then, and leaves the others alone', () => {
    const { published } = after(70)
    const edited = published.filter((each: { edited: number | null }) => each.edited !== null)
    expect(edited.map(({ number }: { number: number }) => number)).toEqual([6])
  })
})

describe('the demonstration’s texts', () => {
  it('exist in both languages, each with as many paragraphs', () => {
    for (const { title, body, slug, addition } of STATEMENTS) {
      for (const part of [title, slug, addition]) {
        expect(part.ar).toMatch(/[\u0621-\u064A]/)
        expect(part.en).toMatch(/^[ -~\u2019]+$/)
      }
      expect(body.ar).toHaveLength(body.en.length)
    }
  })

  it('differ when the same pattern comes again', () => {
    const [first, second] = [textOf(5, 'ar', false), textOf(5 + STATEMENTS.length, 'ar', false)]
    expect(second.title).not.toBe(first.title)
    expect(second.paragraphs[0]).not.toBe(first.paragraphs[0])
  })

  it.each([
    {
      words:
        '\u0627\u0644\u0623\u0633\u0644\u062D\u0629 \u0627\u0644\u0643\u064A\u0645\u064A\u0627\u0626\u064A\u0629',
      because: 'the plain form',
    },
    { words: '\u0627\u0644\u0643\u064A\u0645\u0627\u0648\u064A', because: 'the colloquial form' },
    {
      words:
        '\u0648\u0628\u0627\u0644\u0623\u0633\u0644\u062D\u0629 \u0627\u0644\u0643\u064A\u0645\u064A\u0627\u0626\u064A\u0651\u0629',
      because: 'two clitics and a shadda',
    },
    {
      words: '\u0627\u0644\u0643\u064A\u0645\u0640\u0640\u0640\u0627\u0648\u064A',
      because: 'a stretched one',
    },
    {
      words: '\u0644\u0644\u0643\u064A\u0645\u0627\u0648\u064A',
      because: 'the article melted into "to"',
    },
    { words: '\u0647\u064A\u062B\u0629', because: 'a scanner misreads the hamza of the name' },
  ])('write it as $words: $because', ({ words }) => {
    const all = STATEMENTS.flatMap(({ title, body }) => [title.ar, ...body.ar]).join('\n')
    expect(all).toContain(words)
  })

  it('use both kinds of digits', () => {
    const all = STATEMENTS.flatMap((_, index) => textOf(index + 1, 'ar', false).paragraphs).join(
      '\n',
    )
    expect(all).toMatch(/[0-9]/)
    expect(all).toMatch(/[\u0660-\u0669]/)
  })
})
