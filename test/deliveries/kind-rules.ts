import * as AdaptiveCards from 'adaptivecards'
import type { OutgoingRequest } from '../../src/deliveries/kind.ts'
import type { HttpKindName } from '../../src/deliveries/endpoint.ts'
import { brokenSlackRules } from './slack-rules.ts'

/**
 * Each receiver's rules as far as they are written down, for an offline check. They say "no known
 * rule broken", never "it takes this": nothing here was tested against the services themselves.
 */
type Rules = (body: never, broken: (sentence: string) => void, request: OutgoingRequest) => void

/** Every rule that a request breaks, as sentences; empty is good. */
export async function brokenRules(kind: HttpKindName, request: OutgoingRequest): Promise<string[]> {
  const found: string[] = []
  const { body } = request
  if (kind === 'slack') found.push(...brokenSlackRules(body))
  found.push(...commonRules(kind, body))
  RULES[kind]?.(JSON.parse(body) as never, (sentence) => found.push(sentence), request)
  return found
}

/** Mail and ntfy ping nobody by a word. */
const WITHOUT_PINGS = new Set<HttpKindName>(['ntfy', 'email'])

function commonRules(kind: HttpKindName, body: string): string[] {
  const broken: string[] = []
  if (/\\ud[89ab]..(?!\\ud[c-f])/i.test(body) || !body.isWellFormed())
    broken.push('half a character')
  for (const text of stringsIn(JSON.parse(body))) {
    if (!WITHOUT_PINGS.has(kind) && /@(?:channel|here|everyone|all|room|group)\b/i.test(text))
      broken.push(`a ping: ${text}`)
    // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
    if (/[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/.test(text)) broken.push('a control character')
    if (/[\u061C\u200E\u200F\u202A-\u202E\u2066\u2067]/.test(text)) broken.push('turns a line')
    for (const line of text.split(/\n|<br>|<\/p>/)) {
      const opened = line.split('\u2068').length - line.split('\u2069').length
      if (opened !== 0) broken.push(`an isolate that is never closed: ${line}`)
    }
  }
  return broken
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  // The runs of one paragraph of a card are one text.
  if (hasRuns(value)) return [value.inlines.map(({ text }) => text).join('')]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : []
}

function hasRuns(value: unknown): value is { inlines: { text: string }[] } {
  return typeof value === 'object' && value !== null && 'inlines' in value
}

/** Only our own elements, each closed, each address whole, every other sign escaped. */
function brokenHtml(text: string, allowed: readonly string[]): string[] {
  const broken: string[] = []
  const open: string[] = []
  const rest = text.replace(
    /<(\/?)([a-z0-9]+)((?: [a-z]+="[^"<>]*")*)>/g,
    (_, close, name, rest) => {
      if (!allowed.includes(name)) broken.push(`an element ${name}`)
      if (name === 'a' && close === '' && !/^ href="https?:[^"]+"$/.test(rest))
        broken.push(`a link ${rest}`)
      if (close === '/' && open.pop() !== name) broken.push(`closes ${name}`)
      if (close === '' && name !== 'br') open.push(name)
      return ''
    },
  )
  if (open.length > 0) broken.push(`leaves open ${open.join(' ')}`)
  if (/[<>]/.test(rest)) broken.push(`an angle bracket: ${rest.slice(0, 200)}`)
  if (/&(?!(?:amp|lt|gt|quot);)/.test(rest)) broken.push(`an ampersand: ${rest.slice(0, 200)}`)
  return broken
}

function decoded(html: string): string {
  return html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}

/** What is left of Markdown when our own bold and links are taken out is escaped to the last sign. */
function brokenMarkdown(text: string, specials: RegExp): string[] {
  const plain = text
    .replaceAll(/\\[^0-9A-Za-z\s]/g, 'E')
    .replaceAll(/\]\(https?:[^\s()<>]+\)/g, ']')
    .replaceAll(/\*\*(?!\s)([^*]*?)\*\*/g, '$1')
    .replaceAll(/\[([^[\]]*)\]/g, '$1')
  return specials.test(plain) ? [`markup of somebody else: ${plain.slice(0, 300)}`] : []
}

const bytes = (text: string): number => new TextEncoder().encode(text).length

const RULES: Partial<Record<HttpKindName, Rules>> = {
  discord: (
    message: {
      content: string
      embeds: { title: string; description: string; url: string }[]
      allowed_mentions: unknown
    },
    broken,
    { url },
  ) => {
    const [embed] = message.embeds
    if (embed === undefined || message.embeds.length > 1) return broken('not one embed')
    const { title, description } = embed
    if (message.content.length > 2000 || message.content.trim() === '') broken('content')
    if (title.length > 256 || title.trim() === '') broken(`a title of ${title.length}`)
    if (/<[@#:]/.test(title)) broken(`a command in the title: ${title}`)
    if (description.length > 4096 || description === '') broken(`${description.length} units`)
    if (title.length + description.length > 6000) broken('6,000 in all')
    if (JSON.stringify(message.allowed_mentions) !== '{"parse":[]}') broken('mentions are allowed')
    if (!URL.canParse(embed.url)) broken('no link')
    if (!String(url).endsWith('?wait=true')) broken('the message\u2019s id is not asked for')
    for (const text of [message.content, description])
      for (const sentence of brokenMarkdown(text, /[`*_~|<>[\]#]/)) broken(sentence)
  },
  teams: (
    message: { type: string; attachments: { contentType: string; content: object }[] },
    broken,
    { body },
  ) => {
    if (bytes(body) > 28_000) broken(`${bytes(body)} bytes`)
    const [attachment] = message.attachments
    if (message.type !== 'message' || attachment === undefined) return broken('the envelope')
    if (attachment.contentType !== 'application/vnd.microsoft.card.adaptive') broken('the type')
    for (const sentence of cardProblems(attachment.content)) broken(sentence)
    const { fallbackText } = attachment.content as { fallbackText: string }
    for (const sentence of brokenMarkdown(fallbackText, /[`*_~[\]#]/)) broken(sentence)
  },
  mattermost: ({ text }: { text: string }, broken) => {
    if (text.length > 16_383) broken(`${text.length} characters`)
    for (const sentence of brokenMarkdown(text.replace(/^#### /, ''), /[`*_~|[\]#]/))
      broken(sentence)
  },
  rocketchat: ({ text }: { text: string }, broken) => {
    if (text.length > 5_000) broken(`${text.length} characters`)
    const plain = text
      .replaceAll(/\]\(https?:[^\s()<>]+\)/g, ']')
      .replaceAll(/\*([^*]*)\*/g, '$1')
      .replaceAll(/\[([^[\]]*)\]/g, '$1')
    if (/[`*~[\]<>]/.test(plain)) broken(`markup of somebody else: ${plain.slice(0, 300)}`)
  },
  googlechat: (
    message: {
      fallbackText: string
      cardsV2: {
        card: {
          header: { title: string }
          sections: { widgets: { textParagraph: { text: string } }[] }[]
        }
      }[]
    },
    broken,
    { body },
  ) => {
    if (bytes(body) > 32_000) broken(`${bytes(body)} bytes`)
    const [card] = message.cardsV2
    if (card === undefined || card.card.header.title.trim() === '') return broken('no title')
    const widgets = card.card.sections.flatMap((section) => section.widgets)
    if (widgets.length === 0 || widgets.length > 100) broken(`${widgets.length} widgets`)
    for (const { textParagraph } of widgets)
      for (const sentence of brokenHtml(textParagraph.text, ['b', 'a'])) broken(sentence)
    if (/<users\//.test(message.fallbackText)) broken('pings all users')
  },
  telegram: (message: { chat_id: string; text: string; parse_mode: string }, broken, { url }) => {
    for (const sentence of brokenHtml(message.text, ['b', 'a'])) broken(sentence)
    if (decoded(message.text).length > 4096) broken(`${decoded(message.text).length} characters`)
    if (message.parse_mode !== 'HTML' || message.chat_id === '') broken('the form')
    if (/(?<![\w.+-])@\w/.test(decoded(message.text))) broken('pings somebody')
    if (!/\/bot[^/]+\/sendMessage$/.test(String(url))) broken('the method')
  },
  ntfy: (message: { topic: string; title: string; message: string; click: string }, broken) => {
    if (message.topic === '' || message.title.trim() === '') broken('topic and title')
    if (bytes(message.message) > 4096 || message.message === '')
      broken(`${bytes(message.message)} bytes`)
    if (!URL.canParse(message.click)) broken('no link')
  },
  matrix: (
    content: { msgtype: string; body: string; formatted_body: string; 'm.mentions': object },
    broken,
    { body, method, url },
  ) => {
    if (bytes(body) > 60_000) broken(`${bytes(body)} bytes`)
    for (const sentence of brokenHtml(content.formatted_body, ['b', 'a', 'br'])) broken(sentence)
    if (content.body.trim() === '' || content.msgtype !== 'm.text') broken('the form')
    if (JSON.stringify(content['m.mentions']) !== '{}') broken('somebody is meant')
    if (method !== 'PUT' || !/m\.room\.message\/msg_[0-9a-f]{32}$/.test(String(url)))
      broken('the call')
  },
  email: (
    mail: {
      from: string
      to: string[]
      subject: string
      text: string
      html: string
      headers: object
    },
    broken,
    { headers },
  ) => {
    for (const value of [mail.subject, mail.from, ...mail.to, ...Object.values(mail.headers)])
      if (/[\r\n]/.test(String(value)) || String(value) === '') broken(`a header of mail: ${value}`)
    if (mail.subject.length > 400) broken('a long subject')
    const inner = /<body>([^]*)<\/body>/.exec(mail.html)?.[1] ?? ''
    const text = inner.replaceAll(' dir="auto"', '')
    for (const sentence of brokenHtml(text, ['b', 'a', 'p', 'h2'])) broken(sentence)
    if (headers['idempotency-key']?.startsWith('msg_') !== true) broken('no idempotency key')
  },
}

/** What Microsoft's own reader of cards has to say. */
function cardProblems(card: object): string[] {
  const { AdaptiveCard, SerializationContext, Versions } = AdaptiveCards
  const context = new SerializationContext(Versions.v1_5)
  const read = new AdaptiveCard()
  read.parse(card, context)
  const events = Array.from(
    { length: context.eventCount },
    (_, at) => context.getEventAt(at).message,
  )
  const problems = read.validateProperties().validationEvents.map(({ message }) => message)
  return [...events, ...problems]
}
