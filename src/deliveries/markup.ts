import { escapeQuoted } from '../text/escape-html.ts'
import type { Line } from './telling.ts'
import { type Span, unping } from './plain-text.ts'

/** How one family of receivers writes what every message is made of. */
export interface Markup {
  /** Somebody else's text, made harmless: no formatting, no command, no ping. */
  readonly text: (text: string) => string
  /** `written` has been through `text`. */
  readonly bold: (written: string) => string
  readonly link: (label: string, url: string) => string
}

export function write(spans: readonly Span[], markup: Markup): string {
  return spans
    .map(({ text, bold, url }) => {
      const written = markup.text(text)
      const shown = bold === true ? markup.bold(written) : written
      return url === undefined ? shown : markup.link(shown, url)
    })
    .join('')
}

/** What is left out first where a receiver takes less: what only repeats or explains. */
const DISPENSABLE: readonly Line['role'][] = [
  'partner',
  'entry',
  'translation',
  'also',
  'near',
  'excerpt',
  'changed',
  'found',
]

/**
 * Lines as they are written, joined, below a receiver's limit: the least important are left out
 * from the end until the rest fits, so that no markup is ever cut in two. How many is found by
 * halving: a digest has a hundred lines, and writing them all is what costs.
 */
export function fitted(
  lines: readonly Line[],
  max: number,
  written: (lines: readonly Line[]) => string,
): string {
  let kept = lines
  let text = written(kept)
  for (const role of DISPENSABLE) {
    if (text.length <= max) return text
    const places = kept.flatMap((line, at) => (line.role === role ? [at] : []))
    const first = (count: number): Line[] =>
      kept.filter((line, at) => line.role !== role || at < (places[count] ?? Infinity))
    let [fits, bursts] = [0, places.length]
    while (bursts - fits > 1) {
      const middle = (fits + bursts) >> 1
      if (written(first(middle)).length <= max) fits = middle
      else bursts = middle
    }
    if (places.length > 0) kept = first(fits)
    text = written(kept)
  }
  return text.length <= max ? text : written(kept.filter(({ role }) => role === 'byline'))
}

/** HTML as mail, Telegram, Matrix and Google Chat's cards read it. */
export const html: Markup = {
  text: (text) => unping(escapeQuoted(text)),
  bold: (written) => `<b>${written}</b>`,
  link: (label, url) => `<a href="${escapeQuoted(url)}">${label}</a>`,
}

/** Markdown in which every sign of ASCII can be escaped: Discord. Mattermost takes fewer. */
export const markdown: Markup = {
  text: (text) => unping(text.replace(/[\\`*_~|[\]()<>#+\-.!:]/g, String.raw`\$&`)),
  bold: (written) => `**${written}**`,
  link: (label, url) => `[${label}](${url.replace(/[()<>\\*_~]/g, percent)})`,
}

function percent(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
}

/** Text alone: the words that were found stand between asterisks, an address behind its label. */
export const plainText: Markup = {
  text: unping,
  bold: (written) => `*${written}*`,
  link: (label, url) => `${label}: ${url}`,
}
