import type { Sql } from './sql.ts'

/**
 * Creates an object's tables at its first start; at every later one it asks one question. An object
 * starts often, and a dozen `CREATE TABLE IF NOT EXISTS` cost a cold start more than its poll.
 *
 * The texts themselves are kept and compared, so that no version number can be forgotten. They must
 * create what is missing and leave what is there.
 */
export function openTables(sql: Sql, schemas: readonly string[]): void {
  const text = schemas.join('\n')
  if (keptText(sql) === text) return
  sql.run(text)
  sql.run(
    "INSERT INTO settings (name, value) VALUES ('tables', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
    text,
  )
}

function keptText(sql: Sql): string | undefined {
  try {
    return sql.first<{ value: string }>("SELECT value FROM settings WHERE name = 'tables'")?.value
  } catch {
    // The first start of all: there is no table to ask.
    return undefined
  }
}
