/**
 * Slack's rules as far as they are written down, for an offline check. It says "no known rule
 * broken", never "Slack takes this": nothing here was tested against Slack itself.
 */
const MOST_IN_ALL = 12_000

/** Every rule that a body breaks, as sentences; empty is good. */
export function brokenSlackRules(body: string): string[] {
  const message = JSON.parse(body) as { text: unknown; blocks: unknown }
  const broken: string[] = []
  const rule = (holds: boolean, sentence: string): void => {
    if (!holds) broken.push(sentence)
  }
  rule(typeof message.text === 'string' && message.text.trim() !== '', 'text is empty')
  rule(String(message.text).length <= 3000, 'text is long for a notification')
  const blocks = message.blocks as Record<string, never>[]
  rule(Array.isArray(blocks) && blocks.length >= 1 && blocks.length <= 50, '1 to 50 blocks')
  rule(body.length < MOST_IN_ALL, `${body.length} characters in all`)
  rule(body.isWellFormed() && !/\\ud[89a-f]/i.test(body), 'half a character')
  for (const block of blocks) broken.push(...brokenInBlock(block))
  broken.push(...brokenInMarkup(String(message.text)))
  for (const string of stringsIn(message)) {
    rule(!/<[!@#]/.test(string), `a command: ${string}`)
    rule(!/@(?:channel|here|everyone|all|group)\b/i.test(string), `a bare mention: ${string}`)
    // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
    rule(!/[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/.test(string), 'a control character')
    rule(isolatesAreBalanced(string), `a bidi control that is never closed: ${string}`)
  }
  return broken
}

function brokenInBlock(block: { type?: string; text?: Record<string, unknown> }): string[] {
  const broken: string[] = []
  const text = String(block.text?.['text'])
  if (text.trim() === '') broken.push(`an empty ${block.type}`)
  switch (block.type ?? '') {
    case 'header':
      if (block.text?.['type'] !== 'plain_text') broken.push('a header that is not plain text')
      if (text.length > 150) broken.push(`a header of ${text.length}`)
      if (/[\n\r]/.test(text)) broken.push('a header of two lines')
      break
    case 'section':
      if (block.text?.['type'] !== 'mrkdwn') broken.push('a section that is not mrkdwn')
      if (block.text?.['verbatim'] !== true) broken.push('a section that makes links of words')
      if (text.length > 3000) broken.push(`a section of ${text.length}`)
      broken.push(...brokenInMarkup(text))
      break
    default:
      broken.push(`an unknown block ${block.type}`)
  }
  return broken
}

/** Links are `<https://…|label>` and nothing else is between angle brackets; entities are whole. */
function brokenInMarkup(text: string): string[] {
  const broken: string[] = []
  const rest = text.replace(/<https?:\/\/[^\s<>|]+(?:\|[^<>\n]+)?>/g, '')
  if (/[<>]/.test(rest)) broken.push(`an angle bracket outside a link: ${rest}`)
  if (/&(?!(?:amp|lt|gt);)/.test(text)) broken.push(`an ampersand that is not escaped: ${text}`)
  if (/[`~]/.test(text.replace(/<[^>]*>/g, ''))) broken.push(`a fence or a strike: ${text}`)
  for (const line of rest.split('\n')) {
    if ((line.match(/\*/g) ?? []).length % 2 === 1) broken.push(`bold that is not closed: ${line}`)
    const bold = /(?<before>.?)\*(?<inside>[^*]*)\*(?<after>.?)/gu
    for (const { groups } of line.matchAll(bold)) {
      const { before = '', inside = '', after = '' } = groups ?? {}
      if (inside.trim() !== inside || inside === '')
        broken.push(`bold that begins or ends blank: ${line}`)
      if (/[\p{L}\p{N}\p{M}\p{Cf}]/u.test(before + after))
        broken.push(`bold within a word: ${line}`)
    }
  }
  return broken
}

function isolatesAreBalanced(text: string): boolean {
  if (/[\u061C\u200E\u200F\u202A-\u202E\u2066\u2067]/.test(text)) return false
  return text.split('\n').every((line) => {
    let open = 0
    for (const sign of line) {
      if (sign === '\u2068') open += 1
      if (sign === '\u2069') open -= 1
      if (open < 0) return false
    }
    return open === 0
  })
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(stringsIn)
}
