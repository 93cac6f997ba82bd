import type { Words } from '../text/language.ts'
import type { Chosen, Step } from './chosen.ts'
import { CHAIN } from './discovery-chain.ts'
import { feedCandidates, wordPressCandidate } from './feed-candidates.ts'
import type { Get } from './get.ts'
import { LeftBehind } from './left-behind.ts'
import { LISTING_READERS } from './listing-readers.ts'
import { LATE_NOTES } from './late-notes-table.ts'
import { noteOn } from './note-words-table.ts'
import { refusalNote } from './refusal-note.ts'
import type { Outcome } from './outcome.ts'
import { scanPage, type PageScan } from './page-scan.ts'
import { NOTHING_REMEMBERED, openDocument, poll } from './poll.ts'
import type { SourceDocument } from './reading.ts'
import { refused } from './refused.ts'
import type { ReadableKind, Source } from './source.ts'

export interface Discovery {
  /** Undefined where nothing at the address can be read; then `outcome` says why. */
  readonly chosen: Chosen | undefined
  /** The first look at the chosen path, so that it need not be asked twice. */
  readonly outcome: Outcome
  /** What was tried before and why it was passed over: "feed https://…: …". */
  readonly passed: readonly Words[]
}

/** A kind at an address. */
type Path = Pick<Chosen, 'kind' | 'url'>

/** Declared feeds that are tried: a third is a feed of comments under another name. */
const MOST_FEEDS = 2
const PAGE_BYTES = 5 * 1024 * 1024
const ROBOTS_BYTES = 500_000

/**
 * Finds how the statements at an address can be read, in this order: the address itself where it is
 * no page, declared feeds, WordPress, a sitemap, what repeats in the page. Each path is believed only
 * when a poll has read entries by it. Seven requests at most.
 *
 * @param broken the path that a source is leaving, which is not tried again
 */
export async function discover(
  source: Source,
  get: Get,
  agent: string,
  broken?: Path,
): Promise<Discovery> {
  const telegram = LISTING_READERS.telegram.address?.(source.url) ?? source.url
  if (telegram.startsWith('https://t.me/s/')) {
    const way = new Way(source, get, agent, broken)
    return (await way.tried('telegram', telegram, 'is-telegram')) ?? way.failed(way.last)
  }
  const headers = { 'user-agent': agent, accept: 'text/html, application/rss+xml;q=0.9, */*;q=0.8' }
  const answer = await get({ url: source.url, headers, maxBytes: PAGE_BYTES })
  const opened = answer.kind === 'refused' ? answer : openDocument(answer)
  if (opened.kind === 'refused') return { chosen: undefined, outcome: opened, passed: [] }
  const way = new Way(source, answering(source.url, answer, get), agent, broken)
  return await way.from(opened.document)
}

/** The page was asked for once: where it is itself the path, it need not be asked for again. */
function answering(url: string, answer: Awaited<ReturnType<Get>>, get: Get): Get {
  return async (asked) => (asked.url === url ? answer : await get(asked))
}

class Way {
  readonly #source: Source
  readonly #get: Get
  readonly #agent: string
  readonly #broken: Path | undefined
  readonly #passed: Words[] = []
  #behind: LeftBehind | undefined
  last: Outcome = {
    kind: 'refused',
    reason: 'not-a-listing',
    detail: ['nothing-found'],
  }

  constructor(source: Source, get: Get, agent: string, broken: Path | undefined) {
    this.#source = source
    this.#get = get
    this.#agent = agent
    this.#broken = broken
  }

  async from(document: SourceDocument): Promise<Discovery> {
    const { url } = this.#source
    if (this.#source.selectors !== undefined) {
      return (await this.tried('html', url, 'selectors')) ?? this.failed(this.last)
    }
    for (const [kind, step] of ITSELF) {
      if (!LISTING_READERS[kind].recognises(document)) continue
      return (await this.tried(kind, url, step)) ?? this.failed(this.last)
    }
    const scan = scanPage(document.text)
    this.#behind = new LeftBehind(document, this.#source)
    for (const kind of CHAIN) {
      const found = await this.#by(kind, scan, document)
      if (found !== undefined) return found
    }
    return this.failed(this.last)
  }

  async #by(
    kind: ReadableKind,
    scan: PageScan,
    document: SourceDocument,
  ): Promise<Discovery | undefined> {
    switch (kind) {
      case 'feed': {
        const feeds = feedCandidates(scan, document.url, this.#source.language)
        for (const url of feeds.slice(0, MOST_FEEDS)) {
          const found = await this.tried('feed', url, 'declared-feed')
          if (found !== undefined) return found
        }
        return undefined
      }
      case 'wordpress': {
        const root = wordPressCandidate(scan, document.url)
        return root === undefined ? undefined : await this.tried('wordpress', root, 'wordpress')
      }
      case 'sitemap':
        return await this.tried('sitemap', await this.#sitemap(document), 'sitemap')
      case 'html':
        return await this.tried('html', this.#source.url, 'structure')
      case 'telegram':
        return undefined
    }
  }

  /** Robots.txt names sitemaps (sitemaps.org); a news one goes first. Limited to the page's section. */
  async #sitemap(document: SourceDocument): Promise<string> {
    const robots = new URL('/robots.txt', document.url).href
    const answer = await this.#get({
      url: robots,
      headers: { 'user-agent': this.#agent },
      maxBytes: ROBOTS_BYTES,
    })
    const isText = answer.kind === 'answer' && answer.status === 200
    const text = isText ? new TextDecoder().decode(answer.bytes) : ''
    const named = [...text.matchAll(/^[ \t]*sitemap[ \t]*:[ \t]*(\S{1,1000})/gim)]
      .flatMap(([, address = '']) => (URL.canParse(address) ? [address] : []))
      .slice(0, 50)
    const url = named.find((address) => /news/i.test(address)) ?? named[0]
    const { pathname } = new URL(document.url)
    const section = pathname.length > 1 ? `#${pathname}` : ''
    return `${url ?? new URL('/sitemap.xml', document.url).href}${section}`
  }

  /** Looks once; undefined where no entry could be read by this path. */
  async tried(kind: ReadableKind, url: string, because: Step): Promise<Discovery | undefined> {
    if (kind === this.#broken?.kind && url === this.#broken.url) return undefined
    const source = { ...this.#source, kind, url }
    const outcome = await poll(source, NOTHING_REMEMBERED, this.#get, this.#agent)
    if (outcome.kind === 'ok' && this.#behind?.is(kind, outcome.entries) === true) {
      this.#passed.push(noteOn(`${kind} ${url}`, LATE_NOTES.leftBehind()))
      return undefined
    }
    if (outcome.kind === 'ok' && outcome.entries.length > 0) {
      const { url: from } = this.#source
      return { chosen: { from, kind, url, because }, outcome, passed: this.#passed }
    }
    this.last = outcome
    // What was not asked is not broken: another path would be taken for good.
    if (outcome.kind === 'refused' && outcome.reason === 'busy') return this.failed(outcome)
    const why = outcome.kind === 'refused' ? refusalNote(outcome) : LATE_NOTES.noStatements()
    this.#passed.push(noteOn(`${kind} ${url}`, why))
    return undefined
  }

  failed(outcome: Outcome): Discovery {
    const refusal: Outcome =
      outcome.kind === 'refused' ? outcome : refused('empty', ['found-empty'])
    return { chosen: undefined, outcome: refusal, passed: this.#passed }
  }
}

/** What an address may be that is no page, and how that is said. */
const ITSELF = [
  ['feed', 'is-feed'],
  ['wordpress', 'is-wordpress'],
  ['sitemap', 'is-sitemap'],
] as const
