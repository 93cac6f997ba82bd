import { completed } from '../feeds/feed-words.ts'
import type { Status } from '../objects/desk-status.ts'
import type { SourceReport } from '../objects/publisher-report.ts'
import type { PublicPublisher } from '../platform/published.ts'
import type { Language, Words } from '../text/language.ts'
import type { SourceStateWord } from './page-words.ts'

/** A source of the public list, with what the status knows of it. */
export interface KnownSource {
  readonly id: string
  readonly publisher: Words
  readonly language: Language
  readonly state: SourceStateWord
  readonly reason: string | null
  /** Why, in plain words, where no refusal is the reason. */
  readonly words: SourceReport['words']
  readonly lastPoll: string | null
}

/**
 * Every public source with its state; `unknown` where the status is missing, or its publisher did
 * not answer: silence is never shown as calm.
 */
export function sourceStates(
  publishers: readonly PublicPublisher[],
  status: Status | undefined,
): KnownSource[] {
  const reports = new Map<string, SourceReport>()
  for (const { id, sources } of status?.publishers ?? []) {
    for (const source of sources) reports.set(`${id}/${source.id}`, source)
  }
  return publishers.flatMap(({ id, name, sources }) =>
    sources.map((source): KnownSource => {
      const report = reports.get(`${id}/${source.id}`)
      return {
        id: source.id,
        publisher: completed(name, id),
        language: source.language,
        state: report?.state ?? 'unknown',
        reason: report?.reason ?? null,
        words: report?.words ?? null,
        lastPoll: report?.lastPoll ?? null,
      }
    }),
  )
}
