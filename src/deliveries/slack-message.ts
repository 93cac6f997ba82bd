import type { HeaderBlock, SectionBlock } from '@slack/types'
import type { Statement } from '../statements/statement.ts'
import { directionOf, type Direction, type Language } from '../text/language.ts'
import type { Alert } from '../watches/alert.ts'
import type { Match } from '../watches/watch.ts'
import { cutIndex } from './cut.ts'
import { dayOf } from './day.ts'
import type { Message } from './delivery.ts'
import { type Notice, subjectName } from './notice.ts'
import { NOTICE_WORDS } from './notice-words-table.ts'
import { linkable, pageAddress } from './page-address.ts'
import { flatten, isolate, mrkdwn, oneLine, plain, withBold, type Mark } from './slack-text.ts'
import { SLACK_WORDS, type SlackWords } from './slack-words-table.ts'

/** What an incoming webhook takes, as far as we use it. */
export interface SlackMessage {
  /** What notifications show, and receivers that know no blocks. */
  readonly text: string
  readonly blocks: readonly (HeaderBlock | SectionBlock)[]
  /** Slack would fetch each linked page to show a card of it. */
  readonly unfurl_links: false
  readonly unfurl_media: false
}

/** A stretch of text around the matches, and where they stand in it. */
export type SnippetOf = (
  text: string,
  matches: readonly Match[],
) => { readonly text: string; readonly marks: readonly Mark[] }

/**
 * Bounds before escaping, which may make five characters of one (`&amp;`). Together they keep
 * every message below Slack's limits (header 150, section 3,000, blocks 50) and below 12,000
 * characters: Slack refuses about 13,000 with `msg_blocks_too_long`, a limit that it does not
 * document (slackapi/bolt-js#2509).
 */
const MOST = { header: 150, title: 150, name: 80, part: 40, parts: 5, snippet: 300, reason: 250 }
/** An address is bounded after escaping: cut, it would lead elsewhere, so a longer one is left out. */
const MOST_ADDRESS = 1200
const MOST_FALLBACK_ADDRESS = 300

export function slackMessage(
  message: Message,
  baseUrl: string,
  snippetOf: SnippetOf,
): SlackMessage {
  switch (message.kind) {
    case 'alert':
      return alertMessage(message.alert, baseUrl, snippetOf)
    case 'notice':
      return noticeMessage(message.notice, baseUrl)
    case 'test':
      return testMessage()
  }
}

/** In both languages: who runs a deployment may read either. */
function noticeMessage({ subject, state, reason }: Notice, baseUrl: string): SlackMessage {
  const name = oneLine(subjectName(subject), MOST.name)
  const line = (language: Language): string => {
    const show = (text: string): string => isolate(mrkdwn(text), directionOf(language))
    const why = oneLine(reason[language], MOST.reason)
    return `${show(name)}: ${NOTICE_WORDS[language][state]}. ${show(why)}`
  }
  const page = `<${baseUrl}/status|${SLACK_WORDS.en.status} \u00B7 ${SLACK_WORDS.ar.status}>`
  return messageOf(`${line('en')}\n${line('ar')}`, [
    header(`Bayan \u00B7 ${name}`),
    section(line('en')),
    section(line('ar')),
    section(page),
  ])
}

function testMessage(): SlackMessage {
  const en = 'A test message from Bayan: alerts arrive here.'
  const ar = 'رسالة تجريبية من بيان: تصل التنبيهات إلى هنا.'
  return messageOf(`${en}\n${ar}`, [header('Bayan \u00B7 بيان'), section(`${en}\n${ar}`)])
}

function alertMessage(alert: Alert, baseUrl: string, snippetOf: SnippetOf): SlackMessage {
  const { statement, translation } = alert
  const words = SLACK_WORDS[statement.language]
  const direction = directionOf(statement.language)
  const blocks = [
    header(titleOf(statement.title, words)),
    section(byline(alert, words)),
    section(reasons(alert, words)),
    ...excerpt(statement, alert.matches, snippetOf),
    section(links(statement, baseUrl, words)),
    ...translationLink(statement, alert, baseUrl, direction),
    ...(translation === null ? [] : excerpt(translation.statement, translation.matches, snippetOf)),
  ]
  return messageOf(fallback(alert, words), blocks)
}

function messageOf(text: string, blocks: SlackMessage['blocks']): SlackMessage {
  return { text, blocks, unfurl_links: false, unfurl_media: false }
}

/** Slack refuses an empty header; a title may be empty, or be nothing but controls. */
function titleOf(title: string, words: SlackWords): string {
  return oneLine(title, MOST.title) || words.untitled
}

function header(title: string): HeaderBlock {
  // Cut after `plain`, which may add a joiner; `emoji: false` keeps ":fire:" as it was written.
  const text = oneLine(plain(title), MOST.header)
  return { type: 'header', text: { type: 'plain_text', text, emoji: false } }
}

/** `verbatim` keeps Slack from making links and mentions out of bare words. */
function section(text: string): SectionBlock {
  return { type: 'section', text: { type: 'mrkdwn', text, verbatim: true } }
}

function publisherOf({ publisher, statement }: Alert): string {
  return oneLine(publisher.name[statement.language], MOST.name) || publisher.id
}

function byline(alert: Alert, words: SlackWords): string {
  const { statement } = alert
  const publisher = isolate(mrkdwn(publisherOf(alert)), directionOf(statement.language))
  const day =
    statement.published === null
      ? `${words.firstSeen} ${dayOf(statement.firstSeen, statement.language)}`
      : dayOf(statement.published, statement.language)
  return [publisher, day, words.change[alert.change](statement.revision)].join(' \u00B7 ')
}

/** Which watch it was, and which parts of its query hit; the words they hit stand in the excerpt. */
function reasons(alert: Alert, words: SlackWords): string {
  const direction = directionOf(alert.statement.language)
  const matches = [...alert.matches, ...(alert.translation?.matches ?? [])]
  const parts = [...new Set(matches.map(({ part }) => oneLine(part, MOST.part)))]
  const show = (text: string): string => isolate(mrkdwn(text), direction)
  const watch = oneLine(alert.watch.name, MOST.name) || alert.watch.id
  const shown = parts.slice(0, MOST.parts).map((part) => quoted(show(part), part))
  if (parts.length > shown.length) shown.push('\u2026')
  const found = shown.length === 0 ? '' : `\n${words.matched}: ${shown.join(words.comma)}`
  return `${words.watch}: ${show(watch)}${found}`
}

/** A phrase is quoted as it was typed; a second pair of quotes would only blur it. */
function quoted(shown: string, part: string): string {
  return part.startsWith('"') ? shown : `\u201C${shown}\u201D`
}

/** The text around the matches; where only the title hit, the title, in which they are bold too. */
function excerpt(
  statement: Statement,
  matches: readonly Match[],
  snippetOf: SnippetOf,
): SectionBlock[] {
  const field = matches.some((match) => match.field === 'text') ? 'text' : 'title'
  const inField = matches.filter((match) => match.field === field)
  if (inField.length === 0) return []
  const { text, marks } = snippetOf(statement[field], inField)
  const end = cutIndex(text, MOST.snippet)
  const kept = flatten(text.slice(0, end))
  const inside = marks.map((mark) => ({ start: mark.start, end: Math.min(mark.end, end) }))
  const bold = withBold(kept, inside).trim() + (end < text.length ? '\u2026' : '')
  // A line of its own: the isolate is for what Slack may put before it, a name or a time.
  return bold === '' ? [] : [section(isolate(bold, 'ltr'))]
}

function links(statement: Statement, baseUrl: string, words: SlackWords): string {
  const theirs = slackAddress(statement.url)
  const ours = `<${pageAddress(baseUrl, statement.id)}|${words.atBayan}>`
  return theirs === undefined ? ours : `<${theirs}|${words.atPublisher}> \u00B7 ${ours}`
}

function translationLink(
  statement: Statement,
  alert: Alert,
  baseUrl: string,
  direction: Direction,
): SectionBlock[] {
  const partner = alert.translation?.statement ?? statement.translation
  if (partner === null) return []
  const address = slackAddress(partner.url) ?? pageAddress(baseUrl, partner.id)
  const title = titleOf(partner.title, SLACK_WORDS[partner.language])
  const label = SLACK_WORDS[statement.language].translation
  return [section(`${label}: ${isolate(`<${address}|${mrkdwn(title)}>`, direction)}`)]
}

/** An address inside `<…|…>`; undefined where it may not be linked or is too long for a message. */
function slackAddress(address: string): string | undefined {
  const escaped = linkable(address, MOST_ADDRESS)?.replaceAll('|', '%7C').replaceAll('&', '&amp;')
  return escaped === undefined || escaped.length > MOST_ADDRESS ? undefined : escaped
}

function fallback(alert: Alert, words: SlackWords): string {
  const { statement } = alert
  const direction = directionOf(statement.language)
  const show = (text: string): string => isolate(mrkdwn(text), direction)
  const title = show(titleOf(statement.title, words))
  const change = words.change[alert.change](statement.revision)
  const address = slackAddress(statement.url)
  const link =
    address === undefined || address.length > MOST_FALLBACK_ADDRESS ? '' : `\n<${address}>`
  return `${show(publisherOf(alert))}: ${title} (${change})${link}`
}
