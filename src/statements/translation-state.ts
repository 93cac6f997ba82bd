import type { Instant } from '../text/instant.ts'
import type { Statement } from './statement.ts'

export const TRANSLATION_STATES = ['paired', 'awaited', 'not-expected'] as const

/** Whether a statement has a version in the other language; part of the outside contract. */
export type TranslationState = (typeof TRANSLATION_STATES)[number]

/** A partner that comes later than this is not expected any more. */
export const LATE_PARTNER_MS = 14 * 86_400_000

/** What is known of a statement's chance of a partner. */
export interface Hope {
  readonly firstSeen: Instant
  /** Its publisher has a source in the other language. */
  readonly isBilingual: boolean
  /** An operator said that it has no partner. */
  readonly apart?: true | undefined
}

/** Until when a partner may come; null where none is expected. */
export function awaitedUntil({ firstSeen, isBilingual, apart }: Hope): Instant | null {
  if (!isBilingual || apart === true) return null
  const time = Date.parse(firstSeen) + LATE_PARTNER_MS
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}

/** A partner is awaited for 14 days where the publisher has a source in the other language. */
export function translationState(
  { translation, state }: Pick<Statement, 'state'> & { readonly translation: object | null },
  awaitsUntil: Instant | null | undefined,
  now: Instant,
): TranslationState {
  if (translation !== null) return 'paired'
  return state === 'current' && (awaitsUntil ?? '') > now ? 'awaited' : 'not-expected'
}
