import { asciiJson } from '../text/json.ts'
import { type EndpointKind, jsonRequest } from './kind.ts'
import { fitted } from './markup.ts'
import { tellingOf } from './message-lines.ts'
import type { Line, Telling } from './telling.ts'
import { type Span, unping } from './plain-text.ts'

/** Teams takes 28 kB; bytes of UTF-8, so a third of that in the worst of letters. */
const MOST_BYTES = 25_000

/**
 * Microsoft Teams through a Workflows hook: an Adaptive Card in a message. Words stand in
 * `TextRun`s, which know no markup, so that nothing need be escaped. The hook answers 202 before
 * the card is posted: a 2xx says that the workflow has it, no more.
 */
export const teams: EndpointKind = {
  pace: () => 4,
  needs: ['url'],
  render: ({ message }, _endpoint, context) => {
    const telling = tellingOf(message, context.baseUrl)
    const { headers } = jsonRequest(null, context)
    // In ASCII a character is a byte, and the bound holds for Arabic too.
    const bytes = (lines: readonly Line[]): string =>
      asciiJson(JSON.stringify(card(telling, lines)))
    return { headers, body: fitted(telling.lines, MOST_BYTES, bytes) }
  },
}

/** The one text of a card that is read as Markdown; in a `TextRun` a backslash would be shown. */
const MARKDOWN = /[\\`*_~[\]#]/g

function card({ title, summary, direction }: Telling, lines: readonly Line[]): object {
  const links = lines.filter(({ role }) => role === 'links').flatMap(({ spans }) => spans)
  const content = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.5',
    rtl: direction === 'rtl',
    msteams: { width: 'Full' },
    fallbackText: unping(summary.replace(MARKDOWN, String.raw`\$&`)),
    body: [
      block([{ text: title, bold: true }], { size: 'large' }),
      ...lines.filter(({ role }) => role !== 'links').map(({ spans }) => block(spans)),
    ],
    actions: links.flatMap(({ text, url }) =>
      url === undefined ? [] : [{ type: 'Action.OpenUrl', title: text, url }],
    ),
  }
  const contentType = 'application/vnd.microsoft.card.adaptive'
  return { type: 'message', attachments: [{ contentType, contentUrl: null, content }] }
}

function block(spans: readonly Span[], more: { readonly size?: 'large' } = {}): object {
  const inlines = spans.map(({ text, bold, url }) => ({
    type: 'TextRun',
    text: unping(text),
    ...more,
    ...(bold === true ? { weight: 'bolder' } : {}),
    ...(url === undefined ? {} : { selectAction: { type: 'Action.OpenUrl', url } }),
  }))
  return { type: 'RichTextBlock', inlines }
}
