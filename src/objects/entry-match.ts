import type { PreparedEntry } from '../feeds/prepare-entry.ts'
import type { EntryMatch } from '../feeds/snapshot.ts'
import { withoutForbidden } from '../feeds/xml-text.ts'
import { snippet } from '../watches/snippet.ts'
import type { Match, Watch } from '../watches/watch.ts'

/**
 * An entry of a watch's feed, with why it is there: the best line of the text, or the title where
 * only that was hit.
 */
export function withMatch(
  entry: PreparedEntry,
  { id, name }: Pick<Watch, 'id' | 'name'>,
  wording: { readonly title: string; readonly text: string },
  matches: readonly Match[],
): PreparedEntry {
  const inText = matches.filter(({ field }) => field === 'text')
  const shown = inText.length > 0 ? snippet(wording.text, inText) : snippet(wording.title, matches)
  const text = withoutForbidden(shown.text)
  // What is removed would move the marks; a line without marks still tells enough.
  const marks = text === shown.text ? shown.marks : []
  const matched: EntryMatch = { watch: { id, name }, text, marks }
  return { ...entry, head: `${entry.head.slice(0, -1)},"matched":${JSON.stringify(matched)}}` }
}
