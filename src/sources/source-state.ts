import type { Returnings } from '../statements/returning.ts'
import type { Instant } from '../text/instant.ts'
import type { Language, Words } from '../text/language.ts'
import type { Chosen } from './chosen.ts'
import { type Told, NEVER_TOLD } from './health-told.ts'
import type { Move } from './move.ts'
import type { Validators } from './outcome.ts'
import type { RefusalReason } from './reading.ts'
import { NO_RHYTHM, type Rhythm } from './rhythm.ts'
import type { Detail } from './refusal-detail.ts'

/** What is remembered of a source from poll to poll: one row, one write a poll. */
export interface SourceState {
  /** When the next poll is due, ms since 1970. */
  readonly next: number
  /** True once a first good poll has been kept without telling anybody. */
  readonly baselineDone: boolean
  readonly hadEntries: boolean
  readonly validators: Validators
  /** When a body was last received (not 304), ms since 1970. */
  readonly lastFull: number
  readonly lastPoll: Instant | null
  readonly lastGoodPoll: Instant | null
  /** Refusals in a row. */
  readonly failures: number
  readonly reason: RefusalReason | null
  /** The HTTP status of the refusal, where it had one. */
  readonly status: number | null
  /** The refusal in one sentence. */
  readonly detail: Detail | string | null
  /** Since when the state (good, or refused for this reason) has lasted. */
  readonly since: Instant | null
  readonly notes: readonly Words[]
  /** The path by which a source of kind `auto` is read. */
  readonly chosen: Chosen | null
  /** Statements by the fingerprint of the raw entry in which they stood in the last listing. */
  readonly read: Readonly<Record<string, number>>
  /** How the source is, and what was told of it. */
  readonly health: Told
  /** When the first good poll was, ms since 1970: silence counts from here. */
  readonly watchedSince: number
  readonly rhythm: Rhythm
  /** Hosts that the listing's entries led to. */
  readonly hosts: readonly string[]
  readonly move: Move | null
  /** Identity keys that proved to be no identity here, see `recognise`. */
  readonly distrusted: readonly string[]
  /** Its pages showed the day of the visit for their own: such a date is not taken any more. */
  readonly datedByVisit: boolean
  /**
   * When the operator changed how it is read, the last good poll before: what is older there and not
   * known is another part of the archive, no news. Null once a whole listing was read so.
   */
  readonly mended: Instant | null
  /** Former wordings that are seen again. */
  readonly returning: Returnings
  /** Statements that appeared here, by the language in which they are written. */
  readonly written: Readonly<Partial<Record<Language, number>>>
  /** Before which its site wants to be asked nothing at all, ms since 1970; 0 where it said nothing. */
  readonly pausedUntil: number
  /** Polls by outcome: `unchanged`, `ok`, or the reason of the refusal. */
  readonly polls: Readonly<Record<string, number>>
}

export const NEW_SOURCE: SourceState = {
  next: 0,
  baselineDone: false,
  hadEntries: false,
  validators: { etag: undefined, lastModified: undefined, bodyHash: undefined },
  lastFull: 0,
  lastPoll: null,
  lastGoodPoll: null,
  failures: 0,
  reason: null,
  status: null,
  detail: null,
  since: null,
  notes: [],
  chosen: null,
  read: {},
  health: NEVER_TOLD,
  watchedSince: 0,
  rhythm: NO_RHYTHM,
  hosts: [],
  move: null,
  distrusted: [],
  datedByVisit: false,
  mended: null,
  returning: {},
  written: {},
  pausedUntil: 0,
  polls: {},
}
