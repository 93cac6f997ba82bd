import { type Chosen, chosenFor } from './chosen.ts'
import type { Get } from './get.ts'
import type { Outcome } from './outcome.ts'
import { type PollMemory, poll } from './poll.ts'
import type { Refusal } from './reading.ts'
import type { Source } from './source.ts'

/** What is remembered of a source of kind `auto`. */
export interface AutoMemory {
  readonly chosen: Chosen | null
  /** Refusals in a row. */
  readonly failures: number
}

/** So often in a row a path is broken before another is looked for; it is looked for this often, too. */
const BROKEN_AFTER = 4

/**
 * One look at a source, `auto` or not. A source of kind `auto` is looked for at its first poll; what was
 * chosen comes back with the outcome and is to be remembered. When the chosen path has been broken for
 * some polls (gone, no feed any more, nothing found: not when the site is merely down), the chain is
 * gone through anew without it, and a note says so: a redesign may bring a feed where there was none,
 * or another address of it.
 */
export async function pollSource(
  source: Source,
  memory: PollMemory & AutoMemory,
  get: Get,
  agent: string,
): Promise<Outcome> {
  if (source.kind !== 'auto') return await poll(source, memory, get, agent)
  const { failures } = memory
  const chosen = chosenFor(source, memory.chosen)
  if (chosen === undefined) return await found(source, get, agent)
  const outcome = await poll({ ...source, kind: chosen.kind, url: chosen.url }, memory, get, agent)
  if (outcome.kind !== 'refused' || !pathIsBroken(outcome)) return outcome
  if ((failures + 1) % BROKEN_AFTER !== 0) return outcome
  const next = await found(source, get, agent, chosen)
  if (next.kind !== 'ok') return outcome
  const { fellBack } = await import('./refusal-note.ts')
  const note = fellBack(`${chosen.kind} ${chosen.url}`, failures + 1, outcome)
  return { ...next, notes: [note, ...next.notes] }
}

async function found(source: Source, get: Get, agent: string, broken?: Chosen): Promise<Outcome> {
  // Seldom wanted: a source is looked for once.
  const { discover } = await import('./discover.ts')
  const { chosen, outcome } = await discover(source, get, agent, broken)
  return outcome.kind === 'ok' && chosen !== undefined ? { ...outcome, chosen } : outcome
}

/** What another path could mend. A site that is down, slow or shut is so on every path. */
export function pathIsBroken({ reason, status }: Refusal): boolean {
  switch (reason) {
    case 'gone':
    case 'soft-404':
    case 'empty':
    case 'truncated':
    case 'malformed':
    case 'not-a-listing':
    case 'selector':
    case 'charset':
    case 'too-large':
    case 'redirects':
      return true
    case 'status':
      return status !== undefined && status >= 400 && status < 500 && status !== 429
    case 'challenge':
    case 'timeout':
    case 'blocked-address':
    case 'network':
    case 'robots':
    case 'foreign':
    case 'busy':
    case 'internal':
      return false
  }
}
