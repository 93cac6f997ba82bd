import { parseStatementId } from '../statements/statement-id.ts'
import { commit } from './commit.ts'
import { type Draft, draftOf } from './draft.ts'
import { inferPairs } from './infer-pairs.ts'
import type { PublisherState } from './publisher-state.ts'
import { parted, tiePair } from './tie-drafts.ts'

/** What became of an operator's word about a pair. */
export type TieVerdict = 'done' | 'unknown' | 'unknown-partner' | 'one-language'

const BY_OPERATOR = { by: 'operator', confidence: 1 } as const

/** @param partner the other's id, or null to take the pair apart */
export function tieOrPart(
  number: number,
  partner: string | null,
  state: PublisherState,
  now: number,
): TieVerdict {
  return partner === null
    ? untieByOperator(number, state, now)
    : tieByOperator(number, partner, state, now)
}

/** Ties two statements of this publisher; former partners of both are free again. */
function tieByOperator(
  number: number,
  partner: string,
  state: PublisherState,
  now: number,
): TieVerdict {
  const drafts = new Map<number, Draft>()
  const draft = draftOf(number, drafts, state.statements)
  if (draft === undefined) return 'unknown'
  const named = parseStatementId(partner)
  const other =
    named === undefined || named.publisher !== draft.kept.statement.publisher
      ? undefined
      : draftOf(named.number, drafts, state.statements)
  if (other === undefined) return 'unknown-partner'
  if (other.kept.statement.language === draft.kept.statement.language) return 'one-language'
  tiePair(number, other.number, BY_OPERATOR, state.statements, drafts)
  for (const one of drafts.values()) {
    const { apart: _apart, ...kept } = one.kept
    one.kept = kept
  }
  return settled(drafts, state, now)
}

/** Takes a pair apart for good: neither comparing nor the pages' own links tie it again. */
function untieByOperator(number: number, state: PublisherState, now: number): TieVerdict {
  const drafts = new Map<number, Draft>()
  const draft = draftOf(number, drafts, state.statements)
  if (draft === undefined) return 'unknown'
  drafts.set(number, draft)
  parted(draft, state.statements, drafts)
  for (const one of drafts.values()) {
    one.kept = { ...one.kept, apart: true }
    one.tied = true
  }
  return settled(drafts, state, now)
}

/** Those who are free now, and those who have a rival less, may have partners among the others. */
function settled(drafts: Map<number, Draft>, state: PublisherState, now: number): TieVerdict {
  const { statements, pairing } = state
  inferPairs([...drafts.keys()], { statements, pairing, drafts })
  commit({ drafts: [...drafts.values()] }, state, now)
  return 'done'
}
