import { lookAt } from '../sources/look.ts'
import type { RoundWorld } from './round-world.ts'

/** Nearest ones, and some a little way off: a series that is withdrawn together has neighbours of its own kind. */
const FIRST_STEPS = [1, -1, 5, -5]
/** Past statements that cannot tell: of other sources, withdrawn, erased. */
const MOST_STEPS = 3

/**
 * Whether the statements that were published around one are gone from their addresses too: then it is
 * the site that took new addresses, or keeps no old pages, and nothing was withdrawn. Asked when a withdrawal
 * would be told; statements that left their listing long ago are looked at on different days, so that
 * they never look like a crowd. A site that is ill says nothing for the withdrawal.
 */
export async function neighboursAreGone(number: number, world: RoundWorld): Promise<boolean> {
  const source = world.state.statements.load(number)?.statement.source
  let asked = 0
  for (const control of controlsOf(number, source, world)) {
    asked += 1
    const look = await lookAt(control.url, control.title, world.get, world.agent)
    if (look === 'there' || look === 'changed') return false
  }
  return asked > 0
}

function controlsOf(number: number, source: string | undefined, { state }: RoundWorld) {
  const found = new Map<number, { readonly url: string; readonly title: string }>()
  for (const first of FIRST_STEPS) {
    const away = Math.sign(first)
    for (let step = 0; step < MOST_STEPS; step += 1) {
      const at = number + first + away * step
      const kept = state.statements.load(at)
      if (kept === undefined || kept.statement.source !== source || found.has(at)) continue
      if (kept.statement.state !== 'current' || kept.erased !== undefined) continue
      found.set(at, kept.statement)
      break
    }
  }
  return found.values()
}
