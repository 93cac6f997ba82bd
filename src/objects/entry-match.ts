import type { PreparedEntry } from '../feeds/prepare-entry.ts'
import type { EntryMatch } from '../feeds/snapshot.ts'
import { MACHINE_MARK } from '../feeds/feed-words.ts'
import { withoutForbidden } from '../feeds/xml-text.ts'
import { snippet } from '../watches/snippet.ts'
import type { MachineEvidence } from '../watches/alert.ts'
import type { Wording } from '../watches/alerts-for.ts'
import type { Match, Watch } from '../watches/watch.ts'

/**
 * An entry of a watch's feed, with why it is there: the best line of the text, or the title where
 * only that was hit.
 */
export function withMatch(
  entry: PreparedEntry,
  watch: Pick<Watch, 'id' | 'name'>,
  wording: Wording,
  matches: readonly Match[],
): PreparedEntry {
  return withReason(entry, watch, shownMatch(wording, matches))
}

/** The same where a machine's words were hit: the line says so before it says anything. */
export function withMachineMatch(
  entry: PreparedEntry,
  watch: Pick<Watch, 'id' | 'name'>,
  { title, text, language, matches }: MachineEvidence,
): PreparedEntry {
  const shown = shownMatch({ title, text }, matches)
  const mark = `${MACHINE_MARK[language]} `
  const marks = shown.marks.map(({ start, end }) => ({
    start: start + mark.length,
    end: end + mark.length,
  }))
  return withReason(entry, watch, { text: mark + shown.text, marks })
}

type Shown = Pick<EntryMatch, 'text' | 'marks'>

function shownMatch(wording: Wording, matches: readonly Match[]): Shown {
  const inText = matches.filter(({ field }) => field === 'text')
  const shown = inText.length > 0 ? snippet(wording.text, inText) : snippet(wording.title, matches)
  const text = withoutForbidden(shown.text)
  // What is removed would move the marks; a line without marks still tells enough.
  const marks = text === shown.text ? shown.marks : []
  return { text, marks }
}

function withReason(
  entry: PreparedEntry,
  { id, name }: Pick<Watch, 'id' | 'name'>,
  shown: Shown,
): PreparedEntry {
  const matched: EntryMatch = { watch: { id, name }, ...shown }
  return { ...entry, head: `${entry.head.slice(0, -1)},"matched":${JSON.stringify(matched)}}` }
}
