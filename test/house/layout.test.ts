import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const SRC = join(import.meta.dirname, '../../src')

/** The way of the data: a file imports its own folder or one that stands earlier here. */
const ORDER = [
  'text',
  'statements',
  'sources',
  'feeds',
  'watches',
  'deliveries',
  'platform',
  'objects',
  'pages',
  'http',
  'worker.ts',
]
const PURE = new Set(ORDER.slice(0, ORDER.indexOf('platform')))

interface Import {
  readonly from: string
  readonly to: string
}

interface File {
  readonly path: string
  readonly text: string
}

const files: File[] = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => ({ path, text: readFileSync(join(SRC, path), 'utf8') }))

function importsOf({ path, text }: File): Import[] {
  return [...text.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map(([, to = '']) => ({
    from: path,
    to: relative(SRC, resolve(SRC, dirname(path), to)),
  }))
}

function rank(path: string): number {
  return ORDER.indexOf(path.split('/')[0] ?? '')
}

/** What a pure file may not name: the world comes in as arguments. */
const IMPURE: readonly (readonly [string, RegExp])[] = [
  ['the network', /(?<![.\w])fetch\(/],
  ['the clock', /\bDate\.now\b|\bnew Date\(\)|\bperformance\.now\b/],
  ['chance', /\bMath\.random\b|\brandomUUID\b|\bgetRandomValues\b/],
  ['timers', /\bset(?:Timeout|Interval)\(/],
  ['the platform', /'cloudflare:|\bcaches\b\./],
]

/** A statement that begins a line is run when the module is loaded. */
const INTL_AT_LOAD = /^(?:export )?(?:const|let) [^\n]*=\s*new Intl\./m

/** The files of circles, and what leads into one: what is left when all that imports nothing left is gone. */
function circlesIn(imports: readonly Import[]): string[] {
  const left = new Set(imports.map(({ from }) => from))
  for (let before = -1; before !== left.size;) {
    before = left.size
    const bound = new Set(imports.filter(({ to }) => left.has(to)).map(({ from }) => from))
    for (const file of left) if (!bound.has(file)) left.delete(file)
  }
  return [...left]
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
}

describe('the layout of the house', () => {
  it('knows every folder', () => {
    const unknown = files.filter(({ path }) => rank(path) === -1).map(({ path }) => path)
    expect(unknown).toEqual([])
  })

  it('lets files import only what stands before them', () => {
    const upward = files
      .flatMap(importsOf)
      .filter(({ from, to }) => rank(to) > rank(from))
      .map(({ from, to }) => `${from} imports ${to}`)
    expect(upward).toEqual([])
  })

  it('imports in no circle, of types alone neither: the linter looks over those', () => {
    expect(circlesIn(files.flatMap(importsOf))).toEqual([])
  })

  it('keeps everything above platform/ pure', () => {
    const impure = files
      .filter(({ path }) => PURE.has(path.split('/')[0] ?? ''))
      .flatMap(({ path, text }) =>
        IMPURE.filter(([, pattern]) => pattern.test(withoutComments(text))).map(
          ([what]) => `${path} reaches for ${what}`,
        ),
      )
    expect(impure).toEqual([])
  })

  it('has no rooms without a name', () => {
    const nameless = files.filter(({ path }) =>
      /(?:^|\/)(?:utils?|helpers?|common|misc|types|index)\.tsx?$/.test(path),
    )
    expect(nameless).toEqual([])
  })

  it('makes no object of Intl while a module is loaded: every start would pay for its data', () => {
    const early = files.filter(({ text }) => INTL_AT_LOAD.test(text)).map(({ path }) => path)
    expect(early).toEqual([])
  })

  it('never hands an async function to a transaction: its writes would stay after a throw', () => {
    const asyncTransactions = files.filter(({ text }) =>
      /transactionSync\(\s*async|transact\(\s*async/.test(text),
    )
    expect(asyncTransactions).toEqual([])
  })

  it('holds the rules against files that break them', () => {
    const upward = { path: 'text/a.ts', text: "import { x } from '../http/app.ts'" }
    const [found] = importsOf(upward)
    expect(found).toEqual({ from: 'text/a.ts', to: 'http/app.ts' })
    expect(rank('http/app.ts')).toBeGreaterThan(rank('text/a.ts'))
    const [one, other] = ['a.ts', 'b.ts']
    expect(circlesIn([{ from: one, to: other }])).toEqual([])
    const circle = [
      { from: one, to: other },
      { from: other, to: one },
    ]
    expect(circlesIn(circle)).toEqual([one, other])
    expect(IMPURE.filter(([, pattern]) => pattern.test('const t = new Date()'))).toHaveLength(1)
    expect(INTL_AT_LOAD.test("x\nconst RULES = new Intl.PluralRules('ar')")).toBe(true)
    expect(INTL_AT_LOAD.test("  const rules = new Intl.PluralRules('ar')")).toBe(false)
  })
})

describe('questions to SQLite', () => {
  it('bind no bare parameter to LIMIT or OFFSET', () => {
    const bare = files.filter(({ text }) => /\b(?:LIMIT|OFFSET) \?\d?(?!\d| \+ 0)/.test(text))
    expect(
      bare.map(({ path }) => path).filter((path) => path !== 'objects/sql.ts'),
      'because SQLite prepares such a statement anew at each call',
    ).toEqual([])
  })
})
