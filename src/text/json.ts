export type JsonRecord = Readonly<Record<string, unknown>>

/** Undefined for what is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What an object has under a name; undefined where it is none, or has none. */
export function member(of: unknown, name: string): unknown {
  return typeof of === 'object' && of !== null ? Reflect.get(of, name) : undefined
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

/** Letters outside ASCII as JSON's escapes: one of them makes the whole text one of 16 bits a letter. */
export function asciiJson(json: string): string {
  return json.replace(
    /[\u0080-\uFFFF]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
