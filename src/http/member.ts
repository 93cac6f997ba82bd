import { member } from '../text/json.ts'

/** What an object has under a name where it is a text, else ''. */
export function textOf(of: unknown, name: string): string {
  const value = member(of, name)
  return typeof value === 'string' ? value : ''
}

/** The same where it is a list, else none; so many of it at most. */
export function listOf(of: unknown, name: string, most: number): readonly unknown[] {
  const value = member(of, name)
  return Array.isArray(value) ? value.slice(0, most) : []
}
