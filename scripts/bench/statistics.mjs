/** The middle value; of an even number of values the mean of the middle two. */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/** Smallest and largest: with five rounds no finer measure of spread means anything. */
export function spread(values) {
  return { from: Math.min(...values), to: Math.max(...values) }
}

/** Round by round, so that a disturbed round disturbs both halves of its ratio. */
export function ratios(ours, floor) {
  return ours.map((value, round) => value / floor[round])
}
