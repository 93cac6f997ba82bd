import { describe, expect, it } from 'vitest'
import { keptMessage } from '../../src/deliveries/kept-message.ts'
import { tellingOf } from '../../src/deliveries/message-lines.ts'
import { webhookBody } from '../../src/deliveries/webhook-body.ts'
import type { Alert } from '../../src/watches/alert.ts'
import { BASE_URL, appeared, digest, statements } from './sample-alerts.ts'

const TITLE = 'Observatory asks the council'
const TEXT = 'It said that the chemical weapons file goes to the inquiry.'
const START = TEXT.indexOf('chemical')

const alert: Alert = {
  ...appeared,
  matches: [],
  machine: {
    language: 'en',
    title: TITLE,
    text: TEXT,
    provider: 'libretranslate',
    model: 'mt.example',
    matches: [
      { part: 'chemical', field: 'text', surface: 'chemical', start: START, end: START + 8 },
    ],
  },
}

function linesOf(one: Alert): string[] {
  const { lines } = tellingOf({ kind: 'alert', alert: one }, BASE_URL)
  return lines.map(({ spans }) => spans.map(({ text }) => text).join(''))
}

describe("an alert for a machine's words", () => {
  it('says so in the language of the statement, and above the excerpt', () => {
    const lines = linesOf(alert)
    expect(
      lines.find((line) => line.startsWith('وجد في ترجمة آلية وليس في كلام الناشر')),
    ).toBeDefined()
    expect(lines.at(-1)).toBe(`[Machine translation] ${TEXT}`)
    const english = linesOf({ ...alert, statement: statements.en })
    expect(english.some((line) => line.startsWith('Found in a machine translation, not in'))).toBe(
      true,
    )
  })

  it('is told apart by machines too: nothing of it stands among the matches', () => {
    const { data } = JSON.parse(webhookBody({ kind: 'alert', alert }, BASE_URL))
    expect(data.matches).toEqual([])
    expect(data.statement.title).toBe(statements.ar.title)
    expect(data.machine).toMatchObject({
      by: 'machine',
      language: 'en',
      title: TITLE,
      provider: 'libretranslate',
      model: 'mt.example',
      matches: [{ surface: 'chemical', field: 'text', start: START }],
    })
    const plain = JSON.parse(webhookBody({ kind: 'alert', alert: appeared }, BASE_URL))
    expect(plain.data).not.toHaveProperty('machine')
  })

  it('says so in a digest', () => {
    const [first] = digest.entries
    const message = { ...digest, entries: [{ ...first!, machine: true as const }] }
    const lines = tellingOf(message, BASE_URL).lines.map(({ spans }) =>
      spans.map(({ text }) => text).join(''),
    )
    expect(lines.at(-1)).toContain('وجد في ترجمة آلية')
    expect(JSON.parse(webhookBody(message, BASE_URL)).data.alerts[0]).toMatchObject({
      machine: true,
    })
  })

  it('fits its row, however much the machine said', () => {
    const text = TEXT + ' and more'.repeat(200_000)
    const kept = keptMessage(
      { kind: 'alert', alert: { ...alert, machine: { ...alert.machine!, text } } },
      false,
    )
    expect(JSON.stringify(kept).length).toBeLessThan(1_000_000)
    expect(kept.kind === 'alert' && kept.alert.machine?.matches).toHaveLength(1)
  })
})
