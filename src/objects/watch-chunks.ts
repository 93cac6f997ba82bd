import type { Watch } from '../watches/watch.ts'

/** A row holds 2 MB; a set of watches is handed over in pieces that fit. */
const CHUNK_LENGTH = 900_000

/** A set of watches as JSON texts, each short enough for a row; at least one. */
export function watchChunks(watches: readonly Watch[]): string[] {
  const chunks: Watch[][] = [[]]
  let length = 0
  for (const watch of watches) {
    const more = JSON.stringify(watch).length
    if (length + more > CHUNK_LENGTH) {
      chunks.push([])
      length = 0
    }
    chunks.at(-1)?.push(watch)
    length += more
  }
  return chunks.map((chunk) => JSON.stringify(chunk))
}
