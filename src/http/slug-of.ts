/**
 * A short name for addresses: `chemical-weapons` of "Chemical weapons". A name without Latin letters
 * gives the word for its kind; one that is taken gets a number.
 */
export function slugOf(name: string, kind: string, taken: readonly string[]): string {
  const slug = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 30)
    .replace(/-+$/, '')
  const wish = slug === '' ? kind : slug
  const others = taken.map((_, index) => `${wish}-${index + 2}`)
  return [wish, ...others].find((id) => !taken.includes(id)) ?? wish
}
