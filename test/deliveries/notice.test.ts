import { describe, expect, it } from 'vitest'
import type { Notice } from '../../src/deliveries/notice.ts'
import { webhookBody } from '../../src/deliveries/webhook-body.ts'
import { HOSTILE_TEXTS } from './hostile-texts.ts'
import { plainSnippet } from './plain-snippet.ts'
import { BASE_URL, notice as NOTICE } from './sample-alerts.ts'
import { slackBody } from './render.ts'
import { brokenSlackRules } from './slack-rules.ts'

const slack = (notice: Notice) => slackBody({ kind: 'notice', notice }, plainSnippet)

describe('a notice', () => {
  it('tells Slack which source it is, its state and the reason in both languages', () => {
    const body = slack(NOTICE)
    expect(brokenSlackRules(body)).toEqual([])
    for (const part of [
      'marsad/marsad-ar',
      'Does not answer',
      NOTICE.reason.en,
      'لا يجيب',
      NOTICE.reason.ar,
    ])
      expect(body).toContain(part)
  })

  it('tells a webhook all of it, under a type of its own', () => {
    expect(JSON.parse(webhookBody({ kind: 'notice', notice: NOTICE }, BASE_URL))).toEqual({
      type: 'bayan.notice',
      timestamp: NOTICE.at,
      data: {
        notice: {
          id: NOTICE.id,
          subject: NOTICE.subject,
          state: 'down',
          reason: NOTICE.reason,
          since: NOTICE.since,
          link: 'https://bayan.example/status',
        },
      },
    })
  })

  it('names an endpoint by its id alone', () => {
    expect(slack({ ...NOTICE, subject: { endpoint: 'desk-slack' }, state: 'disabled' })).toContain(
      'desk-slack',
    )
  })

  it.each(HOSTILE_TEXTS)('breaks no rule of Slack with a hostile reason: $because', ({ text }) => {
    const notice = { ...NOTICE, reason: { ar: text, en: text } }
    expect(brokenSlackRules(slack(notice))).toEqual([])
    const body = webhookBody({ kind: 'notice', notice }, BASE_URL)
    expect(new TextEncoder().encode(body).length).toBeLessThan(20_000)
  })
})
