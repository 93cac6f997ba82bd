import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseDate } from '../../src/text/dates.ts'

/** Date strings of every form met, and the days they mean, written without sight of the reader. */
interface Case {
  readonly id: string
  readonly because: string
  readonly text: string
  readonly utcOffset: number | null
  readonly reference: string | null
  /** A day, an instant, or null where the text names none. */
  readonly expected: string | null
}

const FILE = join(import.meta.dirname, '..', 'sources', 'date-cases.json')
const cases = JSON.parse(readFileSync(FILE, 'utf8')) as readonly Case[]

/** Held to be wrong, with the reason. */
const DISPUTED: Readonly<Record<string, string>> = {}

describe('dates', () => {
  it.each(cases.filter(({ id }) => !(id in DISPUTED)))(
    '$id: $because',
    ({ text, utcOffset, reference, expected }) => {
      const date = parseDate(text, {
        ...(utcOffset === null ? {} : { utcOffset }),
        ...(reference === null ? {} : { reference }),
      })
      const wanted = expected?.length === 10 ? `${expected}T00:00:00.000Z` : expected
      expect(date ?? null, text).toBe(wanted)
    },
  )

  it('few are disputed', () => {
    expect(Object.keys(DISPUTED).length / cases.length).toBeLessThan(0.02)
  })
})
