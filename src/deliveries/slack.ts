import type { PlainDetail } from '../sources/refusal-detail.ts'
import type { HeaderBlock, SectionBlock } from '@slack/types'
import type { Answer } from './delivery.ts'
import { type EndpointKind, jsonRequest } from './kind.ts'
import { fitted, write } from './markup.ts'
import type { SnippetOf } from './alert-lines.ts'
import { tellingOf } from './message-lines.ts'
import type { Line, Telling } from './telling.ts'
import { oneLine } from './plain-text.ts'
import { mrkdwn, plain, slackAddress } from './slack-text.ts'

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

/** Slack refuses more; a longer digest is cut to its oldest alerts, and links the rest. */
const MOST_BLOCKS = 45
const MOST_CHARACTERS = 11_000
const MOST_SUMMARY = 600
const MOST_FALLBACK_ADDRESS = 300

/**
 * A Slack incoming webhook, and what imitates one. About one message a second is let through. A
 * hook cannot edit what it posted: a revision's alert says that it is one.
 */
export function slackKind(snippetOf?: SnippetOf): EndpointKind {
  return {
    pace: () => 1,
    needs: ['url'],
    render: (delivery, _endpoint, context) => {
      const telling = tellingOf(delivery.message, context.baseUrl, snippetOf)
      const text = fallback(telling)
      const head: HeaderBlock = {
        type: 'header',
        // Cut after `plain`, which may add a joiner; `emoji: false` keeps ":fire:" as written.
        text: { type: 'plain_text', text: oneLine(plain(telling.title), 150), emoji: false },
      }
      const body = (lines: readonly Line[]): string =>
        JSON.stringify({
          text,
          blocks: [head, ...sections(lines)],
          // Slack would fetch each linked page to show a card of it.
          unfurl_links: false,
          unfurl_media: false,
        })
      const { headers } = jsonRequest(null, context)
      const lines = telling.lines.slice(0, MOST_BLOCKS)
      return { headers, body: fitted(lines, MOST_CHARACTERS, body) }
    },
    failureIn,
    isDead: ({ status, body }) => (status === 403 || status === 404) && DEAD_HOOK.has(body.trim()),
  }
}

/** What notifications show, and receivers that know no blocks. */
function fallback({ summary, url }: Telling): string {
  const text = write([{ text: oneLine(summary, MOST_SUMMARY) }], mrkdwn)
  return url.length > MOST_FALLBACK_ADDRESS ? text : `${text}\n<${slackAddress(url)}>`
}

/** One section a line, save that what was found stands below the watch that found it. */
function sections(lines: readonly Line[]): SectionBlock[] {
  const texts: string[] = []
  for (const { role, spans } of lines) {
    const text = write(spans, mrkdwn)
    const above = role === 'found' ? texts.pop() : undefined
    texts.push(above === undefined ? text : `${above}\n${text}`)
  }
  // `verbatim` keeps Slack from making links and mentions out of bare words.
  return texts.map((text) => ({ type: 'section', text: { type: 'mrkdwn', text, verbatim: true } }))
}

/** Slack says success as 200 with `ok`; a proxy's log-in page comes with 200 as well. */
function failureIn({ status, body }: Answer): PlainDetail | undefined {
  if (body.trim() === 'ok') return undefined
  return ['receiver-did-not-take', status ?? 0, 'Slack']
}
