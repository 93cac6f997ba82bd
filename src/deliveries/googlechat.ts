import { type EndpointKind, jsonRequest } from './kind.ts'
import { fitted, html, write } from './markup.ts'
import { tellingOf } from './message-lines.ts'
import type { Line } from './telling.ts'
import { oneLine, unping } from './plain-text.ts'

/** Google Chat takes 32,000 bytes; an Arabic letter is two. */
const MOST_CHARACTERS = 12_000

/**
 * A Google Chat webhook. The words stand in a card, where `<users/all>` pings nobody; messages about
 * one statement share a thread, by a key that needs no memory.
 */
export const googlechat: EndpointKind = {
  pace: () => 1,
  needs: ['url'],
  render: ({ message }, endpoint, context) => {
    const { title, summary, lines } = tellingOf(message, context.baseUrl)
    const fallbackText = unping(oneLine(summary, 300).replaceAll('<', '<\u2060'))
    const header = { title: unping(title) }
    const thread =
      message.kind === 'alert' ? { thread: { threadKey: message.alert.statement.id } } : {}
    const body = (kept: readonly Line[]): string => {
      const widgets = kept.map(({ spans }) => ({ textParagraph: { text: write(spans, html) } }))
      const card = { header, sections: [{ widgets }] }
      return JSON.stringify({ fallbackText, cardsV2: [{ cardId: 'bayan', card }], ...thread })
    }
    const place = new URL(endpoint.url)
    if ('thread' in thread)
      place.searchParams.set('messageReplyOption', 'REPLY_MESSAGE_FALLBACK_TO_NEW_THREAD')
    const { headers } = jsonRequest(null, context)
    return { headers, url: place.href, body: fitted(lines, MOST_CHARACTERS, body) }
  },
}
