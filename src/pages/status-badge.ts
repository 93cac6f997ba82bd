import type { Status } from '../objects/desk-status.ts'
import { escapeAttribute } from '../feeds/xml-text.ts'
import type { Language } from '../text/language.ts'
import { needsLook } from './needs-look.ts'
import { PAGE_WORDS } from './words-table.ts'

/** About what a letter of the badge's face takes, in units of the drawing. */
const LETTER = 6.6
const PADDING = 10

const GOOD = '#1d6b35'
const BAD = '#a3201d'
const WAIT = '#7a5200'

/** The state of all sources as a small picture for other people's pages. */
export function statusBadge(status: Status | undefined, lang: Language): string {
  const words = PAGE_WORDS[lang]
  const sources = (status?.publishers ?? []).flatMap((publisher) => publisher.sources)
  const ill = sources.filter(({ state }) => needsLook(state)).length
  const said =
    status === undefined
      ? words.states.unknown
      : ill === 0
        ? words.states.ok
        : `${ill}/${sources.length} ${words.needLook}`
  const color = status === undefined ? WAIT : ill === 0 ? GOOD : BAD
  const left = words.product.length * LETTER + 2 * PADDING
  const right = said.length * LETTER + 2 * PADDING
  const text = (x: number, value: string) =>
    `<text x="${x}" y="14" text-anchor="middle">${escapeAttribute(value)}</text>`
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${left + right}" height="20" role="img" ` +
    `aria-label="${escapeAttribute(`${words.product}: ${said}`)}" font-family="sans-serif" font-size="11" fill="#fff">` +
    `<rect width="${left + right}" height="20" rx="3" fill="${color}"/>` +
    `<rect width="${left}" height="20" rx="3" fill="#3a3e42"/>` +
    `${text(left / 2, words.product)}${text(left + right / 2, said)}</svg>`
  )
}
