import type { Language } from '../text/language.ts'
import { UNTITLED } from './feed-words.ts'
import { oneLine } from './one-line.ts'
import type { SnapshotEntry } from './snapshot.ts'
import { shortened } from './summary.ts'
import { plainText } from './xml-bytes.ts'

/** Room for the first words, where they have to stand for a title. */
const TITLE_FROM_TEXT = 100

/**
 * The title under which an entry is shown. Readers show an empty one as "(no title)", or as nothing
 * that could be clicked.
 */
export function entryTitle(entry: {
  /** One line, perhaps ''. */
  readonly title: string
  readonly summary: string
  readonly language: Language
}): string {
  const { title, summary, language } = entry
  return title || shortened(oneLine(summary), TITLE_FROM_TEXT) || UNTITLED[language]
}

/** The same of an entry as a snapshot has it. */
export function shownTitle({
  title,
  summary,
  language,
}: Pick<SnapshotEntry, 'title' | 'summary' | 'language'>): string {
  const line = plainText(title)
  return entryTitle({ title: line, summary: line === '' ? plainText(summary) : '', language })
}
