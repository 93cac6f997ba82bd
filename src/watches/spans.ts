/** Where a part of a query stands: its first and last token, those of the title counted first. */
export interface Span {
  readonly part: string
  readonly first: number
  readonly last: number
}

/** How near two places must be. The tokens of a title come before `titles`, those of a text after. */
interface Apart {
  readonly distance: number
  readonly ordered: boolean
  readonly titles: number
}

/** A page of nothing but two words: more need not be paired, since no more are shown. */
const ENOUGH_SPANS = 400

/** All places on either side, each in order, that have a partner on the other. */
export function nearSpans(lefts: readonly Span[], rights: readonly Span[], apart: Apart): Span[] {
  const { distance } = apart
  const met = new Set<Span>()
  const longest = rights.reduce((most, { first, last }) => Math.max(most, last - first), 0)
  let from = 0
  for (const one of lefts) {
    if (met.size > ENOUGH_SPANS) break
    while (from < rights.length && (rights[from]?.first ?? 0) + longest < one.first - distance)
      from += 1
    for (let at = from; at < rights.length; at += 1) {
      const other = rights[at]
      if (other === undefined || other.first > one.last + distance) break
      if (isNear(one, other, apart)) met.add(one).add(other)
    }
  }
  return [...met]
}

function isNear(one: Span, other: Span, { distance, ordered, titles }: Apart): boolean {
  if (one.first < titles !== other.first < titles) return false
  const after = other.first - one.last
  const before = one.first - other.last
  return (after >= 1 && after <= distance) || (!ordered && before >= 1 && before <= distance)
}

/** By the first word, the longer before the shorter. */
export function inOrder(spans: readonly Span[]): Span[] {
  return spans.toSorted((a, b) => a.first - b.first || b.last - a.last)
}
