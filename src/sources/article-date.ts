import { type DateReading, parseDate } from '../text/dates.ts'
import { htmlToText } from '../text/html-text.ts'
import type { Instant } from '../text/instant.ts'
import { plainLetters } from '../text/plain-letters.ts'
import type { FoundBody } from './article-body.ts'
import { metaIn, nearNodes } from './article-fields.ts'
import { declaredDate } from './declared-date.ts'
import { jsonLdDate } from './json-ld-date.ts'
import { type PageNode, type PageScan, textOf } from './page-scan.ts'
import { publishedPart } from './published-part.ts'
import { isDateLine } from './trim-body.ts'

const LONGEST_DATE = 90
/** Author, day, views and comments in one line. */
const LONGEST_META = 160

/** Made for machines, so nobody prints the day of the visit there. */
const DATE_METAS = [
  'article:published_time',
  'datepublished',
  'dc.date.issued',
  'dcterms.created',
  'dc.date',
  'pubdate',
  'publishdate',
  'parsely-pub-date',
  'date',
]
const DATE_NAMES =
  /[ #_-](?:\w*date\w*|time|published|posted(?:-on)?|created|submitted|tarikh)[ _-]/
/** The day of the visit stands at the head of the page. */
const VISIT_NAMES = /top|today|now|clock|current|header-date|hijri/

/**
 * When the page says that it was published: metadata first, then what stands beside the title and
 * body, and at last the date line above or below the text. A date at the head of the page is the
 * day of the visit (sources report, section 2) and stands outside of where is looked.
 */
export function articleDate(
  scan: PageScan,
  found: FoundBody,
  dateLine: string | undefined,
  dates: DateReading,
): Instant | undefined {
  const read = (text: string) => parseDate(publishedPart(text), dates)
  for (const name of DATE_METAS) {
    const date = parseDate(metaIn(scan, name), dates)
    if (date !== undefined) return date
  }
  const declared = parseDate(jsonLdDate(scan.html), dates)
  if (declared !== undefined) return declared
  const near = nearNodes(scan, found)
  for (const node of likelyNodes(near, scan, found)) {
    const text = node.text <= LONGEST_DATE ? textOf(scan, node) : ''
    const date = declaredDate(scan.dates.get(node) ?? '', text, dates) ?? read(text)
    if (date !== undefined) return date
  }
  return [dateLine ?? '', ...linesBeside(near, scan, found)]
    .map(read)
    .find((date) => date !== undefined && !isAhead(date, dates))
}

function likelyNodes(
  near: readonly PageNode[],
  scan: PageScan,
  { recipe }: FoundBody,
): readonly PageNode[] {
  const marked = near.filter(({ itemprop }) => itemprop === 'datepublished')
  const times = near.filter((node) => scan.dates.has(node) && node.itemprop !== 'datemodified')
  const names = recipe?.date ?? []
  const named = near.filter((node) => names.some((name) => node.names.includes(` ${name} `)))
  const dated = near.filter((node) => DATE_NAMES.test(node.names) && !VISIT_NAMES.test(node.names))
  return [...marked, ...times, ...named, ...dated]
}

/** Letters of markup that are looked at above and below a text. */
const LOOKED_AT = 4_000
const LINES_BELOW = 3
/** Headings and links say of what a text is, not when it was put out. */
const SAYING = /<(h[1-6]|a|script|style)[\s>][^]*?<\/\1>/gi

/**
 * Lines between headline and text that are a date or name one ("نشر في: …", "الكاتب : … التاريخ : …"),
 * whatever their elements are called; and the first lines below, where they say what they are.
 */
function linesBeside(
  near: readonly PageNode[],
  { html }: PageScan,
  { node: body }: FoundBody,
): readonly string[] {
  const title = near.findLast(({ tag, start }) => tag === 'h1' && start < body.innerEnd)
  const end = title !== undefined && body.start > title.start ? body.start : body.innerEnd
  const above = title === undefined ? [] : linesOf(html, title.innerEnd, end)
  const below = linesOf(html, body.innerEnd, body.parent?.innerEnd ?? body.innerEnd)
  return [
    ...above.filter((line) => isDateLine(line) || publishedPart(line) !== line),
    ...below.slice(0, LINES_BELOW).filter((line) => publishedPart(line) !== line),
  ]
}

function linesOf(html: string, from: number, to: number): readonly string[] {
  const markup = html.slice(from, Math.min(to, from + LOOKED_AT)).replace(SAYING, '<p></p>')
  return htmlToText(markup)
    .split('\n')
    .map((line) => plainLetters(line).trim())
    .filter((line) => line !== '' && line.length <= LONGEST_META)
}

/** What is to come is what a text is about. A day is allowed for zones. */
function isAhead(date: Instant, { reference }: DateReading): boolean {
  return reference !== undefined && Date.parse(date) > Date.parse(reference) + 86_400_000
}
