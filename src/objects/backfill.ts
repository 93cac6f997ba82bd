import { KV_WRITES_BEFORE_SAVING } from '../platform/plan.ts'
import { statementId } from '../statements/statement-id.ts'
import type { DrainWorld, Errand } from './drain-world.ts'
import { publishedStatement } from './published-statement.ts'

/** Statements that one run publishes, as long as their wordings are few. */
const PUBLISHED_A_RUN = 5
const WRITES_A_RUN = 20
const DAY_MS = 86_400_000

/** Publishes statements and their older wordings, from after a number on; owes the rest anew. */
export const publishBackfill: Errand = async (owed, world) => {
  const { state, now } = world
  const [row] = owed
  if (row === undefined) return
  // Whatever is new today has the first half of the day's writes for itself.
  if (isHalfSpent(world)) return state.outbox.hold(owed, now - (now % DAY_MS) + DAY_MS)
  let number: number | undefined = Number(row.value)
  let writes = 0
  for (let left = PUBLISHED_A_RUN; left > 0 && writes < WRITES_A_RUN; left -= 1) {
    number = state.statements.numberAfter(number)
    if (number === undefined) break
    writes += await publishWhole(number, world)
  }
  state.outbox.done(owed)
  if (number !== undefined) state.outbox.add('backfill', String(number))
}

async function publishWhole(
  number: number,
  { state, face, neighbours }: DrainWorld,
): Promise<number> {
  const value = publishedStatement(number, state)
  if (value === undefined) return 0
  const older = value.erased === undefined ? state.statements.wordings.all(number).slice(0, -1) : []
  for (const wording of older)
    await neighbours.published.saveRevision(statementId(face.id, number), wording)
  await neighbours.published.saveStatement(value)
  state.countKvWrites(older.length + 1)
  return older.length + 1
}

function isHalfSpent({ plan, state, day }: DrainWorld): boolean {
  const spent = Math.max(state.kvWritesOfAll(day), state.spent(day).kvWrites)
  return plan === 'free' && spent >= KV_WRITES_BEFORE_SAVING / 2
}
