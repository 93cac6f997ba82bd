import { type Language, otherLanguage } from '../text/language.ts'
import type { SourceState } from './source-state.ts'

/** One or two texts may be a quotation, or a page that is not translated yet. */
const ENOUGH = 3

export interface UndeclaredLanguage {
  readonly declared: Language
  readonly count: number
}

/**
 * That a source never published in the language it is declared in. One statement in it is enough
 * for silence: many sites mix, and each of their statements is kept in its own language anyway.
 */
export function undeclaredLanguage(
  { written }: Pick<SourceState, 'written'>,
  declared: Language,
): UndeclaredLanguage | undefined {
  const count = written[otherLanguage(declared)] ?? 0
  return (written[declared] ?? 0) > 0 || count < ENOUGH ? undefined : { declared, count }
}

/** The count once more statements appeared; the same object where none did. */
export function writtenAfter(
  written: SourceState['written'],
  appeared: readonly Language[],
): SourceState['written'] {
  if (appeared.length === 0) return written
  const after = { ...written }
  for (const language of appeared) after[language] = (after[language] ?? 0) + 1
  return after
}
