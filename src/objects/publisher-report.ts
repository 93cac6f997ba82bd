import type { BayanEnv } from '../platform/env.ts'
import { loadDetails } from '../platform/load-details.ts'
import { dayOf } from '../platform/plan.ts'
import { detailWords } from '../sources/detail-words.ts'
import { type Health, healthOf } from '../sources/health.ts'
import { isBilingual } from '../sources/publisher.ts'
import type { HealthName } from '../sources/health-name.ts'
import { LATE_NOTES } from '../sources/late-notes-table.ts'
import { undeclaredLanguage } from '../sources/undeclared-language.ts'
import { refusalSentences } from '../sources/refusal-sentences.ts'
import type { Source } from '../sources/source.ts'
import type { SourceState } from '../sources/source-state.ts'
import type { TranslationState } from '../statements/translation-state.ts'
import type { Words } from '../text/language.ts'
import type { FloodRecord } from './flood-store.ts'
import type { PublisherState } from './publisher-state.ts'
import type { Totals } from './totals.ts'
import type { Spent } from './spending.ts'

export interface SourceReport {
  readonly id: string
  readonly language: 'ar' | 'en'
  readonly url: string
  readonly state: HealthName
  /** The word for a refusal; null where the last poll was good. */
  readonly reason: string | null
  /** Why it is so, in plain words; null where there is nothing to say. */
  readonly words: Health['reason']
  /** What exactly the last poll was refused for. */
  readonly detail: string | null
  readonly detail_ar: string | null
  readonly since: string | null
  readonly lastPoll: string | null
  readonly lastGoodPoll: string | null
  readonly nextPoll: string | null
  readonly notes: readonly string[]
  /** The same in Arabic. */
  readonly notes_ar: readonly string[]
  readonly polls: Readonly<Record<string, number>>
}

export interface PublisherReport {
  readonly sources: readonly SourceReport[]
  readonly statements: number
  readonly totals: Totals
  readonly translations: Readonly<Record<TranslationState, number>>
  /** Polls that brought implausibly much, and whose alerts wait for the operator. */
  readonly floods: readonly FloodRecord[]
  /** Rows of the outbox: what is still to be told. */
  readonly owed: number
  readonly spent: Spent
}

/** The report, with the words for what was refused where anything was. */
export async function loadedReport(
  state: PublisherState,
  env: BayanEnv,
  now: Date,
): Promise<PublisherReport> {
  const sources = state.orders()?.publisher?.sources ?? []
  if (sources.some(({ id }) => state.source(id).detail !== null)) await loadDetails(env)
  return reportOf(state, now)
}

export function reportOf(state: PublisherState, now: Date): PublisherReport {
  const publisher = state.orders()?.publisher
  const sources = (publisher?.sources ?? []).map((source): SourceReport => {
    const known = state.source(source.id)
    const paused = source.paused || publisher?.paused === true
    const lasting = lastingNotes(known, source)
    const notes = [...lasting, ...known.notes]
    const health = healthOf(known, now.getTime(), refusalSentences)
    const detail = known.detail === null ? null : detailWords(known.detail)
    const next = Math.max(known.next, known.pausedUntil)
    return {
      id: source.id,
      language: source.language,
      url: source.url,
      state: paused ? 'paused' : health.name,
      reason: known.reason,
      words: paused ? null : (health.reason ?? refusalSentences(known) ?? joined(lasting)),
      detail: detail?.en ?? null,
      detail_ar: detail?.ar ?? null,
      since: health.since,
      lastPoll: known.lastPoll,
      lastGoodPoll: known.lastGoodPoll,
      nextPoll: paused || known.next === 0 ? null : new Date(next).toISOString(),
      notes: notes.map(({ en }) => en),
      notes_ar: notes.map(({ ar }) => ar),
      polls: known.polls,
    }
  })
  return {
    sources,
    statements: state.totals.statements(),
    totals: state.totals.load(),
    translations: state.totals.translations(
      isBilingual({ sources: publisher?.sources ?? [] }),
      now,
    ),
    owed: state.outbox.count(),
    floods: state.floods.list(),
    spent: state.spent(dayOf(now)),
  }
}

/** What is to be mended though the source is well: no alarm, but nobody should have to guess it. */
function lastingNotes(state: SourceState, { language }: Pick<Source, 'language'>): Words[] {
  const { move, datedByVisit } = state
  const other = undeclaredLanguage(state, language)
  return [
    ...(move?.believed === true ? [LATE_NOTES.moved(move.to)] : []),
    ...(datedByVisit ? [LATE_NOTES.datedByVisit()] : []),
    ...(other === undefined ? [] : [LATE_NOTES.undeclaredLanguage(other)]),
  ]
}

function joined(notes: readonly Words[]): Words | null {
  if (notes.length === 0) return null
  return { en: notes.map(({ en }) => en).join(' '), ar: notes.map(({ ar }) => ar).join(' ') }
}
