import type { Language, Words } from '../../text/language.ts'
import { EnglishDetail, MixedText } from '../mixed-text.tsx'
import { type DeskWord, deskWords } from './desk-words.ts'

/** Why deliveries fail, by the codes of `next-state.ts`, and how else they end. */
const CODES: Readonly<Record<string, DeskWord>> = {
  'no-answer': 'failure.no-answer',
  'try-later': 'failure.try-later',
  'server-error': 'failure.server-error',
  redirect: 'failure.redirect',
  'not-accepted': 'failure.not-accepted',
  'odd-status': 'failure.odd-status',
  refused: 'failure.refused',
  gone: 'failure.gone',
  exhausted: 'failure.exhausted',
  cancelled: 'cancelled',
  'gone: the endpoint was deleted': 'failure.deleted',
}

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
  const code = Object.hasOwn(CODES, reason) ? CODES[reason] : undefined
  const said = words?.[lang] ?? (code === undefined ? undefined : deskWords(lang)(code))
  if (said === undefined) return <EnglishDetail text={reason} />
  return (
    <span class="refusal">
      <MixedText text={said} language={lang} />
    </span>
  )
}
