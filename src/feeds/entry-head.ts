import type { Translation } from '../statements/statement.ts'
import { asciiJson } from '../text/json.ts'
import type { SnapshotEntry } from './snapshot.ts'
import { escapeText } from './xml-text.ts'

/** What an entry says beside its body, with its words as plain text. Objects keep it as JSON. */
export type EntryHead = Omit<
  SnapshotEntry,
  'title' | 'summary' | 'translation' | 'truncated' | 'body'
> & {
  readonly title: string
  readonly summary: string
  readonly translation: (Translation & { readonly link: string | null }) | null
}

/** A head with the words taken out of it: a snapshot has those beside the body. */
export interface SplitHead {
  /** JSON without a closing brace, ASCII alone: half the work for whoever parses it. */
  readonly json: string
  /** Title, summary, and the title of a translation where there is one, each as XML says it. */
  readonly words: readonly string[]
}

/**
 * Takes the words out of a head as `prepareEntry` writes it, without parsing it: a snapshot is
 * joined from a hundred of them. A quote inside a value is escaped, so that a name of a member
 * between bare quotes is one.
 *
 * @throws where the members do not stand as `prepareEntry` orders them
 */
export function splitHead(head: string): SplitHead {
  const title = between(head, '"title":', ',"summary":', 0)
  const summary = between(head, ',"summary":', ',"published":', title.end)
  const translation = head.indexOf('"translation":{', summary.end)
  if (translation === -1) {
    const json = head.slice(0, title.start - '"title":'.length) + head.slice(summary.end + 1, -1)
    return { json: asciiJson(json), words: [xmlOf(title.value), xmlOf(summary.value)] }
  }
  const other = between(head, ',"title":', ',"by":', translation)
  const json =
    head.slice(0, title.start - '"title":'.length) +
    head.slice(summary.end + 1, other.start - ',"title":'.length) +
    head.slice(other.end, -1)
  return { json: asciiJson(json), words: [title, summary, other].map(({ value }) => xmlOf(value)) }
}

interface Found {
  /** JSON of a string. */
  readonly value: string
  readonly start: number
  readonly end: number
}

function between(head: string, before: string, after: string, from: number): Found {
  const at = head.indexOf(before, from)
  const start = at + before.length
  // With the quote that ends the value: inside of it there would be a backslash before that.
  const end = head.indexOf(`"${after}`, start) + 1
  if (at === -1 || end === 0) throw new Error(`a prepared entry without ${before}`)
  return { value: head.slice(start, end), start, end }
}

function xmlOf(json: string): string {
  const text: unknown = json.includes('\\') ? JSON.parse(json) : json.slice(1, -1)
  return escapeText(String(text))
}
