import type { Message } from './delivery.ts'
import { type EndpointKind, jsonRequest } from './kind.ts'
import { html, plainText, write } from './markup.ts'
import { tellingOf } from './message-lines.ts'
import type { Line } from './telling.ts'
import { isolate } from './plain-text.ts'

/** One mail, for an HTTP API or for Cloudflare's binding. */
export interface Mail {
  readonly from: string
  readonly to: readonly string[]
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly headers: Readonly<Record<string, string>>
}

/**
 * Mail. `to` holds the addresses, `from` the sender. With a `url` it goes to an HTTP mail API in the
 * form that Resend made common (`from`, `to`, `subject`, `text`, `html`, `headers`; a bearer token,
 * an idempotency key); without one, through Cloudflare's `send_email` binding.
 */
export const email: EndpointKind = {
  pace: () => 1,
  needs: ['to', 'from'],
  render: ({ id, message }, { secret, to = '', from = '' }, context) =>
    jsonRequest(mailOf(message, to, from, context.baseUrl), context, {
      authorization: `Bearer ${secret}`,
      'idempotency-key': id,
    }),
}

export function mailOf(message: Message, to: string, from: string, baseUrl: string): Mail {
  const { title, url, summary, lines, language, direction } = tellingOf(message, baseUrl)
  const head: Line = { role: 'byline', spans: [{ text: title, url }] }
  const paragraphs = lines.map(({ spans }) => `<p dir="auto">${write(spans, html)}</p>`).join('\n')
  const heading = `<h2 dir="auto">${write(head.spans, html)}</h2>`
  return {
    from,
    to: to.split(',').map((address) => address.trim()),
    // One line, whatever the title held: a header of mail ends with its line.
    subject: summary,
    text: [head, ...lines].map(({ spans }) => write(isolate(spans, 'ltr'), plainText)).join('\n\n'),
    html: `<!doctype html><html lang="${language}" dir="${direction}"><body>${heading}\n${paragraphs}</body></html>`,
    headers: threadOf(message, baseUrl),
  }
}

/** Mails about one statement name one parent that never was: programs show them as a thread. */
function threadOf(message: Message, baseUrl: string): Record<string, string> {
  if (message.kind !== 'alert') return {}
  const parent = `<${message.alert.statement.id}@${new URL(baseUrl).hostname}>`
  return { 'In-Reply-To': parent, References: parent }
}
