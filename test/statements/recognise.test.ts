import { describe, expect, it } from 'vitest'
import {
  type KnownFace,
  type Listed,
  type RecogniseWorld,
  recognise,
} from '../../src/statements/recognise.ts'

describe('recognising entries', () => {
  const entry = (url: string, guid?: string, title = url, published?: string): Listed => ({
    url,
    guid,
    title,
    published,
  })
  const ledger = (known: Record<string, number>, faces: Record<number, KnownFace> = {}) => ({
    lookup: (key: string) => known[key],
    about: (number: number) => faces[number],
  })
  const found = (entries: readonly Listed[], world: RecogniseWorld) =>
    recognise(entries, world).recognised

  it('knows a statement by its address though the guid changed', () => {
    const lookup = ledger({ 'a:s.example/1': 7 })
    expect(found([entry('https://s.example/1', 'new-guid')], lookup)[0]?.known).toBe(7)
  })

  it('knows a statement by its guid though the address changed', () => {
    const lookup = ledger({ 'g:id-1': 7 })
    expect(found([entry('https://s.example/new-slug', 'id-1')], lookup)[0]?.known).toBe(7)
  })

  it('does not trust a guid that stands at two entries', () => {
    const seen = found(
      [entry('https://s.example/1', 'same'), entry('https://s.example/2', 'same')],
      ledger({ 'g:same': 7 }),
    )
    expect(seen.map(({ known }) => known)).toEqual([undefined, undefined])
    expect(seen.flatMap(({ keys }) => keys)).toEqual(['a:s.example/1', 'a:s.example/2'])
  })

  it('does not trust an address that stands at two entries', () => {
    const seen = found(
      [entry('https://s.example/', 'one', 'A'), entry('https://s.example/', 'two', 'B')],
      ledger({ 'a:s.example': 7, 'g:two': 9 }),
    )
    expect(seen.map(({ known }) => known)).toEqual([undefined, 9])
  })

  it('keeps two entries apart that share everything but the title', () => {
    const seen = found(
      [entry('https://s.example/', 'x', 'A'), entry('https://s.example/', 'x', 'B')],
      ledger({}),
    )
    expect(new Set(seen.flatMap(({ keys }) => keys)).size).toBe(2)
  })

  it('counts an entry that stands twice once', () => {
    const twice = entry('https://s.example/1', 'x', 'A')
    expect(found([twice, { ...twice }], ledger({}))).toHaveLength(1)
  })

  it('does not let a re-used guid swallow a new statement', () => {
    const lookup = ledger({ 'a:s.example/old': 7, 'g:re-used': 7 })
    const [old, fresh] = found(
      [entry('https://s.example/old', 'other'), entry('https://s.example/new', 're-used')],
      lookup,
    )
    expect(old?.known).toBe(7)
    expect(fresh?.known).toBeUndefined()
    expect(fresh?.keys).toEqual(['a:s.example/new'])
  })

  it.each([
    {
      because: 'the slug was edited, the title stays',
      now: entry('https://s.example/new', 'id', 'العنوان كما كان'),
      known: 7,
    },
    {
      because: 'slug and title were edited, the date stays',
      now: entry('https://s.example/new', 'id', 'عنوان مصحح', '2018-11-26T10:00:00.000Z'),
      known: 7,
    },
    {
      because: 'title and date and address are others: the guid is re-used',
      now: entry('https://s.example/new', 'id', 'بيان آخر', '2018-12-01T10:00:00.000Z'),
      known: undefined,
    },
    {
      because: 'title and address are others and nothing is dated: rather twice than lost',
      now: entry('https://s.example/new', 'id', 'بيان آخر'),
      known: undefined,
    },
  ])('by a guid alone: $because', ({ now, known }) => {
    const face = {
      title: 'العنوان كما كان',
      published: '2018-11-26T10:00:00.000Z',
      keys: ['a:s.example/old', 'g:id'],
    }
    const seen = recognise([now], ledger({ 'a:s.example/old': 7, 'g:id': 7 }, { 7: face }))
    expect(seen.recognised[0]?.known).toBe(known)
    expect(seen.distrusted).toEqual(known === undefined ? ['g:id'] : [])
  })

  it('remembers that a guid is none, also when later it stands alone', () => {
    const first = recognise(
      [entry('https://s.example/1', 'same'), entry('https://s.example/2', 'same')],
      ledger({}),
    )
    expect(first.distrusted).toEqual(['g:same'])
    const { recognised } = recognise([entry('https://s.example/3', 'same')], {
      ...ledger({ 'g:same': 7 }),
      distrusted: first.distrusted,
    })
    expect(recognised[0]).toMatchObject({ known: undefined, keys: ['a:s.example/3'] })
  })

  it('trusts no guid of a source that has given twenty bad ones', () => {
    const entries = Array.from({ length: 21 }, (_, n) => [
      entry(`https://s.example/a${n}`, `bad-${n}`),
      entry(`https://s.example/b${n}`, `bad-${n}`),
    ]).flat()
    expect(recognise(entries, ledger({})).distrusted).toEqual(['g:'])
  })

  it('sees that one address carries another statement each time', () => {
    const face = {
      title: 'أول',
      published: '2018-11-26T10:00:00.000Z',
      keys: ['a:s.example', 'g:1'],
    }
    const now = entry('https://s.example/', '2', 'ثان', '2018-11-27T10:00:00.000Z')
    const seen = recognise([now], ledger({ 'a:s.example': 7, 'g:1': 7 }, { 7: face }))
    expect(seen.recognised[0]).toMatchObject({ known: undefined, keys: ['g:2'] })
    expect(seen.distrusted).toEqual(['a:s.example'])
  })

  it('knows /?p=15 again by the guid of its pretty address', () => {
    expect(
      found([entry('https://s.example/?p=15')], ledger({ 'g:s.example?p=15': 7 }))[0]?.known,
    ).toBe(7)
  })

  it('takes the newest statement in its box above the list for one with its line in the list', () => {
    const entries = [
      entry('https://s.example/3', undefined, 'عاجل: بيان'),
      entry('https://s.example/3', undefined, 'بيان'),
      entry('https://s.example/2'),
      entry('https://s.example/1'),
    ]
    const seen = recognise(entries, ledger({}))
    expect(seen.recognised.map(({ keys }) => keys)).toEqual([
      ['a:s.example/3'],
      ['a:s.example/2'],
      ['a:s.example/1'],
    ])
    expect(seen.distrusted).toEqual([])
  })

  it('knows a renamed page by its long title and date, unless the old one is in the list too', () => {
    const title = 'بيان حول التطورات الأخيرة في المنطقة'
    const day = '2018-11-26T00:00:00.000Z'
    const world = {
      lookup: (key: string) => (key === 'a:s.example/old' ? 7 : undefined),
      titled: (asked: string, at: string) => (asked === title && at === day ? 7 : undefined),
    }
    const renamed = entry('https://s.example/new', undefined, title, day)
    expect(found([renamed], world)[0]?.known).toBe(7)
    const both = found([entry('https://s.example/old', undefined, title, day), renamed], world)
    expect(both.map(({ known }) => known)).toEqual([7, undefined])
  })
})
