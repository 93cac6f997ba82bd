import { describe, expect, it } from 'vitest'
import type { Publisher } from '../../src/sources/publisher.ts'
import type { Source } from '../../src/sources/source.ts'
import { askersBeside, sharedHosts, sharingAnew } from '../../src/sources/shared-hosts.ts'

function publisher(id: string, ...sources: (string | Partial<Source>)[]): Publisher {
  return {
    id,
    name: { ar: id, en: id },
    site: `https://${id}.example/`,
    paused: false,
    sources: sources.map((given, n) => ({
      id: `${id}-${n}`,
      language: 'ar',
      url: '',
      kind: 'feed',
      interval: 300,
      paused: false,
      ...(typeof given === 'string' ? { url: given } : given),
    })),
  }
}

describe('hosts that publishers share', () => {
  it.each([
    {
      because: 'two bodies lie under one ministry’s host',
      one: publisher('one', 'https://gov.example/a/feed'),
      other: publisher('other', 'https://www.gov.example/b/feed'),
      shared: ['gov.example'],
    },
    {
      because: 'two sources of one publisher are its own affair',
      one: publisher('one', 'https://one.example/ar', 'https://one.example/en'),
      other: publisher('other', 'https://other.example/'),
      shared: undefined,
    },
    {
      because: 'a channel is asked for at t.me under whatever address it was given',
      one: publisher('one', { url: 'https://telegram.me/river_council', kind: 'telegram' }),
      other: publisher('other', { url: 'https://t.me/s/harbour_council', kind: 'auto' }),
      shared: ['t.me'],
    },
    {
      because: 'another port is another server',
      one: publisher('one', 'http://127.0.0.1:8001/feed'),
      other: publisher('other', 'http://127.0.0.1:8002/feed'),
      shared: undefined,
    },
  ])('$because', ({ one, other, shared }) => {
    const found = sharedHosts([one, other])
    expect(found.get('one')).toEqual(shared)
    expect(found.get('other')).toEqual(shared)
  })

  it('are several in one order, whoever comes first', () => {
    const one = publisher('one', 'https://b.example/', 'https://a.example/')
    const other = publisher('other', 'https://a.example/x', 'https://b.example/x')
    expect(sharedHosts([one, other])).toEqual(sharedHosts([other, one]))
    expect(sharedHosts([one, other]).get('one')).toEqual(['a.example', 'b.example'])
  })

  it('are asked by those who have a source there', () => {
    const asking = publisher('x', { url: 'https://telegram.me/river_council', kind: 'auto' })
    const [source] = asking.sources
    const one = publisher('one', 'https://t.me/s/harbour_council')
    const other = publisher('other', 'https://gov.example/')
    expect(source && askersBeside(source, [one, other])).toEqual(['one'])
  })

  it('are told anew to those whose hosts change by it, and to nobody else', () => {
    const one = publisher('one', 'https://gov.example/a')
    const two = publisher('two', 'https://gov.example/b')
    const three = publisher('three', 'https://gov.example/c')
    const alone = publisher('alone', 'https://alone.example/')
    expect(sharingAnew([one, alone], [one, two, alone])).toEqual(['one', 'two'])
    expect(sharingAnew([one, two, alone], [one, two, three, alone]), 'two knew it').toEqual([
      'three',
    ])
    expect(sharingAnew([one, two, alone], [one, alone]), 'one is alone again').toEqual(['one'])
    expect(sharingAnew([one, alone], [one, { ...alone, paused: true }])).toEqual([])
  })
})
