import { cutIndex } from '../text/cut-index.ts'

/** The media type of the structured form (CloudEvents 1.0, HTTP binding 3.2). */
export const CLOUD_EVENT_TYPE = 'application/cloudevents+json; charset=utf-8'

/**
 * The body of a webhook as a CloudEvents 1.0 event in structured JSON: the same `data`, the id of the
 * delivery as the event's, the statement's page as its subject.
 *
 * @param body what `webhookBody` made
 */
export function cloudEvent(id: string, body: string, baseUrl: string): string {
  const { type, timestamp, data }: WebhookBody = JSON.parse(body)
  const subject = data.statement?.id
  return JSON.stringify({
    specversion: '1.0',
    id,
    source: `${baseUrl}/`,
    // Reverse DNS, as the specification advises; "bayan." of ours is not said twice.
    type: `${reversed(new URL(baseUrl).hostname)}.${type}`,
    time: timestamp,
    ...(subject === undefined ? {} : { subject: subject.slice(0, cutIndex(subject, 200)) }),
    datacontenttype: 'application/json',
    data,
  })
}

interface WebhookBody {
  readonly type: string
  readonly timestamp: string
  readonly data: { readonly statement?: { readonly id: string } }
}

function reversed(host: string): string {
  return host.split('.').toReversed().join('.')
}
