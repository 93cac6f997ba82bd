import { FORBIDDEN_ADDRESSES } from './forbidden-addresses.ts'
import { beforeEach, describe, expect, it } from 'vitest'
import { guardedGet, guardedPost } from '../../src/platform/guarded-fetch.ts'
import { requestsSeen, resetInternet, setPage } from '../workerd/internet.ts'

const policy = { allowPrivate: false, ownHost: 'bayan.example' }
const get = (url: string, maxBytes = 1_000) => guardedGet({ url, headers: {}, maxBytes }, policy)

async function gzip(bytes: Uint8Array): Promise<Uint8Array> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

const base64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes))

/** Every spelling of a place that must never be asked (reliability report, 2.1). */
const FORBIDDEN = [
  'http://127.0.0.1/',
  'http://localhost/',
  'http://127.1/',
  'http://2130706433/',
  'http://0x7f000001/',
  'http://0177.0.0.1/',
  'http://0.0.0.0/',
  'http://[::1]/',
  'http://[::ffff:127.0.0.1]/',
  'http://[64:ff9b::7f00:1]/',
  'http://169.254.169.254/latest/meta-data/',
  'http://10.0.0.1/',
  'http://192.168.0.1/',
  'http://metadata.google.internal/',
  'http://127.0.0.1./',
  'http://\u2460\u2461\u2466.\u24EA.\u24EA.\u2460/',
  'http://\uFF11\uFF12\uFF17.0.0.1/',
  'http://100.64.0.1/',
  'http://172.31.255.255/',
  'http://198.18.0.1/',
  'http://[fd00::1]/',
  'http://[fe80::1]/',
  'http://[64:ff9b:1::a00:1]/',
  'http://[2002:7f00:1::]/',
  'http://[2001::1]/',
  'http://[2001:db8::1]/',
  'http://[::127.0.0.1]/',
  'http://router/',
  'http://printer.local/',
  'http://bayan.example/feeds/all/ar.rss',
  'http://user:secret@s.example/',
  'http://s.example:8080/',
  'ftp://s.example/',
  'javascript:alert(1)',
  'file:///etc/passwd',
  'data:text/html,hello',
]

describe('the one way out', () => {
  beforeEach(resetInternet)

  it.each(FORBIDDEN)('never asks %s', async (address) => {
    expect(await get(address)).toMatchObject({ kind: 'refused', reason: 'blocked-address' })
    expect(await requestsSeen()).toEqual([])
  })

  // Header values are Latin-1: a redirect cannot spell the circled digits.
  it.each(FORBIDDEN.filter((address) => /^[ -~]+$/.test(address)))(
    'is not led to %s by a redirect',
    async (address) => {
      await setPage('https://s.example/', { status: 302, headers: { location: address } })
      expect(await get('https://s.example/')).toMatchObject({ reason: 'blocked-address' })
      expect(await requestsSeen()).toEqual(['GET https://s.example/'])
    },
  )

  it('follows honest redirects, and tells where it arrived', async () => {
    await setPage('http://s.example/', { status: 301, headers: { location: 'https://s.example/' } })
    await setPage('https://s.example/', { status: 302, headers: { location: '/news' } })
    await setPage('https://s.example/news', { body: 'here' })
    expect(await get('http://s.example/')).toMatchObject({
      kind: 'answer',
      url: 'https://s.example/news',
    })
  })

  it('leaves a circle of redirects at once', async () => {
    await setPage('https://s.example/a', { status: 302, headers: { location: '/b' } })
    await setPage('https://s.example/b', { status: 302, headers: { location: '/a' } })
    expect(await get('https://s.example/a')).toMatchObject({ reason: 'redirects' })
    expect(await requestsSeen()).toHaveLength(2)
  })

  it('leaves a long chain of redirects after six requests', async () => {
    for (let i = 0; i < 30; i++) {
      await setPage(`https://s.example/${i}`, { status: 302, headers: { location: `/${i + 1}` } })
    }
    expect(await get('https://s.example/0')).toMatchObject({ reason: 'redirects' })
    expect(await requestsSeen()).toHaveLength(6)
  })

  it('takes a redirect to nowhere for a refusal', async () => {
    await setPage('https://s.example/', { status: 302 })
    expect(await get('https://s.example/')).toMatchObject({ reason: 'redirects' })
  })

  it('counts bytes while it reads', async () => {
    await setPage('https://s.example/', { fillBytes: 50_000_000 })
    expect(await get('https://s.example/', 5_000_000)).toMatchObject({ reason: 'too-large' })
    await setPage('https://s.example/', { fillBytes: 1_000 })
    expect(await get('https://s.example/', 1_000)).toMatchObject({ kind: 'answer', status: 200 })
  })

  it('tells of a move that was permanent at every hop', async () => {
    await setPage('https://s.example/old', { status: 301, headers: { location: '/newer' } })
    await setPage('https://s.example/newer', { status: 308, headers: { location: '/new' } })
    await setPage('https://s.example/today', { status: 302, headers: { location: '/new' } })
    await setPage('https://s.example/new', { body: 'here' })
    expect(await get('https://s.example/old')).toMatchObject({ kind: 'answer', moved: true })
    expect(await get('https://s.example/today')).not.toHaveProperty('moved')
    expect(await get('https://s.example/new')).not.toHaveProperty('moved')
  })

  it.each([
    { because: 'no headers come', page: { delayMs: 1_500, body: 'late' } },
    { because: 'the body falls silent', page: { body: 'begun', silence: true } },
    {
      because: 'the body drips for ever',
      page: { body: 'x'.repeat(40), drip: { pieces: 40, everyMs: 50 } },
    },
  ])('gives up in time when $because', async ({ page }) => {
    await setPage('https://slow.example/', page)
    const started = Date.now()
    const request = { url: 'https://slow.example/', headers: {}, maxBytes: 1_000 }
    const answer = await guardedGet(request, policy, { totalMs: 600, headersMs: 400, idleMs: 300 })
    expect(answer).toMatchObject({ kind: 'refused', reason: 'timeout' })
    expect(Date.now() - started).toBeLessThan(1_200)
  })

  it('has a time for headers of its own, for each hop', async () => {
    const patience = { totalMs: 10_000, headersMs: 1_100, idleMs: 300 }
    const request = { url: 'https://slow.example/', headers: {}, maxBytes: 1_000 }
    await setPage('https://slow.example/', { delayMs: 2_000, body: 'late' })
    expect(await guardedGet(request, policy, patience)).toMatchObject({
      reason: 'timeout',
      detail: ['no-headers', expect.any(String)],
    })
    const location = 'https://slow.example/b'
    await setPage('https://slow.example/', { delayMs: 600, status: 302, headers: { location } })
    await setPage(location, { delayMs: 600, body: 'two hops of 600 ms' })
    expect(await guardedGet(request, policy, patience)).toMatchObject({ kind: 'answer' })
  })

  it('waits for a body that flows slowly but flows', async () => {
    const drip = { pieces: 12, everyMs: 150 }
    await setPage('https://slow.example/', { body: 'a page in pieces', drip })
    const request = { url: 'https://slow.example/', headers: {}, maxBytes: 1_000 }
    expect(
      await guardedGet(request, policy, { totalMs: 9_000, headersMs: 1_500, idleMs: 1_500 }),
    ).toMatchObject({
      kind: 'answer',
    })
  })

  it.each([1, 2])('opens gzip that is not labelled, in %s layers', async (layers) => {
    let bytes = new TextEncoder().encode('<p>نص البيان</p>')
    for (let i = 0; i < layers; i++) bytes = await gzip(bytes)
    await setPage('https://s.example/', { bytes: base64(bytes) })
    const answer = await get('https://s.example/')
    expect(answer.kind === 'answer' && new TextDecoder().decode(answer.bytes)).toBe(
      '<p>نص البيان</p>',
    )
  })

  it('refuses gzip that is cut, and gzip that holds too much', async () => {
    const bytes = await gzip(new Uint8Array(3_000_000))
    await setPage('https://s.example/', { bytes: base64(bytes) })
    expect(await get('https://s.example/', 1_000_000)).toMatchObject({ reason: 'too-large' })
    await setPage('https://s.example/', { bytes: base64(bytes.slice(0, 200)) })
    expect(await get('https://s.example/', 4_000_000)).toMatchObject({ reason: 'truncated' })
  })

  it('does not follow a receiver that redirects', async () => {
    await setPage('https://hook.example/', {
      status: 307,
      headers: { location: 'https://other.example/' },
    })
    const answer = await guardedPost(
      { url: 'https://hook.example/', headers: {}, body: '{}' },
      {
        ...policy,
        httpsOnly: true,
      },
    )
    expect(answer.status).toBe(307)
    expect(await requestsSeen()).toEqual(['POST https://hook.example/'])
  })

  it('reads four kilobytes of an answer and no more', async () => {
    await setPage('https://hook.example/', { fillBytes: 10_000_000 })
    const answer = await guardedPost(
      { url: 'https://hook.example/', headers: {}, body: '{}' },
      policy,
    )
    expect(answer.body).toHaveLength(4_096)
  })

  it.each(FORBIDDEN_ADDRESSES)('posts nothing to %s: %s', async (address) => {
    // As a webhook's address would have to be written.
    const url = address.replace(/^http:/, 'https:')
    const answer = await guardedPost({ url, headers: {}, body: '{}' }, policy)
    expect(answer).toMatchObject({ status: undefined, body: '' })
    expect(answer.failure).toContain('not-allowed')
    expect(await requestsSeen()).toEqual([])
  })
})
