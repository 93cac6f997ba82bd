/**
 * A moment as ISO 8601 in UTC with milliseconds (`2018-11-26T00:00:00.000Z`): the form in which
 * times are stored, compared (as text: the form sorts) and answered.
 */
export type Instant = string

/** For a time that cannot be read, or has not come: none is made up that looks like news. */
export const EPOCH: Instant = '1970-01-01T00:00:00.000Z'
