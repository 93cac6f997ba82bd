import type { Alert, AlsoAt } from '../watches/alert.ts'
import { linkable, pageAddress } from './page-address.ts'

/** Part of the bounds of `webhook-body.ts`. */
const MOST_ADDRESS_BYTES = 500

/** Other publishers of the same text; the statement's own page leads to each. */
export function placesOf({ also = [] }: Pick<Alert, 'also'>, baseUrl: string): object[] {
  return also.map((place) => placeOf(place, baseUrl))
}

/** Nearly the same text of other publishers that was told before; not there where there is none. */
export function nearIn({ toldBefore = [] }: Pick<Alert, 'toldBefore'>, baseUrl: string): object {
  if (toldBefore.length === 0) return {}
  return {
    toldBefore: toldBefore.map((place) => ({
      ...placeOf(place, baseUrl),
      differs: place.differs,
    })),
  }
}

function placeOf({ publisher, statement: { id, language, url } }: AlsoAt, baseUrl: string): object {
  return {
    id,
    publisher: publisher.id,
    language,
    url: linkable(url, MOST_ADDRESS_BYTES) ?? pageAddress(baseUrl, id),
    link: pageAddress(baseUrl, id),
  }
}
