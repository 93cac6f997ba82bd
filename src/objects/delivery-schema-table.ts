import { MESSAGES_SCHEMA } from './delivery-messages.ts'
import type { Sql } from './sql.ts'
import { TOLD_SCHEMA } from './told-texts.ts'

/** Columns that came after the first version, which had those before them. */
const LATER_COLUMNS = [
  'at INTEGER NOT NULL DEFAULT 0',
  "kind TEXT NOT NULL DEFAULT ''",
  'subject TEXT',
  'ref TEXT',
  'aside INTEGER NOT NULL DEFAULT 0',
  'loose INTEGER NOT NULL DEFAULT 0',
  'batch INTEGER',
  'place INTEGER',
  'settled INTEGER',
]

/**
 * `due`: earliest next attempt. `loose`: 1 for an alert that was never attempted, which may join a
 * digest; `batch`: the digest that holds it; `place`: for a digest, its first member's place in the
 * line. `aside`: it holds up nobody. `subject`: watch and statement. `ref`: the receiver's id of it.
 * `message`: only in rows of an earlier version, see `MESSAGES_SCHEMA`; `bytes`: how long it is.
 *
 * Tables of an earlier version never gave a number again (`AUTOINCREMENT`), at the price of a row more a
 * delivery. Here the highest comes again once it is trimmed; nothing of the one before is left by then.
 */
export const DELIVERIES_SCHEMA = `
CREATE TABLE IF NOT EXISTS deliveries (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, alert TEXT, state TEXT NOT NULL,
  reason TEXT, due INTEGER NOT NULL, tries INTEGER NOT NULL DEFAULT 0, message TEXT NOT NULL,
  ${LATER_COLUMNS.join(', ')}, bytes INTEGER);
CREATE INDEX IF NOT EXISTS deliveries_pending ON deliveries (due) WHERE state = 'pending';
CREATE TABLE IF NOT EXISTS attempts (
  seq INTEGER NOT NULL, number INTEGER NOT NULL, value TEXT NOT NULL,
  PRIMARY KEY (seq, number)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS results (name TEXT PRIMARY KEY, count INTEGER NOT NULL) WITHOUT ROWID;
${MESSAGES_SCHEMA}
${TOLD_SCHEMA}`

/** Gives tables of earlier versions the columns that came since: what waits in them is kept. */
export function addMissingColumns(sql: Sql): void {
  // One question at nearly every start.
  const [there] = sql.all<{ bytes: number; settled: number; trust: number }>(
    `SELECT (SELECT COUNT(*) FROM pragma_table_info('deliveries') WHERE name = 'bytes') AS bytes,
      (SELECT COUNT(*) FROM pragma_table_info('deliveries') WHERE name = 'settled') AS settled,
      (SELECT COUNT(*) FROM pragma_table_info('told_texts') WHERE name = 'trust') AS trust`,
  )
  if (there?.trust === 0)
    sql.run('ALTER TABLE told_texts ADD COLUMN trust INTEGER NOT NULL DEFAULT 1')
  if (there?.bytes === 0) sql.run('ALTER TABLE deliveries ADD COLUMN bytes INTEGER')
  if (there?.settled !== 0) return
  for (const column of LATER_COLUMNS) sql.run(`ALTER TABLE deliveries ADD COLUMN ${column}`)
  sql.run('UPDATE deliveries SET at = unixepoch() * 1000')
  sql.run("UPDATE deliveries SET settled = at WHERE state <> 'pending'")
}
