import { diverged } from '../statements/divergence.ts'
import type { Chore } from './chore-store.ts'
import { draftOf } from './draft.ts'
import { keepDrafts } from './keep-drafts.ts'
import type { RoundWorld } from './round-world.ts'

/** The time that the other language had is over. */
export async function declareDivergence(chore: Chore, world: RoundWorld): Promise<void> {
  const { state } = world
  const draft = draftOf(chore.number, new Map(), state.statements)
  const statement = draft?.kept.statement
  if (draft !== undefined && statement !== undefined && statement.translation !== null) {
    draft.change = diverged(statement, chore.note)
    draft.kept = { ...draft.kept, statement: draft.change.statement }
  }
  await keepDrafts(draft?.change === undefined ? [] : [draft], world, () =>
    state.chores.done(chore),
  )
}
