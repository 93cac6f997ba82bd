/** A feed as it was rendered, and compressed once somebody asked for that. */
export interface Rendered {
  readonly bytes: Uint8Array
  packed?: Uint8Array
}

/** Rendered feeds of this isolate, by ETag, together at most this many bytes. */
const MEMO_BYTES = 8 * 1024 * 1024

const memo = new Map<string, Rendered>()
let held = 0

/** The bytes rendered before under this ETag; what was used last is kept longest. */
export function recall(etag: string): Rendered | undefined {
  const rendered = memo.get(etag)
  if (rendered === undefined) return undefined
  memo.delete(etag)
  memo.set(etag, rendered)
  return rendered
}

export function remember(etag: string, bytes: Uint8Array): void {
  if (bytes.byteLength > MEMO_BYTES || memo.has(etag)) return
  memo.set(etag, { bytes })
  held += bytes.byteLength
  makeRoom()
}

/** The same feed as gzip, made once. */
export async function packed(etag: string, rendered: Rendered): Promise<Uint8Array> {
  if (rendered.packed !== undefined) return rendered.packed
  const stream = new Response(rendered.bytes).body?.pipeThrough(new CompressionStream('gzip'))
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer())
  // While it was made, the memo may have forgotten the feed, or another request have made it too.
  if (rendered.packed === undefined && memo.get(etag) === rendered) {
    rendered.packed = bytes
    held += bytes.byteLength
    makeRoom()
  }
  return bytes
}

function makeRoom(): void {
  for (const [oldest, { bytes, packed: also }] of memo) {
    if (held <= MEMO_BYTES) return
    memo.delete(oldest)
    held -= bytes.byteLength + (also?.byteLength ?? 0)
  }
}
