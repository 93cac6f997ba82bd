/** Where something stands in a text: UTF-16 units, end exclusive. */
export interface Mark {
  readonly start: number
  readonly end: number
}

/** Marks in order of their starts, without empty ones; those that overlap become one. */
export function joinedMarks(marks: readonly Mark[]): Mark[] {
  const joined: { start: number; end: number }[] = []
  for (const { start, end } of marks) {
    const last = joined.at(-1)
    if (start >= end) continue
    if (last !== undefined && start < last.end) last.end = Math.max(last.end, end)
    else joined.push({ start, end })
  }
  return joined
}
