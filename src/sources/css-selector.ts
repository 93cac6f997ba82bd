/** One simple test of an element: its attributes undecoded, as HTMLRewriter has them. */
interface AttributeTest {
  readonly name: string
  /** '' asks only that the attribute is there. */
  readonly operator: '' | '=' | '~=' | '^=' | '$=' | '*=' | '|='
  readonly value: string
  readonly ignoresCase: boolean
}

/** What one element must be: `div.post[lang]:not(.old)`. */
export interface Compound {
  /** As it is written: equal texts are equal tests. */
  readonly text: string
  readonly tag: string | undefined
  readonly attributes: readonly AttributeTest[]
  readonly not: readonly Compound[]
  /** Letters that stand in the start tag of every element that fits; '' where none are certain. */
  readonly needle: string
}

/** A compound, and how it stands to the one before: somewhere inside, or as its child. */
export interface Step {
  readonly compound: Compound
  readonly isChild: boolean
}

type AttributeOf = (name: string) => string | null

const TAG = /-?[A-Za-z_\u0080-\uFFFF][\w\u0080-\uFFFF-]*|\*/y
const NAMED = /[.#]-?[A-Za-z_\u0080-\uFFFF][\w\u0080-\uFFFF-]*/y
const ATTRIBUTE =
  /\[\s*(-?[A-Za-z_\u0080-\uFFFF][\w\u0080-\uFFFF-]*)\s*(?:([~^$*|]?=)\s*(?:"([^"\\]*)"|'([^'\\]*)'|(-?[A-Za-z_\u0080-\uFFFF][\w\u0080-\uFFFF-]*))\s*([iIsS])?\s*)?\]/y

/**
 * Their values are compared without regard to case in html whatever is written (HTML Standard, 4.16.2);
 * selectors with them are left to HTMLRewriter.
 */
const CASELESS = new Set(
  (
    'accept accept-charset align alink axis bgcolor charset checked clear codetype color compact ' +
    'declare defer dir direction disabled enctype face frame hreflang http-equiv lang language link ' +
    'media method multiple nohref noresize noshade nowrap readonly rel rev rules scope scrolling ' +
    'selected shape target text type valign valuetype vlink'
  ).split(' '),
)

/**
 * The alternatives of a selector list, each as steps from the outside in. Undefined for what is no
 * selector and for what only HTMLRewriter knows: `:nth-child()`, escapes, lists inside `:not()`.
 */
export function parseSelector(text: string): readonly (readonly Step[])[] | undefined {
  const parser = new SelectorParser(text)
  return parser.list()
}

class SelectorParser {
  readonly #text: string
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  list(): readonly (readonly Step[])[] | undefined {
    const chains: (readonly Step[])[] = []
    do {
      const steps = this.#chain()
      if (steps === undefined) return undefined
      chains.push(steps)
    } while (this.#take(/,/y) !== undefined)
    return this.#at === this.#text.length ? chains : undefined
  }

  #chain(): readonly Step[] | undefined {
    const steps: Step[] = []
    this.#take(/\s*/y)
    for (let isChild = false; ;) {
      const compound = this.#compound()
      if (compound === undefined) return undefined
      steps.push({ compound, isChild })
      const between = this.#take(/\s*>\s*|\s+(?=[^\s,])|\s*/y) ?? ''
      if (between.trim() === '' && (between === '' || this.#isEnd())) return steps
      isChild = between.includes('>')
    }
  }

  #isEnd(): boolean {
    return this.#at === this.#text.length || this.#text[this.#at] === ','
  }

  #compound(): Compound | undefined {
    const start = this.#at
    const tag = this.#take(TAG)
    const attributes: AttributeTest[] = []
    const not: Compound[] = []
    for (;;) {
      const named = this.#take(NAMED)
      if (named !== undefined) {
        const value = named.slice(1)
        const isClass = named.startsWith('.')
        const test = { operator: isClass ? '~=' : '=', value, ignoresCase: false } as const
        attributes.push({ name: isClass ? 'class' : 'id', ...test })
        continue
      }
      const attribute = this.#attribute()
      if (attribute === 'unknown') return undefined
      if (attribute !== undefined) {
        attributes.push(attribute)
        continue
      }
      if (this.#take(/:not\(\s*/iy) === undefined) break
      const inner = this.#compound()
      if (inner === undefined || this.#take(/\s*\)/y) === undefined) return undefined
      not.push(inner)
    }
    const text = this.#text.slice(start, this.#at)
    if (text === '') return undefined
    const needle = attributes.find(({ value, ignoresCase }) => value !== '' && !ignoresCase)
    const name = tag === undefined || tag === '*' ? undefined : tag.toLowerCase()
    return { text, tag: name, attributes, not, needle: needle?.value ?? '' }
  }

  #attribute(): AttributeTest | 'unknown' | undefined {
    ATTRIBUTE.lastIndex = this.#at
    const found = ATTRIBUTE.exec(this.#text)
    if (found === null) return this.#text[this.#at] === '[' ? 'unknown' : undefined
    this.#at = ATTRIBUTE.lastIndex
    const [, name = '', operator, double, single, bare, flag] = found
    const value = double ?? single ?? bare ?? ''
    const ignoresCase = flag?.toLowerCase() === 'i'
    if (operator === undefined)
      return { name: name.toLowerCase(), operator: '', value, ignoresCase }
    if (CASELESS.has(name.toLowerCase()) || !isOperator(operator)) return 'unknown'
    return { name: name.toLowerCase(), operator, value, ignoresCase }
  }

  /** What the pattern finds here; undefined, and nothing taken, where it finds nothing. */
  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at
    const found = pattern.exec(this.#text)?.[0]
    if (found !== undefined) this.#at += found.length
    return found
  }
}

function isOperator(text: string): text is Exclude<AttributeTest['operator'], ''> {
  return /^[~^$*|]?=$/.test(text)
}

/** Whether an element is what a compound asks for. @param source its start tag as it stands */
export function fits(
  { tag, attributes, not }: Compound,
  name: string,
  attributeOf: AttributeOf,
  source: () => string,
): boolean {
  if (tag !== undefined && tag !== name) return false
  for (const test of attributes) if (!holds(test, attributeOf, source)) return false
  return not.every((one) => !fits(one, name, attributeOf, source))
}

function holds(test: AttributeTest, attributeOf: AttributeOf, source: () => string): boolean {
  const { name, operator, ignoresCase } = test
  const actual = attributeOf(name)
  if (operator === '') return actual !== null || isBare(name, source())
  if (actual === null) return operator === '=' && test.value === '' && isBare(name, source())
  const given = ignoresCase ? actual.toLowerCase() : actual
  const value = ignoresCase ? test.value.toLowerCase() : test.value
  switch (operator) {
    case '=':
      return given === value
    case '~=':
      return given === value ? !/^$|\s/.test(value) : isWord(given, value)
    case '^=':
      return value !== '' && given.startsWith(value)
    case '$=':
      return value !== '' && given.endsWith(value)
    case '*=':
      return value !== '' && given.includes(value)
    case '|=':
      return given === value || given.startsWith(`${value}-`)
  }
}

function isWord(given: string, value: string): boolean {
  return value !== '' && given.includes(value) && given.split(/\s+/).includes(value)
}

/** An attribute without a value, `<div hidden>`. Quoted values are looked away from. */
function isBare(name: string, source: string): boolean {
  const bare = source.toLowerCase().replace(/"[^"]*"|'[^']*'/g, '""')
  return bare
    .split(/[\s/>"]+/)
    .slice(1)
    .some((part) => part === name)
}
