import type { SealedTranslation } from '../platform/translators.ts'
import { dayOf } from '../platform/plan.ts'
import type { MachineVersion } from '../statements/machine-version.ts'
import {
  type TextToTranslate,
  type Translated,
  translateStatement,
} from '../statements/translate-statement.ts'
import {
  TRIES_A_TEXT,
  askAgainAt,
  nextDay,
  textAgainAt,
} from '../statements/translation-back-off.ts'
import { type TranslationFailure, type Translator, isAboutText } from '../statements/translator.ts'
import type { Instant } from '../text/instant.ts'
import type { Settings } from './settings.ts'
import type { TranslationJobs, WaitingJob } from './translation-jobs.ts'

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

/** All requests of one statement together: a run must end before its alarm rings again for long. */
const PATIENCE_MS = 4 * 60_000
const LATER_MS = 60 * 60_000

/** Asks the machine for one statement, if one is due and the day's cap allows it. */
export async function translateNext(
  setting: SealedTranslation,
  machine: Translator | undefined,
  world: TranslationWorld,
): Promise<void> {
  const { jobs, clock } = world
  if (restUntil(setting, world) > clock()) return
  const job = jobs.due(clock())
  if (job === undefined) return
  const handed = await world.text(job.publisher, job.number)
  if (handed.kind === 'unwanted') return jobs.remove(job)
  if (handed.kind === 'later') return jobs.postpone(job, clock() + LATER_MS)
  count(world, 'asked')
  const made = machine === undefined ? UNSEALED : await asked(handed, machine, clock)
  if (machine === undefined || made.kind === 'failed')
    return failed(job, made.kind === 'failed' ? made : UNSEALED, world)
  const { title, text, truncated } = made
  const version: MachineVersion = {
    language: handed.to,
    title,
    text,
    ...(truncated ? { truncated } : {}),
    contentHash: handed.contentHash,
    made: new Date(clock()).toISOString(),
    provider: machine.provider,
    model: machine.model,
  }
  const isKept = await world.keep(job.publisher, job.number, version, job.isNews)
  world.settings.remove('failing')
  // Not kept: worded anew meanwhile, and asked for anew in the same row; the next run sees to it.
  if (!isKept) return
  count(world, 'made')
  jobs.remove(job)
}

const UNSEALED: TranslationFailure = { kind: 'failed', reason: 'unsealed', detail: '' }

async function asked(
  text: TextToTranslate,
  machine: Translator,
  clock: () => number,
): Promise<Translated> {
  const end = clock() + PATIENCE_MS
  const translate: Translator['translate'] = async (piece, from, to) =>
    clock() > end
      ? { kind: 'failed', reason: 'timeout', detail: '' }
      : await machine.translate(piece, from, to)
  return await translateStatement(text, { ...machine, translate })
}

/** A text that fails by itself is tried a few times; a provider that fails is left in peace. */
function failed(job: WaitingJob, failure: TranslationFailure, world: TranslationWorld): void {
  const { jobs, settings } = world
  const now = world.clock()
  const before = failingOf(world)
  const failures = (before?.failures ?? 0) + 1
  const since = before?.since ?? new Date(now).toISOString()
  const { reason, detail } = failure
  const isText = isAboutText(failure)
  const until = isText ? 0 : askAgainAt(failure, failures, now)
  settings.save('failing', { reason, detail, since, failures, until } satisfies Failing)
  if (!isText) return jobs.postpone(job, until)
  if (job.attempts + 1 < TRIES_A_TEXT)
    return jobs.postpone(job, textAgainAt(job.attempts, now), reason)
  jobs.remove(job)
  count(world, 'givenUp')
}

export function failingOf({ settings }: TranslationWorld): Failing | undefined {
  return settings.load('failing')
}

export function countsOf({ settings, clock }: TranslationWorld): TranslationCounts {
  const day = dayOf(new Date(clock()))
  const kept = settings.load<TranslationCounts>('counts') ?? { day, asked: 0, made: 0, givenUp: 0 }
  return kept.day === day ? kept : { ...kept, day, asked: 0 }
}

function count(world: TranslationWorld, what: 'asked' | 'made' | 'givenUp'): void {
  const counts = countsOf(world)
  world.settings.save('counts', { ...counts, [what]: counts[what] + 1 })
}

/** Until when no machine is asked, ms since 1970: it failed, or the day's cap is reached. */
function restUntil({ daily }: SealedTranslation, world: TranslationWorld): number {
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
