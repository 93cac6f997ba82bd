import type { ErasedEntry } from '../feeds/snapshot.ts'
import { kvKeys } from '../platform/kv-keys.ts'
import { statementId } from '../statements/statement-id.ts'
import type { DrainWorld, Errand } from './drain-world.ts'
import { eraseMachine } from './machine-versions.ts'
import { untell } from './erase.ts'

/** Takes an erased statement out of KV, the front and every endpoint: `{number}.{revisions}`. */
export const forgetStatements: Errand = async (owed, world) => {
  for (const row of owed) {
    const [number = 0, revisions = 0] = row.value.split('.').map(Number)
    const id = statementId(world.face.id, number)
    for (let revision = 1; revision < revisions; revision += 1) {
      await world.neighbours.published.remove(kvKeys.revision(id, revision))
      world.state.countKvWrites(1)
    }
    await world.neighbours.forget([id])
    world.state.outbox.done([row])
  }
}

/** Statements that one run wipes: each is a KV write, and one more for every older wording. */
const WIPED_A_RUN = 8

/** Erases a publisher that was deleted, some statements a run; ends where there are none. */
export const wipePublisher: Errand = async (owed, world) => {
  const { state, face, now } = world
  const ids: string[] = []
  const erased: ErasedEntry[] = []
  const at = new Date(now).toISOString()
  for (let left = WIPED_A_RUN; left > 0; left -= 1) {
    const number = state.statements.numberAfter(0)
    if (number === undefined) break
    const id = statementId(face.id, number)
    const shell = state.statements.loadShell(number)
    await removeFromKv(id, shell?.revision ?? 1, world)
    ids.push(id)
    if (shell !== undefined) erased.push({ tag: shell.tag, language: shell.language, at })
    state.entries.remove(id)
    state.edits.removeAbout(id)
    untell(number, state)
    eraseMachine(number, face.id, state)
    state.statements.remove(number)
  }
  if (ids.length > 0) {
    await world.neighbours.forget(ids)
    state.erased.add(erased)
    state.totals.add([], 0)
    state.outbox.addOnce('front', '')
    return state.outbox.hold(owed, now)
  }
  for (const month of state.archives.clear()) {
    await world.neighbours.published.remove(kvKeys.archive(face.id, month))
    state.countKvWrites(1)
  }
  state.forgetAll()
  state.outbox.done(owed)
}

async function removeFromKv(id: string, revisions: number, world: DrainWorld): Promise<void> {
  await world.neighbours.published.remove(kvKeys.statement(id))
  for (let revision = 1; revision < revisions; revision += 1)
    await world.neighbours.published.remove(kvKeys.revision(id, revision))
  world.state.countKvWrites(revisions)
}
