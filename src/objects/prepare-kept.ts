import { type PreparedEntry, prepareEntry } from '../feeds/prepare-entry.ts'
import type { Kept } from './statement-store.ts'

/** A statement as it is kept, made ready for snapshots. */
export function prepareKept({
  statement,
  apart,
}: Pick<Kept, 'statement' | 'apart'>): PreparedEntry {
  return prepareEntry(apart === undefined ? statement : { ...statement, apart })
}
