import type { Status } from '../objects/desk-status.ts'
import {
  FREE_KV_WRITES_A_DAY,
  FREE_ROWS_WRITTEN_A_DAY,
  KV_WRITES_BEFORE_SAVING,
} from '../platform/plan.ts'
import type { Language } from '../text/language.ts'
import { dayWords } from './date-words.ts'
import { MixedText } from './mixed-text.tsx'
import { PAGE_WORDS } from './words-table.ts'

interface BudgetProps extends Pick<Status, 'budget'> {
  readonly lang: Language
}

/** What the day has cost so far, against what the plan gives. */
export function Budget({ lang, budget }: BudgetProps) {
  const words = PAGE_WORDS[lang]
  const isFree = budget.plan === 'free'
  return (
    <section>
      <h2>{words.budget}</h2>
      <dl class="facts">
        <dt>{words.plan}</dt>
        <dd>{words.plans[budget.plan]}</dd>
        <dt>{words.day}</dt>
        <dd>
          <time datetime={budget.day}>
            {dayWords(`${budget.day}T00:00:00Z`, lang) ?? budget.day}
          </time>
        </dd>
        <dt>
          <MixedText text={words.kvWrites} language={lang} />
        </dt>
        <dd>
          <Spending
            spent={budget.kvWrites}
            limit={isFree ? FREE_KV_WRITES_A_DAY : undefined}
            lang={lang}
          />
        </dd>
        <dt>
          <MixedText text={words.rowsWritten} language={lang} />
        </dt>
        <dd>
          <Spending
            spent={budget.rowsWritten}
            limit={isFree ? FREE_ROWS_WRITTEN_A_DAY : undefined}
            lang={lang}
          />
        </dd>
      </dl>
    </section>
  )
}

/** From this part of the limit on the service saves, and the bar shows it. */
const SAVING_FROM = KV_WRITES_BEFORE_SAVING / FREE_KV_WRITES_A_DAY

interface SpendingProps {
  readonly spent: number
  /** Undefined where the plan has no limit a day. */
  readonly limit: number | undefined
  readonly lang: Language
}

function Spending({ spent, limit, lang }: SpendingProps) {
  if (limit === undefined) return <>{grouped(spent)}</>
  const text = PAGE_WORDS[lang].of(grouped(spent), grouped(limit))
  return (
    <>
      <meter min={0} max={limit} high={limit * SAVING_FROM} optimum={0} value={spent}>
        {text}
      </meter>{' '}
      {text}
    </>
  )
}

/** An integer from 0 as `12,345`, Latin digits in both languages. */
export function grouped(number: number): string {
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, ',')
}
