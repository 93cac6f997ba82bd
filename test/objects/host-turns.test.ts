import { describe, expect, it } from 'vitest'
import { HostLine } from '../../src/objects/host-line.ts'
import { type HostWorld, HostTurns } from '../../src/objects/host-turns.ts'
import { hostOf } from '../../src/sources/listing-hosts.ts'
import type { Get } from '../../src/sources/get.ts'

const HOUR = 3_600_000

/** Publishers' manners over one shared host, `shared.example`, with a clock that is moved. */
function world() {
  const line = new HostLine()
  const site = { status: 200, retryAfter: '', landed: '', seconds: 0 }
  const now = { at: Date.parse('2026-11-26T10:00:00Z') }
  const calls: string[] = []
  const requests: string[] = []
  const faults = { ask: false }
  const get: Get = ({ url }) => {
    requests.push(url)
    now.at += site.seconds * 1000
    const headers = new Headers(site.retryAfter === '' ? {} : { 'retry-after': site.retryAfter })
    const landed = site.landed === '' ? url : site.landed
    const { status } = site
    return Promise.resolve({
      kind: 'answer',
      url: landed,
      status,
      headers,
      bytes: new Uint8Array(),
    })
  }
  const publisher = (who: string, more: Partial<HostWorld> = {}) => {
    const turns = new HostTurns({
      sharedHost: (address) =>
        hostOf(address) === 'shared.example' ? 'shared.example' : undefined,
      take: (host, isPressing) => {
        calls.push(`${who} ${host}`)
        if (faults.ask) return Promise.reject(new Error('away'))
        const verdict = line.ask(who, isPressing, now.at)
        if (verdict.kind === 'wait') return Promise.resolve({ until: verdict.until })
        const { number } = verdict
        return Promise.resolve({
          turn: {
            renew: () => Promise.resolve(line.renew(number, now.at)),
            end: (until) => {
              line.end(number, now.at)
              if (until === 0) line.resume()
              else if (until !== undefined) line.pause(until)
              return Promise.resolve()
            },
            [Symbol.dispose]: () => line.end(number, now.at),
          },
        })
      },
      remembered: () => [[LISTING, 0]],
      forgive: () => undefined,
      clock: () => now.at,
      sleep: (ms) => {
        now.at += ms
        return Promise.resolve()
      },
      log: () => undefined,
      ...more,
    })
    const ask = async (url: string) => {
      const answer = await turns.behind(get)({ url, headers: {}, maxBytes: 100 })
      return answer.kind === 'refused' ? answer.reason : answer.status
    }
    return { turns, ask }
  }
  return { publisher, site, now, calls, requests, faults }
}

const LISTING = 'https://shared.example/a/feed'

/** Two publishers at one host, which asked the first of them for a pause of two hours. */
async function pausedByOne() {
  const { publisher, site, now } = world()
  const [one, two] = [publisher('one'), publisher('two')]
  await one.turns.take(LISTING)
  Object.assign(site, { status: 429, retryAfter: '7200' })
  await one.ask(LISTING)
  await one.turns.end()
  return { one, two, now }
}

describe('a publisher at a host that it shares', () => {
  it('takes one turn for a run and asks nothing of it out of turn', async () => {
    const { publisher, calls, requests } = world()
    const [one, two] = [publisher('one'), publisher('two')]
    expect(await one.turns.take(LISTING)).toBe(0)
    expect(await one.ask(LISTING)).toBe(200)
    expect(await one.ask('https://www.shared.example/a/1')).toBe(200)
    expect(calls).toEqual(['one shared.example'])
    expect(await two.turns.take(LISTING)).toBeGreaterThan(0)
    expect(await two.ask('https://shared.example/b/1'), 'a page that its own list names').toBe(
      'busy',
    )
    expect(requests).toHaveLength(2)
    await one.turns.end()
    expect(await two.ask('https://elsewhere.example/')).toBe(200)
  })

  it('is not asked about again before the second that it was given', async () => {
    const { publisher, calls, now } = world()
    const [one, two] = [publisher('one'), publisher('two')]
    await one.turns.take(LISTING)
    const until = await two.turns.take(LISTING)
    expect(await two.turns.take(LISTING)).toBe(until)
    expect(two.turns.heldUntil('https://shared.example/b/feed')).toBe(until)
    expect(calls).toHaveLength(2)
    await one.turns.end()
    now.at = until
    expect(await two.turns.take(LISTING)).toBe(0)
  })

  it('hears of a pause that the site asked of another', async () => {
    const { one, two, now } = await pausedByOne()
    const over = now.at + 2 * HOUR
    expect(one.turns.pausedUntil(LISTING)).toBe(over)
    expect(await two.turns.take('https://shared.example/b/feed')).toBe(over)
    expect(two.turns.pausedUntil(LISTING), 'it is not its own to remember').toBe(0)
    now.at = over
    expect(await two.turns.take('https://shared.example/b/feed')).toBe(0)
  })

  it('keeps to a pause that was asked at another’s site to which it links, and tells it to nobody', async () => {
    const { publisher, site, now } = world()
    const stranger = publisher('stranger', {
      remembered: () => [['https://stranger.example/feed', 0]],
    })
    const own = publisher('own')
    Object.assign(site, { status: 503, retryAfter: '86400' })
    expect(await stranger.ask('https://shared.example/a/limited')).toBe(503)
    await stranger.turns.end()
    expect(stranger.turns.pausedUntil(LISTING)).toBe(now.at + 24 * HOUR)
    expect(await own.turns.take(LISTING), 'its own list is asked as ever').toBe(0)
  })

  it('asks again within minutes, since the pause may have ended before its time', async () => {
    const { two, now } = await pausedByOne()
    const other = 'https://shared.example/b/feed'
    await two.turns.take(other)
    expect(two.turns.heldUntil(other)).toBe(now.at + 5 * 60_000)
  })

  it('gives up a turn that it lost, and asks nothing more in that run', async () => {
    const { publisher, site, requests } = world()
    const one = publisher('one')
    await one.turns.take(LISTING)
    site.seconds = 31
    expect(await one.ask(LISTING)).toBe(200)
    expect(await one.ask('https://shared.example/a/1')).toBe('busy')
    expect(requests).toHaveLength(1)
  })

  it('keeps its turn while it reads pages', async () => {
    const { publisher, site } = world()
    const [one, two] = [publisher('one'), publisher('two')]
    await one.turns.take(LISTING)
    site.seconds = 18
    for (let page = 0; page < 3; page += 1) {
      expect(await one.ask(`https://shared.example/a/${page}`)).toBe(200)
      expect(await two.turns.take(LISTING)).toBeGreaterThan(0)
    }
  })

  it('waits for its turn where somebody waits for the poll, and says when it cannot be had', async () => {
    const { publisher, site, now } = world()
    const [one, two, three] = [publisher('one'), publisher('two'), publisher('three')]
    await one.turns.take(LISTING)
    expect(await two.turns.press(LISTING)).toBeGreaterThan(0)
    await two.turns.end()
    await one.turns.end()
    now.at += 60_000
    Object.assign(site, { status: 503, retryAfter: '3600' })
    await one.turns.take(LISTING)
    await one.ask(LISTING)
    await one.turns.end()
    expect(await three.turns.take(LISTING)).toBe(now.at + HOUR)
    expect(await three.turns.press(LISTING), 'the operator goes before a pause').toBe(0)
    expect(await three.ask(LISTING)).toBe(503)
    await three.turns.end()
    expect(await two.turns.take(LISTING)).toBeGreaterThan(now.at + HOUR - 1_000)
    site.status = 200
    await three.turns.press(LISTING)
    await three.ask(LISTING)
    await three.turns.end()
    const four = publisher('four')
    expect(await four.turns.take(LISTING), 'it answers again').toBe(0)
    expect(three.turns.heldUntil(LISTING)).toBe(0)
  })

  it('waits a little where the host’s object does not answer', async () => {
    const { publisher, faults, now } = world()
    const one = publisher('one')
    faults.ask = true
    expect(await one.turns.take(LISTING)).toBe(now.at + 10_000)
    faults.ask = false
    now.at += 10_000
    expect(await one.turns.take(LISTING)).toBe(0)
  })
})

describe('a publisher at hosts of its own', () => {
  it('asks nobody', async () => {
    const { publisher, calls } = world()
    const one = publisher('one', { sharedHost: () => undefined })
    expect(await one.turns.take(LISTING)).toBe(0)
    expect(await one.ask(LISTING)).toBe(200)
    await one.turns.end()
    expect(calls).toEqual([])
  })

  it('asks nothing of a host that asked for a pause, whichever source was told', async () => {
    const { publisher, site, requests, now } = world()
    const one = publisher('one', { sharedHost: () => undefined })
    Object.assign(site, { status: 503, retryAfter: '3600' })
    await one.ask('https://own.example/ar/feed')
    expect(await one.turns.take('https://www.own.example/en/feed')).toBe(now.at + HOUR)
    expect(await one.ask('https://own.example/s/1')).toBe('busy')
    expect(await one.ask('https://other.example/s/1')).toBe(503)
    expect(requests).toHaveLength(2)
    one.turns.forget()
    expect(await one.turns.take('https://own.example/en/feed'), 'a source was mended').toBe(0)
  })

  it('knows after a restart what its sources’ rows know', async () => {
    const { publisher, now } = world()
    const until = now.at + HOUR
    const remembered = () =>
      [
        ['https://own.example/ar/feed', until],
        ['https://other.example/feed', 0],
      ] as const
    const one = publisher('one', { sharedHost: () => undefined, remembered })
    expect(one.turns.heldUntil('https://own.example/en/feed')).toBe(until)
    expect(one.turns.heldUntil('https://other.example/feed')).toBe(0)
  })

  it.each([
    {
      because: 'only a site itself may ask for a pause at it',
      answer: { status: 429, retryAfter: '7200', landed: 'https://victim.example/limit' },
      held: 0,
    },
    { because: 'garbage names no time', answer: { status: 429, retryAfter: 'soon' }, held: 0 },
    {
      because: 'a page that is gone is no pause',
      answer: { status: 404, retryAfter: '60' },
      held: 0,
    },
    {
      because: 'no site is left alone for longer than a day',
      answer: { status: 429, retryAfter: '31536000' },
      held: 24 * HOUR,
    },
  ])('$because', async ({ answer, held }) => {
    const { publisher, site, now } = world()
    const one = publisher('one', { sharedHost: () => undefined })
    Object.assign(site, answer)
    await one.ask('https://own.example/feed')
    for (const url of ['https://own.example/', 'https://victim.example/'])
      expect(one.turns.heldUntil(url)).toBe(url.includes('own') && held > 0 ? now.at + held : 0)
  })
})
