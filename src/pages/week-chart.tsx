import type { Language } from '../text/language.ts'
import { dayWords } from './date-words.ts'
import { counted } from './plural.ts'
import type { Week } from './weeks.ts'
import { PAGE_WORDS } from './words-table.ts'

const BAR = 24
const GAP = 8
const HEIGHT = 90

const STATEMENTS = {
  ar: { one: 'بيان واحد', two: 'بيانان', few: 'بيانات', many: 'بيانا\u064B', other: 'بيان' },
  en: { one: 'statement', other: 'statements' },
} as const

interface WeekChartProps {
  readonly lang: Language
  readonly weeks: readonly Week[]
}

/**
 * Statements a week as bars. Time runs as the page is read: in Arabic this week stands on the left.
 * Whoever does not see it reads the sentence, or the same numbers in a table.
 */
export function WeekChart({ lang, weeks }: WeekChartProps) {
  const words = PAGE_WORDS[lang]
  const sum = weeks.reduce((total, { count }) => total + count, 0)
  const most = Math.max(1, ...weeks.map(({ count }) => count))
  const width = weeks.length * (BAR + GAP)
  const place = (at: number) => (lang === 'ar' ? weeks.length - 1 - at : at) * (BAR + GAP)
  const said = words.inWeeks(counted(sum, STATEMENTS, lang), weeks.length)
  return (
    <section aria-labelledby="rhythm">
      <h2 id="rhythm">{words.rhythm}</h2>
      <p>{said}</p>
      <svg
        class="chart"
        viewBox={`0 0 ${width} ${HEIGHT + 18}`}
        role="img"
        aria-label={`${words.rhythm}: ${said}`}
      >
        <line x1="0" y1={HEIGHT} x2={width} y2={HEIGHT} />
        {weeks.map(({ count }, at) => {
          const height = Math.round((count / most) * (HEIGHT - 16))
          return (
            <>
              <rect x={place(at)} y={HEIGHT - height} width={BAR} {...{ height }} />
              {count > 0 && (
                <text x={place(at) + BAR / 2} y={HEIGHT - height - 4} text-anchor="middle">
                  {count}
                </text>
              )}
            </>
          )
        })}
      </svg>
      <details>
        <summary>{words.asTable}</summary>
        <table>
          <tbody>
            {weeks.map(({ monday, count }) => (
              <tr>
                <th scope="row">
                  <time datetime={monday}>{dayWords(`${monday}T00:00:00Z`, lang) ?? monday}</time>
                </th>
                <td>{count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  )
}
