import type { Instant } from '../text/instant.ts'
import type { Language } from '../text/language.ts'
import { ageOf } from './age.ts'
import { momentWords, publishedWords } from './date-words.ts'

interface MomentProps {
  readonly at: Instant
  readonly lang: Language
}

/** A moment as date and hour. */
export function Moment({ at, lang }: MomentProps) {
  return <time datetime={at}>{momentWords(at, lang) ?? at}</time>
}

/** A publisher's own date, in the statement's language. */
export function PublishedDate({ at, lang }: MomentProps) {
  return <time datetime={at}>{publishedWords(at, lang) ?? at}</time>
}

/** A moment as its age, with the date and hour for those who point at it. */
export function Age({ at, lang, now }: MomentProps & { readonly now: Date }) {
  return (
    <time datetime={at} title={momentWords(at, lang)}>
      {ageOf(at, now, lang) ?? at}
    </time>
  )
}
