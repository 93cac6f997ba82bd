import { beforeEach, describe, expect, it } from 'vitest'
import { guardedGet, guardedPost } from '../../src/platform/guarded-fetch.ts'
import { requestsSeen, resetInternet, setPage } from '../workerd/internet.ts'

const policy = { allowPrivate: false, ownHost: 'bayan.example' }
const get = (url: string, maxBytes = 1_000) => guardedGet({ url, headers: {}, maxBytes }, policy)

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
  'file:///etc/passwd',
  'data:text/html,hello',
]

describe('the one way out', () => {
  beforeEach(resetInternet)

  it.each(FORBIDDEN)('never asks %s', async (address) => {
    expect(await get(address)).toMatchObject({ kind: 'refused', reason: 'blocked-address' })
    expect(await requestsSeen()).toEqual([])
  })

  it.each(FORBIDDEN)('is not led to %s by a redirect', async (address) => {
    await setPage('https://s.example/', { status: 302, headers: { location: address } })
    expect(await get('https://s.example/')).toMatchObject({ reason: 'blocked-address' })
    expect(await requestsSeen()).toEqual(['GET https://s.example/'])
  })

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

  it('does not follow a receiver that redirects', async () => {
    await setPage('https://hook.example/', {
      status: 307,
      headers: { location: 'https://other.example/' },
    })
    const answer = await guardedPost('https://hook.example/', {}, '{}', {
      ...policy,
      httpsOnly: true,
    })
    expect(answer.status).toBe(307)
    expect(await requestsSeen()).toEqual(['POST https://hook.example/'])
  })

  it('reads four kilobytes of an answer and no more', async () => {
    await setPage('https://hook.example/', { fillBytes: 10_000_000 })
    const answer = await guardedPost('https://hook.example/', {}, '{}', policy)
    expect(answer.body).toHaveLength(4_096)
  })

  it.each(FORBIDDEN)('posts nothing to %s', async (address) => {
    const answer = await guardedPost(address, {}, '{}', policy)
    expect(answer).toMatchObject({ status: undefined, body: '' })
    expect(answer.failure).toContain('not allowed')
    expect(await requestsSeen()).toEqual([])
  })
})
