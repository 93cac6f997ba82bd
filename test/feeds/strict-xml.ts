/**
 * A strict reader of XML 1.0 with namespaces, for tests: it throws where a document is not well
 * formed. It knows what our feeds may hold and refuses the rest (DOCTYPE, comments, processing
 * instructions, entities of one's own), so what it accepts is accepted by any parser.
 */
export interface Element {
  /** As written, with its prefix. */
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly Element[]
  /** Its own text, references resolved. */
  readonly text: string
}

const DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n'
const CDATA = '<![CDATA['
const CHARACTERS = /^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u
const NAME = /^[A-Za-z_][A-Za-z0-9._-]*(?::[A-Za-z_][A-Za-z0-9._-]*)?$/
const TAG = /^<(\/?)([^\s/>]+)((?:\s+[^\s=]+="[^"<]*")*)\s*(\/?)>/
const PREDEFINED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
}

export function readStrictXml(document: string): Element {
  if (!document.startsWith(DECLARATION)) throw new Error('no XML declaration')
  if (!CHARACTERS.test(document)) throw new Error('a character that XML 1.0 forbids')
  const reader = new Reader(document.slice(DECLARATION.length).replace(/\r\n?/g, '\n'))
  return reader.root()
}

interface Open {
  readonly name: string
  readonly attributes: Map<string, string>
  readonly children: Element[]
  readonly prefixes: ReadonlySet<string>
  text: string
}

class Reader {
  readonly #xml: string
  #at = 0

  constructor(xml: string) {
    this.#xml = xml
  }

  root(): Element {
    const holder: Open = {
      name: '',
      attributes: new Map(),
      children: [],
      prefixes: new Set(['xml', 'xmlns']),
      text: '',
    }
    const open: Open[] = [holder]
    while (this.#at < this.#xml.length) {
      if (this.#xml.startsWith(CDATA, this.#at)) this.#section(open)
      else if (this.#xml[this.#at] === '<') this.#tag(open)
      else this.#text(open)
    }
    if (open.length !== 1) throw new Error(`<${open.at(-1)?.name}> is not closed`)
    const [root, second] = holder.children
    if (root === undefined || second !== undefined) throw new Error('not exactly one root')
    if (holder.text.trim() !== '') throw new Error('text outside the root')
    return root
  }

  #section(open: Open[]): void {
    const end = this.#xml.indexOf(']]>', this.#at)
    if (end === -1) throw new Error('a CDATA section without end')
    if (open.length === 1) throw new Error('a CDATA section outside the root')
    open.at(-1)!.text += this.#xml.slice(this.#at + CDATA.length, end)
    this.#at = end + 3
  }

  #text(open: Open[]): void {
    const end = this.#xml.indexOf('<', this.#at)
    const raw = this.#xml.slice(this.#at, end === -1 ? undefined : end)
    if (raw.includes(']]>')) throw new Error(']]> in text')
    open.at(-1)!.text += resolved(raw)
    this.#at += raw.length
  }

  #tag(open: Open[]): void {
    const [whole, slash, name, attributeText, selfClosing] =
      TAG.exec(this.#xml.slice(this.#at, this.#at + 10_000)) ?? []
    if (whole === undefined || name === undefined || !NAME.test(name)) {
      throw new Error(`no tag: ${this.#xml.slice(this.#at, this.#at + 60)}`)
    }
    this.#at += whole.length
    const parent = open.at(-1)!
    if (slash === '/') {
      if (parent.name !== name || attributeText !== '')
        throw new Error(`</${name}> closes <${parent.name}>`)
      open.pop()
      open.at(-1)!.children.push(parent)
      return
    }
    const attributes = attributesOf(attributeText ?? '')
    const declared = [...attributes.keys()]
      .filter((key) => key.startsWith('xmlns:'))
      .map((key) => key.slice(6))
    const element: Open = {
      name,
      attributes,
      children: [],
      prefixes: new Set([...parent.prefixes, ...declared]),
      text: '',
    }
    for (const used of [name, ...attributes.keys()]) {
      const [prefix, local] = used.split(':')
      if (local !== undefined && !element.prefixes.has(prefix!))
        throw new Error(`${used}: unbound prefix`)
    }
    if (selfClosing === '/') parent.children.push(element)
    else open.push(element)
  }
}

function attributesOf(text: string): Map<string, string> {
  const attributes = new Map<string, string>()
  for (const [, name, value] of text.matchAll(/\s+([^\s=]+)="([^"<]*)"/g)) {
    if (name === undefined || value === undefined || !NAME.test(name))
      throw new Error(`attribute ${name}`)
    if (attributes.has(name)) throw new Error(`${name} stands twice`)
    attributes.set(name, resolved(value.replace(/[\t\n\r]/g, ' ')))
  }
  return attributes
}

function resolved(raw: string): string {
  if (/&(?!(?:#x[0-9A-Fa-f]+|#[0-9]+|amp|lt|gt|quot|apos);)/.test(raw))
    throw new Error(`bare & in ${raw}`)
  return raw.replace(/&(#x?)?([0-9A-Za-z]+);/g, (_, kind: string | undefined, digits: string) => {
    if (kind === undefined) return PREDEFINED[digits]!
    const character = String.fromCodePoint(Number.parseInt(digits, kind === '#x' ? 16 : 10))
    if (!CHARACTERS.test(character)) throw new Error(`a reference to what XML forbids: ${digits}`)
    return character
  })
}

/** The children of one name. */
export function all(element: Element, name: string): Element[] {
  return element.children.filter((child) => child.name === name)
}

/** The only child of a name; throws where there are none or several. */
export function only(element: Element, name: string): Element {
  const found = all(element, name)
  if (found.length !== 1) throw new Error(`${found.length} <${name}> in <${element.name}>`)
  return found[0]!
}
