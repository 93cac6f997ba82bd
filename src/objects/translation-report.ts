import type { SealedTranslation } from '../platform/sealed-translation.ts'
import type { TranslationFailureName, TranslationProvider } from '../statements/translator.ts'
import { type TranslationWorld, countsOf, failingOf, nextTranslation } from './translation-pace.ts'

/** How machine translation is, for the operator. */
export interface TranslationReport {
  readonly enabled: boolean
  readonly provider: TranslationProvider
  /** Texts that wait. */
  readonly waiting: number
  /** Texts asked for today, and how many may be. */
  readonly asked: number
  readonly daily: number
  readonly made: number
  readonly givenUp: number
  /** When a machine is asked next; null where nothing waits. */
  readonly next: string | null
  /** Null where the last text was translated. */
  readonly failing: {
    readonly reason: TranslationFailureName
    readonly since: string
    /** What the provider said. */
    readonly detail: string
  } | null
}

export function reportOf(setting: SealedTranslation, world: TranslationWorld): TranslationReport {
  const { enabled, provider, daily } = setting
  const { asked, made, givenUp } = countsOf(world)
  const failing = failingOf(world)
  const next = nextTranslation(setting, world)
  return {
    enabled,
    provider,
    daily,
    asked,
    made,
    givenUp,
    waiting: world.jobs.count(),
    next: next === undefined ? null : new Date(next).toISOString(),
    failing:
      failing === undefined
        ? null
        : {
            reason: failing.reason,
            since: failing.since,
            detail: failing.detail,
          },
  }
}
