import { toldAfter } from './health-told.ts'
import { healthName } from './health.ts'
import { hostsAfter } from './listing-hosts.ts'
import { moveAfter } from './move.ts'
import type { Outcome } from './outcome.ts'
import type { SourceState } from './source-state.ts'

/**
 * The state after a poll. A refusal changes nothing but what is said about the source: what was
 * known, and the validators with it, stay as the last good poll left them.
 */
export function afterPoll(
  state: SourceState,
  outcome: Outcome,
  now: Date,
  next: number,
): SourceState {
  const polled = withOutcome(state, outcome, now, next)
  const health = toldAfter(state.health, healthName(polled, now.getTime()), now)
  return health === polled.health ? polled : { ...polled, health }
}

function withOutcome(state: SourceState, outcome: Outcome, now: Date, next: number): SourceState {
  const at = now.toISOString()
  const label = outcome.kind === 'refused' ? outcome.reason : outcome.kind
  const polled = {
    ...state,
    next,
    lastPoll: at,
    polls: { ...state.polls, [label]: (state.polls[label] ?? 0) + 1 },
  }
  if (outcome.kind === 'refused') {
    return {
      ...polled,
      failures: state.failures + 1,
      reason: outcome.reason,
      status: outcome.status ?? null,
      detail: outcome.detail,
      // A new address that fails is given up for the one that the operator gave.
      move: state.move?.believed === true ? null : state.move,
      since: state.reason === outcome.reason ? state.since : at,
    }
  }
  const good = {
    ...polled,
    lastGoodPoll: at,
    failures: 0,
    reason: null,
    status: null,
    detail: null,
    since: state.reason === null && state.since !== null ? state.since : at,
    validators: outcome.validators,
    move: moveAfter(state.move, outcome.move, now.getTime()),
  }
  if (outcome.kind === 'unchanged') {
    return outcome.full ? { ...good, lastFull: now.getTime() } : good
  }
  return {
    ...good,
    lastFull: now.getTime(),
    baselineDone: state.baselineDone || !outcome.partial,
    watchedSince: state.watchedSince || now.getTime(),
    hosts: hostsAfter(
      state.hosts,
      outcome.entries.map(({ url }) => url),
    ),
    hadEntries: state.hadEntries || outcome.entries.length + outcome.known.length > 0,
    notes: outcome.notes.slice(0, 10),
    chosen: outcome.chosen ?? state.chosen,
  }
}
