export type JsonRecord = Readonly<Record<string, unknown>>

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The text under a key, trimmed; '' where there is none. */
export function textIn(record: JsonRecord, key: string): string {
  const value = record[key]
  return typeof value === 'string' ? value.trim() : ''
}

/** The object under a key; an empty one where there is none. */
export function recordIn(record: JsonRecord, key: string): JsonRecord {
  const value = record[key]
  return isRecord(value) ? value : {}
}
