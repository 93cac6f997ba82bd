import { HTML_TAGS } from './html-tags-table.ts'
import { type Element, all, readStrictXml } from './strict-xml.ts'

/**
 * What the W3C feed validator would say of a document of ours: one rule for each of its messages that
 * our writers could bring about, under its name. The validator itself is Python and not packaged;
 * `npm run readers` runs it where it is installed.
 *
 * @param self where the document was fetched
 * @returns errors and warnings, none for a good document
 */
export function validatorComplaints(document: string, self: string): string[] {
  const root = readStrictXml(document)
  const complaints: string[] = []
  const say = (rule: string, what: string) => complaints.push(`${rule}: ${what}`)
  if (root.name === 'feed') atomFeed(root, self, say)
  else rssChannel(root, self, say)
  return complaints
}

type Say = (rule: string, what: string) => void

const ATOM_FEED: Readonly<Record<string, 'one' | 'many'>> = {
  id: 'one',
  title: 'one',
  subtitle: 'one',
  updated: 'one',
  author: 'many',
  link: 'many',
  'fh:archive': 'one',
  generator: 'one',
  'at:deleted-entry': 'many',
  entry: 'many',
}
const ATOM_ENTRY: Readonly<Record<string, 'one' | 'many'>> = {
  id: 'one',
  title: 'one',
  link: 'many',
  published: 'one',
  updated: 'one',
  author: 'many',
  category: 'many',
  summary: 'one',
  content: 'one',
  source: 'one',
}
const RSS_CHANNEL: Readonly<Record<string, 'one' | 'many'>> = {
  title: 'one',
  link: 'one',
  description: 'one',
  language: 'one',
  lastBuildDate: 'one',
  generator: 'one',
  docs: 'one',
  ttl: 'one',
  'atom:link': 'many',
  'fh:archive': 'one',
  item: 'many',
}
const RSS_ITEM: Readonly<Record<string, 'one' | 'many'>> = {
  title: 'one',
  link: 'one',
  guid: 'one',
  description: 'one',
  'content:encoded': 'one',
  pubDate: 'one',
  'dc:creator': 'many',
  'dc:language': 'one',
  category: 'many',
  source: 'one',
}

function atomFeed(feed: Element, self: string, say: Say): void {
  children(feed, ATOM_FEED, say)
  required(feed, ['id', 'title', 'updated'], say)
  links(feed, 'link', self, say)
  const entries = all(feed, 'entry')
  const firstEntry = feed.children.findIndex(({ name }) => name === 'entry')
  if (firstEntry !== -1 && feed.children.slice(firstEntry).some(({ name }) => name !== 'entry')) {
    say('MisplacedMetadata', 'after an entry')
  }
  checkId(textOf(feed, 'id'), say)
  rfc3339(textOf(feed, 'updated'), say)
  unique(
    entries.map((entry) => textOf(entry, 'id')),
    'DuplicateEntries',
    say,
  )
  unique(
    entries.map((entry) => textOf(entry, 'updated')),
    'DuplicateUpdated',
    say,
  )
  for (const entry of entries) atomEntry(entry, all(feed, 'author').length > 0, say)
  tombstones(feed, say)
}

/** RFC 6721, section 3; the W3C validator itself knows no tombstones. */
function tombstones(feed: Element, say: Say): void {
  const found = all(feed, 'at:deleted-entry')
  const of = (one: Element, name: string) => one.attributes.get(name) ?? ''
  for (const one of found) {
    checkId(of(one, 'ref'), say)
    rfc3339(of(one, 'when'), say)
    children(one, { 'at:by': 'one', 'at:comment': 'one', link: 'many', source: 'one' }, say)
  }
  unique(
    found.map((one) => `${of(one, 'ref')} ${of(one, 'when')}`),
    'DuplicateTombstones',
    say,
  )
  const living = new Set(all(feed, 'entry').map((entry) => textOf(entry, 'id')))
  for (const one of found) if (living.has(of(one, 'ref'))) say('TombstoneOfEntry', of(one, 'ref'))
}

function atomEntry(entry: Element, hasFeedAuthor: boolean, say: Say): void {
  children(entry, ATOM_ENTRY, say)
  required(entry, ['id', 'title', 'updated'], say)
  if (!hasFeedAuthor && all(entry, 'author').length === 0) say('MissingElement', 'author')
  checkId(textOf(entry, 'id'), say)
  for (const name of ['published', 'updated']) rfc3339(textOf(entry, name), say)
  const alternates = all(entry, 'link').filter(
    ({ attributes }) => attributes.get('rel') === 'alternate',
  )
  if (alternates.length > 1) say('DuplicateAtomLink', 'alternate')
  const [content] = all(entry, 'content')
  if (content === undefined && alternates.length === 0) say('MissingContentOrAlternate', 'entry')
  for (const link of all(entry, 'link')) {
    linkAttributes(link, say)
    if (/^(?:prev|next)-archive$|^current$/.test(link.attributes.get('rel') ?? ''))
      say('FeedHistoryRelInEntry', link.attributes.get('rel') ?? '')
  }
  for (const category of all(entry, 'category')) {
    if ((category.attributes.get('term') ?? '') === '') say('MissingAttribute', 'term')
    fullLink(category.attributes.get('scheme') ?? '', say)
    if ((category.attributes.get('label') ?? 'x') === '') say('AttrNotBlank', 'label')
  }
  for (const author of all(entry, 'author')) notBlank(textOf(author, 'name'), 'name', say)
  notBlank(textOf(entry, 'title'), 'title', say)
  if (content?.attributes.get('type') === 'html') safeHtml(content.text, say)
  for (const source of all(entry, 'source')) required(source, ['id', 'title', 'updated'], say)
}

function rssChannel(rss: Element, self: string, say: Say): void {
  if (rss.attributes.get('version') !== '2.0') say('InvalidRSSVersion', 'rss')
  const [channel] = all(rss, 'channel')
  if (channel === undefined) return say('MissingElement', 'channel')
  children(channel, RSS_CHANNEL, say)
  required(channel, ['title', 'link', 'description'], say)
  links(channel, 'atom:link', self, say)
  const firstItem = channel.children.findIndex(({ name }) => name === 'item')
  if (firstItem !== -1 && channel.children.slice(firstItem).some(({ name }) => name !== 'item')) {
    say('MisplacedItem', 'before other elements')
  }
  fullLink(textOf(channel, 'link'), say)
  rfc822(textOf(channel, 'lastBuildDate'), say)
  plainText(textOf(channel, 'title'), say)
  notBlank(textOf(channel, 'title'), 'title', say)
  language(textOf(channel, 'language') || 'ar', say)
  if (!/^[1-9]\d*$/.test(textOf(channel, 'ttl'))) say('InvalidPositiveInteger', 'ttl')
  const items = all(channel, 'item')
  unique(
    items.map((item) => textOf(item, 'guid')),
    'DuplicateValue',
    say,
  )
  for (const item of items) rssItem(item, say)
}

function rssItem(item: Element, say: Say): void {
  children(item, RSS_ITEM, say)
  required(item, ['guid'], say)
  const names = item.children.map(({ name }) => name)
  if (!names.includes('title') && !names.includes('description'))
    say('ItemMustContainTitleOrDescription', 'item')
  const content = names.indexOf('content:encoded')
  if (content !== -1 && !names.slice(0, content).includes('description'))
    say('NeedDescriptionBeforeContent', 'item')
  const [guid] = all(item, 'guid')
  if (guid?.attributes.get('isPermaLink') !== 'false') say('InvalidPermalink', 'guid')
  checkId(guid?.text ?? '', say)
  if (names.includes('link')) fullLink(textOf(item, 'link'), say)
  if (names.includes('pubDate')) rfc822(textOf(item, 'pubDate'), say)
  plainText(textOf(item, 'title'), say)
  notBlank(textOf(item, 'title'), 'title', say)
  for (const category of all(item, 'category')) {
    plainText(category.text, say)
    notBlank(category.text, 'category', say)
  }
  language(textOf(item, 'dc:language'), say)
  safeHtml(textOf(item, 'description'), say)
  if (content !== -1) safeHtml(textOf(item, 'content:encoded'), say)
  for (const source of all(item, 'source')) fullLink(source.attributes.get('url') ?? '', say)
}

function children(element: Element, known: Readonly<Record<string, string>>, say: Say): void {
  const counts = new Map<string, number>()
  for (const { name } of element.children) counts.set(name, (counts.get(name) ?? 0) + 1)
  for (const [name, count] of counts) {
    if (known[name] === undefined) say('UndefinedElement', `${element.name}/${name}`)
    if (known[name] === 'one' && count > 1) say('DuplicateElement', `${element.name}/${name}`)
  }
}

function required(element: Element, names: readonly string[], say: Say): void {
  for (const name of names) {
    if (all(element, name).length === 0) say('MissingElement', `${element.name}/${name}`)
  }
}

function links(element: Element, name: string, self: string, say: Say): void {
  const found = all(element, name)
  const rels = found.map(({ attributes }) => attributes.get('rel') ?? 'alternate')
  for (const link of found) linkAttributes(link, say)
  const selves = found.filter(({ attributes }) => attributes.get('rel') === 'self')
  if (selves.length !== 1) say('MissingSelf', `${selves.length} of them`)
  if (selves[0]?.attributes.get('href') !== self)
    say('SelfDoesntMatchLocation', selves[0]?.attributes.get('href') ?? '')
  if (rels.filter((rel) => rel === 'alternate').length > 1) say('DuplicateAtomLink', 'alternate')
  if (all(element, 'fh:archive').length > 0) {
    if (!rels.includes('current')) say('MissingCurrentInArchive', element.name)
    if (!rels.includes('prev-archive') && !rels.includes('next-archive'))
      say('ArchiveIncomplete', element.name)
  }
}

const RELS = new Set('alternate current hub next-archive prev-archive related self'.split(' '))

function linkAttributes({ attributes, text }: Element, say: Say): void {
  if (!RELS.has(attributes.get('rel') ?? 'alternate'))
    say('UnregisteredAtomLinkRel', attributes.get('rel') ?? '')
  fullLink(attributes.get('href') ?? '', say)
  const type = attributes.get('type')
  if (type !== undefined && !/^[a-z]+\/[a-z+.-]+$/.test(type)) say('InvalidMIMEType', type)
  if (attributes.has('hreflang')) language(attributes.get('hreflang') ?? '', say)
  if (text.trim() !== '') say('AtomLinkNotEmpty', text)
}

const TAG_URI =
  /^tag:(?:[a-z0-9._-]+@)?[a-z0-9.-]+,\d{4}(?:-\d{2}(?:-\d{2})?)?:[0-9a-zA-Z;/?:@&=+$.\-_!~*'()%,]*$/

function checkId(id: string, say: Say): void {
  if (!TAG_URI.test(id)) say('InvalidTAG', id)
}

function fullLink(address: string, say: Say): void {
  if (!/^https?:\/\/[^/][0-9a-zA-Z;/?:@&=+$.\-_!~*'()%,#[\]]+$/.test(address))
    say('InvalidFullLink', address)
}

function rfc3339(instant: string, say: Say): void {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/.test(instant))
    say('InvalidRFC3339Date', instant)
  else if (Number.isNaN(Date.parse(instant))) say('InvalidRFC3339Date', instant)
  else if (instant < '1970') say('ImplausibleDate', instant)
}

function rfc822(date: string, say: Say): void {
  const shape = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/
  if (!shape.test(date)) return say('InvalidRFC2822Date', date)
  if (new Date(date).toUTCString() !== date) say('IncorrectDOW', date)
}

function language(code: string, say: Say): void {
  if (code !== 'ar' && code !== 'en') say('InvalidLanguage', code)
}

function unique(values: readonly string[], rule: string, say: Say): void {
  const seen = new Set<string>()
  for (const value of values) {
    if (seen.has(value)) say(rule, value)
    seen.add(value)
  }
}

function notBlank(text: string, what: string, say: Say): void {
  if (text.trim() === '') say('NotBlank', what)
}

/** The closing tag of an html element in what should be plain text; escapes do not hide it. */
function plainText(text: string, say: Say): void {
  for (const [, name = ''] of text.matchAll(/<\/(\w+)>/g)) {
    if (HTML_TAGS.has(name.toLowerCase())) say('ContainsHTML', name)
  }
}

const RISKS = /<\s*(?:script|style|iframe|object|embed|form|input|meta|link|base|applet)\b/i

function safeHtml(html: string, say: Say): void {
  if (RISKS.test(html)) say('SecurityRisk', html.slice(0, 80))
  for (const [tag] of html.matchAll(/<[a-z][^>]*>/gi)) {
    if (/\son\w+\s*=/i.test(tag)) say('SecurityRiskAttr', tag)
    if (/\sstyle\s*=/i.test(tag)) say('DangerousStyleAttr', tag)
    const [, address = 'x:'] = /\s(?:href|src)="([^"]*)"/i.exec(tag) ?? []
    if (!/^\w+:/.test(address)) say('ContainsRelRef', address)
  }
}

function textOf(element: Element, name: string): string {
  return all(element, name)[0]?.text ?? ''
}
