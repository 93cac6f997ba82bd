import type { PlainDetail } from '../sources/refusal-detail.ts'
import type { Answer, Delivery } from './delivery.ts'
import type { Endpoint } from './endpoint.ts'

/** What is sent to the receiver. */
export interface OutgoingRequest {
  /** Where it goes, if not to the endpoint's own address. */
  readonly url?: string
  /** POST where nothing is said. */
  readonly method?: 'POST' | 'PUT' | 'PATCH'
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** Facts that a payload needs besides the delivery. */
export interface PayloadContext {
  /** Public address of this deployment, without a slash at the end. */
  readonly baseUrl: string
  readonly now: Date
  /** The receiver's id of our earlier message about the same statement: edit or answer that one. */
  readonly earlier?: string | undefined
}

/** What a kind needs besides `url`; each is refused where it is missing at save. */
export type EndpointField = 'url' | 'secret' | 'to' | 'from'

/** A kind of endpoint that is reached over HTTP: one file and one line in a table. */
export interface EndpointKind {
  /** Messages a second when the operator says nothing. */
  readonly pace: (endpoint: Pick<Endpoint, 'to'>) => number
  readonly needs: readonly EndpointField[]
  /** The address where the operator gives none. */
  readonly home?: string
  readonly render: (
    delivery: Delivery,
    endpoint: Endpoint,
    context: PayloadContext,
  ) => Promise<OutgoingRequest> | OutgoingRequest
  /** A 2xx answer that this receiver means as a failure: a sentence of ours, nothing it said. */
  readonly failureIn?: (answer: Answer) => PlainDetail | undefined
  /** An answer by which this receiver says that the address is dead for good; 410 needs no word. */
  readonly isDead?: (answer: Answer) => boolean
  /** A refusal that means it has the message already. */
  readonly isKept?: (answer: Answer) => boolean
  /** What it calls the message that it took, where later messages can edit that one. */
  readonly sentId?: (answer: Answer) => string | undefined
}

/** JSON as every receiver of it takes it. */
export function jsonRequest(
  body: unknown,
  { baseUrl }: PayloadContext,
  headers: Readonly<Record<string, string>> = {},
): OutgoingRequest {
  return {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'user-agent': `Bayan (+${baseUrl})`,
      ...headers,
    },
    body: JSON.stringify(body),
  }
}
