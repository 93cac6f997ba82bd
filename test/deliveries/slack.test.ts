import { describe, expect, it } from 'vitest'
import { slackKind } from '../../src/deliveries/slack.ts'
import { plainSnippet } from './plain-snippet.ts'
import { appeared, BASE_URL, deliveryOf, paired, revised } from './sample-alerts.ts'
import { brokenSlackRules } from './slack-rules.ts'

const slack = slackKind(plainSnippet)
const ENDPOINT = {
  id: 'desk',
  kind: 'slack',
  url: 'https://hooks.slack.com/services/T/B/X',
  secret: '',
  pace: 1,
} as const
const CONTEXT = { baseUrl: BASE_URL, now: new Date('2026-11-23T12:00:00Z') }

function answerOf(status: number, body: string) {
  return { status, body, retryAfter: undefined, failure: undefined }
}

describe('a Slack message', () => {
  it.each([
    { name: 'appeared', message: appeared },
    { name: 'revised', message: revised },
    { name: 'paired', message: paired },
    { name: 'test', message: 'test' as const },
  ])('has the body that is written down and breaks no rule: $name', async ({ name, message }) => {
    const { headers, body } = await slack.render(deliveryOf(message), ENDPOINT, CONTEXT)
    const written = `${JSON.stringify(JSON.parse(body), null, 2)}\n`
    await expect(written).toMatchFileSnapshot(`fixtures/slack-${name}.json`)
    expect(brokenSlackRules(body)).toEqual([])
    expect(headers['content-type']).toBe('application/json; charset=utf-8')
  })
})

describe('what Slack answers', () => {
  it.each([
    { because: 'its word for success', body: 'ok', isFailure: false },
    { because: 'with a line break, from imitators', body: 'ok\n', isFailure: false },
    { because: 'an error with a good status', body: 'invalid_payload', isFailure: true },
    { because: 'a log-in page of a proxy', body: '<html>ok</html>', isFailure: true },
    { because: 'nothing', body: '', isFailure: true },
  ])('is a failure or not: $because', ({ body, isFailure }) => {
    expect(slack.failureIn?.(answerOf(200, body)) !== undefined).toBe(isFailure)
  })

  it.each([
    { because: 'the hook was removed', status: 404, body: 'no_service', isDead: true },
    { because: 'the channel was deleted', status: 404, body: 'channel_not_found\n', isDead: true },
    { because: 'the workspace forbids it', status: 403, body: 'action_prohibited', isDead: true },
    { because: 'the token was revoked', status: 403, body: 'invalid_token', isDead: true },
    { because: 'one message was bad', status: 400, body: 'invalid_payload', isDead: false },
    { because: 'a firewall on the way, not Slack', status: 403, body: '<html>', isDead: false },
    { because: 'Slack is busy', status: 429, body: 'rate_limited', isDead: false },
    { because: 'Slack has a fault', status: 500, body: 'no_service', isDead: false },
  ])('tells a dead hook or not: $because', ({ status, body, isDead }) => {
    expect(slack.isDead?.(answerOf(status, body))).toBe(isDead)
  })
})
