const MOST = 100

/**
 * How many a page of a list shall hold: `usual` where nothing is asked for; undefined for what is no
 * number from 1 to 100. Empty, as a form sends it, is nothing.
 */
export function parseLimit(text: string | undefined, usual: number): number | undefined {
  if (text === undefined || text === '') return usual
  const limit = /^\d{1,3}$/.test(text) ? Number(text) : 0
  return limit >= 1 && limit <= MOST ? limit : undefined
}
