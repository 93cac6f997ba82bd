/** UTF-16 units. An address is never cut, since it would lead elsewhere: a longer one is left out. */
export const MOST_ADDRESS = 1000

/** Our own page of a statement: what an alert links after the publisher's. */
export function pageAddress(baseUrl: string, statementId: string): string {
  return `${baseUrl}/statements/${encodeURIComponent(statementId)}`
}

/**
 * A publisher's address as it may be linked: http or https, no credentials, at most `max` units.
 * Undefined for any other, which came from a page and is never shown as a link.
 */
export function linkable(address: string, max: number): string | undefined {
  if (!URL.canParse(address)) return undefined
  const { href, protocol, username, password } = new URL(address)
  if (protocol !== 'http:' && protocol !== 'https:') return undefined
  if (username !== '' || password !== '' || href.length > max) return undefined
  return href
}
