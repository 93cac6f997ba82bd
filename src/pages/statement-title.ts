import { entryTitle } from '../feeds/entry-title.ts'
import { oneLine } from '../feeds/one-line.ts'
import { shortened, summaryOf } from '../feeds/summary.ts'
import type { Statement } from '../statements/statement.ts'

const TITLE_LENGTH = 500

/** A statement's title as a page shows it: one line, never empty, without direction controls. */
export function titleOf({
  title,
  html,
  language,
}: Pick<Statement, 'title' | 'html' | 'language'>): string {
  const line = shortened(oneLine(title), TITLE_LENGTH)
  return entryTitle({ title: line, summary: line === '' ? summaryOf(html) : '', language })
}
