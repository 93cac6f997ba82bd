import { dayOf } from '../platform/plan.ts'
import type { SealedTranslation } from '../platform/sealed-translation.ts'
import type { MachineVersion } from '../statements/machine-version.ts'
import type { TextToTranslate } from '../statements/translate-statement.ts'
import { nextDay } from '../statements/translation-back-off.ts'
import type { TranslationFailure } from '../statements/translator.ts'
import type { Instant } from '../text/instant.ts'
import type { Settings } from './settings.ts'
import type { TranslationJobs } from './translation-jobs.ts'

/** A statement as its publisher's object hands it out: what is to be done with it now. */
export type Handed =
  | ({ readonly kind: 'text'; readonly contentHash: string } & TextToTranslate)
  /** Paired, withdrawn, erased or translated meanwhile. */
  | { readonly kind: 'unwanted' }
  /** The day's writes are nearly spent: what is left is for statements. */
  | { readonly kind: 'later' }

/** What a run needs from the object and its neighbours. */
export interface TranslationWorld {
  readonly settings: Settings
  readonly jobs: TranslationJobs
  readonly text: (publisher: string, number: number) => Promise<Handed>
  /** @returns false where the statement is not as it was when it was handed out */
  readonly keep: (
    publisher: string,
    number: number,
    version: MachineVersion,
    isNews: boolean,
  ) => Promise<boolean>
  readonly clock: () => number
}

/** What the object counts: of one day, and since it began. */
export interface TranslationCounts {
  readonly day: string
  /** Texts that a machine was asked for on that day, whatever came of it. */
  readonly asked: number
  readonly made: number
  /** Texts that no machine mastered, and that are not tried any more. */
  readonly givenUp: number
}

/** The provider fails, or failed last with a text. */
export interface Failing extends Pick<TranslationFailure, 'reason' | 'detail'> {
  readonly since: Instant
  /** In a row. */
  readonly failures: number
  /** When the provider is asked again, ms since 1970; 0 where only a text failed. */
  readonly until: number
}

export function failingOf({ settings }: TranslationWorld): Failing | undefined {
  return settings.load('failing')
}

export function countsOf({ settings, clock }: TranslationWorld): TranslationCounts {
  const day = dayOf(new Date(clock()))
  const kept = settings.load<TranslationCounts>('counts') ?? { day, asked: 0, made: 0, givenUp: 0 }
  return kept.day === day ? kept : { ...kept, day, asked: 0 }
}

export function count(world: TranslationWorld, what: 'asked' | 'made' | 'givenUp'): void {
  const counts = countsOf(world)
  world.settings.save('counts', { ...counts, [what]: counts[what] + 1 })
}

/** Until when no machine is asked, ms since 1970: it failed, or the day's cap is reached. */
export function restUntil({ daily }: SealedTranslation, world: TranslationWorld): number {
  const spent = countsOf(world).asked >= daily ? nextDay(world.clock()) : 0
  return Math.max(spent, failingOf(world)?.until ?? 0)
}

/** When the next run is, ms since 1970; undefined where nothing waits. */
export function nextTranslation(
  setting: SealedTranslation | null | undefined,
  world: TranslationWorld,
): number | undefined {
  const due = world.jobs.nextDue()
  if (due === undefined || setting?.enabled !== true) return undefined
  return Math.max(due, restUntil(setting, world))
}
