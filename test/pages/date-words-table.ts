/** Dates as both languages say them; run in Node and in workerd, whose ICU data may differ. */
export const DATES = [
  {
    because: 'the month of the seed statement, by its Levantine name',
    instant: '2018-11-26T00:00:00.000Z',
    ar: '26 تشرين الثاني 2018',
    en: '26 November 2018',
  },
  {
    because: 'January has two words as well',
    instant: '2026-01-01T00:00:00.000Z',
    ar: '1 كانون الثاني 2026',
    en: '1 January 2026',
  },
  {
    because: 'an hour that was written is shown with its zone',
    instant: '2026-07-05T21:04:59.000Z',
    ar: '5 تموز 2026 في 21:04 بتوقيت غرينتش',
    en: '5 July 2026 at 21:04 UTC',
  },
] as const
