import type { Instant } from '../text/instant.ts'
import type { Words } from '../text/language.ts'
import type { HealthName } from './health-name.ts'
import type { RefusalReason } from './reading.ts'
import { patienceWith } from './rhythm.ts'
import type { SourceState } from './source-state.ts'

/** How a source is, since when, and why in plain words; no words where there is nothing to say. */
export interface Health {
  readonly name: HealthName
  readonly since: Instant | null
  readonly reason: Words | null
}

/** What a refusal means for the source. A status is judged by its number. */
const OF_REASON: Readonly<Record<Exclude<RefusalReason, 'status'>, HealthName>> = {
  gone: 'down',
  challenge: 'blocked',
  'soft-404': 'down',
  empty: 'changed-layout',
  truncated: 'down',
  malformed: 'changed-layout',
  'not-a-listing': 'changed-layout',
  selector: 'changed-layout',
  charset: 'changed-layout',
  'too-large': 'changed-layout',
  timeout: 'down',
  redirects: 'down',
  'blocked-address': 'blocked',
  network: 'down',
  robots: 'blocked',
  foreign: 'changed-layout',
  // Of a source that has never been asked: no poll ends so.
  busy: 'waiting',
  internal: 'down',
}

/** Unauthorised, forbidden, too often, for legal reasons: the site answers, but not us. */
const BLOCKING = new Set([401, 403, 407, 429, 451])

/** The state of a source at a moment, from what its polls brought. Cheap: asked at every poll. */
export function healthName(state: SourceState, now: number): HealthName {
  const { reason } = state
  if (state.lastPoll === null) return 'waiting'
  if (reason === 'status') return BLOCKING.has(state.status ?? 0) ? 'blocked' : 'down'
  if (reason !== null) return OF_REASON[reason]
  const { quiet, late } = patienceWith(state.rhythm)
  const silence = silenceOf(state, now)
  return silence >= late ? 'late' : silence >= quiet ? 'quiet' : 'ok'
}

/**
 * Seconds without a statement while we looked: an archive that ended years before we came is not
 * late on the first day.
 */
function silenceOf({ rhythm, watchedSince }: SourceState, now: number): number {
  return (now - silentSince({ rhythm, watchedSince })) / 1000
}

function silentSince({
  rhythm,
  watchedSince,
}: Pick<SourceState, 'rhythm' | 'watchedSince'>): number {
  return Math.max(rhythm.last, watchedSince)
}

/** What people are told of a refusal: `refusal-sentences.ts`, which most polls do without. */
export type TellRefusal = (state: SourceState) => Health['reason']

export function healthOf(state: SourceState, now: number, tell: TellRefusal): Health {
  const name = healthName(state, now)
  switch (name) {
    case 'waiting':
    case 'paused':
      return { name, since: null, reason: null }
    case 'quiet':
    case 'late':
      return { name, since: crossed(state, name), reason: silenceWords(state, name, now) }
    case 'ok':
      return { name, since: state.since, reason: null }
    case 'blocked':
    case 'changed-layout':
    case 'down':
      return { name, since: state.health.since ?? state.since, reason: tell(state) }
  }
}

function crossed(state: SourceState, name: 'quiet' | 'late'): Instant {
  const seconds = patienceWith(state.rhythm)[name]
  return new Date(silentSince(state) + seconds * 1000).toISOString()
}

const DAY_SECONDS = 86_400

function silenceWords(state: SourceState, name: 'quiet' | 'late', now: number): Words {
  const silent = Math.max(1, Math.floor(silenceOf(state, now) / DAY_SECONDS))
  // A day and some minutes is a day.
  const longest = Math.max(1, Math.ceil(state.rhythm.longest / DAY_SECONDS - 0.05))
  if (name === 'quiet') {
    return {
      ar: `لا جديد منذ ${arabicDays(silent)}، وهذا أطول من المعتاد.`,
      en: `Nothing new for ${englishDays(silent)}, which is longer than usual.`,
    }
  }
  return {
    ar: `لا جديد منذ ${arabicDays(silent)}، ولم يتجاوز صمته من قبل ${arabicDays(longest)}. افتح العنوان وتأكد أنه ما زال يعرض الأحدث.`,
    en: `Nothing new for ${englishDays(silent)}; before, it was never silent for more than ${englishDays(longest)}. Open the address and see whether it still shows the newest.`,
  }
}

function englishDays(days: number): string {
  return days === 1 ? 'a day' : `${days} days`
}

function arabicDays(days: number): string {
  if (days === 1) return 'يوم'
  if (days === 2) return 'يومين'
  return days <= 10 ? `${days} أيام` : `${days} يوما\u064B`
}
