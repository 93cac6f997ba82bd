import { oneLine } from '../feeds/feed-entry.ts'
import { UNTITLED } from '../feeds/feed-words.ts'
import { shortened, summaryOf } from '../feeds/summary.ts'
import type { Statement } from '../statements/statement.ts'

const TITLE_LENGTH = 500
/** Room for the first words, where they have to stand for a title. */
const TITLE_FROM_TEXT = 100

/** A statement's title as a page shows it: one line, never empty, without direction controls. */
export function titleOf({
  title,
  html,
  language,
}: Pick<Statement, 'title' | 'html' | 'language'>): string {
  const line = shortened(oneLine(title), TITLE_LENGTH)
  return line || shortened(oneLine(summaryOf(html)), TITLE_FROM_TEXT) || UNTITLED[language]
}
