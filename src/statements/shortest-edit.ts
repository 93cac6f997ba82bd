/** A step of an edit: an element of both lists, of the first alone, or of the second alone. */
export type EditStep = 'same' | 'removed' | 'added'

/** Beyond so many differences two wordings share too little for a word-by-word account. */
const MOST_DIFFERENCES = 700

/**
 * The shortest list of steps that turns one list into the other (Myers, "An O(ND) Difference
 * Algorithm", 1986), removals before additions. Common ends are taken off first: an edit mostly
 * touches one place. Where more than 700 steps would be needed, what is between the common ends is
 * removed and added whole: time and memory stay bounded for any two texts.
 */
export function shortestEdit(one: readonly string[], other: readonly string[]): EditStep[] {
  const shorter = Math.min(one.length, other.length)
  let start = 0
  while (start < shorter && one[start] === other[start]) start += 1
  let end = 0
  while (end < shorter - start && one[one.length - 1 - end] === other[other.length - 1 - end]) {
    end += 1
  }
  const between = middle(one.slice(start, one.length - end), other.slice(start, other.length - end))
  return [...repeated('same', start), ...between, ...repeated('same', end)]
}

function repeated(step: EditStep, times: number): EditStep[] {
  return Array.from({ length: times }, () => step)
}

function middle(one: readonly string[], other: readonly string[]): EditStep[] {
  const trace = reach(one, other)
  if (trace === undefined)
    return [...repeated('removed', one.length), ...repeated('added', other.length)]
  return walkBack(trace, one.length, other.length)
}

/** For each number of differences, how far each diagonal reaches; undefined where it is too many. */
function reach(one: readonly string[], other: readonly string[]): Int32Array[] | undefined {
  const limit = Math.min(one.length + other.length, MOST_DIFFERENCES)
  const trace: Int32Array[] = []
  let before = new Int32Array(3)
  for (let d = 0; d <= limit; d += 1) {
    const row = new Int32Array(2 * d + 3)
    for (let k = -d; k <= d; k += 2) {
      let x = d === 0 ? 0 : firstOf(before, d, k)
      while (x < one.length && x - k < other.length && one[x] === other[x - k]) x += 1
      row[k + d + 1] = x
      if (x >= one.length && x - k >= other.length) return [...trace, row]
    }
    trace.push(row)
    before = row
  }
  return undefined
}

/** Where a diagonal begins after one more difference: down from the one above, or right from below. */
function firstOf(before: Int32Array, d: number, k: number): number {
  const right = (before[k - 1 + d] ?? 0) + 1
  const down = before[k + 1 + d] ?? 0
  if (k === -d) return down
  return k === d || right > down ? right : down
}

function walkBack(trace: readonly Int32Array[], width: number, height: number): EditStep[] {
  const steps: EditStep[] = []
  let x = width
  let y = height
  for (let d = trace.length - 1; d > 0; d -= 1) {
    const before = trace[d - 1] ?? new Int32Array(0)
    const k = x - y
    const isRight = k !== -d && (k === d || (before[k - 1 + d] ?? 0) + 1 > (before[k + 1 + d] ?? 0))
    const fromX = isRight ? (before[k - 1 + d] ?? 0) : (before[k + 1 + d] ?? 0)
    const fromY = fromX - (isRight ? k - 1 : k + 1)
    while (x > fromX + (isRight ? 1 : 0) && y > fromY + (isRight ? 0 : 1)) {
      steps.push('same')
      x -= 1
      y -= 1
    }
    steps.push(isRight ? 'removed' : 'added')
    x = fromX
    y = fromY
  }
  return [...steps, ...repeated('same', x)].reverse()
}
