import type { Instant } from '../text/instant.ts'
import type { Language, Words } from '../text/language.ts'
import { distinctUpdated } from './entry-time.ts'
import type { Snapshot, SnapshotEntry } from './snapshot.ts'
import { escapeAttribute, escapeText } from './xml-text.ts'

/** An entry that is to be forgotten by whoever kept it (RFC 6721). */
export interface Tombstone {
  /** The id that the entry had. */
  readonly ref: string
  /** No earlier than the entry's last `updated`: a later one would bring it back (section 3). */
  readonly when: Instant
  readonly language: Language
  readonly why: 'withdrawn' | 'erased'
}

const COMMENTS: Readonly<Record<Tombstone['why'], Words>> = {
  withdrawn: { ar: 'سحبته الجهة الناشرة', en: 'Withdrawn by its publisher' },
  erased: { ar: 'محاه مشغّل هذه الخدمة', en: 'Erased by the operator of this service' },
}

/** Of the entries of a feed those that were withdrawn, and what was erased; the newest first. */
export function tombstonesOf(
  { erased = [] }: Pick<Snapshot, 'erased'>,
  entries: readonly SnapshotEntry[],
): Tombstone[] {
  const withdrawn = entries
    .filter(({ state }) => state === 'withdrawn')
    .map((entry): Tombstone => {
      const { tag, language } = entry
      return { ref: tag, when: distinctUpdated(entry), language, why: 'withdrawn' }
    })
  const gone = erased.map(({ tag, language, at }): Tombstone => ({
    ref: tag,
    when: at,
    language,
    why: 'erased',
  }))
  return [...withdrawn, ...gone].sort((one, other) => (one.when < other.when ? 1 : -1))
}

export const TOMBSTONES_NAMESPACE = 'http://purl.org/atompub/tombstones/1.0'

export function tombstoneXml({ ref, when, language, why }: Tombstone): string {
  return (
    `<at:deleted-entry ref="${escapeAttribute(ref)}" when="${when}">` +
    `<at:comment xml:lang="${language}">${escapeText(COMMENTS[why][language])}</at:comment>` +
    '</at:deleted-entry>\n'
  )
}
