import { dayOf } from '../platform/plan.ts'
import type { SourceState } from '../sources/source-state.ts'
import type { PublisherState, Totals } from './publisher-state.ts'
import type { Spent } from './spending.ts'

/** The words for a source's state; part of the outside contract. */
type SourceStateName = 'paused' | 'waiting' | 'ok' | 'refused'

export interface SourceReport {
  readonly id: string
  readonly language: 'ar' | 'en'
  readonly url: string
  readonly state: SourceStateName
  readonly reason: string | null
  readonly detail: string | null
  readonly since: string | null
  readonly lastPoll: string | null
  readonly lastGoodPoll: string | null
  readonly nextPoll: string | null
  readonly notes: readonly string[]
  readonly polls: Readonly<Record<string, number>>
}

export interface PublisherReport {
  readonly sources: readonly SourceReport[]
  readonly statements: number
  readonly totals: Totals
  /** Rows of the outbox: what is still to be told. */
  readonly owed: number
  readonly spent: Spent
}

export function reportOf(state: PublisherState, now: Date): PublisherReport {
  const publisher = state.orders()?.publisher
  const sources = (publisher?.sources ?? []).map((source): SourceReport => {
    const known = state.source(source.id)
    const paused = source.paused || publisher?.paused === true
    return {
      id: source.id,
      language: source.language,
      url: source.url,
      state: paused ? 'paused' : stateName(known),
      reason: known.reason,
      detail: known.detail,
      since: known.since,
      lastPoll: known.lastPoll,
      lastGoodPoll: known.lastGoodPoll,
      nextPoll: paused || known.next === 0 ? null : new Date(known.next).toISOString(),
      notes: known.notes,
      polls: known.polls,
    }
  })
  return {
    sources,
    statements: state.statements.count(),
    totals: state.totals(),
    owed: state.outbox.count(),
    spent: state.spent(dayOf(now)),
  }
}

function stateName(state: SourceState): SourceStateName {
  if (state.lastPoll === null) return 'waiting'
  return state.reason === null ? 'ok' : 'refused'
}
