import type { BayanEnv } from '../platform/env.ts'
import { type SealedTranslation, unsealTranslation } from '../platform/sealed-translation.ts'
import { translatorOf } from '../platform/translators.ts'
import type { MachineVersion } from '../statements/machine-version.ts'
import {
  type TextToTranslate,
  type Translated,
  translateStatement,
} from '../statements/translate-statement.ts'
import { TRIES_A_TEXT, askAgainAt, textAgainAt } from '../statements/translation-back-off.ts'
import { type TranslationFailure, type Translator, isAboutText } from '../statements/translator.ts'
import type { WaitingJob } from './translation-jobs.ts'
import {
  type Failing,
  type TranslationWorld,
  count,
  failingOf,
  restUntil,
} from './translation-pace.ts'

/** All requests of one statement together: a run must end before its alarm rings again for long. */
const PATIENCE_MS = 4 * 60_000
const LATER_MS = 60 * 60_000

/** One turn of the translator, with the machine that the setting names. */
export async function takeTurn(
  setting: SealedTranslation,
  env: BayanEnv,
  world: TranslationWorld,
): Promise<void> {
  const whole = await unsealTranslation(setting, env)
  const machine = whole === undefined ? undefined : translatorOf(whole, env)
  await translateNext(setting, machine, world)
}

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
