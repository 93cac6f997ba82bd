/** Themes write the site's name behind the title, where a share is to show it. */
export function bareTitle(shared: string, site: string): string {
  const bare =
    site !== '' && shared.endsWith(site)
      ? shared.slice(0, -site.length).replace(/\s*[-|\u2013\u2014\u00BB\u2022]\s*$/, '')
      : shared
  return bare.trim()
}
