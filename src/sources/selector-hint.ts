import type { Words } from '../text/language.ts'
import { scanPage, type PageNode } from './page-scan.ts'
import type { SourceDocument } from './reading.ts'

const MOST_HINTS = 3

/**
 * What on a page is like a selector that found nothing, for the operator: " Similar: .post-item (12), .post (3)." '' where nothing is. Looks at the last class or id that the selector names.
 */
export function likeIt(selector: string, document: SourceDocument): Words {
  const wanted = /[.#]([\w-]+)[^.#]*$/.exec(selector)?.[1]?.toLowerCase()
  const tag = /(?:^|[\s>])([a-z][a-z0-9]*)[^\s>]*$/i.exec(selector)?.[1]?.toLowerCase()
  const { nodes } = scanPage(document.text)
  const counts = new Map<string, number>()
  for (const node of nodes)
    for (const name of namesLike(node, wanted, tag)) {
      counts.set(name, (counts.get(name) ?? 0) + 1)
    }
  const found = [...counts].toSorted((a, b) => b[1] - a[1]).slice(0, MOST_HINTS)
  if (found.length === 0) return { en: '', ar: '' }
  const list = found.map(([name, count]) => `${name} (${count})`)
  return { en: ` Similar: ${list.join(', ')}.`, ar: ` ما يشبهه: ${list.join('، ')}.` }
}

function namesLike(node: PageNode, wanted: string | undefined, tag: string | undefined): string[] {
  if (wanted === undefined) return node.tag === tag ? [node.tag] : []
  return node.names
    .split(' ')
    .filter((name) => isLike(name.replace('#', ''), wanted))
    .map((name) => (name.startsWith('#') ? name : `.${name}`))
}

/** "post-item" is like "post-items", "item" and "item-post". */
function isLike(name: string, wanted: string): boolean {
  if (name.length < 3) return false
  if (name.includes(wanted) || wanted.includes(name)) return true
  const parts = wanted.split(/[-_]+/).filter((part) => part.length > 2)
  return parts.some(
    (part) =>
      name.split(/[-_]+/).includes(part.replace(/s$/, '')) || name.split(/[-_]+/).includes(part),
  )
}
