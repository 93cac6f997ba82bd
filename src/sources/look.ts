import { fold } from '../text/fold.ts'
import type { Get } from './get.ts'
import { openDocument } from './poll.ts'

/**
 * What a look at a statement's own address showed. `gone`: 404, 410, or a redirect to a front page.
 * `unclear` is everything that a site does when it is ill: it teaches nothing.
 */
export type Look = 'there' | 'changed' | 'gone' | 'unclear'

const PAGE_BYTES = 2 * 1024 * 1024
/** A title stands near the head of its page. */
const LETTERS_READ = 300_000

/** @param title what tells this page from another at the same address */
export async function lookAt(url: string, title: string, get: Get, agent: string): Promise<Look> {
  const headers = { 'user-agent': agent, accept: 'text/html, */*;q=0.5' }
  const answer = await get({ url, headers, maxBytes: PAGE_BYTES })
  if (answer.kind === 'refused') return 'unclear'
  const opened = openDocument(answer)
  if (answer.status === 404 || answer.status === 410) {
    return opened.kind === 'refused' && opened.reason === 'challenge' ? 'unclear' : 'gone'
  }
  if (opened.kind === 'refused') return 'unclear'
  if (isFrontPage(answer.url) && !isFrontPage(url)) return 'gone'
  const page = fold(opened.document.text.slice(0, LETTERS_READ)).text
  return page.includes(fold(title).text.trim()) ? 'there' : 'changed'
}

/** `/`, `/ar/`, `/index.php`, `/en/home`: no statement lies there. */
function isFrontPage(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { pathname, search } = new URL(address)
  return search === '' && /^\/(?:[a-z]{2}\/?)?(?:index\.\w+|home\/?)?$/i.test(pathname)
}
