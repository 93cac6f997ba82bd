import type { Answer, Delivery } from './delivery.ts'
import type { Endpoint } from './endpoint.ts'

/** What is POSTed to the receiver. */
export interface OutgoingRequest {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** Facts that a payload needs besides the delivery. */
export interface PayloadContext {
  /** Public address of this deployment, without a slash at the end. */
  readonly baseUrl: string
  readonly now: Date
}

/** A kind of endpoint that is reached over HTTP: one file and one line in a table. */
export interface EndpointKind {
  /** Messages a second when the operator says nothing. */
  readonly pace: number
  readonly render: (
    delivery: Delivery,
    endpoint: Endpoint,
    context: PayloadContext,
  ) => Promise<OutgoingRequest>
  /** A 2xx answer that this receiver means as a failure: a sentence of ours, nothing it said. */
  readonly failureIn?: (answer: Answer) => string | undefined
  /** An answer by which this receiver says that the address is dead for good; 410 needs no word. */
  readonly isDead?: (answer: Answer) => boolean
}
