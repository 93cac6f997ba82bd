import type { Markup } from './markup.ts'
import { unping } from './plain-text.ts'

/**
 * Text inside a `plain_text` object. Slack reads no markup there and shows entities as they are
 * written, so nothing is escaped; what would be a command elsewhere is broken up all the same,
 * since receivers that imitate Slack are less careful.
 */
export function plain(text: string): string {
  return unping(text.replace(/<(?=[!@#])/g, '<\u2060'))
}

/**
 * No formatting but ours. Slack and Rocket.Chat cannot escape `*`, `_`, `~` and backticks, so a
 * look-alike takes their place; an underscore between two letters formats nothing and stays, since
 * Arabic hashtags are full of them.
 */
export function lookAlikes(text: string): string {
  return text
    .replace(/[*~`]/g, (sign) => LOOK_ALIKES[sign] ?? sign)
    .replace(/(?<![\p{L}\p{N}\p{M}])_|_(?![\p{L}\p{N}\p{M}])/gu, '\u02CD')
}

const LOOK_ALIKES: Readonly<Record<string, string>> = {
  '*': '\u2217',
  '~': '\u223C',
  '`': '\u02CB',
}

/** Text inside a `mrkdwn` object: `&`, `<` and `>` escaped as Slack asks. */
export const mrkdwn: Markup = {
  text: (text) =>
    unping(
      lookAlikes(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
    ),
  bold: (written) => `*${written}*`,
  link: (label, url) => `<${slackAddress(url)}|${label}>`,
}

/** An address inside `<…>`. */
export function slackAddress(url: string): string {
  return url.replaceAll('|', '%7C').replaceAll('&', '&amp;')
}
