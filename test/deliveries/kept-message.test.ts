import { describe, expect, it } from 'vitest'
import { keptMessage } from '../../src/deliveries/kept-message.ts'
import { alertFilledWith, appeared, deliveryOf, paired } from './sample-alerts.ts'

/** A row of SQLite ends here on the platform. */
const MOST_BYTES = 2_000_000

describe('a message as its row keeps it', () => {
  it('is whole for a watch\u2019s own feed, and without markup for everybody else', () => {
    const message = { kind: 'alert', alert: paired } as const
    expect(keptMessage(message, true)).toEqual(message)
    const kept = keptMessage(message, false)
    if (kept.kind !== 'alert') throw new Error('is no alert')
    expect(kept.alert.statement).toEqual({ ...paired.statement, html: '' })
    expect(kept.alert.translation?.statement.html).toBe('')
    expect(kept.alert.matches).toEqual(paired.matches)
  })

  it.each([
    {
      because: 'a megabyte of Arabic, twice, and the wording before',
      text: 'بيان '.repeat(120_000),
    },
    { because: 'what grows in JSON', text: '"\\'.repeat(250_000) },
  ])('fits a row: $because', ({ text }) => {
    const alert = alertFilledWith(text)
    const statement = { ...alert.statement, title: 'بيان', html: text }
    const hostile = {
      ...alert,
      statement,
      watch: appeared.watch,
      publisher: appeared.publisher,
      matches: [],
      translation: { statement, matches: [] },
      previous: { title: '', text },
    }
    for (const isFeed of [true, false]) {
      const row = JSON.stringify(keptMessage({ kind: 'alert', alert: hostile }, isFeed))
      expect(new TextEncoder().encode(row).length).toBeLessThan(MOST_BYTES)
    }
  })

  it('leaves out what hit behind the cut', () => {
    const text = 'x '.repeat(200_000)
    const near = { part: 'x', field: 'text', surface: 'x', start: 2, end: 3 } as const
    const far = { ...near, start: 390_000, end: 390_001 }
    const statement = { ...appeared.statement, text }
    const kept = keptMessage(
      { kind: 'alert', alert: { ...appeared, statement, matches: [near, far] } },
      false,
    )
    expect(kept.kind === 'alert' && kept.alert.matches).toEqual([near])
  })

  it('is as it was for a test, a notice and a digest', () => {
    const { message } = deliveryOf('test')
    expect(keptMessage(message, false)).toBe(message)
  })
})
