import {
  type TranslationState,
  awaitedUntil,
  translationState,
} from '../statements/translation-state.ts'
import type { Instant } from '../text/instant.ts'
import type { Language } from '../text/language.ts'
import type { SnapshotEntry } from './snapshot.ts'

/** The state of an entry's translation, which follows from the entry, the time and its publisher. */
export function translationStates(
  publishers: readonly { readonly id: string; readonly languages: readonly Language[] }[],
  now: Instant,
): (entry: SnapshotEntry) => TranslationState {
  const bilingual = new Set(
    publishers.filter(({ languages }) => languages.length > 1).map(({ id }) => id),
  )
  return ({ publisher, firstSeen, apart, ...entry }) => {
    const isBilingual = bilingual.has(publisher)
    return translationState(entry, awaitedUntil({ firstSeen, isBilingual, apart }), now)
  }
}
