import type { DateReading } from '../text/dates.ts'
import type { SourceDocument } from './reading.ts'
import type { Source } from './source.ts'

/** How dates in a source's document are read: its clocks, and the day on which a missing year is judged. */
export function dateReading(
  { utcOffset, timeZone }: Source,
  { seen }: Pick<SourceDocument, 'seen'>,
): DateReading {
  return { utcOffset, timeZone, reference: seen }
}
