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
  /** Success that this receiver says otherwise than by 2xx; undefined leaves it to the status. */
  readonly failureIn?: (answer: Answer) => string | undefined
}
