import { type BoundedBody, readBounded } from './bounded-body.ts'

/** Servers that compress what is compressed already do it once too often, not three times. */
const MOST_LAYERS = 2

/** RFC 1952: two magic bytes, and the one method there is. */
function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8
}

/**
 * Opens what came compressed though the answer did not say so, or said so once and did it twice:
 * no page or feed begins with the magic bytes of gzip. `broken` where the compressed bytes are cut
 * or garbled; bounded like every body, since a few kilobytes may hold gigabytes.
 */
export async function gunzipped(
  bytes: Uint8Array,
  maxBytes: number,
): Promise<BoundedBody | { readonly kind: 'broken' }> {
  let opened = bytes
  for (let layer = 0; layer < MOST_LAYERS && isGzip(opened); layer++) {
    try {
      const stream = new Blob([opened]).stream().pipeThrough(new DecompressionStream('gzip'))
      const body = await readBounded(stream, maxBytes)
      if (body.kind !== 'body') return body
      opened = body.bytes
    } catch {
      return { kind: 'broken' }
    }
  }
  return isGzip(opened) ? { kind: 'broken' } : { kind: 'body', bytes: opened }
}
