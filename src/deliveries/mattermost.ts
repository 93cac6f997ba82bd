import type { Answer } from './delivery.ts'
import { type EndpointKind, jsonRequest } from './kind.ts'
import { fitted, markdown, type Markup, write } from './markup.ts'
import { tellingOf } from './message-lines.ts'
import { unping } from './plain-text.ts'

/** Mattermost cuts what is longer into several posts. */
const MOST_CHARACTERS = 16_000

/** As Markdown, save that fewer signs can be escaped: an angle bracket needs it least of all. */
const mattermostMarkdown: Markup = {
  ...markdown,
  text: (text) =>
    unping(text.replace(/[\\`*_~|[\]()#+\-.!:]/g, String.raw`\$&`)).replaceAll('<', '<\u2060'),
}

/** A Mattermost incoming webhook. It knows no blocks, and cannot edit what it posted. */
export const mattermost: EndpointKind = {
  pace: () => 5,
  needs: ['url'],
  render: ({ message }, _endpoint, context) => {
    const { title, url, lines } = tellingOf(message, context.baseUrl)
    const head = `#### ${write([{ text: title, url }], mattermostMarkdown)}`
    const text = fitted(lines, MOST_CHARACTERS, (kept) =>
      [head, ...kept.map(({ spans }) => write(spans, mattermostMarkdown))].join('\n'),
    )
    return jsonRequest({ text }, context)
  },
  failureIn: ({ status, body }) =>
    body.trim() === 'ok' ? undefined : ['receiver-did-not-take', status ?? 0, 'Mattermost'],
  isDead,
}

/** The hook was deleted or switched off; a proxy's "not found" is neither. */
function isDead({ status, body }: Answer): boolean {
  return (
    status !== undefined &&
    status >= 400 &&
    status < 500 &&
    /incoming_webhook\.(?:invalid|disabled)/.test(body)
  )
}
