import { expect, it } from 'vitest'
import { ADMISSION_WORDS } from '../../src/http/admission-words-table.ts'
import { OPERATIONS } from '../../src/http/api-operations-table.ts'

/** Every message that a schema or a check within it may refuse with. */
function messagesIn(node: unknown, seen = new Set<unknown>()): string[] {
  if (typeof node !== 'object' || node === null || seen.has(node)) return []
  seen.add(node)
  const { message } = node as { readonly message?: unknown }
  const own = typeof message === 'string' ? [message] : []
  return [...own, ...Object.values(node).flatMap((one) => messagesIn(one, seen))]
}

const MESSAGES = [
  ...new Set(
    OPERATIONS.flatMap(({ body, query }) => [body, query]).flatMap((one) => messagesIn(one)),
  ),
]

it('the schemas of the API refuse with messages of ours', () => {
  expect(MESSAGES.length).toBeGreaterThan(20)
})

it.each(MESSAGES)('a field that is refused with "%s" is told in both languages', (message) => {
  // Bounds are told by the numbers in it.
  if (/^whole \d+ \d+$/.test(message)) return
  const words = ADMISSION_WORDS[message]
  expect(words?.ar).toMatch(/[\u0621-\u064A]{2}/)
  expect(words?.en).toMatch(/^[A-Z].*\.$/)
})
