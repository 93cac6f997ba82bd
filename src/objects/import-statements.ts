import type { PublisherState } from './publisher-state.ts'
import { type Archived, restoreStatement } from './restore-statement.ts'

/**
 * Takes statements of an export in. They go to KV little by little: ten years of statements are
 * more than the free plan writes in a day, and what is new must not wait behind them.
 * @returns how many of them were not here
 */
export function importStatements(
  statements: readonly Archived[],
  state: PublisherState,
  now: number,
): number {
  const fresh = statements.filter((one) => restoreStatement(one, state, now))
  const numbers = fresh.map(({ published }) => numberOf(published.statement.id))
  if (fresh.length === 0) return 0
  const after = Math.min(...numbers) - 1
  const [row] = state.outbox.due('backfill', Infinity, 1)
  if (row !== undefined) state.outbox.done([row])
  state.outbox.add('backfill', String(Math.min(after, Number(row?.value ?? after))))
  state.outbox.addOnce('snapshot', '')
  for (const { published } of fresh) {
    const { id } = published.statement
    // What is among the newest here may be among the newest of all.
    if (state.entries.load(id) !== undefined) state.outbox.addOnce('front', String(numberOf(id)))
  }
  return fresh.length
}

function numberOf(id: string): number {
  return Number(id.slice(id.lastIndexOf('-') + 1))
}
