import { decodeAttribute } from '../text/character-references.ts'
import { type DateReading, parseDate } from '../text/dates.ts'
import { htmlToText } from '../text/html-text.ts'
import type { Instant } from '../text/instant.ts'
import { innerBase, resolveAddress } from './address.ts'
import { dateReading } from './date-reading.ts'
import { decodeReferences } from '../text/character-references.ts'
import { plainLetters } from '../text/plain-letters.ts'
import { MAX_ENTRIES } from './feed-scan.ts'
import { nodesWithin, scanPage, type PageLink, type PageNode, type PageScan } from './page-scan.ts'
import type { ListingEntry, SourceDocument } from './reading.ts'
import { plainToHtml } from './sanitise-html.ts'
import type { Source } from './source.ts'

/** A list of two could be anything. */
const FEWEST = 3
/** A headline has more letters than the words of a menu. */
const SHORTEST_HEADLINE = 12
const LONGEST_HEADLINE = 300
/** Elements above a link that say in which kind of place it stands. */
const CHAIN = 4
const MOST_LINKS = 3_000

interface Headline {
  readonly url: string
  readonly link: PageLink
}

/**
 * The statements that a page lists, where nobody named them: the links that stand in the same kind of
 * place again and again and read like headlines. Empty where no place repeats. Their own pages are
 * to be read: what a list shows beside a headline is an excerpt.
 */
export function listedStatements(document: SourceDocument, source: Source): ListingEntry[] {
  const scan = scanPage(document.text)
  const base = innerBase(scan.base, document.url)
  const groups = new Map<string, Headline[]>()
  for (const link of scan.links.slice(0, MOST_LINKS)) {
    const url = headlineAddress(link, base, document.url)
    if (url === undefined) continue
    const place = placeOf(link.node)
    const group = groups.get(place)
    if (group === undefined) groups.set(place, [{ url, link }])
    else group.push({ url, link })
  }
  let best: readonly Headline[] = []
  for (const group of groups.values()) {
    if (new Set(group.map(({ url }) => url)).size < FEWEST) continue
    if (worth(group) > worth(best)) best = group
  }
  const dates = dateReading(source, document)
  const seen = new Set<string>()
  return best.slice(0, MAX_ENTRIES).flatMap((headline, index): ListingEntry[] => {
    if (seen.has(headline.url)) return []
    seen.add(headline.url)
    const item = itemAround(headline, best[index - 1], best[index + 1])
    return [entryOf(headline, item, scan, dates)]
  })
}

function headlineAddress(link: PageLink, base: string, pageUrl: string): string | undefined {
  const { text, framed } = link.node
  if (framed || text < SHORTEST_HEADLINE || text > LONGEST_HEADLINE) return undefined
  const href = decodeAttribute(link.href).trim()
  const url = href.startsWith('#') ? undefined : resolveAddress(href, base)
  if (url === undefined || url.split('#', 1)[0] === pageUrl.split('#', 1)[0]) return undefined
  const { host, pathname, search } = new URL(url)
  const bare = (name: string) => name.replace(/^www\./, '')
  const isOwn = bare(host) === bare(new URL(pageUrl).host)
  return isOwn && (pathname.length > 1 || search !== '') ? url : undefined
}

/** "li.item>div.text>h3>a": numbers in class names count the elements, so they say nothing. */
function placeOf(node: PageNode): string {
  const parts: string[] = []
  let open: PageNode | undefined = node
  while (open !== undefined && parts.length <= CHAIN) {
    const [name = ''] = open.names.replace(/\d+/g, '').trim().split(' ')
    parts.push(name === '' || name.startsWith('#') ? open.tag : `${open.tag}.${name}`)
    open = open.parent
  }
  return parts.join('<')
}

/** Many headlines, and long ones: a menu has short words, a tag cloud shorter. */
function worth(group: readonly Headline[]): number {
  const letters = group.reduce((sum, { link }) => sum + Math.min(link.node.text, 100), 0)
  return letters * (group.length === 0 ? 0 : letters / group.length)
}

/** The largest element around a headline that holds none of its neighbours. */
function itemAround(
  { link }: Headline,
  before: Headline | undefined,
  after: Headline | undefined,
): PageNode {
  let item = link.node
  while (item.parent !== undefined) {
    const { parent } = item
    const holds = (other: Headline | undefined) =>
      other !== undefined &&
      other.link.node.start >= parent.start &&
      other.link.node.start < parent.innerEnd
    if (holds(before) || holds(after) || parent.tag === 'body') break
    item = parent
  }
  return item
}

function entryOf(
  { url, link }: Headline,
  item: PageNode,
  scan: PageScan,
  dates: DateReading,
): ListingEntry {
  const raw = scan.html.slice(link.node.innerStart, link.node.innerEnd)
  const shown = oneLine(htmlToText(raw))
  const inside = nodesWithin(scan, item).filter((node) => node !== link.node)
  const title = shown === '' ? oneLine(decodeReferences(link.title)) : shown
  return {
    url,
    guid: undefined,
    title,
    published: dateIn(inside, scan, dates),
    language: undefined,
    html: excerptIn(inside, scan, title),
    complete: false,
    translations: [],
  }
}

const LONGEST_DATE = 80

function dateIn(
  inside: readonly PageNode[],
  scan: PageScan,
  dates: DateReading,
): Instant | undefined {
  for (const node of inside) {
    const declared = parseDate(scan.dates.get(node) ?? '', dates)
    if (declared !== undefined) return declared
  }
  const short = inside.filter(({ ownText, text }) => ownText > 5 && text <= LONGEST_DATE)
  for (const node of short.slice(0, 20)) {
    // "The rising of 15 March" is a headline: there a day without its year is no date.
    const isHeadline = node.linkText > 0 || /^h[1-6]$/.test(node.tag)
    const reading = isHeadline ? { ...dates, reference: undefined } : dates
    const date = parseDate(textOf(node, scan), reading)
    if (date !== undefined) return date
  }
  return undefined
}

function excerptIn(inside: readonly PageNode[], scan: PageScan, title: string): string {
  const paragraphs = inside.filter(({ tag, ownText }) => /^(?:p|div)$/.test(tag) && ownText > 40)
  const text = paragraphs
    .map((node) => textOf(node, scan))
    .find((paragraph) => paragraph !== '' && paragraph !== title)
  return plainToHtml(text ?? '')
}

function textOf({ innerStart, innerEnd }: PageNode, { html }: PageScan): string {
  return oneLine(htmlToText(html.slice(innerStart, Math.min(innerEnd, innerStart + 4_000))))
}

function oneLine(text: string): string {
  return plainLetters(text).replace(/\s+/g, ' ').trim()
}
