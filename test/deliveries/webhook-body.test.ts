import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MOST_BODY_BYTES, webhookBody } from '../../src/deliveries/webhook-body.ts'
import type { Alert } from '../../src/watches/alert.ts'
import { HOSTILE_TEXTS } from './hostile-texts.ts'
import {
  alertFilledWith,
  appeared,
  BASE_URL,
  matchOf,
  nearlyTold,
  paired,
  statements,
} from './sample-alerts.ts'

interface Body {
  type: string
  data: {
    watch: { query: string }
    statement: { url: string; link: string; title: string; text: string; truncated: boolean }
    matches: { surface: string; start: number; end: number; before: string; after: string }[]
    translation: { by: string | null; matches: unknown[] } | null
  }
}

function bodyOf(alert: Alert): string {
  return webhookBody({ kind: 'alert', alert }, BASE_URL)
}

function read(alert: Alert): Body['data'] {
  return (JSON.parse(bodyOf(alert)) as Body).data
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length
}

describe('the body of a webhook', () => {
  it.each(HOSTILE_TEXTS)('stays below 20 kB and whole: $because', ({ text }) => {
    const body = bodyOf(alertFilledWith(text))
    expect(bytesOf(body)).toBeLessThan(MOST_BODY_BYTES)
    const { statement } = (JSON.parse(body) as Body).data
    expect(text.toWellFormed().startsWith(statement.text)).toBe(true)
    expect(statement.truncated).toBe(statement.text !== text.toWellFormed())
    expect(statement.truncated || text.length < MOST_BODY_BYTES).toBe(true)
  })

  it('stays so for any text, and is the same each time', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 2000 }),
        fc.integer({ min: 1, max: 40 }),
        (unit, times) => {
          const alert = alertFilledWith(unit.repeat(times))
          const body = bodyOf(alert)
          expect(bytesOf(body)).toBeLessThan(MOST_BODY_BYTES)
          expect(bodyOf(structuredClone(alert))).toBe(body)
        },
      ),
    )
  })

  it('names what was told before in nearly the same words only where there is any', () => {
    expect(JSON.parse(bodyOf(nearlyTold))).toMatchObject({
      data: {
        also: [],
        toldBefore: [
          {
            id: 'rabita-7',
            publisher: 'rabita',
            language: 'ar',
            url: 'https://rabita.example/7',
            link: `${BASE_URL}/statements/rabita-7`,
            differs: 'numbers',
          },
        ],
      },
    })
    expect(bodyOf(appeared)).not.toContain('toldBefore')
  })

  it('uses the room it has', () => {
    const text = 'كلمة '.repeat(10_000)
    const body = bodyOf({ ...appeared, statement: { ...statements.ar, text } })
    expect(bytesOf(body)).toBeGreaterThan(MOST_BODY_BYTES - 20)
  })

  it('leaves a text whole that just fits, and cuts one that is a letter longer', () => {
    const room =
      MOST_BODY_BYTES -
      1 -
      bytesOf(bodyOf({ ...appeared, matches: [], statement: { ...statements.ar, text: '' } }))
    const of = (length: number): Body['data']['statement'] =>
      read({ ...appeared, matches: [], statement: { ...statements.ar, text: 'x'.repeat(length) } })
        .statement
    expect(of(room).truncated).toBe(false)
    expect(of(room + 1).truncated).toBe(true)
    expect(of(room + 1).text.length).toBe(room)
  })

  it('lets each match be found again without its offsets', () => {
    const [, match] = read(appeared).matches
    expect(match).toMatchObject({
      surface: 'الكيماوي',
      before: expect.stringMatching(/الهجوم $/),
      after: expect.stringMatching(/^ غربي/),
    })
    expect(statements.ar.text.slice(match?.start, match?.end)).toBe('الكيماوي')
  })

  it.each([
    { because: 'short ones', surface: 'الكيماوي', fewest: 10, most: 30 },
    { because: 'long ones', surface: statements.ar.text.slice(0, 80), fewest: 4, most: 10 },
  ])('tells the first matches only: $because', ({ surface, fewest, most }) => {
    const match = matchOf(statements.ar, 'text', surface)
    const alert = { ...appeared, matches: Array.from({ length: 500 }, () => match) }
    expect(read(alert).matches.length).toBeGreaterThanOrEqual(fewest)
    expect(read(alert).matches.length).toBeLessThanOrEqual(most)
    expect(read(alert).statement.truncated).toBe(false)
  })

  it('tells the pair, by whom it is known, and what hit in the partner', () => {
    expect(read(paired).translation).toMatchObject({
      by: 'declared',
      matches: [{ surface: 'chemical weapons' }],
    })
    expect(read(appeared).translation).toBeNull()
  })

  it.each([
    { because: 'script', url: 'javascript:alert(1)' },
    { because: 'too long', url: `https://marsad.example/${'a'.repeat(3000)}` },
  ])('gives our page where an address may not be linked: $because', ({ url }) => {
    const { statement } = read({ ...appeared, statement: { ...statements.ar, url } })
    expect(statement.url).toBe(statement.link)
  })
})
