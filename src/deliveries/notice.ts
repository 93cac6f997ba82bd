import type { HealthName } from '../sources/health-name.ts'
import type { Instant } from '../text/instant.ts'
import type { Words } from '../text/language.ts'

/** What has become of a source or an endpoint. `flood`: its alerts are held until somebody looks. */
export type NoticeState = HealthName | 'flood' | 'failing' | 'disabled'

/** Whom a notice speaks of: a publisher's source, or an endpoint. */
export type NoticeSubject =
  | { readonly publisher: string; readonly source: string }
  | { readonly endpoint: string }

/** What the operator is told about the service itself, at endpoints that ask for it. */
export interface Notice {
  /** The same for the same change of state: delivery ids are derived from it. */
  readonly id: string
  readonly at: Instant
  readonly subject: NoticeSubject
  readonly state: NoticeState
  /** One or two plain sentences: what happened and what to mend. No secrets. */
  readonly reason: Words
  readonly since: Instant
}

/** The subject as a path: `etilaf/etilaf-ar`, or the endpoint's id. */
export function subjectName(subject: NoticeSubject): string {
  return 'endpoint' in subject ? subject.endpoint : `${subject.publisher}/${subject.source}`
}
