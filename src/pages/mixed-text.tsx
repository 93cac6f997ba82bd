import type { Language } from '../text/language.ts'
import { latinRuns } from './latin-runs.ts'

/** A text of a known language; in Arabic, its Latin runs stand in isolates. */
export function MixedText({
  text,
  language,
}: {
  readonly text: string
  readonly language: Language
}) {
  if (language === 'en') return <>{text}</>
  return (
    <>{latinRuns(text).map((run) => (run.isLatin ? <bdi dir="ltr">{run.text}</bdi> : run.text))}</>
  )
}

/** A word of machines (an id, an address, a code) that reads from the left in any line. */
export function MachineText({ text }: { readonly text: string }) {
  return (
    <bdi dir="ltr" class="machine">
      {text}
    </bdi>
  )
}

/** What exactly was refused, under the sentence that says what it means; nothing where there is nothing. */
export function RefusalDetail({
  of: { detail, detail_ar: detailAr },
  language,
}: {
  readonly of: { readonly detail: string | null; readonly detail_ar: string | null }
  readonly language: Language
}) {
  const text = language === 'ar' ? (detailAr ?? detail) : detail
  if (text === null) return <></>
  return (
    <span class="detail">
      <MixedText {...{ text, language }} />
    </span>
  )
}

/** A sentence that exists in English only, as the log has it, in a page of either language. */
export function EnglishDetail({ text }: { readonly text: string }) {
  // The isolate turns the sentence; the block keeps to the side of its page.
  return (
    <span class="detail">
      <bdi lang="en" dir="ltr">
        {text}
      </bdi>
    </span>
  )
}
