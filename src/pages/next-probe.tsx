import type { Instant } from '../text/instant.ts'
import type { Language } from '../text/language.ts'
import { Age } from './moment.tsx'
import { PAGE_WORDS } from './words-table.ts'

interface NextProbeProps {
  readonly at: Instant
  readonly lang: Language
  readonly now: Date
}

/** When a disabled endpoint is tried again by itself. */
export function NextProbe({ at, lang, now }: NextProbeProps) {
  return (
    <p class="quiet">
      {PAGE_WORDS[lang].nextProbe}: <Age {...{ at, lang, now }} />
    </p>
  )
}
