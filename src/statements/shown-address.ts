const COUNTERS = /^(?:utm_\w*|fbclid|gclid|yclid|msclkid|mc_cid|mc_eid|igshid|_ga)$/i

/**
 * An address as it is kept and shown: without the parameters that only count where a reader came
 * from. All else stays letter by letter, since servers tell addresses apart by it.
 */
export function shownAddress(address: string): string {
  const [bare = '', ...fragment] = address.split('#')
  const start = bare.indexOf('?')
  if (start === -1) return address
  const given = bare.slice(start + 1).split('&')
  const kept = given.filter((one) => !COUNTERS.test(one.split('=', 1)[0] ?? ''))
  if (kept.length === given.length) return address
  const query = kept.length === 0 ? '' : `?${kept.join('&')}`
  return [bare.slice(0, start) + query, ...fragment].join('#')
}
