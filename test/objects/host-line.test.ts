import { describe, expect, it } from 'vitest'
import { HostLine } from '../../src/objects/host-line.ts'

const NOW = Date.parse('2026-11-26T10:00:00Z')

/** A line in which somebody has the turn since `NOW`. */
function held() {
  const line = new HostLine()
  const turn = line.ask('first', false, NOW)
  if (turn.kind !== 'granted') throw new Error('a free host was not given')
  return { line, number: turn.number }
}

describe('the turn at a host', () => {
  it('is one asker’s at a time, and the next one’s when it is given back', () => {
    const { line, number } = held()
    expect(line.ask('second', false, NOW + 1)).toEqual({ kind: 'wait', until: NOW + 501 })
    line.end(number, NOW + 500)
    expect(line.ask('second', false, NOW + 501).kind).toBe('granted')
  })

  it('is given to who asked first, even where another comes before it is back', () => {
    const { line, number } = held()
    line.ask('second', false, NOW + 1)
    expect(line.ask('third', false, NOW + 2), 'each has a time of its own').toEqual({
      kind: 'wait',
      until: NOW + 1_001,
    })
    line.end(number, NOW + 400)
    expect(line.ask('fourth', false, NOW + 450).kind, 'the second is about to come').toBe('wait')
    expect(line.ask('second', false, NOW + 600).kind).toBe('granted')
  })

  it('is not kept for one that does not come back', () => {
    const { line, number } = held()
    line.ask('second', false, NOW)
    line.end(number, NOW + 500)
    expect(line.ask('third', false, NOW + 3_400).kind).toBe('wait')
    expect(line.ask('third', false, NOW + 4_500).kind).toBe('granted')
  })

  it('is not kept idle where a turn is over before a waiter’s time has come', () => {
    const { line, number } = held()
    line.ask('second', false, NOW)
    line.end(number, NOW + 10)
    expect(line.ask('third', false, NOW + 20).kind, 'turns last 0.4 s here').toBe('granted')
  })

  it('is asked for seldomer where turns are long', () => {
    const { line, number } = held()
    line.end(number, NOW + 8_000)
    line.ask('first', false, NOW + 10_000)
    expect(line.ask('second', false, NOW + 10_000)).toEqual({ kind: 'wait', until: NOW + 11_625 })
    expect(line.ask('second', false, NOW + 11_625), 'and the longer, the seldomer').toEqual({
      kind: 'wait',
      until: NOW + 14_875,
    })
  })

  it('ends by itself in half a minute, as a run that was killed never gives it back', () => {
    const { line, number } = held()
    expect(line.ask('second', false, NOW + 29_000).kind).toBe('wait')
    expect(line.ask('second', false, NOW + 30_000).kind).toBe('granted')
    expect(line.renew(number, NOW + 30_001), 'because it is another’s by now').toBe(false)
    line.end(number, NOW + 1_000)
    expect(line.ask('third', false, NOW + 30_002).kind, 'and is not given back twice').toBe('wait')
  })

  it('is its own asker’s at once: one that asks again has died', () => {
    const { line, number } = held()
    expect(line.ask('first', false, NOW + 10).kind).toBe('granted')
    expect(line.renew(number, NOW + 11)).toBe(false)
  })

  it('is renewed while a run reads pages, and not for ever', () => {
    const { line, number } = held()
    for (let at = 5_000; at <= 60_000; at += 5_000) {
      expect(line.renew(number, NOW + at), `after ${at} ms`).toBe(true)
    }
    expect(line.renew(number, NOW + 60_001), 'a dripping site keeps nobody waiting').toBe(false)
    expect(line.ask('second', false, NOW + 89_000).kind, 'its last request goes on').toBe('wait')
    expect(line.ask('second', false, NOW + 90_001).kind).toBe('granted')
  })

  it.each([45_000, 50_000, 55_000, 60_000])(
    'is not for ever of one that is back at once after turns of %d ms',
    (lasts) => {
      const { line, number } = held()
      let turn = number
      let due = NOW + 1
      let since = NOW
      let now = NOW
      let isIn = false
      for (; now < NOW + 900_000 && !isIn; now += 250) {
        if (now - since > 0 && now - since < lasts) line.renew(turn, now)
        if (now - since >= lasts) {
          line.end(turn, now)
          const again = line.ask('first', false, now)
          if (again.kind === 'granted') [turn, since] = [again.number, now]
        }
        if (now < due) continue
        const verdict = line.ask('second', false, now)
        if (verdict.kind === 'wait') due = verdict.until
        else isIn = true
      }
      expect((now - NOW) / 1_000, 'seconds until the other is let in').toBeLessThan(200)
    },
  )

  it('is nobody’s before the time that the site named', () => {
    const { line, number } = held()
    line.pause(NOW + 7_200_000)
    line.pause(NOW + 60_000)
    line.end(number, NOW + 1_000)
    const wait = { kind: 'wait', until: NOW + 7_200_000 }
    expect(line.ask('second', false, NOW + 3_600_000)).toEqual(wait)
    expect(line.ask('second', false, NOW + 7_200_000).kind).toBe('granted')
  })

  it('is an operator’s who asks by hand, pause or not, but never two at once', () => {
    const { line, number } = held()
    line.pause(NOW + 7_200_000)
    expect(line.ask('by-hand', true, NOW + 1).kind).toBe('wait')
    line.end(number, NOW + 1_000)
    expect(line.ask('by-hand', true, NOW + 2).kind).toBe('granted')
  })

  it.each([
    { because: 'fifty channels at the default of a minute', askers: 50, every: 60_000, takes: 500 },
    { because: 'a host of which half is spoken for', askers: 20, every: 10_000, takes: 250 },
  ])('comes to everybody in time: $because', ({ askers: number, every, takes }) => {
    const line = new HostLine()
    const askers = Array.from({ length: number }, (_, n) => ({
      who: `p${n}`,
      first: NOW,
      due: NOW,
      polls: 0,
    }))
    const rounds = 10
    let [longestWait, asked, granted] = [0, 0, 0]
    let end: { readonly at: number; readonly number: number } | undefined
    for (let now = NOW; now < NOW + rounds * every; now += 50) {
      if (end !== undefined && end.at <= now) {
        line.end(end.number, now)
        end = undefined
      }
      for (const asker of askers) {
        const { who, due } = asker
        if (due > now) continue
        asked += 1
        const verdict = line.ask(who, false, now)
        if (verdict.kind === 'wait') {
          // An alarm rings up to a tenth of a second late.
          asker.due = verdict.until + (asked % 3) * 50
          continue
        }
        expect(end, 'two at once').toBeUndefined()
        end = { at: now + takes, number: verdict.number }
        // At first all come at once, and nobody knows how long a turn lasts: that takes some rounds to pass.
        if (asker.polls > 3) longestWait = Math.max(longestWait, now - asker.first)
        granted += 1
        asker.polls += 1
        asker.first = asker.due = now + every
      }
    }
    expect(Math.min(...askers.map(({ polls }) => polls))).toBeGreaterThanOrEqual(rounds - 2)
    expect(longestWait).toBeLessThan(every / 4)
    expect(asked / granted, 'calls for each poll').toBeLessThan(2)
  })
})
