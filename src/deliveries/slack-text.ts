import { cut } from './cut.ts'

/** Marks a stretch of a text, in UTF-16 units, end exclusive. */
export interface Mark {
  readonly start: number
  readonly end: number
}

/** Invisible characters that turn the rest of a line around; ours are put in after. */
const BIDI_CONTROLS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const BREAKS = /[\s\u0000-\u001F\u007F-\u009F\u2028\u2029]/g
const FSI = '\u2068'
const PDI = '\u2069'

/**
 * One line of somebody else's text, as long as before (so that marks still fit): no line breaks,
 * which could begin a quote or a list, and in place of bidi controls the word joiner, which is as
 * invisible and turns nothing.
 */
export function flatten(text: string): string {
  return text.toWellFormed().replace(BREAKS, ' ').replace(BIDI_CONTROLS, '\u2060')
}

/** A text of one line, blanks joined, cut between graphemes: for fields without marks. */
export function oneLine(text: string, max: number): string {
  return cut(
    text.toWellFormed().replace(BIDI_CONTROLS, '').replace(BREAKS, ' ').replace(/ +/g, ' ').trim(),
    max,
  )
}

/**
 * Text inside a `plain_text` object. Slack reads no markup there and shows entities as they are
 * written, so nothing is escaped; what would be a command elsewhere is broken up all the same,
 * since receivers that imitate Slack are less careful.
 */
export function plain(text: string): string {
  return text.replace(/<(?=[!@#])/g, '<\u2060').replace(MENTIONS, '@\u2060')
}

/** Where Slack's imitators ping everybody on a bare word (Mattermost, Rocket.Chat). */
const MENTIONS = /@(?=(?:channel|here|everyone|all|group)\b)/gi

/**
 * Text inside a `mrkdwn` object: `&`, `<` and `>` escaped as Slack asks, and no formatting but
 * ours. Slack cannot escape `*`, `_`, `~` and backticks, so a look-alike takes their place; an
 * underscore between two letters formats nothing and stays, since Arabic hashtags are full of them.
 */
export function mrkdwn(text: string): string {
  return text
    .replace(/[*~`]/g, (sign) => LOOK_ALIKES[sign] ?? sign)
    .replace(/(?<![\p{L}\p{N}\p{M}])_|_(?![\p{L}\p{N}\p{M}])/gu, '\u02CD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(MENTIONS, '@\u2060')
}

const LOOK_ALIKES: Readonly<Record<string, string>> = {
  '*': '\u2217',
  '~': '\u223C',
  '`': '\u02CB',
}

/** A text as mrkdwn with its marks in bold. The text is flat already; see `flatten`. */
export function withBold(text: string, marks: readonly Mark[]): string {
  let written = ''
  let from = 0
  for (const { start, end } of boundedMarks(text, marks)) {
    written += `${mrkdwn(text.slice(from, start))}*${mrkdwn(text.slice(start, end))}*`
    from = end
  }
  return written + mrkdwn(text.slice(from))
}

/**
 * What Slack takes as a border of `*bold*`: an end of the line, a blank, plain punctuation. A word
 * that was found inside a longer chain (`#word_word`, a Latin word with an Arabic clitic) is widened
 * to the whole chain, else the asterisks would be shown as they are.
 */
function boundedMarks(text: string, marks: readonly Mark[]): Mark[] {
  const bounded: { start: number; end: number }[] = []
  for (const mark of [...marks].sort((a, b) => a.start - b.start)) {
    const { start, end } = widened(text, mark)
    const last = bounded.at(-1)
    if (start >= end) continue
    if (last !== undefined && start < last.end) last.end = Math.max(last.end, end)
    else bounded.push({ start, end })
  }
  return bounded
}

const BORDER = /[\s.,;:!?()[\]{}"'\u00AB\u00BB\u201C\u201D\u060C\u061B\u061F\u2026\u2013\u2014/-]/

function widened(text: string, mark: Mark): Mark {
  let { start, end } = { start: Math.max(0, mark.start), end: Math.min(text.length, mark.end) }
  while (start < end && /\s/.test(text.charAt(start))) start += 1
  while (end > start && /\s/.test(text.charAt(end - 1))) end -= 1
  if (start >= end) return { start, end }
  while (start > 0 && !BORDER.test(text.charAt(start - 1))) start -= 1
  while (end < text.length && !BORDER.test(text.charAt(end))) end += 1
  return { start, end }
}

/**
 * Keeps a text that runs the other way than its line from carrying the line's punctuation with it.
 * A blank stands between the isolate and an asterisk, which would not border on it.
 */
export function isolate(text: string, line: 'rtl' | 'ltr'): string {
  const other = line === 'rtl' ? /\p{Script=Latin}/u : /[\p{Script=Arabic}\p{Script=Hebrew}]/u
  if (!other.test(text)) return text
  return FSI + (text.startsWith('*') ? ' ' : '') + text + (text.endsWith('*') ? ' ' : '') + PDI
}
