import { expect, it } from 'vitest'
import { ENDPOINT_KIND_NAMES } from '../../src/deliveries/endpoint.ts'
import { httpKind } from '../../src/deliveries/kinds.ts'
import {
  alertFilledWith,
  appeared,
  BASE_URL,
  deliveryOf,
  paired,
  revised,
} from './sample-alerts.ts'
import { HOSTILE_TEXTS } from './hostile-texts.ts'
import { brokenSlackRules } from './slack-rules.ts'

const CONTEXT = { baseUrl: BASE_URL, now: new Date('2026-11-23T12:00:00Z') }
const ENDPOINT = {
  id: 'desk',
  kind: 'slack',
  url: 'https://hooks.slack.com/services/T/B/X',
  secret: '',
  pace: 1,
} as const

it('every kind but a watch\u2019s feed is sent over HTTP', () => {
  expect(ENDPOINT_KIND_NAMES.filter((name) => httpKind(name) === undefined)).toEqual(['feed'])
})

it.each([
  { because: 'Slack takes about one a second', name: 'slack' as const, pace: 1 },
  { because: 'a server of one\u2019s own takes more', name: 'webhook' as const, pace: 10 },
])('$name has its own pace: $because', ({ name, pace }) => {
  expect(httpKind(name).pace).toBe(pace)
})

it.each([
  { alert: appeared, bold: '*الكيماوي*' },
  { alert: revised, bold: '*chemical weapons*' },
  { alert: paired, bold: '*chemical weapons*' },
])('a Slack message shows $bold with words around it', async ({ alert, bold }) => {
  const { body } = await httpKind('slack').render(deliveryOf(alert), ENDPOINT, CONTEXT)
  expect(body).toContain(` ${bold} `)
  expect(brokenSlackRules(body)).toEqual([])
})

it.each(HOSTILE_TEXTS)('the real excerpt breaks no rule of Slack: $because', async ({ text }) => {
  for (const language of ['ar', 'en'] as const) {
    const delivery = deliveryOf(alertFilledWith(text, language))
    const { body } = await httpKind('slack').render(delivery, ENDPOINT, CONTEXT)
    expect(brokenSlackRules(body)).toEqual([])
  }
})
