import type { SnippetOf } from '../../src/deliveries/alert-lines.ts'
import type { Delivery, Message } from '../../src/deliveries/delivery.ts'
import type { Endpoint, HttpKindName } from '../../src/deliveries/endpoint.ts'
import type { OutgoingRequest, PayloadContext } from '../../src/deliveries/kind.ts'
import { httpKind } from '../../src/deliveries/kinds.ts'
import { slackKind } from '../../src/deliveries/slack.ts'
import { BASE_URL, deliveryOf } from './sample-alerts.ts'

const NOW = new Date('2026-11-23T12:00:00.900Z')
const CONTEXT: PayloadContext = { baseUrl: BASE_URL, now: NOW }

/** An endpoint of each kind as an operator would save it; no address or token is a real one. */
const SAVED: Readonly<Record<HttpKindName, Partial<Endpoint>>> = {
  slack: { url: 'https://hooks.slack.com/services/T0EXAMPLE/B0EXAMPLE/abcdefghijklmnop' },
  webhook: { url: 'https://desk.example/in', secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw' },
  discord: { url: 'https://discord.com/api/webhooks/100000000000000001/token-of-an-example' },
  teams: { url: 'https://prod-1.westeurope.logic.azure.com/workflows/example/triggers' },
  mattermost: { url: 'https://chat.example/hooks/exampleexampleexample' },
  rocketchat: { url: 'https://rocket.example/hooks/example/exampleexample' },
  googlechat: { url: 'https://chat.googleapis.com/v1/spaces/EXAMPLE/messages?key=k&token=t' },
  telegram: { url: 'https://api.telegram.org', secret: '100001:example', to: '-1000000000001' },
  ntfy: { url: 'https://ntfy.sh', to: 'example-topic' },
  matrix: {
    url: 'https://matrix.example',
    secret: 'example-token',
    to: '!example:matrix.example',
  },
  email: {
    url: 'https://mail.example/emails',
    secret: 'example-key',
    from: 'Bayan <bayan@desk.example>',
    to: 'editor@desk.example, night@desk.example',
  },
}

export function endpointOf(kind: HttpKindName, more: Partial<Endpoint> = {}): Endpoint {
  return { id: 'desk', kind, url: '', secret: '', pace: 1, ...SAVED[kind], ...more }
}

export async function render(
  kind: HttpKindName,
  delivery: Delivery,
  more: Partial<Endpoint> = {},
  context: Partial<PayloadContext> = {},
): Promise<OutgoingRequest> {
  return await httpKind(kind).render(delivery, endpointOf(kind, more), { ...CONTEXT, ...context })
}

/** The kinds that people read. */
export const CHATS = (Object.keys(SAVED) as HttpKindName[]).filter((kind) => kind !== 'webhook')

/** What Slack gets, as it is sent. */
export function slackBody(message: Message, snippetOf: SnippetOf): string {
  const delivery = { ...deliveryOf('test'), message }
  const request = slackKind(snippetOf).render(delivery, endpointOf('slack'), CONTEXT)
  if (request instanceof Promise) throw new Error('a Slack message waits for nothing')
  return request.body
}
