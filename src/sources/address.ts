/** No server takes a longer one, and it would have to be kept, compared and published. */
const LONGEST_ADDRESS = 8_000

/** An absolute http(s) address, or undefined. Spaces around it are typing, not address. */
export function resolveAddress(address: string, base: string): string | undefined {
  const url = resolved(address, base)
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.host === '') return undefined
  return url.href.length <= LONGEST_ADDRESS ? url.href : undefined
}

/** What a link in a statement may point to: http, https, mailto. */
export function resolveLink(address: string, base: string): string | undefined {
  const url = resolved(address, base)
  return url?.protocol === 'mailto:' ? url.href : resolveAddress(address, base)
}

/** The URL parser removes tabs and line breaks, as browsers do: "java\tscript:" is no relative path. */
function resolved(address: string, base: string): URL | undefined {
  const trimmed = address.trim()
  if (trimmed === '') return undefined
  return URL.parse(trimmed, base) ?? URL.parse(trimmed) ?? undefined
}

/** A host as sites are told apart. */
export function bareHost(host: string): string {
  return host.replace(/^www\./, '')
}

/** The base for what is inside an element: its own `xml:base` or `href`, against the outer one. */
export function innerBase(own: string | undefined, outer: string): string {
  return own === undefined ? outer : (resolveAddress(own, outer) ?? outer)
}
