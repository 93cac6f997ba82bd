/**
 * A moment as ISO 8601 in UTC with milliseconds (`2018-11-26T00:00:00.000Z`): the form in which
 * times are stored, compared (as text: the form sorts) and answered.
 */
export type Instant = string
