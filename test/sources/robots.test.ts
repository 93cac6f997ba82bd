import { describe, expect, it } from 'vitest'
import { isAllowed, parseRobots } from '../../src/sources/robots.ts'
import { cpuClock } from '../cpu-clock.ts'

const TXT = `# our site
User-agent: *
Disallow: /private/
Allow: /private/statements
Disallow: /*.pdf$
Disallow: /*?print=

User-agent: Bayan
User-agent: OtherBot
Disallow: /internal
`

const allowed = (text: string, path: string, agent = 'Bayan') =>
  isAllowed(parseRobots(text, agent), `https://s.example${path}`)

describe('robots.txt', () => {
  it.each([
    { path: '/news', ok: true, because: 'no rule speaks of it' },
    { path: '/private/x', ok: false, because: 'a prefix is forbidden' },
    { path: '/private/statements/1', ok: true, because: 'the longer rule decides' },
    { path: '/a.pdf', ok: false, because: '* and $' },
    { path: '/a.pdf?x=1', ok: true, because: '$ is the end of the whole' },
    { path: '/news?print=1', ok: false, because: 'the query counts' },
    { path: '/robots.txt', ok: true, because: 'itself is always allowed' },
  ])('$path: $because', ({ path, ok }) => {
    expect(allowed(TXT, path, 'SomebodyElse')).toBe(ok)
  })

  it('hears the group with our name, and then no other', () => {
    expect(allowed(TXT, '/internal/1')).toBe(false)
    expect(allowed(TXT, '/private/x')).toBe(true)
  })

  it.each([
    ['', 'an empty file'],
    ['User-agent: *\nDisallow:', 'a rule without a path'],
    ['<!doctype html><html><p>404</p></html>', 'a page in its place'],
    ['Disallow: /', 'a rule that belongs to nobody'],
  ])('allows everything by %j: %s', (text) => {
    expect(allowed(text, '/news')).toBe(true)
  })

  it('forbids all by a bare slash, and lets one rule of equal length allow', () => {
    expect(allowed('User-agent: *\nDisallow: /', '/')).toBe(false)
    expect(allowed('User-agent: *\nDisallow: /a\nAllow: /a', '/a')).toBe(true)
  })

  it('knows Arabic letters by their escapes, in either case', () => {
    const text = 'user-agent: bayan\ndisallow: /بيان'
    expect(allowed(text, '/%D8%A8%d9%8a%D8%A7%D9%86/1')).toBe(false)
    expect(allowed(text, '/بيان')).toBe(false)
  })

  it('takes no time over a pattern made to be slow', () => {
    const text = `User-agent: *\nDisallow: /${'*a'.repeat(2_000)}b$`
    const spent = cpuClock()
    expect(allowed(text, `/${'a'.repeat(5_000)}`)).toBe(true)
    expect(spent()).toBeLessThan(200)
  })
})
