import type { TranslationReport } from '../objects/translation-report.ts'
import type { Language } from '../text/language.ts'
import { MachineText } from './mixed-text.tsx'
import { Age } from './moment.tsx'
import { PAGE_WORDS } from './words-table.ts'

interface TranslationStateProps {
  readonly lang: Language
  readonly translation: TranslationReport
  /** What is to be mended, where something fails. */
  readonly mend: string | undefined
  readonly now: Date
}

/** How machine translation goes, and what is to be mended: for the operator. */
export function TranslationState({ lang, translation, mend, now }: TranslationStateProps) {
  const words = PAGE_WORDS[lang]
  const { asked, daily, failing } = translation
  return (
    <section>
      <h2>{words.machine}</h2>
      {failing !== null && (
        <p class="notice">
          {mend} <Age at={failing.since} {...{ lang, now }} /> <MachineText text={failing.detail} />
        </p>
      )}
      <p class="quiet">
        {words.day}: {words.of(String(asked), String(daily))}
      </p>
    </section>
  )
}
