import type { Language, Words } from '../../text/language.ts'
import { EnglishDetail, MixedText } from '../mixed-text.tsx'

interface FailureWordsProps {
  readonly lang: Language
  /** A code, or a sentence. */
  readonly reason: string | null
  /** The sentence in both languages, where there is one. */
  readonly words: Words | null
}

/** Why something was not delivered, and what to mend; nothing where all is well. */
export function FailureWords({ lang, reason, words }: FailureWordsProps) {
  if (reason === null) return <></>
  if (words === null) return <EnglishDetail text={reason} />
  return (
    <span class="refusal">
      <MixedText text={words[lang]} language={lang} />
    </span>
  )
}

/** What one attempt came to; of an earlier version in English alone. */
export function AttemptError({
  lang,
  attempt: { error, error_ar: errorAr },
}: {
  readonly lang: Language
  readonly attempt: { readonly error: string | null; readonly error_ar?: string | null | undefined }
}) {
  if (error === null) return <></>
  if (lang === 'en' || errorAr == null) return <EnglishDetail text={error} />
  return (
    <span class="detail">
      <MixedText text={errorAr} language={lang} />
    </span>
  )
}
