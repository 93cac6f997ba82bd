import { describe, expect, it } from 'vitest'
import { packs } from '../../src/http/feed-headers.ts'
import { feedWanted } from '../../src/http/feed-wanted.ts'

const BASE = 'https://bayan.test'

function wanted(path: string) {
  const found = feedWanted(`${BASE}${path}`, BASE)
  if (found === undefined || !('self' in found)) throw new Error(`${path} is no feed`)
  return found
}

describe('whether a feed is compressed by us', () => {
  /** What the platform writes, whoever asks. */
  const headers = new Headers({ 'accept-encoding': 'br, gzip' })

  it.each([
    { because: 'without a platform the header is the reader\u2019s', cf: undefined, is: true },
    { because: 'the reader accepts it', cf: { clientAcceptEncoding: 'gzip, deflate' }, is: true },
    { because: 'curl says nothing', cf: { clientAcceptEncoding: '' }, is: false },
    { because: 'it wants nothing', cf: { clientAcceptEncoding: 'identity' }, is: false },
    { because: 'it refuses it', cf: { clientAcceptEncoding: 'gzip;q=0, br' }, is: false },
    { because: 'the platform does not say', cf: { colo: 'AMM' }, is: false },
  ])('$because: $is', ({ cf, is }) => {
    for (const path of ['/feeds/nahr/ar.atom', '/feeds/nahr/ar.json', '/feeds/nahr/ar.rss'])
      expect(packs({ headers, cf }, wanted(path)), path).toBe(is)
  })
})
