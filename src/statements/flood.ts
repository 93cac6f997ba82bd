/** What one poll brought, in numbers. */
export interface Burst {
  /** Statements that were not known. */
  readonly fresh: number
  /** Those of them that are dated before the newest statement known until then. */
  readonly older: number
  /** Entries of the listing, known ones included. */
  readonly listed: number
  /** Statements that the source's own rhythm makes likely since the last good poll. */
  readonly likely: number
}

/** An organisation may publish five statements between two polls; a sixth asks for a reason. */
const NO_FLOOD = 5
/** After days in which a source could not be read, much may have been published. */
const LEEWAY = 3

/**
 * Whether a poll brought implausibly much: more than five statements that fill more than half of
 * the listing, or are all older than what was known. So look a site's redesign, its move, a guid
 * scheme that changed, an archive that was put on top (reliability report, section 0.7).
 */
export function isFlood({ fresh, older, listed, likely }: Burst): boolean {
  if (fresh <= NO_FLOOD) return false
  return older === fresh || (fresh * 2 > listed && fresh > likely * LEEWAY)
}
