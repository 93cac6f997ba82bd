import type { Words } from '../text/language.ts'
import { parseSelector } from './css-selector.ts'

/**
 * Every element of `inner` inside an element of `outer`. Lists are multiplied out:
 * `.a, .b` within `h2, h3` is `h2 .a, h2 .b, h3 .a, h3 .b`; joined as text it would be something else.
 */
export function within(outer: string, inner: string): string {
  const inners = alternatives(inner)
  return alternatives(outer)
    .flatMap((first) => inners.map((second) => `${first} ${second}`))
    .join(', ')
}

/** The parts of a selector list; commas in brackets and quotes divide nothing. */
function alternatives(selector: string): string[] {
  return (selector.match(/(?:\([^()]*\)|\[(?:"[^"]*"|'[^']*'|[^\]"'])*\]|[^,([])+/g) ?? [])
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/**
 * Why HTMLRewriter cannot use a selector, or undefined: it knows no `+`, `~`, `:has()` and no
 * pseudo-elements. To be asked when a source is saved, too.
 */
export function selectorFault(selector: string): string | undefined {
  if (selector.length > 500) return 'The selector is longer than 500 characters.'
  if (parseSelector(selector) !== undefined) return undefined
  try {
    new HTMLRewriter().on(selector, {})
    return undefined
  } catch (error) {
    return error instanceof Error
      ? error.message.replace(/^Parser error: /, '')
      : 'The selector is not valid.'
  }
}

/** What is said of a selector that has a fault. */
export function unusable(selector: string, fault: string): Words {
  return {
    en: `The selector "${selector}" cannot be used. ${fault}`,
    ar: `لا يمكن استعمال المحدد "${selector}" (${fault}).`,
  }
}
