import type { Language } from '../../text/language.ts'
import type { Mark } from '../../text/marks.ts'
import { Marked } from '../marked.tsx'
import { MixedText } from '../mixed-text.tsx'
import { deskWords } from './desk-words.ts'

/** What a question finds in one text. */
export interface Why {
  readonly matched: boolean
  readonly language: Language
  /** In the pasted text. */
  readonly marks: readonly Mark[]
  /** Part by part, what was found or missed; empty where the API does not tell. */
  readonly lines: readonly string[]
}

/** Why a text matches, with the words marked in it, or why it does not. */
export function WhyPart({
  lang,
  why,
  text,
}: {
  readonly lang: Language
  readonly why: Why
  readonly text: string
}) {
  const t = deskWords(lang)
  const { matched, marks, lines, language } = why
  return (
    <section id="why">
      <p class={matched ? 'notice done' : 'notice failed'}>
        <strong>{t(matched ? 'matched' : 'notMatched')}</strong>
      </p>
      <ul>
        {lines.map((line) => (
          <li>
            <MixedText text={line} language={lang} />
          </li>
        ))}
      </ul>
      {marks.length > 0 && (
        <p class="statement" lang={language} dir="auto">
          <Marked {...{ text, marks, language }} />
        </p>
      )}
    </section>
  )
}
