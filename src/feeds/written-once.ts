/**
 * A writer that writes the same thing once: the author and the categories of a feed's entries are
 * few, and escaping them for every entry took a fifth of a rendering. One for each rendering, so that
 * nothing outlives it.
 */
export function writtenOnce<Thing>(write: (thing: Thing) => string): (thing: Thing) => string {
  const written = new Map<Thing, string>()
  return (thing) => {
    const known = written.get(thing)
    if (known !== undefined) return known
    const xml = write(thing)
    written.set(thing, xml)
    return xml
  }
}
