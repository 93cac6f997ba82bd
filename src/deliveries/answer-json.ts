import type { Answer } from './delivery.ts'

/** A member of an answer's JSON, however deep; undefined where it is not there or not JSON. */
export function answered({ body }: Pick<Answer, 'body'>, ...path: readonly string[]): unknown {
  let value: unknown
  try {
    value = JSON.parse(body)
  } catch {
    return undefined
  }
  for (const name of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = new Map<string, unknown>(Object.entries(value)).get(name)
  }
  return value
}
