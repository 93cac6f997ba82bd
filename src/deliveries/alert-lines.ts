import { CHANGE_CLASS_WORDS } from '../statements/change-class-words-table.ts'
import type { Statement } from '../statements/statement.ts'
import { directionOf } from '../text/language.ts'
import type { Mark } from '../text/marks.ts'
import type { Alert } from '../watches/alert.ts'
import type { Snippet } from '../watches/snippet.ts'
import type { Match } from '../watches/watch.ts'
import { cutIndex } from '../text/cut-index.ts'
import { dayOf } from './day.ts'
import type { DigestEntry } from './delivery.ts'
import { MESSAGE_WORDS, type MessageWords } from './message-words-table.ts'
import { alsoAt, nearCopies } from './other-places.ts'
import { linkable, MOST_ADDRESS, pageAddress } from './page-address.ts'
import { boundedMarks, flatten, isolate, oneLine, type Span } from './plain-text.ts'
import type { Line, Telling } from './telling.ts'
import { whatChanged } from './what-changed.ts'

/** A stretch of text around the matches, and where they stand in it. */
export type SnippetOf = (text: string, matches: readonly Match[]) => Snippet

/**
 * Bounds before escaping, which may make five characters of one (`&amp;`). Together they keep a
 * Slack message below its limits (header 150, section 3,000, blocks 50) and below 12,000
 * characters: Slack refuses about 13,000 with `msg_blocks_too_long`, a limit that it does not
 * document (slackapi/bolt-js#2509).
 */
const MOST = { title: 150, name: 80, part: 40, parts: 5, snippet: 300 }

export const DOT = { text: ' \u00B7 ' }

/** What an alert says: publisher, title, date, why, an excerpt, links, what changed. */
export function alertTelling(alert: Alert, baseUrl: string, snippetOf: SnippetOf): Telling {
  const { statement, translation } = alert
  const { language } = statement
  const words = MESSAGE_WORDS[language]
  const title = titleOf(statement)
  const ours = pageAddress(baseUrl, statement.id)
  const theirs = linkable(statement.url, MOST_ADDRESS)
  const change = words.change[alert.change](statement.revision)
  return {
    language,
    direction: directionOf(language),
    title,
    url: theirs ?? ours,
    summary: `${nameOf(alert)}: ${title} (${change})`,
    lines: [
      byline(alert),
      ...nearCopies(alert, baseUrl),
      ...reasons(alert),
      ...changed(alert),
      ...excerpt('excerpt', statement, alert.matches, snippetOf),
      { role: 'links', spans: links(theirs, ours, words) },
      ...alsoAt(alert, baseUrl),
      ...translationLink(alert, baseUrl),
      ...(translation === null
        ? []
        : excerpt('partner', translation.statement, translation.matches, snippetOf)),
      ...machineExcerpt(alert, snippetOf),
    ],
  }
}

/** Receivers refuse an empty title; a title may be empty, or be nothing but controls. */
export function titleOf({ title, language }: Pick<Statement, 'title' | 'language'>): string {
  return oneLine(title, MOST.title) || MESSAGE_WORDS[language].untitled
}

function nameOf({ publisher, statement }: Pick<DigestEntry, 'publisher' | 'statement'>): string {
  return oneLine(publisher.name[statement.language], MOST.name) || publisher.id
}

type Told = Pick<DigestEntry, 'publisher' | 'statement' | 'change'> & Pick<Alert, 'class'>

/** Who, when and what. */
export function byline(told: Told): Line {
  const { statement, change, class: edit } = told
  const { language, published, firstSeen, revision } = statement
  const words = MESSAGE_WORDS[language]
  const day =
    published === null
      ? `${words.firstSeen} ${dayOf(firstSeen, language)}`
      : dayOf(published, language)
  return {
    role: 'byline',
    spans: [
      ...isolate([{ text: nameOf(told) }], directionOf(language)),
      DOT,
      { text: day },
      DOT,
      { text: words.change[change](revision) },
      ...(edit === undefined ? [] : [{ text: ` (${CHANGE_CLASS_WORDS[language][edit]})` }]),
    ],
  }
}

/** Which watch it was, and which parts of its query hit; the words they hit stand in the excerpt. */
function reasons(alert: Alert): Line[] {
  const { language } = alert.statement
  const words = MESSAGE_WORDS[language]
  const evidence = [alert, alert.translation, alert.machine]
  const matches = evidence.flatMap((one) => one?.matches ?? [])
  const parts = [...new Set(matches.map(({ part }) => oneLine(part, MOST.part)))]
  const show = (text: string) => isolate([{ text }], directionOf(language))
  const watch = oneLine(alert.watch.name, MOST.name) || alert.watch.id
  const lines: Line[] = [{ role: 'watch', spans: [{ text: `${words.watch}: ` }, ...show(watch)] }]
  const found = parts.slice(0, MOST.parts).flatMap((part, index) => [
    { text: index === 0 ? '' : words.comma },
    // A phrase is quoted as it was typed; a second pair of quotes would only blur it.
    { text: part.startsWith('"') ? '' : '\u201C' },
    ...show(part),
    { text: part.startsWith('"') ? '' : '\u201D' },
  ])
  if (found.length === 0) return lines
  const more = parts.length > MOST.parts ? `${words.comma}\u2026` : ''
  const label = alert.machine === undefined ? words.matched : words.foundByMachine
  const spans = [{ text: `${label}: ` }, ...found, { text: more }]
  return [...lines, { role: 'found', spans: spans.filter(({ text }) => text !== '') }]
}

/** What an edit changed, where the wording before it is known. */
function changed({ statement, previous, change }: Alert): Line[] {
  if (change !== 'revised' || previous === undefined) return []
  const words = MESSAGE_WORDS[statement.language]
  const difference = whatChanged(previous, statement)
  if (difference === undefined) return []
  const line = (label: string, text: string): Line => ({
    role: 'changed',
    spans: [
      { text: `${label}: ` },
      ...isolate([{ text: text === '' ? '\u2014' : text }], directionOf(statement.language)),
    ],
  })
  return [line(words.before, difference.before), line(words.now, difference.after)]
}

/** A machine's words, which say so before they say anything. */
function machineExcerpt({ machine }: Alert, snippetOf: SnippetOf): Line[] {
  if (machine === undefined) return []
  // In its own language: the line takes its direction from its first letter.
  const label = { text: `[${MESSAGE_WORDS[machine.language].machine}] ` }
  return excerpt('partner', machine, machine.matches, snippetOf).map((line) => ({
    ...line,
    spans: [label, ...line.spans],
  }))
}

/** The text around the matches; where only the title hit, the title, in which they are bold too. */
function excerpt(
  role: Line['role'],
  statement: Pick<Statement, 'title' | 'text'>,
  matches: readonly Match[],
  snippetOf: SnippetOf,
): Line[] {
  const field = matches.some((match) => match.field === 'text') ? 'text' : 'title'
  const inField = matches.filter((match) => match.field === field)
  if (inField.length === 0) return []
  const { text, marks } = snippetOf(statement[field], inField)
  const end = cutIndex(text, MOST.snippet)
  const kept = flatten(text.slice(0, end))
  const inside = marks.map((mark) => ({ start: mark.start, end: Math.min(mark.end, end) }))
  const spans = marked(kept, inside)
  if (end < text.length) spans.push({ text: '\u2026' })
  if (!spans.some((span) => span.text.trim() !== '')) return []
  // A line of its own: the isolate is for what a chat may put before it, a name or a time.
  return [{ role, spans: isolate(spans, 'ltr') }]
}

/** A flat text with its marks in bold, without blanks at its ends. */
function marked(text: string, marks: readonly Mark[]): Span[] {
  const spans: Span[] = []
  let from = 0
  for (const { start, end } of boundedMarks(text, marks)) {
    spans.push({ text: text.slice(from, start) }, { text: text.slice(start, end), bold: true })
    from = end
  }
  spans.push({ text: text.slice(from) })
  const [first, last] = [spans[0], spans.at(-1)]
  if (first !== undefined) spans[0] = { ...first, text: first.text.trimStart() }
  if (last !== undefined)
    spans[spans.length - 1] = {
      ...last,
      text: (spans.length === 1 ? (spans[0]?.text ?? '') : last.text).trimEnd(),
    }
  return spans.filter((span) => span.text !== '')
}

function links(theirs: string | undefined, ours: string, words: MessageWords): Span[] {
  const own = { text: words.atBayan, url: ours }
  return theirs === undefined ? [own] : [{ text: words.atPublisher, url: theirs }, DOT, own]
}

function translationLink({ statement, translation }: Alert, baseUrl: string): Line[] {
  const partner = translation?.statement ?? statement.translation
  if (partner === null) return []
  const url = linkable(partner.url, MOST_ADDRESS) ?? pageAddress(baseUrl, partner.id)
  const { translation: label } = MESSAGE_WORDS[statement.language]
  const link = isolate([{ text: titleOf(partner), url }], directionOf(statement.language))
  return [{ role: 'translation', spans: [{ text: `${label}: ` }, ...link] }]
}
