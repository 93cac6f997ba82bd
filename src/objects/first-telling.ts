import { claimDifference } from '../statements/claim-difference.ts'
import { isSameText, textSketch } from '../statements/text-sketch.ts'
import type { Statement } from '../statements/statement.ts'
import type { Hit } from '../watches/alerts-for.ts'
import type { AlertNote } from './alert-store.ts'
import type { AlertWorld } from './alert-world.ts'
import type { Draft } from './draft.ts'

/** Statements back from here, and days, in which a text published again is taken for the same news. */
export const REPUBLISHED_WITHIN = 200
export const REPUBLISHED_WITHIN_MS = 14 * 86_400_000

/** What one run found, and told until now. */
interface Run {
  readonly notes: ReadonlyMap<string, AlertNote>
  readonly drafts: readonly Draft[]
}

/** Alerts that are held against a text word by word: half a millisecond each for a page of text. */
const MOST_JUDGED = 4

/**
 * The alert that told this watch of the same text at another address of this publisher. One that says
 * other numbers, or denies what the first said, is a correction, and news (decision 69). The same
 * text of another publisher is recognised where both alerts arrive, at the endpoint (`ToldTexts`).
 */
export function firstTelling(
  draft: Draft,
  { watch }: Hit,
  run: Run,
  world: AlertWorld,
): AlertNote | undefined {
  if (draft.change?.kind !== 'appeared') return undefined
  const { statement } = draft.kept
  const near = nearTellings(draft, sketchOf(statement), watch.id, run, world)
  if (near.length === 0) return undefined
  return near
    .slice(0, MOST_JUDGED)
    .find((note) =>
      toldWordings(note, run, world).some((one) => claimDifference(one, statement) === undefined),
    )
}

/** The wordings of one statement that a watch was told of: the first, and its edits. */
function toldWordings({ number, watch }: AlertNote, run: Run, world: AlertWorld) {
  const ofThisRun = run.drafts.filter((draft) => draft.number === number)
  if (ofThisRun.length > 0) return ofThisRun.map(({ kept }) => kept.statement)
  const revisions = new Set(world.alerts.of(number, watch.id).map(({ revision }) => revision))
  return [...revisions].flatMap((one) => world.statements.wordings.at(number, one) ?? [])
}

/** Alerts of nearly the same words, by the texts in brief; the newest first. */
function nearTellings(
  { number }: Draft,
  sketch: string,
  watch: string,
  { notes }: Run,
  { alerts, at }: AlertWorld,
): readonly AlertNote[] {
  if (sketch === '') return []
  const ofThisRun = [...notes.values()].filter(
    (note) =>
      note.watch.id === watch && note.number !== number && isSameText(note.sketch ?? '', sketch),
  )
  const oldest = new Date(Date.parse(at) - REPUBLISHED_WITHIN_MS).toISOString()
  const earlier = alerts
    .textsSince(number - REPUBLISHED_WITHIN, watch, oldest)
    .filter((one) => one.number !== number && isSameText(one.sketch, sketch))
    .flatMap((one) => alerts.load(one.number, watch, one.id) ?? [])
  return [...ofThisRun, ...earlier]
}

const sketches = new WeakMap<Statement, string>()

/** Many watches may hit one statement. */
export function sketchOf(statement: Statement): string {
  const { title, text } = statement
  const sketch = sketches.get(statement) ?? textSketch(`${title}\n${text}`)
  sketches.set(statement, sketch)
  return sketch
}
