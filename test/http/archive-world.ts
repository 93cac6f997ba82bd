import { expect } from 'vitest'
import { statements } from '../../src/http/statements.ts'
import { ENTRIES_SCHEMA, EntryStore } from '../../src/objects/entry-store.ts'
import { FrontShelves } from '../../src/objects/front-shelves.ts'
import { SETTINGS_SCHEMA, Settings } from '../../src/objects/settings.ts'
import { SPENDERS_SCHEMA, SpenderStore } from '../../src/objects/spender-store.ts'
import { NOTHING_SPENT } from '../../src/objects/spending.ts'
import type { BayanEnv } from '../../src/platform/env.ts'
import { Published, allSnapshotKey } from '../../src/platform/published.ts'
import type { Publisher } from '../../src/sources/publisher.ts'
import type { Source } from '../../src/sources/source.ts'
import { MemoryKv } from '../objects/memory-kv.ts'
import { NodeSql } from '../objects/node-sql.ts'
import { type Item, SOURCE, SimulatedPublisher, feedPage } from '../objects/simulated-publisher.ts'

const DAY = 86_400_000

/** A namespace that counts the reads of one answer. */
class CountingKv extends MemoryKv {
  reads: string[] = []

  override async get(key: string, type: 'json' | 'arrayBuffer' | 'text') {
    this.reads.push(key)
    return await super.get(key, type)
  }

  override async getWithMetadata(key: string) {
    this.reads.push(key)
    return await super.getWithMetadata(key)
  }
}

export interface Listed {
  readonly id: string
  readonly published: string
  readonly title: string
  readonly text: string
  readonly state: string
}

interface Answer {
  readonly items: Listed[]
  readonly cursor: string | null
}

/**
 * Publishers without the runtime that share a namespace, and the front's part for the snapshot of all.
 * What is read for one answer is counted from outside, and never more than six values.
 */
export class ArchiveWorld {
  readonly kv = new CountingKv()
  readonly publishers = new Map<string, SimulatedPublisher>()
  readonly #front: { settings: Settings; entries: EntryStore; spenders: SpenderStore }
  now: number

  constructor(now: number) {
    const { sql } = new NodeSql()
    for (const schema of [SETTINGS_SCHEMA, ENTRIES_SCHEMA, SPENDERS_SCHEMA]) sql.run(schema)
    const [settings, entries, spenders] = [
      new Settings(sql),
      new EntryStore(sql),
      new SpenderStore(sql),
    ]
    this.#front = { settings, entries, spenders }
    this.now = now
  }

  /** The publisher's source shows these now, newest last; what follows is told, and months are written. */
  async say(id: string, items: readonly Item[]): Promise<void> {
    const publisher = this.#publisher(id)
    publisher.now = this.now
    publisher.pages.set(SOURCE.url, feedPage(items.toReversed()))
    await publisher.poll()
    this.now = publisher.now
    await this.pass(2 * 60_000)
  }

  /** Lets time go by: a month that was written is written again a day later. */
  async pass(ms = DAY): Promise<void> {
    this.now += ms
    for (const publisher of this.publishers.values()) {
      publisher.now = this.now
      await publisher.tell()
    }
    await this.publishAll()
  }

  /** As the front does it. */
  async publishAll(): Promise<void> {
    const { settings, entries, spenders } = this.#front
    const shelves = new FrontShelves(settings, spenders)
    for (const { front } of this.publishers.values()) {
      for (const news of front.splice(0)) {
        for (const entry of news.entries) entries.keep(entry)
        shelves.note(entries.trim())
        spenders.save(news.face.id, { face: news.face, shelf: news.shelf, spent: NOTHING_SPENT })
      }
    }
    const faces = spenders.all().flatMap(({ face }) => (face === null ? [] : [[face.id, face]]))
    const { bytes, updated } = entries.snapshot('all', Object.fromEntries(faces), shelves.older())
    await new Published(this.kv.kv).saveSnapshot(allSnapshotKey, bytes, { updated, authority: 'x' })
    await this.list([...this.publishers.keys()])
  }

  /** The public list of publishers. */
  async list(ids: readonly string[]): Promise<void> {
    const publishers = ids.map((id) => {
      const { name, site } = publisherOf(id)
      return { id, name, site, languages: ['ar'] as const, sources: [] }
    })
    await new Published(this.kv.kv).savePublishers(publishers)
  }

  async ask(query: string, plan: 'free' | 'paid' = 'free'): Promise<Answer> {
    this.kv.reads = []
    const env = { PUBLISHED: this.kv.kv, PLAN: plan } as unknown as BayanEnv
    const response = await statements.request(`/?${query}`, {}, env)
    expect(response.status, query).toBe(200)
    expect(this.kv.reads.length, `${query}: ${this.kv.reads.join(' ')}`).toBeLessThanOrEqual(6)
    return await response.json()
  }

  /** Every page of a question; `between` happens before each but the first. */
  async walk(query: string, between?: (page: number) => Promise<void>) {
    const found: Listed[] = []
    const reads: string[] = []
    let cursor: string | null = ''
    let pages = 0
    for (; cursor !== null && pages < 300; pages += 1) {
      if (pages > 0) await between?.(pages)
      const answer: Answer = await this.ask(`${query}&cursor=${encodeURIComponent(cursor)}`)
      found.push(...answer.items)
      reads.push(...this.kv.reads)
      cursor = answer.cursor
    }
    expect(cursor).toBeNull()
    return { found, pages, reads }
  }

  #publisher(id: string): SimulatedPublisher {
    const known = this.publishers.get(id)
    if (known !== undefined) return known
    const publisher = new SimulatedPublisher(publisherOf(id), [], this.kv)
    this.publishers.set(id, publisher)
    return publisher
  }
}

function publisherOf(id: string): Publisher & { readonly sources: readonly [Source] } {
  const name = { ar: `جهة ${id}`, en: `Publisher ${id}` }
  return {
    id,
    name,
    site: `https://${id}.test/`,
    paused: false,
    sources: [{ ...SOURCE, id: `${id}-ar` }],
  }
}
