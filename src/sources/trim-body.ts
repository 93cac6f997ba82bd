import { parseDate } from '../text/dates.ts'
import {
  CLOSINGS,
  DEPARTMENTS,
  HEADER_AUTHOR,
  HEADER_DATE,
  INVOCATION,
  LABELS,
  PLACE,
} from './body-lines-table.ts'
import { foldLine } from './fold-line.ts'
import { type LeadingLine, leadingLines, withoutLastLine } from './html-lines.ts'
import { VOLATILE_LINES } from './volatile-lines-table.ts'

export interface TrimmedBody {
  readonly html: string
  /** A date line that stood above or below the text, as written. */
  readonly dateLine: string | undefined
  readonly author: string | undefined
}

const LONGEST_LINE = 240
/** Lines of a header block: label, organisation, department, date, and some to spare. */
const HEADER_LINES = 8
const LONGEST_HEADER_LINE = 110
const LONGEST_DATE_LINE = 48
/** Not more than this at the end: a body that is all counters is somebody's joke. */
const MOST_LINES = 12

/**
 * Takes from both ends of a body that was sanitised by us what is not its text: the header block
 * (label, organisation, department, date), the title printed again, counters, share bars, the day of
 * the visit, closing formulas, sources and addresses. Only whole lines go, and only at the ends: in
 * the middle of a statement "321 views" may be what it is about. A body of nothing else stays.
 */
export function trimBody(html: string, title = ''): TrimmedBody {
  const start = trimStart(html, foldLine(title))
  const end = trimEnd(start.html)
  const dateLine = start.dateLine ?? end.dateLine
  const { author } = start
  // Nothing but lines of that kind: then they are what the publisher said.
  return end.html === '' ? { html, dateLine, author } : { html: end.html, dateLine, author }
}

/** "تصريح صحفي", "Press Release": above every text, and the title of none. */
export function isLabel(line: string): boolean {
  const folded = foldLine(line)
  return LABELS.some((pattern) => pattern.test(folded))
}

function trimStart(html: string, title: string): TrimmedBody {
  const header = headerOf(html, title)
  const rest = header.findLast((line) => line.rest !== undefined)?.rest
  return {
    html: rest ?? html,
    dateLine: dateIn(header),
    author: header
      .map(({ text }) => HEADER_AUTHOR.exec(text)?.[1])
      .find((name) => name !== undefined),
  }
}

type HeaderLine = LeadingLine & { readonly folded: string }

/**
 * The lines up to the last that is surely no text; all before it go with it, as the organisation's
 * name goes with the label above and the date below. Nothing is looked at behind the first line
 * that reads like a sentence.
 */
function headerOf(html: string, title: string): readonly HeaderLine[] {
  const lines: HeaderLine[] = []
  let last = -1
  for (const line of leadingLines(html, HEADER_LINES + MOST_LINES)) {
    if (line.text.length > LONGEST_LINE) break
    const folded = foldLine(line.text)
    const index = lines.length
    lines.push({ ...line, folded })
    if (folded === '' || isVolatile(folded) || (title !== '' && folded === title)) {
      if (last === index - 1) last = index
    } else if (index >= HEADER_LINES || isSentence(folded)) break
    if (isHeaderLine(folded)) last = index
  }
  return lines.slice(0, last + 1)
}

function isSentence(line: string): boolean {
  return line.length > LONGEST_HEADER_LINE || /[.\u061F?!]$/.test(line)
}

function isHeaderLine(line: string): boolean {
  return (
    [...LABELS, ...DEPARTMENTS, PLACE, INVOCATION].some((pattern) => pattern.test(line)) ||
    isDateLine(line)
  )
}

/** A line that is a date and next to nothing else, be it one that nobody can read. */
export function isDateLine(line: string): boolean {
  // A Hijri date and its twin take twice as much.
  const room = /هـ|الموافق/.test(line) ? 2 : 1
  if (line.length > LONGEST_DATE_LINE * room || line.split(' ').length > 8 * room) return false
  return parseDate(line) !== undefined || /^\d{4} \p{L}+ ?\p{L}*,? \d{4}$/u.test(line)
}

function dateIn(header: readonly HeaderLine[]): string | undefined {
  const named = header.map(({ folded }) => HEADER_DATE.exec(folded)?.[1])
  // The day of the visit has the form of one that publishers print at a page's head.
  const dated = header.find(({ folded }) => isDateLine(folded) && !isVolatile(folded))
  return named.find((date) => date !== undefined) ?? dated?.text
}

function trimEnd(html: string): { readonly html: string; readonly dateLine: string | undefined } {
  let rest = html
  let dateLine: string | undefined
  for (let line = 0; line < MOST_LINES; line += 1) {
    const cut = withoutLastLine(rest)
    if (cut === undefined || cut.line.length > LONGEST_LINE) break
    const folded = foldLine(cut.line)
    const isDate = isDateLine(folded)
    if (!isDate && !isVolatile(folded) && !isClosing(folded)) break
    dateLine = (isDate ? cut.line : HEADER_DATE.exec(folded)?.[1]) ?? dateLine
    rest = cut.html
  }
  return { html: rest, dateLine }
}

/** Formulas and addresses, and who signs: "المكتب الإعلامي" says nothing that has an end. */
function isClosing(line: string): boolean {
  if (CLOSINGS.some((pattern) => pattern.test(line))) return true
  return !isSentence(line) && DEPARTMENTS.some((pattern) => pattern.test(line))
}

function isVolatile(line: string): boolean {
  return (
    line !== '' &&
    line.length <= LONGEST_LINE &&
    VOLATILE_LINES.some((pattern) => pattern.test(line))
  )
}

/** The first line of a body where that could be a headline; '' where it is a sentence or too long. */
export function headlineIn(html: string): string {
  const line = leadingLines(html, 1).next().value?.text ?? ''
  return line.length > LONGEST_HEADER_LINE || /[.\u061F?!\u060C,:]$/.test(line) ? '' : line
}
