import type { ApiMethods } from '@grammyjs/types'
import { answered } from './answer-json.ts'
import type { Answer } from './delivery.ts'
import { type EndpointKind, jsonRequest } from './kind.ts'
import { fitted, html, write } from './markup.ts'
import { tellingOf } from './message-lines.ts'

/** Telegram counts 4,096 after its markup is read: with the markup it is surely less. */
const MOST_CHARACTERS = 4000
/** What it says of a bot or a chat that takes no messages any more. */
const DEAD =
  /unauthorized|chat not found|bot was (?:kicked|blocked)|user is deactivated|group chat was (?:deleted|deactivated)/i

type Message = Parameters<ApiMethods<never>['sendMessage']>[0]

/**
 * A Telegram bot: `secret` is its token, `to` the chat. One message a second to a chat, twenty a
 * minute to a group, whose id begins with a minus. A revision edits the first message.
 */
export const telegram: EndpointKind = {
  pace: ({ to }) => (to?.startsWith('-') === true ? 0.33 : 1),
  needs: ['secret', 'to'],
  home: 'https://api.telegram.org',
  render: ({ message }, { url, secret, to = '' }, context) => {
    const { title, url: link, lines } = tellingOf(message, context.baseUrl)
    const head = write([{ text: title, url: link, bold: true }], html)
    const text = fitted(lines, MOST_CHARACTERS, (kept) =>
      [head, ...kept.map(({ spans }) => write(spans, html))].join('\n'),
    )
    const body: Message = {
      chat_id: to,
      text,
      parse_mode: 'HTML',
      link_preview_options: { is_disabled: true },
    }
    const edits = context.earlier !== undefined
    const base = `${url.replace(/\/+$/, '')}/bot${secret}`
    return {
      ...jsonRequest(edits ? { ...body, message_id: Number(context.earlier) } : body, context),
      url: `${base}/${edits ? 'editMessageText' : 'sendMessage'}`,
    }
  },
  failureIn: (answer) =>
    answered(answer, 'ok') === true
      ? undefined
      : ['receiver-did-not-take', answer.status ?? 0, 'Telegram'],
  isDead: (answer) => isRefusal(answer) && DEAD.test(described(answer)),
  // An edit that was made, and whose answer was lost, changes nothing the second time.
  isKept: (answer) => isRefusal(answer) && /message is not modified/i.test(described(answer)),
  sentId: (answer) => {
    const id = answered(answer, 'result', 'message_id')
    return typeof id === 'number' ? String(id) : undefined
  },
}

function described(answer: Answer): string {
  const text = answered(answer, 'description')
  return typeof text === 'string' ? text : ''
}

function isRefusal({ status }: Answer): boolean {
  return status !== undefined && status >= 400 && status < 500
}
