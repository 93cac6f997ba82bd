import { compared, dateOf } from '../statements/newest-first.ts'
import type { Language, Words } from '../text/language.ts'
import type { ArchivedStatement } from './archived-statement.ts'
import { type Step, Steps } from './compile.ts'
import type { Query } from './query.ts'
import { Reading } from './reading.ts'
import { type FieldSnippet, fieldSnippets } from './snippet.ts'
import type { Match } from './watch.ts'

/** What a watch would have caught. */
export interface BackTestReport {
  readonly searched: number
  /** The day of the oldest statement that was searched; null where there was none. */
  readonly from: string | null
  readonly matched: number
  /** A statement and its translation are one alert. */
  readonly alerts: number
  readonly alertsAWeek: number
  /** By the Monday that it begins with, newest first; weeks without a hit are there too. */
  readonly weeks: readonly {
    readonly week: string
    readonly matched: number
    readonly alerts: number
  }[]
  /** The newest of them. */
  readonly statements: readonly Caught[]
  /** Parts that hit so much that they tell nothing. */
  readonly warnings: readonly NoisyPart[]
}

type Caught = Omit<ArchivedStatement, 'text' | 'translation'> & {
  readonly matches: readonly Match[]
  readonly snippets: readonly FieldSnippet[]
}

export interface NoisyPart {
  readonly part: string
  /** Of all statements that were searched, 0 to 1. */
  readonly share: number
  readonly message: Words
}

/** A term that hits more than a tenth of everything tells nothing. */
const NOISY_SHARE = 0.1
/** Of fewer statements a tenth is chance. */
const ENOUGH = 20
const MOST_SHOWN = 50
const DAY_MS = 86_400_000

/** Runs one query over statements, one after another, and sums up. */
export class BackTest {
  readonly #steps = new Steps()
  readonly #whole: Step
  readonly #terms: { readonly part: string; readonly step: Step; hits: number }[]
  readonly #languages: readonly Language[]
  readonly #caught: (Caught & { readonly translation: string | undefined; readonly at: string })[] =
    []
  #searched = 0
  #from: string | null = null

  constructor(query: Query, languages: readonly Language[] = []) {
    this.#whole = this.#steps.of(query)
    this.#languages = languages
    this.#terms = termsOf(query).map((term) => ({
      part: term.part,
      step: this.#steps.of(term),
      hits: 0,
    }))
  }

  add(statement: ArchivedStatement): void {
    if (this.#languages.length > 0 && !this.#languages.includes(statement.language)) return
    const at = dateOf(statement)
    this.#searched += 1
    if (this.#from === null || at < this.#from) this.#from = at
    const reading = new Reading(this.#steps.index, statement)
    const matches = reading.matches(this.#whole)
    for (const term of this.#terms) if (reading.matches(term.step) !== undefined) term.hits += 1
    if (matches === undefined) return
    const { text, translation, ...rest } = statement
    const snippets = fieldSnippets({ title: rest.title, text }, matches, rest.language)
    this.#caught.push({ ...rest, matches, snippets, translation: translation?.id, at })
  }

  /** @param now ISO time; weeks are counted back from it */
  report(now: string): BackTestReport {
    const newest = this.#caught.toSorted((a, b) => compared(b.at, a.at))
    const weeks = this.#weeks(now)
    const alerts = weeks.reduce((sum, week) => sum + week.alerts, 0)
    return {
      searched: this.#searched,
      from: this.#from,
      matched: newest.length,
      alerts,
      alertsAWeek: Math.round((alerts * 10) / Math.max(1, this.#weeksCovered(now))) / 10,
      weeks,
      statements: newest.slice(0, MOST_SHOWN).map(({ translation: _, at: __, ...shown }) => shown),
      warnings: this.#warnings(),
    }
  }

  #weeksCovered(now: string): number {
    return this.#from === null ? 0 : (Date.parse(now) - Date.parse(this.#from)) / DAY_MS / 7
  }

  #weeks(now: string): { week: string; matched: number; alerts: number }[] {
    const weeks = new Map<string, { week: string; matched: number; alerts: number }>()
    const last = mondayOf(now)
    for (let week = last; this.#from !== null && week >= mondayOf(this.#from); week = before(week))
      weeks.set(week, { week, matched: 0, alerts: 0 })
    const ids = new Set(this.#caught.map(({ id }) => id))
    for (const { id, translation, at } of this.#caught) {
      const week = weeks.get(mondayOf(at)) ?? weeks.get(last)
      if (week === undefined) continue
      week.matched += 1
      // Of a pair that was caught twice the first by id stands for both.
      if (translation === undefined || !ids.has(translation) || id < translation) week.alerts += 1
    }
    return [...weeks.values()]
  }

  #warnings(): NoisyPart[] {
    if (this.#searched < ENOUGH) return []
    return this.#terms.flatMap(({ part, hits }) => {
      const share = hits / this.#searched
      if (share <= NOISY_SHARE) return []
      const percent = Math.round(share * 100)
      const en = `${part} hits ${percent} % of all statements. Join it with other words by AND, or make it a "phrase".`
      const ar = `${part} تطابق ${percent}٪ من كل البيانات. اربطها بكلمات أخرى بـ AND أو اجعلها «عبارة».`
      return [{ part, share, message: { en, ar } }]
    })
  }
}

/** The day, in UTC, that a time's week begins with. */
function mondayOf(at: string): string {
  const day = new Date(Date.parse(at.slice(0, 10)))
  const since = (day.getUTCDay() + 6) % 7
  return new Date(day.getTime() - since * DAY_MS).toISOString().slice(0, 10)
}

function before(week: string): string {
  return new Date(Date.parse(week) - 7 * DAY_MS).toISOString().slice(0, 10)
}

/** Words, phrases and concepts that are asked to be there. */
function termsOf(query: Query): Extract<Query, { readonly kind: 'term' | 'concept' }>[] {
  switch (query.kind) {
    case 'term':
    case 'concept':
      return [query]
    case 'near':
      return [...termsOf(query.left), ...termsOf(query.right)]
    case 'all':
    case 'any':
      return query.parts.flatMap(termsOf)
    case 'not':
    case 'only':
      return []
  }
}
