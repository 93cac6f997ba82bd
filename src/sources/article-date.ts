import { type DateReading, parseDate } from '../text/dates.ts'
import type { Instant } from '../text/instant.ts'
import type { FoundBody } from './article-body.ts'
import { metaIn, nearNodes, shown } from './article-fields.ts'
import { declaredDate } from './declared-date.ts'
import { jsonLdDate } from './json-ld-date.ts'
import type { PageNode, PageScan } from './page-scan.ts'
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
    const text = node.text <= LONGEST_DATE ? shown(scan, node) : ''
    const date = declaredDate(scan.dates.get(node) ?? '', text, dates) ?? read(text)
    if (date !== undefined) return date
  }
  return read(dateLine ?? '') ?? dateBelowTitle(near, scan, found, read)
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

/** Between the headline and the text, whatever its name: "نشر في: …", "الكاتب : … التاريخ : …". */
function dateBelowTitle(
  near: readonly PageNode[],
  scan: PageScan,
  { node: body }: FoundBody,
  read: (text: string) => Instant | undefined,
): Instant | undefined {
  const title = near.findLast(({ tag, start }) => tag === 'h1' && start < body.innerEnd)
  if (title === undefined) return undefined
  const end = body.start > title.start ? body.start : body.innerEnd
  for (const node of near) {
    const isBetween = node.start >= title.innerEnd && node.start < end
    if (!isBetween || node.text > LONGEST_META || node.linkText > node.text / 2) continue
    const text = shown(scan, node)
    if (!isDateLine(text) && publishedPart(text) === text) continue
    const date = read(text)
    if (date !== undefined) return date
  }
  return undefined
}
