/** Shows a Slack message (Block Kit) as HTML, near enough to judge what a reader would see. */
import { escape } from './escape.mjs'

/** @param message the body posted to a Slack webhook, parsed */
export function slackHtml(message) {
  const blocks = Array.isArray(message.blocks) ? message.blocks.map(blockHtml) : []
  const shown = blocks.length > 0 ? blocks : [paragraph(mrkdwnHtml(String(message.text ?? '')))]
  return shown.join('\n')
}

function blockHtml(block) {
  switch (block?.type) {
    case 'header':
      return `<h3 dir="auto">${escape(block.text?.text ?? '')}</h3>`
    case 'section':
      return [block.text, ...(block.fields ?? [])]
        .filter(Boolean)
        .map((text) => paragraph(textHtml(text)))
        .join('\n')
    case 'context':
      return `<p class="context" dir="auto">${(block.elements ?? []).map(textHtml).join(' ')}</p>`
    case 'actions':
      return paragraph((block.elements ?? []).map(buttonHtml).join(' '))
    case 'divider':
      return '<hr>'
    default:
      // A block we do not know is shown as it is: this page must not hide what was sent.
      return `<pre>${escape(JSON.stringify(block, null, 1))}</pre>`
  }
}

function paragraph(html) {
  return `<p dir="auto">${html}</p>`
}

function buttonHtml(element) {
  return linkHtml(String(element?.url ?? ''), escape(element?.text?.text ?? element?.type ?? ''))
}

function textHtml(text) {
  const value = String(text?.text ?? '')
  return text?.type === 'mrkdwn' ? mrkdwnHtml(value) : escape(value)
}

/**
 * Slack's mark-up as HTML. `<…>` are links and mentions; everything else that could be HTML came as
 * `&lt;` and is escaped again here, so nothing in a message becomes an element of this page.
 */
export function mrkdwnHtml(text) {
  return text
    .split(/(<[^<>]*>)/)
    .map((part) => (/^<.*>$/s.test(part) ? angleHtml(part.slice(1, -1)) : emphasised(part)))
    .join('')
    .replaceAll('\n', '<br>')
}

function angleHtml(inside) {
  const bar = inside.indexOf('|')
  const target = bar === -1 ? inside : inside.slice(0, bar)
  const label = bar === -1 ? target : inside.slice(bar + 1)
  // A mention would ring everybody's phone: shown loudly, since Bayan must never send one.
  if (/^[!@#]/.test(target))
    return `<mark class="mention">${escape(unescape(`<${inside}>`))}</mark>`
  return linkHtml(unescape(target), emphasised(label))
}

function linkHtml(address, labelHtml) {
  return /^(https?|mailto):/i.test(address)
    ? `<a href="${escape(address)}" rel="noreferrer">${labelHtml}</a>`
    : labelHtml
}

/** Bold, italic and struck words: the mark must touch the word and have none on its outer side. */
function emphasised(text) {
  return escape(unescape(text))
    .replace(
      /(?<![\p{L}\p{N}*])\*(?!\s)([^*\n]+?)(?<!\s)\*(?![\p{L}\p{N}*])/gu,
      '<strong>$1</strong>',
    )
    .replace(/(?<![\p{L}\p{N}_])_(?!\s)([^_\n]+?)(?<!\s)_(?![\p{L}\p{N}_])/gu, '<em>$1</em>')
    .replace(/(?<![\p{L}\p{N}~])~(?!\s)([^~\n]+?)(?<!\s)~(?![\p{L}\p{N}~])/gu, '<s>$1</s>')
    .replace(/`([^`\n]+)`/g, '<code>$1</code>')
}

/** The three characters that Slack asks senders to escape. */
function unescape(text) {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}
