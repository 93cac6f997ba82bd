import { answered } from './answer-json.ts'
import { type EndpointKind, jsonRequest } from './kind.ts'
import { fitted, markdown, type Markup, write } from './markup.ts'
import { tellingOf } from './message-lines.ts'
import { unping } from './plain-text.ts'
import { lookAlikes } from './slack-text.ts'

const MOST_CHARACTERS = 4800

/** Rocket.Chat escapes nothing: look-alikes stand for what would format, link or ping. */
const rocketMarkdown: Markup = {
  text: (text) => unping(lookAlikes(text).replace(/[[\]<>]/g, (sign) => BRACKETS[sign] ?? sign)),
  bold: (written) => `*${written}*`,
  link: markdown.link,
}

const BRACKETS: Readonly<Record<string, string>> = {
  '[': '\uFF3B',
  ']': '\uFF3D',
  '<': '\u2039',
  '>': '\u203A',
}

/** A Rocket.Chat incoming integration. It cannot edit what it posted. */
export const rocketchat: EndpointKind = {
  pace: () => 2,
  needs: ['url'],
  render: ({ message }, _endpoint, context) => {
    const { title, url, lines } = tellingOf(message, context.baseUrl)
    const head = write([{ text: title, url }], rocketMarkdown)
    const text = fitted(lines, MOST_CHARACTERS, (kept) =>
      [head, ...kept.map(({ spans }) => write(spans, rocketMarkdown))].join('\n'),
    )
    return jsonRequest({ text, parseUrls: false }, context)
  },
  failureIn: (answer) =>
    answered(answer, 'success') === true
      ? undefined
      : ['receiver-did-not-take', answer.status ?? 0, 'Rocket.Chat'],
}
