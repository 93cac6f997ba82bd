import { htmlToText } from '../text/html-text.ts'
import { directionOf } from '../text/language.ts'
import type { FeedBytes } from './feed-bytes.ts'
import type { FeedEntry } from './feed-entry.ts'
import { EXCERPT_ONLY, ORIGINAL, READ_MACHINE, READ_WHOLE } from './feed-words.ts'
import { oneLine } from './one-line.ts'
import { type EntryMatch, bodyHtml } from './snapshot.ts'
import { escapeHtml } from '../text/escape-html.ts'

/** An entry's body with what stands around it, for a CDATA section. */
export function writeContent(entry: FeedEntry, out: FeedBytes): void {
  const { statement } = entry
  const { before, after } = contentFrame(entry)
  if (statement.matched === undefined) out.text(before)
  else out.words(before)
  out.bytes(statement.body)
  if (statement.truncated) out.words(after)
  else out.text(after)
}

/**
 * What stands around an entry's body. The wrapper gives direction and language to readers that
 * take them from the feed, or guess; attributes, since a `style` is dropped by readers' sanitisers.
 * Neither part holds anything that could end a CDATA section, nor what XML forbids.
 */
function contentFrame(entry: FeedEntry): {
  readonly before: string
  readonly after: string
} {
  const { language, statement } = entry
  const ending = statement.truncated ? endingHtml(entry) : ''
  const top =
    machineHtml(entry) + (statement.matched === undefined ? '' : matchHtml(statement.matched))
  return {
    before: `<div dir="${directionOf(language)}" lang="${language}">${top}`,
    after: `${ending}</div>`,
  }
}

/** Why the entry is there, above the statement. `b`, which every reader's sanitiser lets through. */
function matchHtml({ watch, text, marks }: EntryMatch): string {
  let html = ''
  let at = 0
  for (const { start, end } of marks) {
    html += `${escapeHtml(text.slice(at, start))}<b>${escapeHtml(text.slice(start, end))}</b>`
    at = end
  }
  html += escapeHtml(text.slice(at))
  return `<p><i>${escapeHtml(oneLine(watch.name))}</i>: ${html}</p><hr>`
}

/** What the text is, above it: a reader that drops titles still says so. */
function machineHtml({ language, link, machine }: FeedEntry): string {
  if (machine === undefined) return ''
  const original = link === undefined ? '' : ` ${linkHtml(link, ORIGINAL[language])}`
  return `<p><b>${escapeHtml(machine.notice)}</b>${original}</p><hr>`
}

function endingHtml({ language, link, machine }: FeedEntry): string {
  if (machine !== undefined) return `<p>${linkHtml(machine.page, READ_MACHINE[language])}</p>`
  if (link === undefined) return `<p>${EXCERPT_ONLY[language]}</p>`
  return `<p>${linkHtml(link, READ_WHOLE[language])}</p>`
}

function linkHtml(link: string, words: string): string {
  // No quote and no angle bracket can stand in a web link: they are escaped as %22, %3C, %3E.
  return `<a href="${link.replace(/&/g, '&amp;')}">${words}</a>`
}

/** An entry's body with what stands around it, as html. */
export function contentHtml(entry: FeedEntry, body = bodyHtml(entry.statement)): string {
  const { before, after } = contentFrame(entry)
  return before + body + after
}

/** The same body as plain text, one line a paragraph. */
export function contentText(entry: FeedEntry, body: string): string {
  const { language, link, statement, machine } = entry
  const { matched } = statement
  const top = matched === undefined ? '' : `${oneLine(matched.watch.name)}: ${matched.text}\n`
  const notice = machine === undefined ? '' : `${machine.notice}\n`
  const text = notice + top + htmlToText(body)
  if (!statement.truncated) return text
  if (machine !== undefined) return `${text}\n${READ_MACHINE[language]}: ${machine.page}`
  const ending = link === undefined ? EXCERPT_ONLY[language] : `${READ_WHOLE[language]}: ${link}`
  return `${text}\n${ending}`
}
