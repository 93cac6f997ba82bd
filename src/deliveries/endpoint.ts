import type { Instant } from '../text/instant.ts'
import type { Policy } from './policy.ts'

/** The kinds that an operator can make: each is sent to over HTTP, or by the binding for mail. */
export const ENDPOINT_KIND_NAMES = [
  'slack',
  'webhook',
  'discord',
  'teams',
  'mattermost',
  'rocketchat',
  'googlechat',
  'telegram',
  'ntfy',
  'matrix',
  'email',
] as const

export type HttpKindName = (typeof ENDPOINT_KIND_NAMES)[number]

/** `feed` is made with each watch, and by nobody's hand. */
export type EndpointKindName = HttpKindName | 'feed'

/**
 * Where alerts go. `url`, `secret` and `to` are secrets: never in an answer, a log or an error,
 * and sealed where they are kept.
 */
export interface Endpoint {
  readonly id: string
  readonly kind: EndpointKindName
  /** '' for kind `feed`, which leaves through KV, and for mail through Cloudflare's binding. */
  readonly url: string
  /**
   * For kind `webhook` `whsec_…` or `whsk_…`; for others a token; '' where there is none. While a
   * signing secret is rotated: the new and the old one, separated by a space, and every message
   * carries both signatures.
   */
  readonly secret: string
  /** The chat, topic, room or mail addresses (separated by commas), where the kind has one. */
  readonly to?: string | undefined
  /** The sender of mail. */
  readonly from?: string | undefined
  /** How a webhook's body is written; the Standard Webhooks form where nothing is said. */
  readonly format?: 'cloudevents' | undefined
  /** From here on the old one of two secrets signs no more. */
  readonly graceEnds?: Instant | undefined
  /** Messages a second that the receiver takes. */
  readonly pace: number
  /** When and how much is sent; at once and everything where nothing is said. */
  readonly policy?: Policy | undefined
  /** True where it also wants to be told how sources and endpoints are. */
  readonly notices?: boolean
}
