import { dayOf } from '../platform/plan.ts'
import { askedAddress } from '../sources/asked-address.ts'
import { hostOf } from '../sources/listing-hosts.ts'
import type { PublisherState } from './publisher-state.ts'

/** Takes a host's pause, which ended, from the row of each source that was asked during it. */
export function forgivePause(host: string, state: PublisherState, now: number): void {
  for (const source of state.activeSources()) {
    const known = state.source(source.id)
    if (known.pausedUntil <= now || hostOf(askedAddress(source, known)) !== host) continue
    state.saveSource(source.id, { ...known, pausedUntil: 0 }, dayOf(new Date(now)))
  }
}
