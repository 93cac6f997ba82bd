import { expect, it } from 'vitest'
import { draftOfEndpoint, endpointIn, instantIn } from '../../src/http/endpoint-draft.ts'

const known = {
  id: 'hook',
  kind: 'webhook',
  url: 'https://hook.example/\u2026',
  secret: 'whsec_\u2026',
  pace: 10,
  notices: true,
  graceEnds: '2026-11-27T08:00:00.000Z',
  policy: {
    zone: 'Asia/Damascus',
    quiet: { from: '22:00', to: '07:00' },
    muteUntil: '2026-11-27T08:00:00.000Z',
    hourly: 6,
  },
}

/** The form as a browser sends it: every field, and boxes only where they are ticked. */
function formOf(changes: Record<string, string> = {}): URLSearchParams {
  const { id: _id, notices, ...fields } = draftOfEndpoint(known)
  const form = new URLSearchParams({ ...fields, ...changes })
  if (notices === 'true' && changes['notices'] !== '') form.set('notices', 'true')
  return form
}

it('asks for the same again where nothing was changed', () => {
  expect(endpointIn(formOf(), known)).toEqual({
    ...known,
    policy: { ...known.policy, muteUntil: '2026-11-27T08:00:00Z' },
  })
})

it.each([
  {
    because: 'a field that was emptied is not set',
    change: { 'policy.hourly': '' },
    hourly: undefined,
  },
  { because: 'a number is a number', change: { 'policy.hourly': '12' }, hourly: 12 },
  {
    because: 'nonsense is left to the API to refuse',
    change: { 'policy.hourly': 'x' },
    hourly: NaN,
  },
])('$because', ({ change, hourly }) => {
  const { policy } = endpointIn(formOf(change), known) as { policy: { hourly?: number } }
  expect(policy.hourly).toBe(hourly)
})

it('drops a policy in which nothing is set any more', () => {
  const names = [...formOf().keys()].filter((name) => name.startsWith('policy.'))
  const emptied = Object.fromEntries(names.map((name) => [name, '']))
  expect(endpointIn(formOf(emptied), known)).not.toHaveProperty('policy')
})

it('takes a digest whole, and no time of one that is not wanted', () => {
  const digest = (every: string) =>
    endpointIn(formOf({ 'policy.digest.every': every, 'policy.digest.at': '08:30' }), known)
  expect(digest('day')).toMatchObject({ policy: { digest: { every: 'day', at: '08:30' } } })
  expect((digest('') as { policy: object }).policy).not.toHaveProperty('digest')
})

it('leaves what a shorter form does not show', () => {
  const form = new URLSearchParams({ kind: 'webhook', url: 'https://other.example/' })
  expect(endpointIn(form, known)).toEqual({ ...known, url: 'https://other.example/' })
})

it('unticks a box', () => {
  expect(endpointIn(formOf({ notices: '' }), known)).toMatchObject({ notices: false })
})

it.each([
  { text: '2026-11-27T08:00', instant: '2026-11-27T08:00:00Z' },
  { text: '2026-11-27T08:00:30', instant: '2026-11-27T08:00:30Z' },
  { text: '2026-11-27T08:00:00Z', instant: '2026-11-27T08:00:00Z' },
  { text: 'tomorrow', instant: 'tomorrow' },
])('takes $text as UTC', ({ text, instant }) => {
  expect(instantIn(text)).toBe(instant)
})
