import { type Mistake, wrong } from './mistake.ts'

/** What may be asked of any feed; what else stands in an address (`utm_source=…`) says nothing. */
export interface FeedOptions {
  /** Entries at most; undefined for all there are. */
  readonly limit: number | undefined
  /** False: summaries instead of whole texts. */
  readonly isFull: boolean
  /** Withdrawn and erased entries as tombstones. */
  readonly hasTombstones: boolean
  /** The same in one order, as the feed's own address says it. */
  readonly params: readonly (readonly [string, string])[]
}

const MOST_ENTRIES = 100

/** Reads `?limit=`, `?full=` and `?tombstones=`. A mistake is named: a reader would show it for ever. */
export function readOptions(
  params: URLSearchParams,
  isAtom: boolean,
  errors: Mistake[],
): FeedOptions {
  const limit = params.get('limit')
  const full = params.get('full')
  const number = Number(limit)
  if (limit !== null && !(/^\d{1,3}$/.test(limit) && number >= 1 && number <= MOST_ENTRIES)) {
    errors.push(wrong('limit'))
  }
  if (full !== null && full !== '0' && full !== '1') errors.push(wrong('full'))
  const tombstones = params.get('tombstones')
  const hasTombstones = tombstones === '1'
  // RSS and JSON Feed have no way to say it, and a reader would wait for them in vain.
  if ((hasTombstones && !isAtom) || !['0', '1', null].includes(tombstones))
    errors.push(wrong('tombstones'))
  const said: [string, string][] = []
  if (limit !== null) said.push(['limit', String(number)])
  if (full === '0') said.push(['full', '0'])
  if (hasTombstones) said.push(['tombstones', '1'])
  const bound = limit === null ? undefined : number
  return { limit: bound, isFull: full !== '0', hasTombstones, params: said }
}
