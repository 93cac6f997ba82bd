import { describe, expect, it } from 'vitest'
import {
  MOST_IN_DIGEST,
  type NextSending,
  nextSending,
  type SendingFacts,
  TRIES_BEFORE_PROBE,
  type Waiting,
} from '../../src/deliveries/next-sending.ts'
import type { Policy } from '../../src/deliveries/policy.ts'

const NOW = Date.parse('2026-11-26T12:00:00Z')
const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/** A fresh alert, accepted a second ago. */
function fresh(seq: number, more: Partial<Waiting> = {}): Waiting {
  const at = NOW - SECOND
  return { seq, at, due: at, tries: 0, aside: false, loose: true, subject: `w/s-${seq}`, ...more }
}

/** One that failed and is tried again `wait` ms from now. */
function failed(seq: number, tries: number, wait: number, more: Partial<Waiting> = {}): Waiting {
  return fresh(seq, { tries, due: NOW + wait, loose: false, ...more })
}

const notice = (seq: number): Waiting => fresh(seq, { loose: false, subject: null })

function next(
  waiting: readonly Waiting[],
  policy: Policy = {},
  facts: Partial<SendingFacts> = {},
): NextSending {
  return nextSending(waiting, {
    policy,
    backlog: 20,
    now: NOW,
    sentAt: [],
    pausedUntil: 0,
    toldAt: () => undefined,
    ...facts,
  })
}

const one = (seq: number): NextSending => ({ kind: 'one', seq })
const wait = (until: number): NextSending => ({ kind: 'wait', until })
const many = (...seqs: number[]): NextSending => ({ kind: 'digest', seqs })

describe('whose turn it is', () => {
  it.each([
    { because: 'nobody waits', waiting: [], is: { kind: 'nothing' } as const },
    { because: 'the first that came', waiting: [fresh(3), fresh(4)], is: one(3) },
    {
      because: 'behind one that is being retried all wait',
      waiting: [failed(3, 1, 5 * SECOND), fresh(4)],
      is: wait(NOW + 5 * SECOND),
    },
    {
      because: 'its time has come',
      waiting: [failed(3, 1, -1), fresh(4)],
      is: one(3),
    },
    {
      because: 'after four failures the next is tried: is it the message?',
      waiting: [failed(3, TRIES_BEFORE_PROBE, 30 * MINUTE), fresh(4)],
      is: one(4),
    },
    {
      because: 'the next failed as often: it is the receiver',
      waiting: [failed(3, 4, 30 * MINUTE), failed(4, 4, 20 * MINUTE), fresh(5)],
      is: wait(NOW + 30 * MINUTE),
    },
    {
      because: 'the probe is being retried too',
      waiting: [failed(3, 4, 30 * MINUTE), failed(4, 1, 5 * SECOND), fresh(5)],
      is: wait(NOW + 5 * SECOND),
    },
    {
      because: 'one that stepped aside holds up nobody',
      waiting: [failed(3, 4, 30 * MINUTE, { aside: true }), fresh(4)],
      is: one(4),
    },
    {
      because: 'nor is it forgotten',
      waiting: [failed(3, 4, -1, { aside: true }), fresh(4)],
      is: one(3),
    },
    {
      because: 'the earlier of one aside and the line',
      waiting: [failed(3, 4, MINUTE, { aside: true }), failed(4, 1, 2 * MINUTE)],
      is: wait(NOW + MINUTE),
    },
  ])('$because', ({ waiting, is }) => {
    expect(next(waiting)).toEqual(is)
  })
})

describe('many alerts', () => {
  const line = (count: number): Waiting[] => Array.from({ length: count }, (_, n) => fresh(n + 1))

  it.each([
    { because: 'as many as are still read one by one', count: 20, backlog: 20, is: one(1) },
    { because: 'one more than that', count: 21, backlog: 20, digest: 21 },
    { because: 'a machine takes them one by one', count: 150, backlog: 0, is: one(1) },
    { because: 'a digest is bounded too', count: 150, backlog: 20, digest: MOST_IN_DIGEST },
  ])('$because', ({ count, backlog, is, digest }) => {
    const seqs = Array.from({ length: digest ?? 0 }, (_, n) => n + 1)
    expect(next(line(count), {}, { backlog })).toEqual(is ?? many(...seqs))
  })

  it('never takes one that was attempted: it may have arrived', () => {
    const waiting = [failed(1, 1, -1), ...line(40).map((each) => ({ ...each, seq: each.seq + 1 }))]
    expect(next(waiting)).toEqual(one(1))
  })

  it('stops at a notice, which goes by itself', () => {
    expect(next([fresh(1), fresh(2), notice(3), fresh(4)], { group: 1 })).toEqual(many(1, 2))
  })
})

describe('a grouping window', () => {
  const policy = { group: 60 }

  it.each([
    {
      because: 'it is open since the first',
      ages: [30, 10],
      is: wait(NOW + 30 * SECOND),
    },
    { because: 'it ends for all at once', ages: [60, 10], is: many(1, 2) },
    { because: 'one alone is a message of its own', ages: [61], is: one(1) },
  ])('$because', ({ ages, is }) => {
    const waiting = ages.map((age, index) => fresh(index + 1, { at: NOW - age * SECOND }))
    expect(next(waiting, policy)).toEqual(is)
  })

  it('does not hold a notice', () => {
    expect(next([fresh(1), notice(2)], policy)).toEqual(one(2))
  })
})

describe('a digest at a set time', () => {
  it.each([
    {
      because: 'every day at eight in Damascus',
      policy: { digest: { every: 'day', at: '08:00' }, zone: 'Asia/Damascus' } as const,
      at: '2026-11-26T11:59:00Z',
      is: wait(Date.parse('2026-11-27T05:00:00Z')),
    },
    {
      because: 'what came before eight is due since eight',
      policy: { digest: { every: 'day', at: '08:00' }, zone: 'Asia/Damascus' } as const,
      at: '2026-11-26T04:59:00Z',
      is: one(1),
    },
    {
      because: 'every hour at half past',
      policy: { digest: { every: 'hour', at: '00:30' } } as const,
      at: '2026-11-26T11:59:00Z',
      is: wait(Date.parse('2026-11-26T12:30:00Z')),
    },
  ])('$because', ({ policy, at, is }) => {
    expect(next([fresh(1, { at: Date.parse(at) })], policy)).toEqual(is)
  })

  it('takes only what came before its hour', () => {
    const before = fresh(1, { at: Date.parse('2026-11-26T11:20:00Z') })
    const after = fresh(3, { at: NOW - SECOND })
    const policy = { digest: { every: 'hour', at: '00:30' } } as const
    expect(next([before, { ...before, seq: 2 }, after], policy)).toEqual(many(1, 2))
  })

  it('does not probe: one alone would come at the wrong time', () => {
    const policy = { digest: { every: 'hour', at: '00:30' } } as const
    expect(next([failed(1, 6, MINUTE), fresh(2)], policy)).toEqual(wait(NOW + MINUTE))
  })
})

describe('what holds everything back', () => {
  it.each([
    {
      because: 'muted',
      policy: { muteUntil: '2026-11-26T13:00:00.000Z' },
      until: '2026-11-26T13:00:00Z',
    },
    {
      because: 'quiet hours of one day',
      policy: { quiet: { from: '11:00', to: '12:30' } },
      until: '2026-11-26T12:30:00Z',
    },
    {
      because: 'quiet hours over midnight, on local clocks',
      policy: { quiet: { from: '14:30', to: '07:00' }, zone: 'Asia/Damascus' },
      until: '2026-11-27T04:00:00Z',
    },
    {
      because: 'the longer of two',
      policy: {
        muteUntil: '2026-11-26T12:10:00.000Z',
        quiet: { from: '11:00', to: '12:30' },
      },
      until: '2026-11-26T12:30:00Z',
    },
  ])('$because: alerts, retries and notices', ({ policy, until }) => {
    for (const waiting of [[fresh(1)], [failed(1, 1, -1)], [notice(1)]]) {
      expect(next(waiting, policy)).toEqual(wait(Date.parse(until)))
    }
  })

  it('the pause that a receiver asked for: no probe passes the one that it answered', () => {
    const waiting = [
      failed(3, TRIES_BEFORE_PROBE, HOUR),
      fresh(4),
      failed(1, 5, -1, { aside: true }),
    ]
    const pausedUntil = NOW + HOUR
    expect(next(waiting, {}, { pausedUntil })).toEqual(wait(pausedUntil))
    expect(next(waiting, {}, { pausedUntil: NOW })).toEqual(one(1))
  })

  it.each([
    { because: 'the mute has ended', policy: { muteUntil: '2026-11-26T11:59:59.000Z' } },
    {
      because: 'quiet hours are over at their end',
      policy: { quiet: { from: '11:00', to: '12:00' } },
    },
    { because: 'they begin later', policy: { quiet: { from: '12:01', to: '11:00' } } },
    { because: 'from and to are one: never', policy: { quiet: { from: '12:00', to: '12:00' } } },
  ])('not when $because', ({ policy }) => {
    expect(next([fresh(1)], policy)).toEqual(one(1))
  })
})

describe('a cap an hour', () => {
  const policy = { hourly: 3 }
  const ago = (...minutes: number[]): number[] => minutes.map((each) => NOW - each * MINUTE)

  it.each([
    { because: 'there is room', sent: ago(50), is: one(1) },
    { because: 'the last of an hour takes all that waits', sent: ago(50, 40), is: many(1, 2) },
    { because: 'the hour is full', sent: ago(50, 40, 30), is: wait(NOW + 10 * MINUTE) },
    {
      because: 'one more than it may be, after a lower cap',
      sent: ago(50, 40, 30, 20),
      is: wait(NOW + 20 * MINUTE),
    },
  ])('$because', ({ sent, is }) => {
    expect(next([fresh(1), fresh(2)], policy, { sentAt: sent })).toEqual(is)
  })
})

describe('one statement again and again', () => {
  const policy = { repeat: 3600 }
  const toldAt = (subject: string) => (subject === 'w/s-1' ? NOW - 10 * MINUTE : undefined)

  it('waits until the time has passed', () => {
    expect(next([fresh(1)], policy, { toldAt })).toEqual(wait(NOW + 50 * MINUTE))
  })

  it('holds up no other statement', () => {
    expect(next([fresh(1), fresh(2)], policy, { toldAt })).toEqual(one(2))
  })

  it('holds up no retry of another: its time comes first', () => {
    const waiting = [fresh(1), failed(2, 1, 5 * SECOND)]
    expect(next(waiting, policy, { toldAt })).toEqual(wait(NOW + 5 * SECOND))
    expect(next([fresh(1), failed(2, 1, -1)], policy, { toldAt })).toEqual(one(2))
    const poison = failed(2, TRIES_BEFORE_PROBE, 30 * MINUTE)
    expect(next([fresh(1), poison, fresh(3)], policy, { toldAt })).toEqual(one(3))
  })

  it('is told when the time has passed', () => {
    expect(next([fresh(1)], policy, { toldAt: () => NOW - HOUR })).toEqual(one(1))
  })

  it('then all that came of it goes as one: each alone would hold the next for as long again', () => {
    const edits = [fresh(3), fresh(5), fresh(6)].map((each) => ({ ...each, subject: 'w/s-1' }))
    const waiting = [edits[0]!, fresh(4), ...edits.slice(1)]
    expect(next(waiting, policy, { toldAt: () => NOW - HOUR })).toEqual(many(3, 5, 6))
  })
})
