import type { Language } from '../text/language.ts'
import { pagePath } from './page-path.ts'
import { PAGE_WORDS } from './words-table.ts'

/** What a deployment without publishers says: to readers, and to the one who can change it. */
export function FirstSteps({ lang }: { readonly lang: Language }) {
  const words = PAGE_WORDS[lang]
  return (
    <section class="first-steps">
      <h2>{words.firstSteps}</h2>
      <p>{words.firstStepsReader}</p>
      <p>
        {words.firstStepsOperator} <a href={pagePath('/desk', lang)}>{words.desk}</a>
      </p>
      <p>{words.firstStepsThen}</p>
    </section>
  )
}
