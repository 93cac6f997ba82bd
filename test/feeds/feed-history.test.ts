import { describe, expect, it } from 'vitest'
import type { FeedRequest } from '../../src/feeds/feed-document.ts'
import type { ArchiveChain } from '../../src/feeds/snapshot.ts'
import { entry, render, snapshot } from './sample.ts'
import { type Element, all, only, readStrictXml } from './strict-xml.ts'

const HUB = 'https://bayan.test/websub'
const OTHER = 'https://hub.example/'
const CURRENT: ArchiveChain = { month: null, previous: '2026-11', next: null }
const OLD: ArchiveChain = { month: '2026-10', previous: '2026-08', next: '2026-11' }
const archive = (chain: ArchiveChain): Partial<FeedRequest> =>
  chain.month === null ? {} : { kind: { kind: 'archive', month: chain.month } }

function links(element: Element, tag: string): Record<string, string | undefined> {
  const rels = all(element, tag).map(({ attributes }) => [
    attributes.get('rel') ?? '',
    attributes.get('href'),
  ])
  return Object.fromEntries(rels) as Record<string, string | undefined>
}

const atom = (chain: ArchiveChain, request: Partial<FeedRequest> = {}) =>
  readStrictXml(render('atom', snapshot([entry()], { chain }), { ...archive(chain), ...request }))

describe('the chain of months (RFC 5005)', () => {
  it('begins at the document that readers subscribe to', () => {
    const feed = atom(CURRENT)
    expect(links(feed, 'link')).toMatchObject({
      self: 'https://bayan.test/feeds/nahr/ar.atom',
      'prev-archive': 'https://bayan.test/feeds/nahr/ar/2026-11.atom',
    })
    expect(links(feed, 'link')).not.toHaveProperty('current')
    expect(all(feed, 'fh:archive')).toEqual([])
  })

  it('leads from month to month in both directions, and back to the newest', () => {
    const feed = atom(OLD)
    expect(all(feed, 'fh:archive')).toHaveLength(1)
    expect(links(feed, 'link')).toMatchObject({
      self: 'https://bayan.test/feeds/nahr/ar/2026-10.atom',
      current: 'https://bayan.test/feeds/nahr/ar.atom',
      'prev-archive': 'https://bayan.test/feeds/nahr/ar/2026-08.atom',
      'next-archive': 'https://bayan.test/feeds/nahr/ar/2026-11.atom',
    })
  })

  it('ends at the first month, and every document of it is of one feed', () => {
    const first = atom({ ...OLD, previous: null })
    expect(links(first, 'link')).not.toHaveProperty('prev-archive')
    expect(only(first, 'id').text).toBe(only(atom(CURRENT), 'id').text)
  })

  it('is the same in RSS, and JSON readers turn pages by it', () => {
    const rss = render('rss', snapshot([entry()], { chain: OLD }), archive(OLD))
    const channel = only(readStrictXml(rss), 'channel')
    expect(all(channel, 'fh:archive')).toHaveLength(1)
    expect(links(channel, 'atom:link')).toMatchObject({
      current: 'https://bayan.test/feeds/nahr/ar.rss',
      'prev-archive': 'https://bayan.test/feeds/nahr/ar/2026-08.rss',
    })
    expect(JSON.parse(render('json', snapshot([entry()], { chain: CURRENT })))).toMatchObject({
      next_url: 'https://bayan.test/feeds/nahr/ar/2026-11.json',
    })
  })

  it('is not spoken of where there is none', () => {
    const none = atom({ month: null, previous: null, next: null })
    expect(Object.keys(links(none, 'link'))).toEqual(['self', 'alternate', 'related'])
  })
})

describe('the hub', () => {
  it('is named in every format, beside exactly one self', () => {
    const channel = only(readStrictXml(render('rss', snapshot([]), { hubs: [HUB] })), 'channel')
    expect(links(channel, 'atom:link')).toEqual({
      self: 'https://bayan.test/feeds/nahr/ar.rss',
      hub: HUB,
    })
    expect(links(atom(CURRENT, { hubs: [HUB] }), 'link')).toMatchObject({ hub: HUB })
    expect(JSON.parse(render('json', snapshot([]), { hubs: [HUB, OTHER] }))).toMatchObject({
      hubs: [
        { type: 'WebSub', url: HUB },
        { type: 'WebSub', url: OTHER },
      ],
    })
  })

  it('is not named where there is none', () => {
    expect(JSON.parse(render('json', snapshot([])))).not.toHaveProperty('hubs')
    expect(render('atom', snapshot([]))).not.toContain('rel="hub"')
  })
})
