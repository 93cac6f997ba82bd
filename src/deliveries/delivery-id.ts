import type { ChangeKind } from '../statements/change.ts'
import { hexOf } from '../text/hex.ts'

/** What makes an alert the same alert. */
export interface AlertIdentity {
  /** Id of the watch. */
  readonly watch: string
  /** Id of the statement; of a pair, the partner that the alert is about. */
  readonly statement: string
  readonly revision: number
  readonly change: ChangeKind
}

/**
 * The id of an alert, readable in a log: `chemical/etilaf-12/1/appeared`. The same facts give the
 * same id for ever; parts are escaped, so that no two alerts can meet in one id.
 */
export function alertId({ watch, statement, revision, change }: AlertIdentity): string {
  return [watch, statement, String(revision), change].map(encodeURIComponent).join('/')
}

/**
 * The id under which one alert goes to one endpoint: `msg_` and 32 hex digits. It is derived, never
 * drawn: a retry, a restart after a crash and a replay all send the same `webhook-id`, by which
 * receivers know a repetition.
 */
export async function deliveryId(alert: string, endpoint: string): Promise<string> {
  // JSON keeps the two apart: ('ab', 'c') and ('a', 'bc') must not give one id.
  const bytes = new TextEncoder().encode(JSON.stringify([alert, endpoint]))
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return `msg_${hexOf(digest.subarray(0, 16))}`
}
