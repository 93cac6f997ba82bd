import { answered } from './answer-json.ts'
import { type EndpointKind, jsonRequest } from './kind.ts'
import { fitted, html, plainText, write } from './markup.ts'
import { tellingOf } from './message-lines.ts'
import type { Line } from './telling.ts'

/** An event may hold 64 KiB; both forms of the text stand in it, twice in an edit. */
const MOST_CHARACTERS = 6000

/**
 * A Matrix room by the client API: `url` is the homeserver, `to` the room, `secret` the access
 * token. The transaction's id is the delivery's, so that even a repetition is shown once. A revision
 * edits the first message.
 */
export const matrix: EndpointKind = {
  pace: () => 1,
  needs: ['url', 'secret', 'to'],
  render: ({ id, message }, { url, secret, to = '' }, context) => {
    const telling = tellingOf(message, context.baseUrl)
    const first: Line = {
      role: 'byline',
      spans: [{ text: telling.title, bold: true, url: telling.url }],
    }
    const lines = [first, ...telling.lines]
    const content = {
      msgtype: 'm.text',
      body: fitted(lines, MOST_CHARACTERS, (kept) =>
        kept.map(({ spans }) => write(spans, plainText)).join('\n'),
      ),
      format: 'org.matrix.custom.html',
      formatted_body: fitted(lines, MOST_CHARACTERS, (kept) =>
        kept.map(({ spans }) => write(spans, html)).join('<br>'),
      ),
      // Said outright: nobody is meant.
      'm.mentions': {},
    }
    const edit = {
      ...content,
      'm.new_content': content,
      'm.relates_to': { rel_type: 'm.replace', event_id: context.earlier },
    }
    const room = `/_matrix/client/v3/rooms/${encodeURIComponent(to)}/send/m.room.message/${id}`
    return {
      ...jsonRequest(context.earlier === undefined ? content : edit, context, {
        authorization: `Bearer ${secret}`,
      }),
      url: `${url.replace(/\/+$/, '')}${room}`,
      method: 'PUT',
    }
  },
  isDead: ({ status, body }) =>
    (status === 401 || status === 403) &&
    /"M_(?:UNKNOWN_TOKEN|FORBIDDEN|USER_DEACTIVATED)"/.test(body),
  sentId: (answer) => {
    const id = answered(answer, 'event_id')
    return typeof id === 'string' ? id : undefined
  },
}
