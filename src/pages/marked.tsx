import type { Language } from '../text/language.ts'
import type { Mark } from '../text/marks.ts'
import { MixedText } from './mixed-text.tsx'

interface Part {
  readonly text: string
  readonly isMarked: boolean
}

/** A text cut at its marks. Marks may overlap, come in any order, or lie outside: what counts is the text. */
export function partsOf(text: string, marks: readonly Mark[]): Part[] {
  const parts: Part[] = []
  let at = 0
  for (const { start, end } of marks.toSorted((one, other) => one.start - other.start)) {
    const from = Math.max(at, start)
    const to = Math.min(text.length, end)
    if (to <= from) continue
    if (from > at) parts.push({ text: text.slice(at, from), isMarked: false })
    parts.push({ text: text.slice(from, to), isMarked: true })
    at = to
  }
  if (at < text.length) parts.push({ text: text.slice(at), isMarked: false })
  return parts
}

interface MarkedProps {
  readonly text: string
  readonly marks: readonly Mark[]
  readonly language: Language
}

/** A text with what was asked for marked in it. */
export function Marked({ text, marks, language }: MarkedProps) {
  return (
    <>
      {partsOf(text, marks).map((part) =>
        part.isMarked ? (
          <mark>{part.text}</mark>
        ) : (
          <MixedText text={part.text} language={language} />
        ),
      )}
    </>
  )
}
