import { publishedStatement } from './published-statement.ts'
import type { PublisherState } from './publisher-state.ts'
import type { Archived } from './restore-statement.ts'

/** One call between objects carries up to 32 MiB; a page stays far below. */
const PAGE_LENGTH = 1_000_000

export interface ExportPage {
  readonly statements: readonly Archived[]
  /** The last number in it; `null` where there are no more. */
  readonly next: number | null
}

/** Statements in the order of their numbers, from after one on, with every wording. */
export function exportPage(after: number, state: PublisherState): ExportPage {
  const statements: Archived[] = []
  let length = 0
  for (let number = after; ;) {
    const next = state.statements.numberAfter(number)
    if (next === undefined) return { statements, next: null }
    const published = publishedStatement(next, state)
    const older = state.statements.wordings.all(next).slice(0, -1)
    const one: Archived | undefined = published === undefined ? undefined : { published, older }
    length += JSON.stringify(one).length
    if (one !== undefined) statements.push(one)
    number = next
    if (length > PAGE_LENGTH) return { statements, next: number }
  }
}
