import type { ListingReader } from './reading.ts'

/** A reader that is loaded when it first reads: most sources are feeds, and every isolate would load it. */
export function lateReader(
  face: Omit<ListingReader, 'read'>,
  load: () => Promise<ListingReader['read']>,
): ListingReader {
  return { ...face, read: async (...asked) => await (await load())(...asked) }
}
