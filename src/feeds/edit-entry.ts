import { CHANGE_CLASS_WORDS } from '../statements/change-class-words-table.ts'
import type { ChangeClass } from '../statements/change-class.ts'
import type { Revision, Statement } from '../statements/statement.ts'
import type { Language, Words } from '../text/language.ts'
import { type PreparedEntry, prepareEntry } from './prepare-entry.ts'
import { shortened } from './summary.ts'
import { escapeHtml } from '../text/escape-html.ts'

const EDITED: Words = { ar: 'تعديل', en: 'Edited' }
const BEFORE: Words = { ar: 'قبل', en: 'Before' }
const AFTER: Words = { ar: 'بعد', en: 'After' }
const NOTHING_TO_SHOW: Words = {
  ar: 'تغير الشكل وحده',
  en: 'Only the form changed',
}

/** Whoever wants more reads the wordings themselves. */
const MOST_PARAGRAPHS = 20
const PARAGRAPH_LENGTH = 600

/**
 * An edit as an entry of its own: the paragraphs that went and those that came. Its id is that of
 * the statement with the number of the revision; its date is when the edit was seen.
 *
 * @param statement as it is now
 * @param before the wording that was there
 * @param edit what kind of edit it was, where that is known
 */
export function editEntry(
  statement: Statement,
  before: Pick<Revision, 'title' | 'text'>,
  edit?: ChangeClass,
): PreparedEntry {
  const { id, tag, language, title, revision, updated } = statement
  const kind = edit === undefined ? '' : ` (${CHANGE_CLASS_WORDS[language][edit]})`
  return prepareEntry({
    ...statement,
    id: `${id}.${revision}`,
    tag: `${tag}/edit/${revision}`,
    title: `${EDITED[language]}${kind}: ${title}`,
    html: changesHtml(before, statement),
    published: updated,
    firstSeen: updated,
    translation: null,
    ...(edit === undefined ? {} : { edit }),
  })
}

function changesHtml(
  before: Pick<Revision, 'title' | 'text'>,
  { title, text, language }: Statement,
): string {
  const titles: Pair = before.title === title ? ['', ''] : [before.title, title]
  const gone = linesOf(before.text)
  const come = linesOf(text)
  // Sets: a text may have a hundred thousand lines.
  const [there, here] = [new Set(gone), new Set(come)]
  const removed = gone.filter((line) => !here.has(line))
  const added = come.filter((line) => !there.has(line))
  const pairs = Array.from(
    { length: Math.min(MOST_PARAGRAPHS, Math.max(removed.length, added.length)) },
    (_, index): Pair => [removed[index] ?? '', added[index] ?? ''],
  )
  const html = [titles, ...pairs].map((pair) => pairHtml(pair, language)).join('')
  return html === '' ? `<p>${NOTHING_TO_SHOW[language]}</p>` : html
}

type Pair = readonly [string, string]

function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line.trim() !== '')
}

/** The word before each part, since not every reader shows what `del` and `ins` mean. */
function pairHtml([before, after]: Pair, language: Language): string {
  const part = (word: Words, tag: string, text: string) =>
    text === ''
      ? ''
      : `<p>${word[language]}: <${tag}>${escapeHtml(shortened(text, PARAGRAPH_LENGTH))}</${tag}></p>`
  return part(BEFORE, 'del', before) + part(AFTER, 'ins', after)
}
