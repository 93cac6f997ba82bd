import type { Instant } from '../text/instant.ts'
import type { Language, Words } from '../text/language.ts'
import type { Detail } from './refusal-detail.ts'
import type { Source } from './source.ts'

/** A document that was fetched, decoded and found to be no error page, not yet read. */
export interface SourceDocument {
  /** Address after redirects: what relative addresses are resolved against. */
  readonly url: string
  /** What relative addresses are resolved against, where that is not `url` (Content-Location). */
  readonly baseUrl?: string
  /** The media type of the answer in lower case without parameters; '' where none was given. */
  readonly mediaType: string
  /** The HTTP Content-Language, where there is one. */
  readonly contentLanguage: string | undefined
  readonly text: string
  /** When it was fetched: a date without a year is the newest such day by then. */
  readonly seen?: Instant | undefined
}

/** One statement as a listing shows it: perhaps whole, perhaps only a link with a title. */
export interface ListingEntry {
  readonly url: string
  readonly guid: string | undefined
  readonly title: string
  readonly published: Instant | undefined
  /** When the publisher says that it was changed last. */
  readonly updated?: Instant | undefined
  readonly author?: string | undefined
  /** What the document declares for this entry; readers never guess. */
  readonly language: Language | undefined
  /** Sanitised html of the whole body, or of an excerpt where `complete` is false. */
  readonly html: string
  /** False when the body must be fetched from `url`. */
  readonly complete: boolean
  readonly translations: readonly string[]
  /** Of the raw entry, see `fingerprint.ts`; where the reader can pass over what is known. */
  readonly fingerprint?: string
}

/** A statement's own page as read. */
export interface Article {
  readonly title: string | undefined
  readonly published: Instant | undefined
  readonly author?: string | undefined
  readonly html: string
  readonly translations: readonly string[]
}

/** Why a document taught us nothing. The words are part of the outside contract. */
export type RefusalReason =
  | 'status' // an HTTP status other than 2xx and 304
  | 'gone' // 410
  | 'challenge' // a bot wall's page instead of the site's
  | 'soft-404' // an error page with status 200
  | 'empty' // no bytes, or a listing without entries where there were some
  | 'truncated' // the document ends before its end
  | 'malformed' // neither the strict nor the forgiving reader could read it
  | 'not-a-listing' // readable, but not what the source's kind expects
  | 'selector' // the selectors found nothing
  | 'charset' // unknown charset, or bytes that are not valid in it
  | 'too-large'
  | 'timeout'
  | 'redirects' // a loop, too many, or none where one was promised
  | 'blocked-address' // the guard refused where the request would have gone
  | 'network' // the connection failed
  | 'robots' // robots.txt asks us not to read the address
  | 'foreign' // the listing leads to hosts that it never led to: a parked or hacked domain
  | 'busy' // another run of ours asks that host just now, or it wants a pause: nothing was asked
  | 'internal' // a fault of Bayan itself: nothing was changed, and the poll is tried again

export interface Refusal {
  readonly kind: 'refused'
  readonly reason: RefusalReason
  /** What exactly happened, and where. No secrets. */
  readonly detail: Detail
  readonly status?: number
  /** The site's own Retry-After, as it came. */
  readonly retryAfter?: string | undefined
}

export type ListingReading =
  | {
      readonly kind: 'read'
      readonly entries: readonly ListingEntry[]
      readonly notes: readonly Words[]
      /** Fingerprints of entries that stand in the listing and were passed over as known. */
      readonly known?: readonly string[]
      /** True where the document breaks off: what it lacks is not missing, and may come again. */
      readonly partial?: boolean
    }
  /** An index: the listing itself is at another address. */
  | { readonly kind: 'elsewhere'; readonly url: string }
  | Refusal

export type ArticleReading = { readonly kind: 'read'; readonly article: Article } | Refusal

export interface ReadOptions {
  /** Was an entry with exactly this raw text read before? Without it everything is read. */
  readonly isKnown?: (fingerprint: string) => boolean
}

/** Reads one kind of listing. Pure save for HTMLRewriter; the caller owns fetching and time. */
export interface ListingReader {
  /** Where the listing is asked for, if that is not the source's own address. */
  readonly address?: (url: string) => string
  /** Does this document look like this reader's kind? Used by `auto`, in table order. */
  readonly recognises: (document: SourceDocument) => boolean
  readonly read: (
    document: SourceDocument,
    source: Source,
    options?: ReadOptions,
  ) => Promise<ListingReading>
}
