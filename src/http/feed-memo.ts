/** Rendered feeds of this isolate, by ETag, together at most this many bytes. */
const MEMO_BYTES = 8 * 1024 * 1024

const memo = new Map<string, Uint8Array>()
let held = 0

/** The bytes rendered before under this ETag; what was used last is kept longest. */
export function recall(etag: string): Uint8Array | undefined {
  const bytes = memo.get(etag)
  if (bytes === undefined) return undefined
  memo.delete(etag)
  memo.set(etag, bytes)
  return bytes
}

export function remember(etag: string, bytes: Uint8Array): void {
  if (bytes.byteLength > MEMO_BYTES || memo.has(etag)) return
  memo.set(etag, bytes)
  held += bytes.byteLength
  for (const [oldest, old] of memo) {
    if (held <= MEMO_BYTES) return
    memo.delete(oldest)
    held -= old.byteLength
  }
}
