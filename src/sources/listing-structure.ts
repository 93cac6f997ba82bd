import { type DateReading, parseDate } from '../text/dates.ts'
import { htmlToText } from '../text/html-text.ts'
import type { Instant } from '../text/instant.ts'
import { innerBase } from './address.ts'
import { dateReading } from './date-reading.ts'
import { decodeReferences } from '../text/character-references.ts'
import { plainLine } from '../text/plain-letters.ts'
import { declaredDate } from './declared-date.ts'
import { MAX_ENTRIES } from './feed-scan.ts'
import {
  type Headline,
  itemAround,
  LONGEST_HEADLINE,
  repeatedHeadlines,
  SHORTEST_HEADLINE,
} from './headlines.ts'
import { nodesWithin, scanPage, type PageNode, type PageScan, textOf } from './page-scan.ts'
import type { ListingEntry, SourceDocument } from './reading.ts'
import { plainToHtml } from './sanitise-html.ts'
import type { Source } from './source.ts'
import { isDateLine, isLabel } from './trim-body.ts'

/**
 * The statements that a page lists, where nobody named them: the headlines of the place that
 * repeats most (`headlines.ts`). Empty where no place repeats. Their own pages are to be read: what
 * a list shows beside a headline is an excerpt.
 */
export function listedStatements(document: SourceDocument, source: Source): ListedStatement[] {
  const scan = scanPage(document.text)
  const base = innerBase(scan.base, document.url)
  const headlines = repeatedHeadlines(scan, base, document.url).slice(0, MAX_ENTRIES)
  const dates = dateReading(source, document)
  const seen = new Set<string>()
  const listed = headlines.flatMap((headline, index): Listed[] => {
    if (seen.has(headline.url)) return []
    seen.add(headline.url)
    const item = itemAround(headline, headlines[index - 1], headlines[index + 1])
    return [{ item, entry: entryOf(headline, item, scan, dates) }]
  })
  return withoutButtons(listed, scan).map(({ item, entry }) => {
    const inside = scan.html.slice(item.start, item.innerEnd)
    return { entry, raw: [base, entry.title, inside].join('\n') }
  })
}

interface ListedStatement {
  readonly entry: ListingEntry
  /** All that it was read from; its title too, which may depend on the others. */
  readonly raw: string
}

interface Listed {
  readonly entry: ListingEntry
  readonly item: PageNode
}

/**
 * "Download (PDF)", "Read more" at every entry are buttons and no headlines: then the longest line of
 * the entry is its title. Labels ("تصريح صحفي") stay: what they stand above is on the page.
 */
function withoutButtons(listed: readonly Listed[], scan: PageScan): readonly Listed[] {
  const titles = new Set(listed.map(({ entry }) => entry.title))
  const isButton = titles.size <= listed.length / 3
  if (!isButton) return listed
  return listed.map((one) => {
    const { item, entry } = one
    if (isLabel(entry.title)) return one
    const lines = nodesWithin(scan, item)
      .filter(({ ownText, linkText, text }) => ownText > 0 && ownText === text && linkText === 0)
      .map((node) => textOf(scan, node))
      .filter((line) => line.length <= LONGEST_HEADLINE && !isDateLine(line))
    const title = lines.toSorted((one, other) => other.length - one.length)[0] ?? ''
    return title.length < SHORTEST_HEADLINE ? one : { item, entry: { ...entry, title } }
  })
}

function entryOf(
  { url, link }: Headline,
  item: PageNode,
  scan: PageScan,
  dates: DateReading,
): ListingEntry {
  const raw = scan.html.slice(link.node.innerStart, link.node.innerEnd)
  const shown = plainLine(htmlToText(raw))
  const inside = nodesWithin(scan, item).filter((node) => node !== link.node)
  const title = shown === '' ? plainLine(decodeReferences(link.title)) : shown
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
    const attribute = scan.dates.get(node)
    if (attribute === undefined) continue
    const shown = node.text <= LONGEST_DATE ? textOf(scan, node) : ''
    const declared = declaredDate(attribute, shown, dates)
    if (declared !== undefined) return declared
  }
  const short = inside.filter(({ ownText, text }) => ownText > 5 && text <= LONGEST_DATE)
  for (const node of short.slice(0, 20)) {
    // "The rising of 15 March" is a headline: there a day without its year is no date.
    const isHeadline = node.linkText > 0 || /^h[1-6]$/.test(node.tag)
    const reading = isHeadline ? { ...dates, reference: undefined } : dates
    const date = parseDate(textOf(scan, node), reading)
    if (date !== undefined) return date
  }
  return undefined
}

function excerptIn(inside: readonly PageNode[], scan: PageScan, title: string): string {
  const paragraphs = inside.filter(({ tag, ownText }) => /^(?:p|div)$/.test(tag) && ownText > 40)
  const text = paragraphs
    .map((node) => textOf(scan, node))
    .find((paragraph) => paragraph !== '' && paragraph !== title)
  return plainToHtml(text ?? '')
}
