import { describe, expect, it } from 'vitest'
import { healthOf } from '../../src/sources/health.ts'
import { refusalSentences } from '../../src/sources/refusal-sentences.ts'
import { afterPoll } from '../../src/sources/after-poll.ts'
import { newsIn } from '../../src/sources/health-told.ts'
import type { Outcome } from '../../src/sources/outcome.ts'
import type { RefusalReason } from '../../src/sources/reading.ts'
import { believedAddress } from '../../src/sources/move.ts'
import { NO_RHYTHM, learned } from '../../src/sources/rhythm.ts'
import { NEW_SOURCE, type SourceState } from '../../src/sources/source-state.ts'

const START = Date.parse('2026-11-20T10:00:00Z')
const MINUTE = 60_000
const DAY = 86_400_000
const NONE = { etag: undefined, lastModified: undefined, bodyHash: undefined }

const ok = (move?: { from: string; to: string }): Outcome => ({
  kind: 'ok',
  entries: [],
  notes: [],
  known: ['x'],
  readAs: 'feed',
  validators: NONE,
  partial: false,
  move,
})
const bad = (reason: RefusalReason, status?: number): Outcome => ({
  kind: 'refused',
  reason,
  detail: ['emptied'],
  ...(status === undefined ? {} : { status }),
})

/** The states after polls a minute apart, and what was to be told by each. */
function story(outcomes: readonly Outcome[], first: SourceState = NEW_SOURCE) {
  let state = first
  return outcomes.map((outcome, n) => {
    const before = state.health
    state = afterPoll(state, outcome, new Date(START + n * MINUTE), 0)
    return { state, name: state.health.name, news: newsIn(before, state.health) }
  })
}

describe('the health of a source', () => {
  it.each([
    { outcome: bad('status', 503), name: 'down' },
    { outcome: bad('status', 404), name: 'down' },
    { outcome: bad('gone', 410), name: 'down' },
    { outcome: bad('network'), name: 'down' },
    { outcome: bad('timeout'), name: 'down' },
    { outcome: bad('soft-404', 200), name: 'down' },
    { outcome: bad('status', 403), name: 'blocked' },
    { outcome: bad('status', 429), name: 'blocked' },
    { outcome: bad('status', 451), name: 'blocked' },
    { outcome: bad('challenge', 200), name: 'blocked' },
    { outcome: bad('robots'), name: 'blocked' },
    { outcome: bad('selector'), name: 'changed-layout' },
    { outcome: bad('not-a-listing'), name: 'changed-layout' },
    { outcome: bad('empty'), name: 'changed-layout' },
    { outcome: bad('foreign'), name: 'changed-layout' },
  ])('is $name after $outcome.reason $outcome.status', ({ outcome, name }) => {
    const [, after] = story([ok(), outcome])
    expect(after?.name).toBe(name)
    const { since, reason } = healthOf(after!.state, START + MINUTE, refusalSentences)
    expect(since).toBe('2026-11-20T10:01:00.000Z')
    expect(reason?.en).toMatch(/^[A-Z].+\. .+\.$/)
    expect(reason?.ar).toMatch(/[\u0621-\u064A].+\. .+\.$/)
  })

  it('tells of bad news when it has lasted, once, and of good news at once', () => {
    const down = bad('network')
    const told = story([ok(), down, ok(), down, down, down, down, down, ok(), ok()])
    expect(told.map(({ news }) => news)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      'down',
      undefined,
      undefined,
      undefined,
      'ok',
      undefined,
    ])
  })

  it('keeps the moment when it began, though the reason changes', () => {
    const states = story([ok(), bad('network'), bad('timeout'), bad('status', 502)])
    expect(healthOf(states.at(-1)!.state, START, refusalSentences).since).toBe(
      '2026-11-20T10:01:00.000Z',
    )
  })

  it('begins as waiting, and says nothing of it', () => {
    expect(healthOf(NEW_SOURCE, START, refusalSentences)).toEqual({
      name: 'waiting',
      since: null,
      reason: null,
    })
  })
})

describe('silence', () => {
  const rhythm = learned(
    NO_RHYTHM,
    Array.from({ length: 8 }, (_, n) => START - (8 - n) * DAY),
  )
  const watched = { ...story([ok()])[0]!.state, rhythm }
  const after = (days: number) => healthOf(watched, START + days * DAY, refusalSentences)

  it('is ok, then quiet or late by the source’s own rhythm', () => {
    expect(after(1).name).toBe('ok')
    expect(after(2.9).name).toBe('ok')
    expect(after(3.1)).toMatchObject({ name: 'late', since: '2026-11-23T10:00:00.000Z' })
    expect(after(3.1).reason?.en).toContain('never silent for more than a day')
  })

  it('counts from the day on which we began to look', () => {
    const archive = { ...watched, rhythm: { ...rhythm, last: START - 3_000 * DAY } }
    expect(healthOf(archive, START + DAY, refusalSentences).name).toBe('ok')
    expect(healthOf(archive, START + 4 * DAY, refusalSentences).name).toBe('late')
  })

  it('is never late where no rhythm is known', () => {
    expect(
      healthOf({ ...watched, rhythm: NO_RHYTHM }, START + 900 * DAY, refusalSentences).name,
    ).toBe('ok')
  })
})

describe('a permanent move', () => {
  const from = 'https://s.example/feed'
  const moved = { from, to: 'https://s.example/new-feed' }

  it('is believed after days and polls, and given up when the new address fails', () => {
    let state = NEW_SOURCE
    const asked = () => believedAddress(state.move, from)
    for (let n = 0; n < 20; n++)
      state = afterPoll(state, ok(moved), new Date(START + n * MINUTE), 0)
    expect(asked()).toBe(from)
    state = afterPoll(state, ok(moved), new Date(START + 3 * DAY), 0)
    expect(asked()).toBe(moved.to)
    expect(believedAddress(state.move, 'https://s.example/another')).toBe(
      'https://s.example/another',
    )
    state = afterPoll(state, ok(), new Date(START + 4 * DAY), 0)
    expect(asked()).toBe(moved.to)
    state = afterPoll(state, bad('status', 404), new Date(START + 5 * DAY), 0)
    expect(asked()).toBe(from)
  })

  it('is forgotten when the redirect ends', () => {
    const states = story([ok(moved), ok(moved), ok()])
    expect(states.at(-1)?.state.move).toBeNull()
  })
})
