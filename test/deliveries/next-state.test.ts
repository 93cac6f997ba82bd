import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Answer } from '../../src/deliveries/delivery.ts'
import {
  ATTEMPT_DELAYS_SECONDS,
  nextState,
  type NextState,
} from '../../src/deliveries/next-state.ts'

const NOW = new Date('2026-11-23T12:00:00Z')
const MIDDLE = 0.5

const NOT_TAKEN = ['receiver-did-not-take', 200, 'Slack'] as const

function answerOf(answer: Partial<Answer>): Answer {
  return { status: undefined, body: '', retryAfter: undefined, failure: undefined, ...answer }
}

function after(answer: Partial<Answer>, attempts = 1, chance = MIDDLE): NextState {
  return nextState({ attempts, answer: answerOf(answer), now: NOW, chance, kind: {} })
}

function waitSeconds(state: NextState): number {
  if (state.kind !== 'pending') throw new Error(`is ${state.kind}`)
  return (state.notBefore.getTime() - NOW.getTime()) / 1000
}

describe('after an attempt', () => {
  it.each([200, 201, 202, 204, 299])('%i is delivered', (status) => {
    expect(after({ status })).toEqual({ kind: 'delivered' })
  })

  it.each([
    {
      because: 'no answer may be a lost one',
      answer: { failure: ['no-answer-in', 15] as const },
      code: 'no-answer',
    },
    { because: 'the receiver was slow', answer: { status: 408 }, code: 'try-later' },
    { because: 'the id is still in work', answer: { status: 409 }, code: 'try-later' },
    { because: 'too early', answer: { status: 425 }, code: 'try-later' },
    { because: 'too many', answer: { status: 429 }, code: 'try-later' },
    { because: 'a fault of the receiver', answer: { status: 500 }, code: 'server-error' },
    { because: 'maintenance', answer: { status: 503 }, code: 'server-error' },
    {
      because: 'a code that only one gateway knows',
      answer: { status: 599 },
      code: 'server-error',
    },
    { because: 'a redirect can be mended in time', answer: { status: 302 }, code: 'redirect' },
    { because: 'nor is a permanent one followed', answer: { status: 308 }, code: 'redirect' },
    { because: 'not modified is no yes', answer: { status: 304 }, code: 'redirect' },
    { because: 'no status of HTTP', answer: { status: 999 }, code: 'odd-status' },
  ])('tries again: $because', ({ answer, code }) => {
    expect(after(answer)).toMatchObject({ kind: 'pending', reason: { code } })
  })

  it.each([
    { because: 'a bad message stays bad', status: 400, code: 'refused', disables: false },
    { because: 'no permission', status: 401, code: 'refused', disables: false },
    { because: 'forbidden', status: 403, code: 'refused', disables: false },
    {
      because: 'not found may be a slip in the address',
      status: 404,
      code: 'refused',
      disables: false,
    },
    { because: 'too large stays too large', status: 413, code: 'refused', disables: false },
    { because: 'gone is said on purpose', status: 410, code: 'gone', disables: true },
  ])('gives up: $because', ({ status, code, disables }) => {
    expect(after({ status })).toMatchObject({
      kind: 'abandoned',
      reason: { code, detail: [expect.any(String), status] },
      disablesEndpoint: disables,
    })
  })

  it('asks the kind whether a good status is meant as a failure', () => {
    const kind = { failureIn: ({ body }: Answer) => (body === 'ok' ? undefined : NOT_TAKEN) }
    const tried = { attempts: 1, now: NOW, chance: MIDDLE, kind }
    expect(nextState({ ...tried, answer: answerOf({ status: 200, body: 'ok' }) }).kind).toBe(
      'delivered',
    )
    expect(nextState({ ...tried, answer: answerOf({ status: 200, body: 'no' }) })).toMatchObject({
      kind: 'pending',
      reason: { code: 'not-accepted', detail: NOT_TAKEN },
    })
  })

  it('asks the kind whether the address is dead', () => {
    const kind = { isDead: ({ body }: Answer) => body === 'no_service' }
    const answer = answerOf({ status: 404, body: 'no_service' })
    expect(nextState({ attempts: 1, answer, now: NOW, chance: MIDDLE, kind })).toMatchObject({
      kind: 'abandoned',
      reason: { code: 'gone' },
      disablesEndpoint: true,
    })
  })

  it('says nothing that the receiver said', () => {
    const state = after({
      status: 400,
      body: 'secret words',
      failure: ['connection', 'x', 'secret words'],
    })
    expect(JSON.stringify(state)).not.toContain('secret')
  })
})

describe('the schedule', () => {
  it('spans 75.6 hours in eleven attempts, then ends', () => {
    const gaps = ATTEMPT_DELAYS_SECONDS.slice(1).map((_, index) =>
      waitSeconds(after({ status: 500 }, index + 1)),
    )
    expect(gaps).toEqual([5, 60, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400])
    expect(after({ status: 500 }, 11)).toEqual({
      kind: 'abandoned',
      reason: {
        code: 'exhausted',
        detail: ['exhausted', 11, ['receiver-fault', 500]],
      },
      disablesEndpoint: false,
    })
    expect(after({ status: 500 }, 12).kind).toBe('abandoned')
  })

  it.each([
    { because: 'a fifth sooner', chance: 0, seconds: 48 },
    { because: 'a fifth later', chance: 0.999999999, seconds: 72 },
  ])('is jittered by $because at most', ({ chance, seconds }) => {
    expect(waitSeconds(after({ status: 500 }, 2, chance))).toBeCloseTo(seconds, 2)
  })

  it.each([
    { because: 'seconds', retryAfter: '120', seconds: 120 },
    { because: 'a date', retryAfter: 'Mon, 23 Nov 2026 12:02:00 GMT', seconds: 120 },
    { because: 'sooner than our own time changes nothing', retryAfter: '1', seconds: 5 },
    { because: 'a date in the past', retryAfter: 'Mon, 23 Nov 2026 11:00:00 GMT', seconds: 5 },
    { because: 'a year is cut to a day', retryAfter: '31536000', seconds: 86_400 },
    { because: 'a number beyond numbers', retryAfter: '9'.repeat(400), seconds: [5, 86_400] },
    { because: 'garbage', retryAfter: 'soon', seconds: 5 },
    { because: 'less than nothing', retryAfter: '-5', seconds: 5 },
    { because: 'no header', retryAfter: undefined, seconds: 5 },
  ])('heeds Retry-After: $because', ({ retryAfter, seconds }) => {
    for (const status of [429, 503]) {
      const waited = waitSeconds(after({ status, retryAfter }))
      expect([seconds].flat()).toContain(waited)
    }
  })

  it.each([
    { because: 'it asked for two minutes', retryAfter: '120', pause: 120_000 },
    { because: 'it asked for a year', retryAfter: '31536000', pause: 86_400_000 },
    { because: 'it asked for nothing', retryAfter: undefined, pause: undefined },
    { because: 'what it asked for is over', retryAfter: '0', pause: undefined },
  ])('is a pause for the whole line: $because', ({ retryAfter, pause }) => {
    const until = pause === undefined ? undefined : new Date(NOW.getTime() + pause)
    expect(after({ status: 429, retryAfter })).toMatchObject({ kind: 'pending', pause: until })
  })

  it.each([
    { because: 'the body asks for longer', header: '10', body: '{"retry_after":90}', seconds: 90 },
    {
      because: 'the header asks for longer',
      header: '90',
      body: '{"retry_after":10}',
      seconds: 90,
    },
    { because: 'garbage in both', header: 'x', body: '{"retry_after":"x"}', seconds: 5 },
    {
      because: 'a year in the body',
      header: undefined,
      body: '{"retry_after":1e9}',
      seconds: 86_400,
    },
  ])('heeds the longer of header and body: $because', ({ header, body, seconds }) => {
    expect(waitSeconds(after({ status: 429, retryAfter: header, body }))).toBe(seconds)
  })

  it('never comes before Retry-After, nor in the past, nor later than a day and its jitter', () => {
    const chances = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10 }),
        chances,
        fc.nat(200_000),
        (attempts, chance, asked) => {
          const waited = waitSeconds(
            after({ status: 429, retryAfter: String(asked) }, attempts, chance),
          )
          expect(waited).toBeGreaterThanOrEqual(Math.min(asked, 86_400))
          expect(waited).toBeGreaterThan(0)
          expect(waited).toBeLessThanOrEqual(86_400 * 1.2 + 0.001)
        },
      ),
    )
  })
})
