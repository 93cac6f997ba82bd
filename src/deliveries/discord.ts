import type { RESTPostAPIWebhookWithTokenJSONBody } from 'discord-api-types/v10'
import { answered } from './answer-json.ts'
import { type EndpointKind, jsonRequest } from './kind.ts'
import { fitted, markdown, write } from './markup.ts'
import { tellingOf } from './message-lines.ts'
import { cut } from './cut.ts'
import { oneLine, unping } from './plain-text.ts'

const MOST = { title: 256, description: 4096, content: 300 }
/** Codes of Discord's errors: the hook was deleted, its token changed, the channel is gone. */
const DEAD_CODES = new Set([10003, 10015, 50027])

/**
 * A Discord webhook. Its answer to `?wait=true` names the message, so that a revision edits it. What
 * Discord lets through it says in its headers; 5 in 2 s where it says nothing.
 */
export const discord: EndpointKind = {
  pace: () => 2,
  needs: ['url'],
  render: ({ message }, { url }, context) => {
    const { title, url: link, summary, lines } = tellingOf(message, context.baseUrl)
    const description = fitted(lines, MOST.description, (kept) =>
      kept.map(({ spans }) => write(spans, markdown)).join('\n'),
    )
    // An embed's title is shown as it is; commands in angle brackets are broken all the same.
    const shown = unping(title.replaceAll('<', '<\u2060'))
    const body: RESTPostAPIWebhookWithTokenJSONBody = {
      content: cut(markdown.text(oneLine(summary, 120)), MOST.content),
      embeds: [{ title: oneLine(shown, MOST.title), url: link, description }],
      // Whatever a text says, nobody is pinged.
      allowed_mentions: { parse: [] },
    }
    const place = new URL(url)
    if (context.earlier !== undefined) place.pathname += `/messages/${context.earlier}`
    else place.searchParams.set('wait', 'true')
    const method = context.earlier === undefined ? 'POST' : 'PATCH'
    return { ...jsonRequest(body, context), url: place.href, method }
  },
  isDead: (answer) => DEAD_CODES.has(Number(answered(answer, 'code'))),
  sentId: (answer) => {
    const id = answered(answer, 'id')
    return typeof id === 'string' && /^\d{1,20}$/.test(id) ? id : undefined
  },
}
