import { expect, it } from 'vitest'
import { answerShown, attemptError } from '../../src/deliveries/attempt-error.ts'

const REASON = {
  code: 'refused',
  detail: 'The receiver answered 400: it refuses this message.',
} as const
const ENDPOINT = {
  url: 'https://hooks.slack.com/services/T0FAKE11/B0FAKE22/abcdEFGHijkl',
  secret: '',
}

it.each([
  {
    because: 'the receiver gave its reason',
    answer: { body: 'invalid_payload\n', failure: undefined },
    ends: 'it refuses this message. It said: invalid_payload',
  },
  {
    because: 'it said nothing',
    answer: { body: ' ', failure: undefined },
    ends: 'it refuses this message.',
  },
  {
    because: 'the connection failed',
    answer: { body: '', failure: 'connection lost' },
    ends: 'It said: connection lost',
  },
  {
    because: 'it repeated its own address',
    answer: { body: `bad: ${ENDPOINT.url}`, failure: undefined },
    ends: 'It said: bad: [redacted]',
  },
])('an attempt\u2019s error says what happened, without secrets: $because', ({ answer, ends }) => {
  expect(attemptError(REASON, answer, ENDPOINT)).toMatch(
    new RegExp(`${ends.replace(/[.[\]]/g, '\\$&')}$`),
  )
})

it.each([
  {
    because: 'a success is kept as evidence',
    answer: { status: 200, body: '{"id":"7"}' },
    shown: '{"id":"7"}',
  },
  { because: 'none came', answer: { status: undefined, body: '' }, shown: null },
  {
    because: 'its first 500 characters',
    answer: { status: 500, body: 'x'.repeat(4_000) },
    shown: 'x'.repeat(500),
  },
  {
    because: 'without address, token and recipient',
    answer: { status: 400, body: `no ${ENDPOINT.url} for editor@desk.example by tok-123456` },
    shown: 'no [redacted] for [redacted] by [redacted]',
  },
  {
    because: 'a short recipient hides nothing else',
    answer: { status: 400, body: 'error 11' },
    shown: 'error 11',
  },
])('what the log shows of an answer: $because', ({ answer, shown }) => {
  const endpoint = { ...ENDPOINT, secret: 'tok-123456', to: 'editor@desk.example, 1' }
  expect(answerShown(answer, endpoint)).toBe(shown)
})
