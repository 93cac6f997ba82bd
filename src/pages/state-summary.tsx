import type { Status } from '../objects/desk-status.ts'
import type { PublicPublisher } from '../platform/published.ts'
import type { Language } from '../text/language.ts'
import { Age } from './moment.tsx'
import type { SourceStateWord } from './page-words.ts'
import { sourceStates } from './source-states.ts'
import { PAGE_WORDS } from './words-table.ts'

/** What needs a look comes first. */
const ORDER: readonly SourceStateWord[] = [
  'down',
  'blocked',
  'changed-layout',
  'late',
  'unknown',
  'waiting',
  'quiet',
  'ok',
  'paused',
]

interface StateSummaryProps {
  readonly lang: Language
  readonly publishers: readonly PublicPublisher[]
  readonly status: Status | undefined
  readonly now: Date
}

/**
 * The sources by state in one line, above the statements: who reads only the top of the page must
 * not take a list that has stopped growing for a quiet day.
 */
export function StateSummary({ lang, publishers, status, now }: StateSummaryProps) {
  const words = PAGE_WORDS[lang]
  const states = sourceStates(publishers, status).map(({ state }) => state)
  const counts = ORDER.flatMap((state) => {
    const count = states.filter((one) => one === state).length
    return count === 0 ? [] : [`${words.states[state]}: ${count}`]
  })
  return (
    <p class="summary">
      <a href="#sources">{words.sources}</a> {'\u00B7'} {counts.join(' \u00B7 ')}
      {status !== undefined && (
        <span class="quiet">
          {' \u00B7 '}
          {words.asKnown} <Age at={status.asOf} {...{ lang, now }} />
        </span>
      )}
    </p>
  )
}
