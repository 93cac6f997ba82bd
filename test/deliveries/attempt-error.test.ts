import { expect, it } from 'vitest'
import { attemptError } from '../../src/deliveries/attempt-error.ts'

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
