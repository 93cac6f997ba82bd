import { expect, it } from 'vitest'
import { ENDED_SESSIONS_SCHEMA, EndedSessions } from '../../src/objects/ended-sessions.ts'
import { NodeSql } from './node-sql.ts'

it('knows an ended session until it would have ended by itself, and then forgets it', () => {
  const { sql } = new NodeSql()
  sql.run(ENDED_SESSIONS_SCHEMA)
  const ended = new EndedSessions(sql)
  ended.end('one', 200, 100)
  expect([ended.has('one'), ended.has('two')]).toEqual([true, false])
  ended.end('one', 200, 110)
  ended.end('two', 300, 200)
  expect([ended.has('one'), ended.has('two')]).toEqual([false, true])
})
