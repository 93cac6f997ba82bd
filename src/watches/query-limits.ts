export const MOST_TERMS = 50
/** UTF-16 units. */
export const MOST_UNITS = 2_000
export const DEEPEST = 10
/** Words apart with NEAR, at most: beyond, AND says the same. */
export const FARTHEST = 50
