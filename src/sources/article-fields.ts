import { type DateReading, parseDate } from '../text/dates.ts'
import { htmlToText } from '../text/html-text.ts'
import type { Instant } from '../text/instant.ts'
import type { FoundBody } from './article-body.ts'
import { decodeReferences } from '../text/character-references.ts'
import { plainLetters } from '../text/plain-letters.ts'
import { nodesWithin, type PageNode, type PageScan } from './page-scan.ts'
import { bareTitle } from './page-title.ts'
import { isLabel } from './trim-body.ts'

const LONGEST_TITLE = 300
const LONGEST_AUTHOR = 80
const LONGEST_DATE = 90

/** The best title that the page gives; '' where it gives none, or labels only. */
export function articleTitle(scan: PageScan, found: FoundBody): string {
  const named = found.recipe?.title ?? []
  const titled = nodesNamed(scan, named).filter((node) => !node.framed)
  const headings = scan.nodes.filter(({ tag, framed, text }) => tag === 'h1' && !framed && text > 0)
  const headlines = scan.nodes.filter(({ itemprop }) => itemprop === 'headline')
  const shared = bareTitle(metaIn(scan, 'og:title'), metaIn(scan, 'og:site_name'))
  const before = headings.filter(({ start }) => start < found.node.innerEnd)
  const candidates = [
    ...titled.map((node) => shown(scan, node)),
    ...headlines.map((node) => shown(scan, node)),
    shared,
    ...(before.length > 0 ? before : headings).toReversed().map((node) => shown(scan, node)),
    ...headingsNear(scan, found).map((node) => shown(scan, node)),
  ]
  const site = metaIn(scan, 'og:site_name')
  return (
    candidates.find(
      (title) => title !== '' && title.length <= LONGEST_TITLE && title !== site && !isLabel(title),
    ) ?? ''
  )
}

/** Where no h1 is: the last heading above the body, in the frame around it. */
function headingsNear({ nodes }: PageScan, { node }: FoundBody): readonly PageNode[] {
  const frame = node.parent
  return nodes
    .filter(
      ({ tag, start, framed }) =>
        /^h[23]$/.test(tag) && !framed && start < node.start && start > (frame?.start ?? 0),
    )
    .slice(-1)
}

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
const JSON_LD_DATE = /"datePublished"\s*:\s*"([^"]{8,40})"/
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
  const read = (text: string) => parseDate(text, dates)
  for (const name of DATE_METAS) {
    const date = read(metaIn(scan, name))
    if (date !== undefined) return date
  }
  const json = JSON_LD_DATE.exec(scan.html)?.[1]
  const declared = read(json ?? '')
  if (declared !== undefined) return declared
  const near = nearNodes(scan, found)
  const marked = near.filter(({ itemprop }) => itemprop === 'datepublished')
  const times = near.filter((node) => scan.dates.has(node) && node.itemprop !== 'datemodified')
  const recipe = found.recipe?.date ?? []
  const named = near.filter(({ names }) => recipe.some((name) => names.includes(` ${name} `)))
  const dated = near.filter(({ names }) => DATE_NAMES.test(names) && !VISIT_NAMES.test(names))
  for (const node of [...marked, ...times, ...named, ...dated]) {
    const date =
      read(scan.dates.get(node) ?? '') ??
      (node.text <= LONGEST_DATE ? read(shown(scan, node)) : undefined)
    if (date !== undefined) return date
  }
  return read(dateLine ?? '')
}

/** From the frame around the body to the body's end, menus and side columns left out. */
function nearNodes(scan: PageScan, { node }: FoundBody): readonly PageNode[] {
  let frame = node
  for (
    let steps = 0;
    steps < 3 && frame.parent !== undefined && frame.parent.tag !== 'body';
    steps += 1
  ) {
    frame = frame.parent
  }
  return nodesWithin(scan, frame).filter(({ framed }) => !framed)
}

/** A person or a desk; undefined where the page names none, or the site itself. */
export function articleAuthor(scan: PageScan, found: FoundBody): string | undefined {
  const recipe = found.recipe?.author ?? []
  const near = nearNodes(scan, found)
  const nodes = near.filter(
    ({ itemprop, names }) =>
      itemprop === 'author' || recipe.some((name) => names.includes(` ${name} `)),
  )
  const site = metaIn(scan, 'og:site_name')
  const candidates = [metaIn(scan, 'author'), ...nodes.map((node) => shown(scan, node))]
  return candidates
    .map((name) => name.replace(/^(?:by|written by|بقلم|بواسطة|الكاتب|كتب)\s*:?\s+/i, ''))
    .find((name) => name !== '' && name.length <= LONGEST_AUTHOR && name !== site)
}

function nodesNamed({ nodes }: PageScan, wanted: readonly string[]): readonly PageNode[] {
  return wanted.flatMap((name) =>
    nodes.filter(({ names, text }) => text > 0 && names.includes(` ${name} `)),
  )
}

function metaIn({ metas }: PageScan, name: string): string {
  return plainLetters(decodeReferences(metas.get(name) ?? ''))
    .replace(/\s+/g, ' ')
    .trim()
}

/** The text of an element as one line. Long ones are cut: they are no title, date or name. */
function shown({ html }: PageScan, { innerStart, innerEnd }: PageNode): string {
  const raw = html.slice(innerStart, Math.min(innerEnd, innerStart + 4_000))
  return plainLetters(htmlToText(raw)).replace(/\s+/g, ' ').trim()
}
