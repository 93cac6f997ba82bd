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
  repeatedButtons,
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
  const dates = dateReading(source, document)
  const isDated = ({ link }: Headline, item: PageNode) =>
    dateIn(insideOf(item, link.node, scan), scan, dates) !== undefined
  const headlines = repeatedHeadlines(scan, base, document.url, isDated).slice(0, MAX_ENTRIES)
  const shared = sharedTitles(headlines, scan)
  const listedOf = (list: readonly Headline[]) => {
    const seen = new Set<string>()
    return list.flatMap((headline, index): ListedStatement[] => {
      if (seen.has(headline.url)) return []
      seen.add(headline.url)
      const item = itemAround(headline, list[index - 1], list[index + 1])
      const entry = entryOf(headline, item, scan, dates)
      const isButton = entry.title.length < SHORTEST_HEADLINE || shared.has(entry.title)
      const title =
        isButton && !isLabel(entry.title) ? itemTitle(item, scan, entry.title) : entry.title
      const raw = [base, title, scan.html.slice(item.start, item.innerEnd)].join('\n')
      return [{ entry: { ...entry, title }, raw }]
    })
  }
  if (headlines.length > 0) return listedOf(headlines)
  const lists = repeatedButtons(scan, base, document.url).map(listedOf)
  const isTitled = ({ entry }: ListedStatement) => entry.title.length >= SHORTEST_HEADLINE
  return lists.find((listed) => listed.every(isTitled)) ?? []
}

interface ListedStatement {
  readonly entry: ListingEntry
  /** All that it was read from; its title too, which may depend on the others. */
  readonly raw: string
}

/** "Download (PDF)", "Read more" at every entry are buttons and no headlines. */
function sharedTitles(headlines: readonly Headline[], scan: PageScan): ReadonlySet<string> {
  const titles = headlines.map(({ link }) => textOf(scan, link.node))
  const different = new Set(titles)
  return different.size > titles.length / 3 ? new Set() : different
}

/** What an entry with a button is called: its heading, else its first line that is no day. */
function itemTitle(item: PageNode, scan: PageScan, otherwise: string): string {
  const inside = nodesWithin(scan, item)
  const plain = inside.filter(
    ({ ownText, linkText, text }) => ownText > 0 && ownText === text && linkText === 0,
  )
  const headings = plain.filter(({ tag }) => /^h[1-6]$/.test(tag))
  const line = [...headings, ...plain]
    .map((node) => textOf(scan, node))
    .find(
      (text) =>
        text.length >= SHORTEST_HEADLINE && text.length <= LONGEST_HEADLINE && !isDateLine(text),
    )
  return line ?? otherwise
}

function entryOf(
  { url, link }: Headline,
  item: PageNode,
  scan: PageScan,
  dates: DateReading,
): ListingEntry {
  const raw = scan.html.slice(link.node.innerStart, link.node.innerEnd)
  const shown = plainLine(htmlToText(raw))
  const inside = insideOf(item, link.node, scan)
  const named =
    link.title === '' ? (/\salt\s*=\s*["']([^"'<>]+)/i.exec(raw)?.[1] ?? '') : link.title
  const title = shown === '' ? plainLine(decodeReferences(named)) : shown
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

function insideOf(item: PageNode, link: PageNode, scan: PageScan): readonly PageNode[] {
  return nodesWithin(scan, item).filter((node) => node !== link)
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
