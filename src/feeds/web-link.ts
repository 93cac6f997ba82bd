/**
 * What RFC 3986 does not let stand in an address, a percent sign that begins no escape included;
 * URL leaves it, `|`, `^` and some others as they are.
 */
const NOT_IN_ADDRESSES = /[^A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]|%(?![0-9A-Fa-f]{2})/g

/**
 * An address as feeds may carry it: absolute, http or https, every letter outside ASCII escaped.
 * Undefined for anything else: `javascript:` and relative addresses come from pages, and an entry
 * without a link is better than an entry whose link runs as a script or leads to us.
 */
export function webLink(address: string): string | undefined {
  if (!/^\s*https?:\/\//i.test(address)) return undefined
  return URL.parse(address)?.href.replace(NOT_IN_ADDRESSES, encodeURIComponent)
}
