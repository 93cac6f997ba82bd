import type { Instant } from '../text/instant.ts'
import type { PublishedStatement } from './revision-list.ts'

/** Whether a statement has a version in the other language; part of the outside contract. */
export type TranslationState = 'paired' | 'awaited' | 'not-expected'

/** A partner is awaited for 14 days where the publisher has a source in the other language. */
export function translationState(
  { statement, awaitsUntil }: Pick<PublishedStatement, 'statement' | 'awaitsUntil'>,
  now: Instant,
): TranslationState {
  if (statement.translation !== null) return 'paired'
  const isAwaited = statement.state === 'current' && (awaitsUntil ?? '') > now
  return isAwaited ? 'awaited' : 'not-expected'
}
