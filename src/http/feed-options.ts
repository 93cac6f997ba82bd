import { type Mistake, wrong } from './mistake.ts'

/** What may be asked of any feed; what else stands in an address (`utm_source=…`) says nothing. */
export interface FeedOptions {
  /** Entries at most; undefined for all there are. */
  readonly limit: number | undefined
  /** False: summaries instead of whole texts. */
  readonly isFull: boolean
  /** The same in one order, as the feed's own address says it. */
  readonly params: readonly (readonly [string, string])[]
}

const MOST_ENTRIES = 100

/** Reads `?limit=` and `?full=`. A mistake is named: a reader would show it for ever. */
export function readOptions(params: URLSearchParams, errors: Mistake[]): FeedOptions {
  const limit = params.get('limit')
  const full = params.get('full')
  const number = Number(limit)
  if (limit !== null && !(/^\d{1,3}$/.test(limit) && number >= 1 && number <= MOST_ENTRIES)) {
    errors.push(wrong('limit'))
  }
  if (full !== null && full !== '0' && full !== '1') errors.push(wrong('full'))
  const said: [string, string][] = []
  if (limit !== null) said.push(['limit', String(number)])
  if (full === '0') said.push(['full', '0'])
  return { limit: limit === null ? undefined : number, isFull: full !== '0', params: said }
}
