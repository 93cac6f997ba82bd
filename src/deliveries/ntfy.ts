import { type EndpointKind, jsonRequest } from './kind.ts'
import { fitted, plainText, write } from './markup.ts'
import { tellingOf } from './message-lines.ts'

/** ntfy takes 4,096 bytes as a message and makes a file of more; an Arabic letter is two. */
const MOST_BYTES = 4000

/** ntfy: `to` is the topic, `secret` an access token where the server asks for one. */
export const ntfy: EndpointKind = {
  pace: () => 1,
  needs: ['to'],
  home: 'https://ntfy.sh',
  render: ({ message }, { url, secret, to }, context) => {
    const { title, url: click, lines } = tellingOf(message, context.baseUrl)
    const encoder = new TextEncoder()
    const written = (kept: typeof lines): string =>
      kept.map(({ spans }) => write(spans, plainText)).join('\n')
    // Bounded in bytes: a shorter text is tried until its bytes fit.
    let text = fitted(lines, MOST_BYTES, written)
    for (let max = text.length; encoder.encode(text).length > MOST_BYTES; max -= 200)
      text = fitted(lines, max, written)
    const authorization = secret === '' ? {} : { authorization: `Bearer ${secret}` }
    return {
      ...jsonRequest({ topic: to, title, message: text, click }, context, authorization),
      url,
    }
  },
}
