import type { Change } from '../statements/change.ts'
import type { Statement } from '../statements/statement.ts'
import type { CompiledWatches } from './compile.ts'
import { matchStatement } from './match.ts'
import type { Match, Watch } from './watch.ts'

/** A watch that wants to be told of a change, and why. */
export interface Hit {
  readonly watch: Watch
  readonly matches: readonly Match[]
}

/** A wording as it is matched. */
export type Wording = Pick<Statement, 'title' | 'text'>

/**
 * Which watches are to be told of a change (see "Alert identity" in the design).
 *
 * A revision is told to a watch that asks for revisions; to one that asks for appearances only if
 * its query hit no earlier wording: for that watch the statement appears now, by an edit.
 * So is what an excerpt lacked, when the whole text could be had: that is no revision of the publisher's.
 * Earlier wordings are matched with today's watches, so that a watch made since then is not told
 * of what it would have been told before.
 */
export function hitsOf(
  change: Change,
  compiled: CompiledWatches,
  earlier: () => readonly Wording[],
): Hit[] {
  const { statement } = change
  const hits = matchesOf(statement, statement, compiled)
  if (hits.length === 0) return []
  const isEdit = change.completes !== true
  const asking = hits.filter(({ watch }) => isEdit && watch.changes.includes(change.kind))
  if (change.kind !== 'revised') return asking
  const late = hits.filter(
    ({ watch }) =>
      !(isEdit && watch.changes.includes('revised')) && watch.changes.includes('appeared'),
  )
  if (late.length === 0) return asking
  const told = new Set(
    earlier().flatMap((wording) =>
      matchesOf(wording, statement, compiled).map(({ watch }) => watch.id),
    ),
  )
  return [...asking, ...late.filter(({ watch }) => !told.has(watch.id))]
}

/** All watches that hit a wording, whatever changes they ask for. */
export function matchesOf(
  wording: Wording,
  of: Pick<Statement, 'language' | 'publisher'>,
  compiled: CompiledWatches,
): Hit[] {
  // To fold a text costs most of a match, and many a deployment only publishes.
  if (compiled.watches.size === 0) return []
  const { title, text } = wording
  const { language, publisher } = of
  return matchStatement(compiled, { title, text, language, publisher }).flatMap(
    ({ watchId, matches }) => {
      const watch = compiled.watches.get(watchId)
      return watch === undefined ? [] : [{ watch, matches }]
    },
  )
}
