import { type WatchSet, type WatchSetItem, watchSetItems } from '../watches/watch-set.ts'

/** A row holds 2 MB; a set of watches is handed over in pieces that fit. */
const CHUNK_LENGTH = 900_000

/** A set of watches as JSON texts, each short enough for a row; at least one. */
export function watchChunks(set: WatchSet): string[] {
  const chunks: WatchSetItem[][] = [[]]
  let length = 0
  for (const item of watchSetItems(set)) {
    const more = JSON.stringify(item).length
    if (length + more > CHUNK_LENGTH) {
      chunks.push([])
      length = 0
    }
    chunks.at(-1)?.push(item)
    length += more
  }
  return chunks.map((chunk) => JSON.stringify(chunk))
}
