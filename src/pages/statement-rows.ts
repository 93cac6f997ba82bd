import type { SnapshotEntry } from '../feeds/snapshot.ts'
import type { Language } from '../text/language.ts'

/** One row of the front page: a statement, or a pair of them side by side. */
export type StatementRow = Readonly<Partial<Record<Language, SnapshotEntry>>>

/**
 * Entries, newest first, as rows; a pair stands in one row, at the place of its newer part.
 * A partner that has scrolled out of the snapshot leaves its statement alone.
 *
 * @param most rows at most
 */
export function statementRows(entries: readonly SnapshotEntry[], most: number): StatementRow[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const placed = new Set<string>()
  const rows: StatementRow[] = []
  for (const entry of entries) {
    if (rows.length === most) break
    if (placed.has(entry.id)) continue
    const partner = byId.get(entry.translation?.id ?? '')
    // Two statements may name one partner for a moment: the newer one has it.
    const isFree = partner !== undefined && !placed.has(partner.id)
    const joined = isFree && partner.language !== entry.language ? partner : undefined
    placed.add(entry.id)
    if (joined === undefined) {
      rows.push({ [entry.language]: entry })
    } else {
      placed.add(joined.id)
      rows.push({ [entry.language]: entry, [joined.language]: joined })
    }
  }
  return rows
}
