import type { EntryHead } from './entry-head.ts'
import type { SnapshotEntry } from './snapshot.ts'
import { xmlBytes } from './xml-bytes.ts'

/** An entry of a snapshot that was written before its words lay beside the body (decision 62). */
export type FormerHead = EntryHead & { readonly truncated: boolean; readonly bytes: number }

export function formerEntry(
  { title, summary, translation, ...head }: FormerHead,
  body: Uint8Array,
): SnapshotEntry {
  return {
    ...head,
    title: xmlBytes(title),
    summary: xmlBytes(summary),
    translation:
      translation === null ? null : { ...translation, title: xmlBytes(translation.title) },
    body,
  }
}
