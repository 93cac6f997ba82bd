import { monthNamed } from '../text/dates-table.ts'
import { fold } from '../text/fold.ts'
import { tokensOf } from '../text/scan-tokens.ts'
import { shortestEdit } from './shortest-edit.ts'

/** `auto`: what was seen decides. The operator may say that a part counts, or that it does not. */
export const VERDICTS = ['auto', 'counts', 'ignored'] as const

export type Verdict = (typeof VERDICTS)[number]

/**
 * Parts of pages that change from look to look while the rest stands: counters, clocks, tickers, lists
 * of other headlines. They are learned by watching, and then make no revision any more.
 *
 * A part is known by the shape of its line ("views: #"), or by the line above it, which stands
 * still. One statement alone never teaches, nor do many that were edited once: a toll that is corrected
 * three times has one shape too, and first lines are rewritten. A part has to change again and again in
 * several statements.
 */
export interface VolatilePart {
  readonly key: string
  readonly verdict: Verdict
  /** Changes that were seen in it. */
  readonly seen: number
  /** How often in which statement, by number; the newest few. */
  readonly statements: readonly { readonly number: number; readonly changes: number }[]
  /** How many lines it has had at most. */
  readonly lines: number
  /** As it stood last. */
  readonly sample: string
}

/** What was learned of a source's pages, and what the operator said of it. */
export interface Learned {
  readonly source: string
  readonly parts: readonly VolatilePart[]
}

const CHANGES_TO_LEARN = 2
/** A line that keeps its words is known sooner than one that is known by its place alone. */
const STATEMENTS_TO_LEARN = { shape: 2, place: 3 } as const
const STATEMENTS_KEPT = 8
/** The least often seen go first. */
const PARTS_KEPT = 40

/** A counter, a date, a headline is a short line; of a text that is rewritten more than this changes. */
const LONGEST_LINE = 200
const MOST_LINES = 12
const LEAST_LEFT = 0.5

export function isVolatile({ key, verdict, statements }: VolatilePart): boolean {
  if (verdict !== 'auto') return verdict === 'ignored'
  const often = statements.filter(({ changes }) => changes >= CHANGES_TO_LEARN).length
  return often >= STATEMENTS_TO_LEARN[key.startsWith('shape:') ? 'shape' : 'place']
}

/** Whether two wordings differ in nothing but volatile parts. */
export function isSameButVolatile(
  before: string,
  after: string,
  parts: readonly VolatilePart[],
): boolean {
  const learned = parts.filter(isVolatile)
  if (learned.length === 0) return false
  return stableText(before, learned) === stableText(after, learned)
}

function stableText(text: string, learned: readonly VolatilePart[]): string {
  const byKey = new Map(learned.map((part) => [part.key, part.lines]))
  const kept: string[] = []
  const lines = text.split('\n')
  let skip = byKey.get(keyBelow(undefined)) ?? 0
  for (const line of lines) {
    if (skip > 0) {
      skip -= 1
      continue
    }
    if (!byKey.has(keyOfShape(line))) kept.push(line)
    skip = byKey.get(keyBelow(line)) ?? 0
  }
  return kept.join('\n')
}

/**
 * The parts as they are known after one more change was seen, where that change may have been one
 * of a volatile part; the same list where it was not.
 */
export function observed(
  before: string,
  after: string,
  number: number,
  parts: readonly VolatilePart[],
): readonly VolatilePart[] {
  const places = changedPlaces(before.split('\n'), after.split('\n'))
  if (places === undefined) return parts
  const byKey = new Map(parts.map((part) => [part.key, part]))
  for (const { key, lines, sample } of places) {
    const known = byKey.get(key)
    const before = known?.statements ?? []
    const changes = before.find((one) => one.number === number)?.changes ?? 0
    const others = before.filter((one) => one.number !== number)
    const statements = [...others, { number, changes: changes + 1 }].slice(-STATEMENTS_KEPT)
    byKey.set(key, {
      key,
      verdict: known?.verdict ?? 'auto',
      seen: (known?.seen ?? 0) + 1,
      statements,
      lines: Math.max(known?.lines ?? 0, lines),
      sample,
    })
  }
  const all = [...byKey.values()].sort((one, other) => rank(other) - rank(one))
  return all.slice(0, PARTS_KEPT)
}

function rank({ verdict, seen }: VolatilePart): number {
  return verdict === 'auto' ? seen : Number.MAX_SAFE_INTEGER
}

interface Place {
  readonly key: string
  readonly lines: number
  readonly sample: string
}

/** Where short lines were exchanged; undefined where more than half of the text is another. */
function changedPlaces(before: readonly string[], after: readonly string[]): Place[] | undefined {
  const places: Place[] = []
  let kept = 0
  let from = 0
  let to = 0
  let removed: string[] = []
  let added: string[] = []
  let above: string | undefined
  const close = () => {
    if (removed.length + added.length > 0) places.push(...placesOf(removed, added, above))
    removed = []
    added = []
  }
  for (const step of shortestEdit(before, after)) {
    if (step === 'same') {
      close()
      above = after[to]
      kept += above?.length ?? 0
      from += 1
      to += 1
    } else if (step === 'removed') removed.push(before[from++] ?? '')
    else added.push(after[to++] ?? '')
  }
  close()
  const length = after.reduce((sum, line) => sum + line.length, 0)
  return kept < length * LEAST_LEFT ? undefined : places
}

function placesOf(removed: readonly string[], added: readonly string[], above: string | undefined) {
  const lines = Math.max(removed.length, added.length)
  const all = [...removed, ...added]
  if (lines > MOST_LINES || all.some((line) => line.length > LONGEST_LINE)) return []
  const sample = added.at(-1) ?? removed.at(-1) ?? ''
  const shapes = new Set(all.map(keyOfShape))
  // One shape before and after: it is the line that is volatile, wherever it stands.
  const [shape] = shapes
  if (shapes.size === 1 && shape !== undefined && /[#@]/.test(shape)) {
    return [{ key: shape, lines: 1, sample }]
  }
  return [{ key: keyBelow(above), lines, sample }]
}

function keyBelow(line: string | undefined): string {
  return line === undefined ? 'first' : `below:${shapeOf(line)}`
}

function keyOfShape(line: string): string {
  return `shape:${shapeOf(line)}`
}

const WEEKDAY =
  /^(?:sun|mon|tues|wednes|thurs|fri|satur)day$|^(?:ال)?(?:احد|اثنين|ثلاثاء|ثلثاء|اربعاء|خميس|جمعه|سبت)$/

/** Folded words; figures are `#`, months and weekdays `@`. */
function shapeOf(line: string): string {
  return tokensOf(fold(line))
    .map(({ text, script }) => {
      if (script === 'number') return '#'
      return WEEKDAY.test(text) || monthNamed(text) !== undefined ? '@' : text
    })
    .join(' ')
}
