import type { Answer, Delivery } from './delivery.ts'
import type { Endpoint } from './endpoint.ts'
import type { EndpointKind, OutgoingRequest, PayloadContext } from './kind.ts'
import { slackMessage, type SnippetOf } from './slack-message.ts'

/**
 * What Slack says of a hook, a workspace or a channel that takes no messages any more, whatever
 * they hold (Slack's list of errors for incoming webhooks, 2016-05-17 and since). Other refusals,
 * `invalid_payload` among them, are about one message.
 */
const DEAD_HOOK = new Set([
  'no_service',
  'no_service_id',
  'no_active_hooks',
  'no_team',
  'team_disabled',
  'invalid_token',
  'action_prohibited',
  'channel_not_found',
  'channel_is_archived',
  'posting_to_general_channel_denied',
])

/** A Slack incoming webhook, and what imitates one. About one message a second is let through. */
export function slackKind(snippetOf: SnippetOf): EndpointKind {
  const render = (
    delivery: Delivery,
    _endpoint: Endpoint,
    { baseUrl }: PayloadContext,
  ): Promise<OutgoingRequest> => {
    const body = JSON.stringify(slackMessage(delivery.message, baseUrl, snippetOf))
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      'user-agent': `Bayan (+${baseUrl})`,
    }
    return Promise.resolve({ headers, body })
  }
  return { pace: 1, render, failureIn, isDead }
}

/** Slack says success as 200 with `ok`; a proxy's log-in page comes with 200 as well. */
function failureIn({ status, body }: Answer): string | undefined {
  if (body.trim() === 'ok') return undefined
  return `The receiver answered ${status}, but not with the "ok" by which Slack says that it took a message.`
}

function isDead({ status, body }: Answer): boolean {
  return (status === 403 || status === 404) && DEAD_HOOK.has(body.trim())
}
