import { describe, expect, it } from 'vitest'
import { canonicalAddress, contentKey, identityKeys } from '../../src/statements/identity.ts'
import { cpuClock } from '../cpu-clock.ts'

describe('canonical addresses', () => {
  it.each([
    ['https://a.example/b/c;jsessionid=1;x=2', 'a.example/b/c'],
    ['https://a.example/b;jsessionid=1/c', 'a.example/b;jsessionid=1/c'],
    ['https://a.example/b//c//;JSESSIONID=1', 'a.example/b//c'],
  ])('loses the session at its end and nothing else: %s', (address, canonical) => {
    expect(canonicalAddress(address)).toBe(canonical)
  })

  it.each(['/', ';jsessionid='])('of very many "%s" take no longer than their length', (piece) => {
    const hostile = `https://a.example/${piece.repeat(40_000)}/x`
    const spent = cpuClock()
    canonicalAddress(hostile)
    canonicalAddress(`${hostile}/`)
    expect(spent()).toBeLessThan(500)
  })

  const address = 'https://etilaf.org/press-release/%D8%A8%D9%8A%D8%A7%D9%86'
  it.each([
    ['http://etilaf.org/press-release/%D8%A8%D9%8A%D8%A7%D9%86', 'the scheme flips'],
    ['https://www.etilaf.org/press-release/%D8%A8%D9%8A%D8%A7%D9%86', 'www comes and goes'],
    ['https://ETILAF.org/press-release/%D8%A8%D9%8A%D8%A7%D9%86/', 'a closing slash'],
    ['https://etilaf.org/press-release/%d8%a8%d9%8a%d8%a7%d9%86', 'escapes in small letters'],
    ['https://etilaf.org/press-release/بيان', 'the letters themselves'],
    [
      'https://etilaf.org/press-release/%D8%A8%D9%8A%D8%A7%D9%86?utm_source=rss&fbclid=x',
      'tracking',
    ],
    ['https://etilaf.org/press-release/%D8%A8%D9%8A%D8%A7%D9%86#comments', 'a fragment'],
    ['https://etilaf.org:443/press-release/%D8%A8%D9%8A%D8%A7%D9%86', 'the port of the scheme'],
  ])('knows %s again: %s', (other) => {
    expect(canonicalAddress(other)).toBe(canonicalAddress(address))
  })

  it.each([
    ['https://etilaf.org/?p=11', 'https://etilaf.org/?p=12', 'the number decides'],
    ['https://etilaf.org/a', 'https://etilaf.org/b', 'another page'],
    ['https://etilaf.org/a', 'https://en.etilaf.org/a', 'another host'],
    ['https://etilaf.org/A', 'https://etilaf.org/a', 'paths tell letters apart'],
  ])('tells %s from %s: %s', (one, other) => {
    expect(canonicalAddress(one)).not.toBe(canonicalAddress(other))
  })

  it('leaves broken escapes and other texts as they are', () => {
    expect(canonicalAddress('https://etilaf.org/%E0%A4%A')).toBe('etilaf.org/%e0%a4%a')
    expect(canonicalAddress(' tag:x,2018:1 ')).toBe('tag:x,2018:1')
  })
})

describe('other keys', () => {
  it('treats a guid that is an address like an address', () => {
    const http = identityKeys({ url: 'https://s.example/1', guid: 'http://www.s.example/?p=5' })
    const https = identityKeys({ url: 'https://s.example/1', guid: 'https://s.example/?p=5' })
    expect(http).toEqual(https)
  })

  it('gives no content key to a short text, and tells days apart', () => {
    const long = 'x'.repeat(200)
    expect(contentKey('h', 'short', '2018-11-26T00:00:00.000Z')).toBeUndefined()
    expect(contentKey('h', long, '2018-11-26T00:00:00.000Z')).toBe('c:h:2018-11-26')
    expect(contentKey('h', long, undefined)).toBe('c:h:')
  })
})
