import type { Instant } from '../text/instant.ts'
import type { Language } from '../text/language.ts'
import type { Statement } from './statement.ts'
import type { TranslationProvider } from './translator.ts'

/**
 * A statement as a machine said it in the other language. It is no statement and no translation of
 * its publisher's, stands nowhere without saying so, and goes when the publisher's own one comes.
 */
export interface MachineVersion {
  readonly language: Language
  readonly title: string
  /** Plain text in the paragraphs of the statement. */
  readonly text: string
  /** Where the statement is longer than a machine is asked for: `text` is its opening. */
  readonly truncated?: true
  /** The wording that it was made from: another wording needs another version. */
  readonly contentHash: string
  readonly made: Instant
  readonly provider: TranslationProvider
  readonly model: string
}

/** When machines are asked, as the operator set it. */
export interface MachineRules {
  /** False: nothing new is made; what was made stays. */
  readonly enabled: boolean
  /** Hours that the publisher has for its own version. */
  readonly afterHours: number
  /** Also where no version of the publisher's is expected at all. */
  readonly unexpected: boolean
}

/** Whether a statement may have a machine version at all: it stands, and has no partner. */
export function lacksPartner({
  state,
  translation,
}: Pick<Statement, 'state' | 'translation'>): boolean {
  return state === 'current' && translation === null
}

const HOUR_MS = 3_600_000

/**
 * When a machine is to be asked, ms since 1970; undefined for never.
 * @param isExpected whether the publisher may still bring its own version: it has sources in both
 *   languages, and no operator said that this statement stands alone
 */
export function machineDue(
  statement: Pick<Statement, 'state' | 'translation' | 'firstSeen'>,
  isExpected: boolean,
  rules: MachineRules | undefined,
): number | undefined {
  if (rules?.enabled !== true || !lacksPartner(statement)) return undefined
  if (!isExpected && !rules.unexpected) return undefined
  const seen = Date.parse(statement.firstSeen)
  return isExpected ? seen + rules.afterHours * HOUR_MS : seen
}
