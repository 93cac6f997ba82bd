import { percentDecoded } from '../text/percent-decoded.ts'

const LONGEST = 120

/**
 * Something to call a page by before it was read: the words of its address, "first-statement" →
 * "first statement". The address itself where it has no words.
 */
export function titleFromAddress(address: string): string {
  const { pathname, host } = new URL(address)
  const last = pathname.split('/').findLast((part) => part !== '') ?? ''
  const words = percentDecoded(last)
    .replace(/\.\w{2,5}$/, '')
    .replace(/[-_+]+/g, ' ')
    .trim()
    .slice(0, LONGEST)
  return /\p{L}/u.test(words) ? words : `${host}${pathname}`.slice(0, LONGEST)
}
