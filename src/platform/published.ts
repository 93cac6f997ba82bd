import { ALL } from '../feeds/feed-address.ts'
import type { PublishedStatement } from '../statements/revision-list.ts'
import type { Revision } from '../statements/statement.ts'
import { parseSnapshot } from '../feeds/parse-snapshot.ts'
import type { Snapshot } from '../feeds/snapshot.ts'
import { sha256Hex } from '../statements/content-hash.ts'
import type { Words } from '../text/language.ts'
import { kvKeys } from './kv-keys.ts'

/** What stands beside a snapshot, so that a 304 needs none of its body. At most 1,024 bytes. */
export interface SnapshotNote {
  /** 32 hex digits over the snapshot's bytes. */
  readonly hash: string
  /** ISO time of the newest change in it. */
  readonly updated: string
  /** Who mints the feeds' ids, see `tagAuthority`. */
  readonly authority: string
  /** True where the publisher was deleted: its feeds answer 410. */
  readonly retired?: boolean
  /** True for a month that is over: caches may keep it for long. */
  readonly closed?: boolean
}

/** A publisher as the public may see it: what pages and OPML list. */
export interface PublicPublisher {
  readonly id: string
  readonly name: Words
  readonly site: string
  readonly languages: readonly ('ar' | 'en')[]
  readonly sources: readonly {
    readonly id: string
    readonly language: 'ar' | 'en'
    readonly url: string
  }[]
}

/** The published record in KV: the only store that public readers touch. */
export class Published {
  readonly #kv: KVNamespace

  constructor(kv: KVNamespace) {
    this.#kv = kv
  }

  /** The note alone, with the body still unread: cancel it or take it. */
  async openSnapshot(
    key: string,
  ): Promise<{ readonly note: SnapshotNote; readonly body: ReadableStream } | undefined> {
    const { value, metadata } = await this.#kv.getWithMetadata<SnapshotNote>(key, 'stream')
    if (value === null || metadata === null) {
      await value?.cancel()
      return undefined
    }
    return { note: metadata, body: value }
  }

  /** A snapshot whole; undefined where there is none, or where the publisher was deleted. */
  async loadSnapshot(key: string): Promise<Snapshot | undefined> {
    const bytes = await this.loadBytes(key)
    return bytes === undefined ? undefined : parseSnapshot(bytes)
  }

  /** A snapshot as it lies there. */
  async loadBytes(key: string): Promise<Uint8Array | undefined> {
    const bytes = await this.#kv.get(key, 'arrayBuffer')
    return bytes === null ? undefined : new Uint8Array(bytes)
  }

  async saveSnapshot(
    key: string,
    bytes: Uint8Array,
    facts: Pick<SnapshotNote, 'updated' | 'authority' | 'closed'>,
  ): Promise<void> {
    const note: SnapshotNote = { hash: await sha256Hex(bytes), ...facts }
    await this.#kv.put(key, bytes, { metadata: note })
  }

  async retireSnapshot(key: string): Promise<void> {
    const note: SnapshotNote = { hash: '', updated: '', authority: '', retired: true }
    await this.#kv.put(key, 'null', { metadata: note })
  }

  async loadStatement(id: string): Promise<PublishedStatement | undefined> {
    return (await this.#kv.get<PublishedStatement>(kvKeys.statement(id), 'json')) ?? undefined
  }

  async saveStatement(value: PublishedStatement): Promise<void> {
    await this.#kv.put(kvKeys.statement(value.statement.id), JSON.stringify(value))
  }

  /** Ids of statements whose key begins as this publisher's do, a page at a time. */
  async listStatements(
    publisher: string,
    cursor: string,
    limit: number,
  ): Promise<{ readonly ids: readonly string[]; readonly cursor: string | null }> {
    const prefix = kvKeys.statement('')
    const from = cursor === '' ? {} : { cursor }
    const page = await this.#kv.list({ prefix: `${prefix}${publisher}-`, limit, ...from })
    const ids = page.keys.map(({ name }) => name.slice(prefix.length))
    return { ids, cursor: page.list_complete ? null : page.cursor }
  }

  async loadRevision(id: string, number: number): Promise<Revision | undefined> {
    return (await this.#kv.get<Revision>(kvKeys.revision(id, number), 'json')) ?? undefined
  }

  async saveRevision(id: string, revision: Revision): Promise<void> {
    await this.#kv.put(kvKeys.revision(id, revision.number), JSON.stringify(revision))
  }

  async loadPublishers(): Promise<readonly PublicPublisher[]> {
    return (await this.#kv.get<readonly PublicPublisher[]>(kvKeys.publishers, 'json')) ?? []
  }

  async savePublishers(publishers: readonly PublicPublisher[]): Promise<void> {
    await this.#kv.put(kvKeys.publishers, JSON.stringify(publishers))
  }

  async remove(key: string): Promise<void> {
    await this.#kv.delete(key)
  }
}

export const allSnapshotKey = kvKeys.snapshot(ALL)
