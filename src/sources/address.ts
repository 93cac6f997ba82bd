/** An absolute http(s) address, or undefined. Spaces around it are typing, not address. */
export function resolveAddress(address: string, base: string): string | undefined {
  const url = resolved(address, base)
  return url !== undefined && /^https?:$/.test(url.protocol) && url.host !== ''
    ? url.href
    : undefined
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

/** The base for what is inside an element: its own `xml:base` or `href`, against the outer one. */
export function innerBase(own: string | undefined, outer: string): string {
  return own === undefined ? outer : (resolveAddress(own, outer) ?? outer)
}
