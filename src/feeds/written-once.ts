const UTF8 = new TextEncoder()

/**
 * A writer that writes the same thing once: the authors and categories of a feed's entries are few,
 * and escaping them for every entry took a fifth of a rendering. One for each rendering, so that
 * nothing outlives it.
 *
 * @param key what two things that are written alike have in common
 */
export function writtenOnce<Thing>(
  write: (thing: Thing) => string,
  key: (thing: Thing) => unknown = (thing) => thing,
): (thing: Thing) => Uint8Array {
  const written = new Map<unknown, Uint8Array>()
  return (thing) => {
    const known = written.get(key(thing))
    if (known !== undefined) return known
    const xml = UTF8.encode(write(thing))
    written.set(key(thing), xml)
    return xml
  }
}
