import { expect, it } from 'vitest'
import { answerShown } from '../../src/deliveries/answer-shown.ts'
import { attemptError } from '../../src/deliveries/attempt-error.ts'

const REASON = { code: 'refused', detail: ['receiver-refuses', 400] } as const
const ENDPOINT = {
  url: 'https://hooks.slack.com/services/T0FAKE11/B0FAKE22/abcdEFGHijkl',
  secret: '',
}

it.each([
  {
    because: 'the receiver gave its reason',
    answer: { body: 'invalid_payload\n', failure: undefined },
    ends: 'it refuses this message and would again. It said: invalid_payload',
    endsAr: 'سيرفضها ثانية. وقال: invalid_payload',
  },
  {
    because: 'it said nothing',
    answer: { body: ' ', failure: undefined },
    ends: 'it refuses this message and would again.',
    endsAr: 'يرفض هذه الرسالة وسيرفضها ثانية.',
  },
  {
    because: 'the connection failed',
    answer: { body: '', failure: ['connection-lost', 'hook.test'] as const },
    ends: 'nothing listens there, or the site closed it.',
    endsAr: 'لا خادم هناك، أو أغلقه الموقع.',
  },
  {
    because: 'it repeated its own address',
    answer: { body: `bad: ${ENDPOINT.url}`, failure: undefined },
    ends: 'It said: bad: [redacted]',
    endsAr: 'وقال: bad: [redacted]',
  },
])(
  'an attempt\u2019s error says what happened, without secrets: $because',
  ({ answer, ends, endsAr }) => {
    const { en, ar } = attemptError(REASON, answer, ENDPOINT)
    expect(en.slice(-ends.length)).toBe(ends)
    expect(ar.slice(-endsAr.length)).toBe(endsAr)
  },
)

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
