interface Kept {
  readonly value: Uint8Array
  readonly metadata: unknown
}

/** A KV namespace in memory, which counts what is done to it. */
export class MemoryKv {
  readonly kept = new Map<string, Kept>()
  /** Writes by the first part of the key: `statement`, `snapshot` … */
  readonly writes: Record<string, number> = {}
  lists = 0

  get kv(): KVNamespace {
    return this as unknown as KVNamespace
  }

  async put(key: string, value: string | Uint8Array, options?: { metadata?: unknown }) {
    const bytes = typeof value === 'string' ? new TextEncoder().encode(value) : value.slice()
    this.kept.set(key, { value: bytes, metadata: options?.metadata ?? null })
    this.#count(key)
  }

  async delete(key: string) {
    this.kept.delete(key)
    this.#count(key)
  }

  async get(key: string, type: 'json' | 'arrayBuffer' | 'text') {
    const kept = this.kept.get(key)
    if (kept === undefined) return null
    if (type === 'arrayBuffer') return kept.value.slice().buffer
    const text = new TextDecoder().decode(kept.value)
    return type === 'json' ? (JSON.parse(text) as unknown) : text
  }

  async getWithMetadata(key: string) {
    const kept = this.kept.get(key)
    if (kept === undefined) return { value: null, metadata: null }
    return { value: new Blob([kept.value.slice()]).stream(), metadata: kept.metadata }
  }

  async list({
    prefix,
    cursor,
    limit = 1000,
  }: {
    prefix: string
    cursor?: string
    limit?: number
  }) {
    this.lists += 1
    const names = [...this.kept.keys()].filter((key) => key.startsWith(prefix)).sort()
    const from = cursor === undefined ? 0 : Number(cursor)
    const keys = names.slice(from, from + limit).map((name) => ({ name }))
    const isDone = from + limit >= names.length
    return { keys, list_complete: isDone, ...(isDone ? {} : { cursor: String(from + limit) }) }
  }

  bytes(): number {
    return [...this.kept.values()].reduce((sum, { value }) => sum + value.length, 0)
  }

  #count(key: string): void {
    const [kind = ''] = key.split(':')
    this.writes[kind] = (this.writes[kind] ?? 0) + 1
  }
}
