import type { Delivery } from './delivery.ts'
import type { Endpoint } from './endpoint.ts'
import type { EndpointKind, OutgoingRequest, PayloadContext } from './kind.ts'
import { signMessage } from './signature.ts'
import { webhookBody } from './webhook-body.ts'

/**
 * A Standard Webhooks message (standardwebhooks.com, version 1). Id and body are the same on every
 * attempt; the timestamp, and with it the signature, are those of the attempt, since receivers
 * refuse a message signed more than five minutes ago.
 */
async function render(
  delivery: Delivery,
  endpoint: Endpoint,
  context: PayloadContext,
): Promise<OutgoingRequest> {
  const body = webhookBody(delivery.message, context.baseUrl)
  const timestampSeconds = Math.floor(context.now.getTime() / 1000)
  return {
    headers: {
      'content-type': 'application/json',
      'user-agent': `Bayan (+${context.baseUrl})`,
      'webhook-id': delivery.id,
      'webhook-timestamp': String(timestampSeconds),
      'webhook-signature': await signMessage(endpoint.secret, delivery.id, timestampSeconds, body),
    },
    body,
  }
}

export const webhook: EndpointKind = { pace: 10, render }
