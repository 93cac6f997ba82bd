import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { prepareEntry } from '../../src/feeds/prepare-entry.ts'
import { CLUSTERS_SCHEMA, ClusterStore } from '../../src/objects/cluster-store.ts'
import { statement } from '../feeds/sample.ts'
import { NodeSql } from './node-sql.ts'

const [CASE] = JSON.parse(
  readFileSync(join(import.meta.dirname, '../statements/near-duplicates.json'), 'utf8'),
) as { a: { title: string; text: string }; b: { title: string; text: string } }[]
if (CASE === undefined) throw new Error('no cases')

const now = Date.parse('2026-11-20T12:00:00Z')

function entry(id: string, { title, text }: { title: string; text: string }, day = 20) {
  const seen = `2026-11-${day}T08:00:00.000Z`
  return prepareEntry({ ...statement(), id, title, html: `<p>${text}</p>`, firstSeen: seen })
}

function store(): { readonly clusters: ClusterStore; readonly sql: NodeSql } {
  const sql = new NodeSql()
  for (const part of CLUSTERS_SCHEMA.split(';')) if (part.trim() !== '') sql.exec(part)
  return { clusters: new ClusterStore(sql.sql), sql }
}

const other = { title: 'بيان آخر', text: 'كلام لا يشبه ذلك في شيء ولا يذكر منه كلمة. '.repeat(5) }

it('gathers one text at several places, the first seen first', () => {
  const { clusters, sql } = store()
  clusters.take(entry('echo-9', CASE.b), now)
  clusters.take(entry('nahr-1', CASE.a, 19), now)
  clusters.take(entry('nahr-2', other), now)
  const list = [
    {
      firstSeen: '2026-11-19T08:00:00.000Z',
      statements: [
        { id: 'nahr-1', seen: '2026-11-19T08:00:00.000Z' },
        { id: 'echo-9', seen: '2026-11-20T08:00:00.000Z' },
      ],
    },
  ]
  expect(clusters.list()).toEqual(list)
  // As a restarted object reads it.
  expect(new ClusterStore(sql.sql).list()).toEqual(list)
})

it('knows a statement that it looked at, and passes over what is old', () => {
  const { clusters } = store()
  const young = entry('nahr-1', CASE.a)
  expect(clusters.knows(young, now)).toBe(false)
  clusters.take(young, now)
  expect(clusters.knows(young, now)).toBe(true)
  expect(clusters.knows(entry('nahr-2', other, 1), now)).toBe(true)
})

it('forgets a cluster when the last of it is a fortnight old, and not before', () => {
  const { clusters, sql } = store()
  const day = 86_400_000
  clusters.take(entry('nahr-1', CASE.a, 10), now - 8 * day)
  clusters.take(entry('echo-9', CASE.b, 18), now)
  const rows = () => sql.dump(['clusters'])['clusters']?.length
  clusters.take(entry('nahr-2', other, 20), now + 6 * day)
  expect(rows()).toBe(3)
  expect(clusters.list()).toHaveLength(1)
  const third = {
    title: 'ثالث',
    text: 'لا يقول هذا البيان شيئا مما سبق بل أمرا آخر تماما. '.repeat(5),
  }
  clusters.take(entry('nahr-3', third, 30), now + 13 * day)
  expect(clusters.list()).toEqual([])
  expect(rows()).toBe(2)
})

it('forgets what stood alone for a fortnight, and what was erased', () => {
  const { clusters, sql } = store()
  clusters.take(entry('nahr-1', CASE.a, 10), now)
  clusters.take(entry('nahr-2', other), now + 6 * 86_400_000)
  expect(sql.dump(['clusters'])['clusters']).toHaveLength(1)
  clusters.remove('nahr-2')
  expect(sql.dump(['clusters'])['clusters']).toEqual([])
})
