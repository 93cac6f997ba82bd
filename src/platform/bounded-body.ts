export type BoundedBody =
  | { readonly kind: 'body'; readonly bytes: Uint8Array }
  | { readonly kind: 'too-large'; readonly read: number }

/**
 * Reads a body up to a number of bytes and cancels the rest.
 * Bytes are counted as they come, after decompression: a header may lie about the length, and
 * a few kilobytes of gzip may hold gigabytes (reliability report, 2.2).
 * @param heard called for each piece that comes
 */
export async function readBounded(
  body: ReadableStream<Uint8Array> | null,
  maxBytes: number,
  heard?: () => void,
): Promise<BoundedBody> {
  if (body === null) return { kind: 'body', bytes: new Uint8Array(0) }
  const reader = body.getReader()
  const chunks: Uint8Array[] = []
  let total = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    heard?.()
    total += value.byteLength
    if (total > maxBytes) {
      await reader.cancel('too large').catch(() => undefined)
      return { kind: 'too-large', read: total }
    }
    chunks.push(value)
  }
  return { kind: 'body', bytes: joined(chunks, total) }
}

/** The first bytes of a body, the rest cancelled: an answer is read for its reason only. */
export async function readPrefix(
  body: ReadableStream<Uint8Array> | null,
  maxBytes: number,
): Promise<Uint8Array> {
  if (body === null) return new Uint8Array(0)
  const reader = body.getReader()
  const chunks: Uint8Array[] = []
  let total = 0
  while (total < maxBytes) {
    const { done, value } = await reader.read()
    if (done) break
    chunks.push(value)
    total += value.byteLength
  }
  await reader.cancel('enough').catch(() => undefined)
  return joined(chunks, total).subarray(0, maxBytes)
}

function joined(chunks: readonly Uint8Array[], total: number): Uint8Array {
  const [first] = chunks
  if (chunks.length === 1 && first !== undefined) return first
  const bytes = new Uint8Array(total)
  let offset = 0
  for (const chunk of chunks) {
    bytes.set(chunk, offset)
    offset += chunk.byteLength
  }
  return bytes
}
