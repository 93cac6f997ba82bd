import { describe, expect, it } from 'vitest'
import { type ClusterMember, clusterWith } from '../../src/statements/cluster.ts'

const at = (id: string, day: number): ClusterMember => ({
  id,
  seen: `2026-11-${String(day).padStart(2, '0')}T08:00:00.000Z`,
  name: { ar: id, en: id },
})
const ids = (cluster: readonly ClusterMember[]) => cluster.map(({ id }) => id)

describe('the places of a text', () => {
  it('stand in the order in which they were seen, each once', () => {
    const cluster = clusterWith([at('b-1', 2)], { members: [at('a-1', 3), at('b-1', 2)] })
    expect(ids(cluster)).toEqual(['b-1', 'a-1'])
  })

  it('are none where there is one place', () => {
    expect(clusterWith([], { members: [at('a-1', 3)] })).toEqual([])
  })

  it('stay when the front remembers fewer of them: its memory ends after a fortnight', () => {
    const known = [at('a-1', 1), at('b-1', 2), at('c-1', 3)]
    expect(ids(clusterWith(known, { members: [at('c-1', 3), at('d-1', 20)] }))).toEqual([
      'a-1',
      'b-1',
      'c-1',
      'd-1',
    ])
  })

  it('lose what was erased, and are no cluster when one is left', () => {
    const known = [at('a-1', 1), at('b-1', 2)]
    expect(clusterWith(known, { members: [at('b-1', 2)], erased: 'a-1' })).toEqual([])
  })

  it('are the same whatever the order of the news', () => {
    const news = [3, 1, 2].map((n) => ({ members: [at('a-1', 9), at(`p-${n}`, n)] }))
    const told = (list: typeof news) =>
      list.reduce<readonly ClusterMember[]>((known, one) => clusterWith(known, one), [])
    expect(told(news)).toEqual(told(news.toReversed()))
  })

  it('are the first twenty of a text that a hundred took over', () => {
    const many = Array.from({ length: 100 }, (_, n) => at(`p-${n}`, 1 + (n % 28)))
    expect(clusterWith([], { members: many })).toHaveLength(20)
    expect(clusterWith([], { members: many })[0]?.seen).toContain('2026-11-01')
  })
})
