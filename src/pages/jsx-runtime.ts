import type { JSX as Hono } from 'hono/jsx/jsx-runtime'

type HonoTags = Hono.IntrinsicElements

/**
 * What JSX becomes: a piece of html, written at once. Pages are made on the server and sent, nothing
 * else: no hooks, no promises, no lifting of tags into the head. So a line of html costs a line of
 * work, and a tenth of the bundle that a library for the browser too would cost.
 */
export class Html {
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  toString(): string {
    return this.#text
  }
}

export type Child = Html | string | number | boolean | null | undefined | readonly Child[]

type Props = Readonly<Record<string, unknown>>

export type Component = (props: never) => Html

export declare namespace JSX {
  type Element = Html
  type ElementType = string | Component
  interface ElementChildrenAttribute {
    readonly children: unknown
  }
  /** The attributes that HTML knows, with children of ours; others (`svg`) as they come. */
  type IntrinsicElements = {
    [Tag in keyof HonoTags]: Omit<HonoTags[Tag], 'children'> & { readonly children?: Child }
  } & Readonly<Record<'line' | 'rect' | 'svg' | 'text', Props>>
}

/** Html of ours, or sanitised when it was read: written as it is. */
export function raw(html: string): Html {
  return new Html(html)
}

/** The compiler's name for `<tag …>` and for `<Component …>`. */
export function jsx(tag: string | ((props: Props) => Html), props: Props): Html {
  if (typeof tag === 'function') return tag(props)
  let start = `<${tag}`
  for (const [name, value] of Object.entries(props)) {
    if (name !== 'children') start += attribute(name, value)
  }
  if (VOID.has(tag)) return new Html(`${start}/>`)
  return new Html(`${start}>${written(props['children'])}</${tag}>`)
}

export { jsx as jsxs, jsx as jsxDEV }

/** `<>…</>`: its children, and nothing around them. */
export function Fragment({ children }: { readonly children?: unknown }): Html {
  return new Html(written(children))
}

/** Elements that have no end (WHATWG HTML, 13.1.2), as far as pages use them. */
const VOID = new Set(['br', 'hr', 'img', 'input', 'line', 'link', 'meta', 'rect'])

function written(child: unknown): string {
  if (child instanceof Html) return child.toString()
  if (Array.isArray(child)) return child.map(written).join('')
  if (typeof child === 'string') return escaped(child)
  return typeof child === 'number' ? String(child) : ''
}

/** What is false or not there is not written; what is true is, where its value is no word, by name alone. */
function attribute(name: string, value: unknown): string {
  const isWord = /^(aria|data)-|^spellcheck$/.test(name)
  if (typeof value === 'boolean' && !isWord) return value ? ` ${name}=""` : ''
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return ` ${name}="${escaped(String(value))}"`
  }
  return ''
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** For text and for values in quotes alike. */
function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '')
}
