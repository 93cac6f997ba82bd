import { type Compound, fits, parseSelector, type Step } from './css-selector.ts'

/** What stands for an element while it is open: which beginnings of selectors it, and those around it, fulfil. */
export interface Standing {
  /** Of this element: for `>`. */
  readonly own: number
  /** Of this element and of all around it. */
  readonly all: number
}

export const OUTSIDE: Standing = { own: 0, all: 0 }

/** A step that selectors with one beginning share. */
interface Node {
  readonly compound: Compound
  readonly isChild: boolean
  /** Selectors that end here. */
  readonly ends: number[]
  readonly next: Node[]
  /** A power of two where something comes behind, else 0. */
  bit: number
}

/** Bits of a small integer: more beginnings at once are for HTMLRewriter. */
const MOST_BITS = 30

/**
 * Selectors that are asked together of every element of a page, in the order of the page: what begins
 * alike is asked once. An element is told by its own tests and by what its parent passed on, so that
 * nobody ever looks back.
 */
export class SelectorSet {
  readonly #roots: readonly Node[]
  readonly #inner: readonly Node[]

  private constructor(roots: readonly Node[], inner: readonly Node[]) {
    this.#roots = roots
    this.#inner = inner
  }

  /** Undefined where HTMLRewriter must be asked. Made once for the same selectors: a poll asks the same of each page. */
  static of(selectors: readonly string[]): SelectorSet | undefined {
    const key = selectors.join('\0')
    if (!made.has(key)) {
      if (made.size >= MOST_MADE) made.clear()
      made.set(key, SelectorSet.#make(selectors))
    }
    return made.get(key)
  }

  static #make(selectors: readonly string[]): SelectorSet | undefined {
    const roots: Node[] = []
    const inner: Node[] = []
    for (const [index, selector] of selectors.entries()) {
      const chains = parseSelector(selector)
      if (chains === undefined) return undefined
      for (const chain of chains) plant(chain, index, roots, inner)
    }
    return inner.length > MOST_BITS ? undefined : new SelectorSet(roots, inner)
  }

  over(html: string): SelectorMatcher {
    return new SelectorMatcher(html, this.#roots, this.#inner)
  }
}

const made = new Map<string, SelectorSet | undefined>()
/** Some twenty sources' own, and those of the recipes. */
const MOST_MADE = 100

function plant(chain: readonly Step[], index: number, roots: Node[], inner: Node[]): void {
  let level = roots
  for (const [depth, { compound, isChild }] of chain.entries()) {
    let node = level.find((one) => one.isChild === isChild && one.compound.text === compound.text)
    if (node === undefined) {
      node = { compound, isChild, ends: [], next: [], bit: 0 }
      level.push(node)
    }
    if (depth === chain.length - 1) {
      if (!node.ends.includes(index)) node.ends.push(index)
      return
    }
    if (node.bit === 0) node.bit = 2 ** inner.push(node)
    level = node.next
  }
}

type AttributeOf = (name: string) => string | null

const NONE: readonly number[] = []

/** Goes over one page. */
class SelectorMatcher {
  readonly #html: string
  readonly #roots: readonly Node[]
  readonly #inner: readonly Node[]
  /** Where each needle stands next: most elements are passed over by a comparison of two numbers. */
  readonly #needles = new Map<string, number>()
  #found: readonly number[] = NONE
  #own = 0

  constructor(html: string, roots: readonly Node[], inner: readonly Node[]) {
    this.#html = html
    this.#roots = roots
    this.#inner = inner
  }

  /** Selectors that found the element at the last call. */
  get found(): readonly number[] {
    return this.#found
  }

  /** Asks about the next element of the page, whose start tag stands from `start` to before `end`. */
  at(
    tag: string,
    attributeOf: AttributeOf,
    start: number,
    end: number,
    parent: Standing,
  ): Standing {
    this.#found = NONE
    this.#own = 0
    for (const node of this.#roots) this.#ask(node, tag, attributeOf, start, end)
    if (parent.all !== 0) {
      for (const { bit, next } of this.#inner) {
        if ((parent.all & bit) === 0) continue
        for (const node of next) {
          if (node.isChild && (parent.own & bit) === 0) continue
          this.#ask(node, tag, attributeOf, start, end)
        }
      }
    }
    const own = this.#own
    if (own === 0 && parent.own === 0) return parent
    return { own, all: parent.all | own }
  }

  #ask(node: Node, tag: string, attributeOf: AttributeOf, start: number, end: number): void {
    const { compound, ends, bit } = node
    if (compound.tag !== undefined && compound.tag !== tag) return
    if (compound.needle !== '' && this.#needle(compound.needle, start) >= end) return
    if (!fits(compound, tag, attributeOf, () => this.#html.slice(start, end))) return
    const fresh = ends.filter((index) => !this.#found.includes(index))
    if (fresh.length > 0) this.#found = [...this.#found, ...fresh]
    this.#own |= bit
  }

  #needle(needle: string, start: number): number {
    const known = this.#needles.get(needle)
    if (known !== undefined && known >= start) return known
    const at = this.#html.indexOf(needle, start)
    const next = at === -1 ? Infinity : at
    this.#needles.set(needle, next)
    return next
  }
}
