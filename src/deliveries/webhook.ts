import { CLOUD_EVENT_TYPE, cloudEvent } from './cloud-event.ts'
import type { Delivery } from './delivery.ts'
import type { Endpoint } from './endpoint.ts'
import type { EndpointKind, OutgoingRequest, PayloadContext } from './kind.ts'
import { signMessage } from './signature.ts'
import { webhookBody } from './webhook-body.ts'

/**
 * A Standard Webhooks message (standardwebhooks.com, version 1). Id and body are the same on every
 * attempt; the timestamp, and with it the signature, are those of the attempt, since receivers
 * refuse a message signed more than five minutes ago. CloudEvents is another form of the body: the
 * headers that sign it are the same.
 */
async function render(
  delivery: Delivery,
  endpoint: Endpoint,
  { baseUrl, now }: PayloadContext,
): Promise<OutgoingRequest> {
  const own = webhookBody(delivery.message, baseUrl)
  const isEvent = endpoint.format === 'cloudevents'
  const body = isEvent ? cloudEvent(delivery.id, own, baseUrl) : own
  const timestampSeconds = Math.floor(now.getTime() / 1000)
  const secret = currentSecret(endpoint, now)
  return {
    headers: {
      'content-type': isEvent ? CLOUD_EVENT_TYPE : 'application/json',
      'user-agent': `Bayan (+${baseUrl})`,
      'webhook-id': delivery.id,
      'webhook-timestamp': String(timestampSeconds),
      'webhook-signature': await signMessage(secret, delivery.id, timestampSeconds, body),
    },
    body,
  }
}

/** The new secret alone once the grace of the old one has ended. */
function currentSecret({ secret, graceEnds }: Endpoint, now: Date): string {
  const isOver = graceEnds !== undefined && now.toISOString() >= graceEnds
  return isOver ? (secret.split(' ')[0] ?? secret) : secret
}

export const webhook: EndpointKind = { pace: () => 10, needs: ['url', 'secret'], render }
