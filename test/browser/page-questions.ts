import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** What is asked of a page inside the browser: as text, since our types know no document. */

/** Sums up how far things moved after they were first drawn; none leaves no mark. */
export const OBSERVE_SHIFTS = `
new PerformanceObserver((list) => {
  for (const { value } of list.getEntries()) {
    const { dataset } = document.documentElement
    dataset.shift = Number(dataset.shift ?? 0) + value
  }
}).observe({ type: 'layout-shift', buffered: true })`

/** By how many pixels a page is wider than its screen. */
export const TOO_WIDE = 'document.documentElement.scrollWidth - innerWidth'

/** How far down the menus reach. */
export const MENUS_END = `(document.querySelector('.desk-bar') ?? document.querySelector('header'))
  .getBoundingClientRect().bottom + scrollY`

/** Whether the word of the menu for this page is in sight; true where there is no such menu. */
export const SEES_WHERE = `(() => {
  const here = document.querySelector('.desk-bar [aria-current]')?.getBoundingClientRect()
  return here === undefined || (here.left >= 0 && here.right <= innerWidth)
})()`

/** What is folded away is looked at too. */
export const OPEN_ALL =
  "for (const folded of document.querySelectorAll('details')) folded.open = true"

/** In which direction a diff is read. */
export const DIFF_DIRECTION = "getComputedStyle(document.querySelector('.diff')).direction"

/** What hostile words must not change. */
export const SHAPE = `({
  ran: 'ran' in globalThis,
  shape: ['header', 'main', 'footer', 'main h1', 'title', 'html > body'].map(
    (part) => document.querySelectorAll(part).length,
  ),
  foreign: document.querySelectorAll(
    'script:not([src="/script.js"]), iframe, object, embed, base, form:not([action^="/"]),' +
      '[onload], [onerror], [onfocus], [onclick], [style]',
  ).length,
  links: Array.from(document.links, ({ protocol }) => protocol).filter(
    (one) => !/^https?:$/.test(one),
  ),
  isTooWide: document.documentElement.scrollWidth > innerWidth,
})`

/** What axe-core finds on a page: each rule, and the first element that breaks it. */
export async function axeFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  return await page.evaluate(
    "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html))",
  )
}
