/**
 * Repeatable chance: the same seed gives the same numbers in [0, 1) (mulberry32).
 * What is drawn repeats from run to run; when it strikes does not, since the machine's own pace
 * decides how far the worker came.
 */
export function chance(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A number drawn evenly from `from` up to `to`. */
export const between = (draw, from, to) => from + draw() * (to - from)
