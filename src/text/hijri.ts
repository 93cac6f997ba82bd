import { FIRST_HIJRI_DAY, FIRST_HIJRI_YEAR, HIJRI_MONTH_LENGTHS } from './hijri-table.ts'

const DAY_MS = 86_400_000

/**
 * The Gregorian day of a day in the calendar of Umm al-Qura, as ms of 00:00 UTC; undefined outside
 * of 1343 to 1500 AH (1924 to 2077) and for a day that its month does not have. Months differ by a
 * day between countries: this is the calendar that publishers print from.
 */
export function hijriDay(year: number, month: number, day: number): number | undefined {
  const index = year - FIRST_HIJRI_YEAR
  const months = monthsOf(index)
  if (months === undefined || month < 1 || month > 12) return undefined
  if (day < 1 || day > lengthOf(months, month)) return undefined
  let days = day - 1
  for (let before = 0; before < index; before += 1) {
    for (let each = 1; each <= 12; each += 1) days += lengthOf(monthsOf(before) ?? 0, each)
  }
  for (let each = 1; each < month; each += 1) days += lengthOf(months, each)
  return FIRST_HIJRI_DAY + days * DAY_MS
}

function monthsOf(index: number): number | undefined {
  const digits = HIJRI_MONTH_LENGTHS.slice(index * 3, index * 3 + 3)
  return index < 0 || digits.length < 3 ? undefined : Number.parseInt(digits, 16)
}

function lengthOf(months: number, month: number): number {
  return 29 + ((months >> (month - 1)) & 1)
}
