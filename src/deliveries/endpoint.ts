export const ENDPOINT_KIND_NAMES = ['slack', 'webhook', 'feed'] as const

export type EndpointKindName = (typeof ENDPOINT_KIND_NAMES)[number]

/** Where alerts go. `url` and `secret` are secrets: never in an answer, a log or an error. */
export interface Endpoint {
  readonly id: string
  readonly kind: EndpointKindName
  /** '' for kind `feed`, which leaves through KV. */
  readonly url: string
  /**
   * `whsec_…` for kind `webhook`; '' where the kind does not sign. While a secret is rotated: the
   * new and the old one, separated by a space, and every message carries both signatures.
   */
  readonly secret: string
  /** Messages a second that the receiver takes. */
  readonly pace: number
  /** True where it also wants to be told how sources and endpoints are. */
  readonly notices?: boolean
}
