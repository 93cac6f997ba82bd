import type { PublisherFace } from '../feeds/snapshot.ts'
import type { ChangeClass } from '../statements/change-class.ts'
import type { Trust } from '../sources/trust.ts'
import type { ClaimDifference } from '../statements/claim-difference.ts'
import type { ChangeKind } from '../statements/change.ts'
import type { MachineVersion } from '../statements/machine-version.ts'
import type { Statement } from '../statements/statement.ts'
import type { Instant } from '../text/instant.ts'
import type { Match } from './watch.ts'

/** A machine's words are never the publisher's: they stand apart, with what was hit in them. */
export interface MachineEvidence extends Pick<
  MachineVersion,
  'language' | 'title' | 'text' | 'provider' | 'model'
> {
  readonly matches: readonly Match[]
}

/** What is worth telling: one watch hit one change of one statement (or of a pair). */
export interface Alert {
  /** The same for ever for (watch, statement or pair, revision, change). */
  readonly id: string
  readonly change: ChangeKind
  readonly at: Instant
  readonly watch: { readonly id: string; readonly name: string; readonly query: string }
  readonly publisher: PublisherFace
  readonly statement: Statement
  readonly matches: readonly Match[]
  /** The partner when it was known at telling time, with its own matches (may be none). */
  readonly translation: { readonly statement: Statement; readonly matches: readonly Match[] } | null
  /** What a machine made of the statement, where only that was hit: `matches` is empty then. */
  readonly machine?: MachineEvidence
  /** The wording before this one, for a revision, where it is still kept. */
  readonly previous?: { readonly title: string; readonly text: string }
  /** What kind of edit made a revision. */
  readonly class?: ChangeClass
  /**
   * For a statement that appeared: its text in brief (`textSketch`), then its partner's. Not there
   * in what an earlier version owed.
   */
  readonly sketches?: readonly string[]
  /** Other places of the same text, as far as they are known without asking anybody. */
  readonly also?: readonly AlsoAt[]
  /** Its publisher's, where the operator said more than nothing. */
  readonly trust?: Trust | undefined
  /** Nearly the same text of other publishers, of which the same watch was told before. */
  readonly toldBefore?: readonly NearCopy[]
}

/** Another place of the same text. */
export interface AlsoAt {
  readonly publisher: PublisherFace
  readonly statement: Pick<Statement, 'id' | 'language' | 'url'>
}

/** Another place, and why this text is told by itself all the same. */
export interface NearCopy extends AlsoAt {
  /** `matches`: the watch found other words there. `trust`: the other publisher is trusted less. */
  readonly differs: ClaimDifference | 'matches' | 'trust'
}
