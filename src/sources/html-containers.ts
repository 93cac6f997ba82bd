import type { TagRole } from './html-tags-table.ts'

/** An element of the page that is read, between its start and its end. */
export interface OpenElement {
  readonly role: TagRole
  /** Where it stands in the stack of open elements. */
  readonly depth: number
  /** `dir` and `lang`, ready to be written. */
  readonly attributes: string
  /** Absolute address, for links that may be followed. */
  readonly href: string | undefined
}

/** An element that is written and stays open over several paragraphs. */
export interface Container {
  readonly tag: 'ul' | 'ol' | 'li' | 'blockquote'
  /** The element of the page that asked for it. */
  readonly from: OpenElement
}

/** Deeper containers are read flat. */
const MAX_CONTAINERS = 12

/**
 * The containers that a text in these open elements stands in, outermost first. Lists hold items
 * only, and items stand only in lists: what a page leaves out is put in.
 */
export function containerPath(stack: readonly OpenElement[]): Container[] {
  const path: Container[] = []
  for (const from of stack) {
    if (path.length >= MAX_CONTAINERS) break
    path.push(...containersOf(from, inList(path)))
  }
  const last = path.at(-1)
  return last !== undefined && inList(path) ? [...path, { tag: 'li', from: last.from }] : path
}

function containersOf(from: OpenElement, isInList: boolean): Container[] {
  const { role } = from
  if (role.kind === 'item') {
    return isInList
      ? [{ tag: 'li', from }]
      : [
          { tag: 'ul', from },
          { tag: 'li', from },
        ]
  }
  if (role.kind !== 'list' && role.kind !== 'quote') return []
  const tag = role.kind === 'list' ? role.as : 'blockquote'
  return isInList
    ? [
        { tag: 'li', from },
        { tag, from },
      ]
    : [{ tag, from }]
}

function inList(path: readonly Container[]): boolean {
  const tag = path.at(-1)?.tag
  return tag === 'ul' || tag === 'ol'
}
