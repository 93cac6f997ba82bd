import { sha256Hex } from '../statements/content-hash.ts'
import { resolveAddress } from './address.ts'
import { isBrokenOff } from './broken-off.ts'
import { decodeBody } from './charset.ts'
import { refuseErrorPage } from './error-page.ts'
import type { Get, GetAnswer } from './get.ts'
import { listingAddress, readListing, type Listing } from './listing-readers.ts'
import type { Outcome, Validators } from './outcome.ts'
import { type MoveSeen, type Move, believedAddress, moveSeen } from './move.ts'
import { refuseForeign } from './listing-hosts.ts'
import { refuseMojibake } from './mojibake.ts'
import type { ListingEntry, ReadOptions, Refusal, SourceDocument } from './reading.ts'
import { refuseFile } from './refuse-file.ts'
import { refuseRedirect } from './redirect-target.ts'
import { refused } from './refused.ts'
import type { Source } from './source.ts'

/** What is remembered of a source between two polls. */
export interface PollMemory {
  readonly validators: Validators
  /** Send validators? Once a day we ask without: an ETag fixed in 2041 answers 304 for ever. */
  readonly conditional: boolean
  /** Whether the listing ever held entries: then an empty one is a broken one. */
  readonly hadEntries: boolean
  /** Where the listing has moved for good: asked in place of its address once it is believed. */
  readonly move?: Move | null
  /** Where entries led before, see `refuseForeign`; empty trusts every host. Asked when they are read. */
  readonly hosts?: () => readonly string[]
  /** Was an entry with exactly this raw text read before? Without it everything is read. */
  readonly isKnown?: (fingerprint: string) => boolean
}

export const NOTHING_REMEMBERED: PollMemory = {
  validators: { etag: undefined, lastModified: undefined, bodyHash: undefined },
  conditional: false,
  hadEntries: false,
}

/** Pages and feeds beyond this are refused as too large (reliability report, 2.2). */
const LISTING_BYTES = 5 * 1024 * 1024

/** Longer validators are not kept: sites have sent ETags of 9 kB. */
const VALIDATOR_LENGTH = 1_024

/**
 * One look at one listing. The order is the order of cost: status, then the body's hash, and only
 * a body that was never seen before is decoded, checked for an error page, and read.
 */
export async function poll(
  source: Source,
  memory: PollMemory,
  get: Get,
  agent: string,
): Promise<Outcome> {
  const own = listingAddress(source)
  const asked = believedAddress(memory.move ?? null, own)
  const before = validatorsFor(undefined, memory)
  const headers = requestHeaders(before, memory, agent)
  const answer = await get({ url: asked, headers, maxBytes: LISTING_BYTES })
  if (answer.kind === 'refused') return answer
  const move = answer.moved === true ? moveSeen(own, answer.url) : undefined
  if (answer.status === 304) return notModified(answer, before, memory, move)
  const bodyHash = await sha256Hex(answer.bytes)
  const validators = validatorsOf(answer, bodyHash)
  // Validators are kept anew even when the body is the same (feedbin issue 726).
  if (answer.status === 200 && bodyHash === before.bodyHash) {
    return { kind: 'unchanged', validators, full: true, move }
  }
  const astray = memory.hadEntries ? refuseRedirect(asked, answer.url) : undefined
  if (astray !== undefined && answer.status < 300) return astray
  const document = openDocument(answer)
  if (document.kind === 'refused') return document
  const { isKnown } = memory
  const options = isKnown === undefined || !memory.conditional ? {} : { isKnown }
  const first = await readListing(document.document, source, options)
  if (first.kind === 'refused') return first
  const reading =
    first.kind === 'elsewhere'
      ? await readElsewhere(first.url, { source, memory, get, agent, options })
      : { ...first, validators }
  if (reading.kind === 'refused') return reading
  if (reading.kind === 'unchanged') return { ...reading, move }
  const { entries, notes, readAs, known = [] } = reading
  const partial = reading.partial ?? (readAs === 'html' && isBrokenOff(document.document.text))
  const refusal = refuseEntries(entries, known.length, document.document.text, source, memory)
  if (refusal !== undefined) return refusal
  // What a cut document lacks must be asked for again, whatever its ETag says.
  const kept = partial ? NOTHING_REMEMBERED.validators : reading.validators
  return { kind: 'ok', entries, notes, known, readAs, validators: kept, partial, move }
}

/** A document that could be read, and even so is not the listing that was there before. */
function refuseEntries(
  entries: readonly ListingEntry[],
  known: number,
  text: string,
  source: Source,
  { hadEntries, hosts }: PollMemory,
): Refusal | undefined {
  if (entries.length + known === 0 && hadEntries) {
    return refused('empty', ['emptied'])
  }
  const addresses = entries.map(({ url }) => url)
  return refuseMojibake(text, source.language) ?? refuseForeign(addresses, known, hosts?.() ?? [])
}

interface Elsewhere {
  readonly source: Source
  readonly memory: PollMemory
  readonly get: Get
  readonly agent: string
  readonly options: ReadOptions
}

/**
 * The listing that an index leads to; an index behind an index is refused. Its validators are kept in
 * place of the index's, which may stay as it is while a statement is added there.
 */
async function readElsewhere(
  url: string,
  { source, memory, get, agent, options }: Elsewhere,
): Promise<
  | (Exclude<Listing, { kind: 'elsewhere' }> & { readonly validators: Validators })
  | Exclude<Outcome, { kind: 'ok' }>
> {
  const before = validatorsFor(url, memory)
  const headers = requestHeaders(before, memory, agent)
  const answer = await get({ url, headers, maxBytes: LISTING_BYTES })
  if (answer.kind === 'refused') return answer
  if (answer.status === 304) return notModified(answer, before, memory, undefined)
  const bodyHash = await sha256Hex(answer.bytes)
  const validators = { ...validatorsOf(answer, bodyHash), of: url }
  if (answer.status === 200 && bodyHash === before.bodyHash)
    return { kind: 'unchanged', validators, full: true }
  const opened = openDocument(answer)
  if (opened.kind === 'refused') return opened
  const reading = await readListing(opened.document, source, options)
  if (reading.kind !== 'elsewhere') return { ...reading, validators }
  return refused('not-a-listing', ['index-of-indexes'])
}

/** What is remembered of a document: of the listing itself, or of the one that it leads to. */
function validatorsFor(of: string | undefined, { validators }: PollMemory): Validators {
  return validators.of === of ? validators : NOTHING_REMEMBERED.validators
}

function notModified(
  answer: GetAnswer,
  kept: Validators,
  { conditional }: PollMemory,
  move: MoveSeen | undefined,
): Exclude<Outcome, { kind: 'ok' }> {
  if (!conditional || (kept.etag ?? kept.lastModified) === undefined) {
    return { kind: 'refused', reason: 'status', detail: ['not-modified'], status: 304 }
  }
  const { etag, lastModified } = validatorsOf(answer, undefined)
  const validators = {
    ...kept,
    etag: etag ?? kept.etag,
    lastModified: lastModified ?? kept.lastModified,
  }
  return { kind: 'unchanged', validators, full: false, move }
}

/** Validators go back byte for byte as they came (RFC 9110, 13.1). */
function requestHeaders(
  { etag, lastModified }: Validators,
  { conditional }: PollMemory,
  agent: string,
): Record<string, string> {
  const headers: Record<string, string> = {
    'user-agent': agent,
    accept:
      'application/atom+xml, application/rss+xml, application/feed+json, application/json;q=0.9, text/html;q=0.8, */*;q=0.5',
  }
  if (!conditional) return headers
  if (etag !== undefined) headers['if-none-match'] = etag
  if (lastModified !== undefined) headers['if-modified-since'] = lastModified
  return headers
}

function validatorsOf(answer: GetAnswer, bodyHash: string | undefined): Validators {
  const lastModified = bounded(answer.headers.get('last-modified'))
  return {
    etag: bounded(answer.headers.get('etag')),
    lastModified: isSettled(lastModified, answer.headers.get('date')) ? lastModified : undefined,
    bodyHash,
  }
}

/**
 * A Last-Modified of the very second in which it was sent may be true of two listings: a statement
 * published later in that second would hide behind a 304 (RFC 9110, 8.8.2.2). One in the future
 * would hide all of them.
 */
function isSettled(lastModified: string | undefined, date: string | null): boolean {
  const sent = Date.parse(date ?? '')
  return lastModified === undefined || Number.isNaN(sent) || !(Date.parse(lastModified) >= sent)
}

function bounded(value: string | null): string | undefined {
  return value === null || value.length > VALIDATOR_LENGTH ? undefined : value
}

/** Turns an answer into a document, or says why it is none: status, no bytes, charset, error page. */
export function openDocument(
  answer: GetAnswer,
): { readonly kind: 'document'; readonly document: SourceDocument } | Refusal {
  const contentType = answer.headers.get('content-type') ?? undefined
  const decoded = decodeBody(answer.bytes, contentType)
  const text = decoded.kind === 'refused' ? undefined : decoded.text
  const refusal = refuseErrorPage(answer, text)
  if (refusal !== undefined)
    return { ...refusal, retryAfter: answer.headers.get('retry-after') ?? undefined }
  if (decoded.kind === 'refused') return refuseFile(answer.bytes, contentType ?? '') ?? decoded
  const location = resolveAddress(answer.headers.get('content-location') ?? '', answer.url)
  return {
    kind: 'document',
    document: {
      url: answer.url,
      ...(location === undefined ? {} : { baseUrl: location }),
      mediaType: (contentType ?? '').split(';')[0]?.trim().toLowerCase() ?? '',
      contentLanguage: answer.headers.get('content-language') ?? undefined,
      text: decoded.text,
      seen: answer.at,
    },
  }
}
