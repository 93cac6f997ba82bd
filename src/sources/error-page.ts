import { decodeReferences } from '../text/character-references.ts'
import {
  BARE_PAGE_LETTERS,
  ERROR_SIGNS,
  SMALL_PAGE_LETTERS,
  type ErrorSign,
} from './error-page-table.ts'
import type { GetAnswer } from './get.ts'
import type { Refusal, RefusalReason } from './reading.ts'
import type { Detail } from './refusal-detail.ts'

/** The parts of a page in which error pages give themselves away. */
interface PageFace {
  readonly source: string
  readonly titleParts: readonly string[]
  readonly heading: string
  /** Letters of visible text, roughly. */
  readonly letters: number
}

/**
 * An answer that is no statement nor listing, whatever its status: a status other than 2xx, no bytes,
 * a bot wall, an error page with status 200. Undefined for everything else, also for bytes that
 * cannot be decoded: those are refused by `decodeBody` with the better reason.
 *
 * @param text the answer decoded; undefined where it cannot be
 *
 * Looks at headers, title, first heading and the size of the page, and never at the words of the
 * body: a true statement may speak of captchas and maintenance.
 */
export function refuseErrorPage(
  answer: Pick<GetAnswer, 'status' | 'headers' | 'bytes'>,
  text: string | undefined,
): Refusal | undefined {
  const { status } = answer
  const face = text === undefined ? undefined : faceOf(text)
  const sign = face === undefined ? undefined : ERROR_SIGNS.find((known) => shows(face, known))
  if (answer.headers.get('cf-mitigated') === 'challenge') {
    return refused('challenge', ['sign-cloudflare'], status)
  }
  if (sign?.reason === 'challenge') return refused('challenge', [sign.what], status)
  if (status === 410) return refused('gone', ['gone'], status)
  if (status < 200 || status > 299) return refused('status', [sortOf(status), status], status)
  if (status === 204 || answer.bytes.length === 0) return refused('empty', ['no-bytes'], status)
  return sign === undefined ? undefined : refused('soft-404', [sign.what], status)
}

/** What Cloudflare answers for a site that it cannot reach: 525 and 526 are about its certificate. */
function sortOf(status: number): 'status' | 'certificate' | 'no-origin' {
  if (status === 525 || status === 526) return 'certificate'
  return (status >= 520 && status < 525) || status === 530 ? 'no-origin' : 'status'
}

function shows(face: PageFace, { where, pattern }: ErrorSign): boolean {
  switch (where) {
    case 'title':
      return face.titleParts.some((part) => pattern.test(part))
    case 'heading':
      return face.letters < SMALL_PAGE_LETTERS && pattern.test(face.heading)
    case 'source':
      return pattern.test(face.source)
    case 'small-source':
      return face.letters < BARE_PAGE_LETTERS && pattern.test(face.source)
  }
}

/** Signs stand near the top. */
const LOOKED_AT = 60_000
/** A longer source is not a small page, and its letters need not be counted. */
const SMALL_SOURCE = 30_000

/** Undefined for feeds and JSON: they have no title to be judged by. */
function faceOf(page: string): PageFace | undefined {
  if (!isPage(page)) return undefined
  const source = page.slice(0, LOOKED_AT)
  const title = /<title[^<>]*>([\s\S]{0,500}?)<\/title/i.exec(source)?.[1] ?? ''
  const titleParts = partsOf(lettersOf(title))
  if (page.length > SMALL_SOURCE) {
    return { source, titleParts, heading: '', letters: page.length }
  }
  const bare = source.replace(INVISIBLE_PARTS, ' ')
  const text = lettersOf(bare)
  const heading = /<h([12])[\s>][\s\S]*?<\/h\1/i.exec(bare)?.[0]
  return {
    source,
    titleParts,
    heading: heading === undefined ? text.slice(0, 100) : lettersOf(heading),
    letters: text.length,
  }
}

const INVISIBLE_PARTS =
  /<!--[\s\S]*?(?:-->|$)|<(script|style|noscript|svg|title)[\s>][\s\S]*?(?:<\/\1|$)/gi

/** A feed whose first entry is titled "Not found" is a feed. */
function isPage(text: string): boolean {
  const head = text.slice(0, 2_000)
  if (/<(?:[\w.-]+:)?(?:rss|RDF|feed|urlset|sitemapindex)[\s>]/.test(head) || /^\s*[[{]/.test(head))
    return false
  return (
    /<(?:!doctype html|html|head|body|title|h1|meta|script|p|div)[\s>]/i.test(head) ||
    text.length < SMALL_PAGE_LETTERS
  )
}

function partsOf(title: string): string[] {
  const parts = title.split(
    /\s*(?:[|\u2013\u2014\u00AB\u00BB\u00B7\u2022\u2039\u203A>]|\s[-:]\s|:\s)\s*/,
  )
  return [title, ...parts].map((part) => part.trim()).filter((part) => part !== '')
}

function lettersOf(html: string): string {
  return decodeReferences(html.replace(/<[^<>]*>?/g, ' '))
    .normalize('NFKC')
    .replace(/[\p{M}\u0640\u200B-\u200F]/gu, '')
    .replace(/[\u0622\u0623\u0625]/g, '\u0627')
    .replace(/\u060C/g, ',')
    .replace(/\s+/g, ' ')
    .trim()
}

function refused(reason: RefusalReason, detail: Detail, status: number): Refusal {
  return { kind: 'refused', reason, detail, status }
}
