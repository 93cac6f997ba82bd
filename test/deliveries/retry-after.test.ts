import { expect, it } from 'vitest'
import { retryAfterInBody } from '../../src/deliveries/retry-after.ts'

it.each([
  {
    because: 'Discord, in seconds with a fraction',
    body: '{"retry_after":64.57,"global":false}',
    seconds: 64.57,
  },
  {
    because: 'Telegram, among parameters',
    body: '{"ok":false,"parameters":{"retry_after":35}}',
    seconds: 35,
  },
  {
    because: 'Matrix, in milliseconds',
    body: '{"errcode":"M_LIMIT_EXCEEDED","retry_after_ms":1500}',
    seconds: 1.5,
  },
  { because: 'a word is no number', body: '{"retry_after":"soon"}', seconds: undefined },
  { because: 'below nothing', body: '{"retry_after":-5}', seconds: undefined },
  { because: 'no JSON', body: 'slow down', seconds: undefined },
  { because: 'JSON cut at 4 KB', body: '{"retry_after":3', seconds: undefined },
  { because: 'JSON of nothing', body: 'null', seconds: undefined },
  { because: 'a name of every object', body: '{"parameters":"constructor"}', seconds: undefined },
])('a wait in the body: $because', ({ body, seconds }) => {
  const answer = { status: 429, body, retryAfter: undefined, failure: undefined }
  expect(retryAfterInBody(answer)).toBe(seconds)
})

it('means nothing in another answer', () => {
  const answer = {
    status: 500,
    body: '{"retry_after":9}',
    retryAfter: undefined,
    failure: undefined,
  }
  expect(retryAfterInBody(answer)).toBeUndefined()
})
