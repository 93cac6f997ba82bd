import type { Sql } from './sql.ts'

/**
 * Creates an object's tables at its first start; at every later one it asks one question. An object
 * starts often, and a dozen `CREATE TABLE IF NOT EXISTS` cost a cold start more than its poll.
 *
 * A mark made of the texts is kept and compared, so that no version number can be forgotten; the texts
 * themselves would be three pages more to read at each start. They must create what is missing and leave
 * what is there.
 *
 * @param schemas a constant: marks are remembered by it
 */
export function openTables(sql: Sql, schemas: readonly string[]): void {
  const mark = markOf(schemas)
  if (keptMark(sql) === mark) return
  sql.run(schemas.join('\n'))
  sql.run(
    "INSERT INTO settings (name, value) VALUES ('tables', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
    mark,
  )
}

function keptMark(sql: Sql): string | undefined {
  try {
    return sql.first<{ value: string }>("SELECT value FROM settings WHERE name = 'tables'")?.value
  } catch {
    // The first start of all: there is no table to ask.
    return undefined
  }
}

/** Of each kind of object once: an isolate starts many of a few kinds. */
const marks = new WeakMap<readonly string[], string>()

/** 64 bits in hex (FNV-1a, twice with other beginnings), and the length: two texts with one mark are not met. */
function markOf(schemas: readonly string[]): string {
  const known = marks.get(schemas)
  if (known !== undefined) return known
  const text = schemas.join('\n')
  let [first, second] = [0x811c9dc5, 0x01000193]
  for (let at = 0; at < text.length; at++) {
    first = Math.imul(first ^ text.charCodeAt(at), 0x01000193)
    second = Math.imul(second ^ text.charCodeAt(at), 0x85ebca6b)
  }
  const mark = `${text.length}.${(first >>> 0).toString(16)}${(second >>> 0).toString(16)}`
  marks.set(schemas, mark)
  return mark
}
