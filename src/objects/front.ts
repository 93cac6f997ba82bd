import { DurableObject } from 'cloudflare:workers'
import { buildSnapshot } from '../feeds/build-snapshot.ts'
import { type PublisherFace, SNAPSHOT_ENTRIES_A_LANGUAGE } from '../feeds/snapshot.ts'
import {
  KV_WRITES_BEFORE_SAVING,
  SNAPSHOT_SPACING_MS,
  SNAPSHOT_SPACING_SAVING_MS,
  dayOf,
} from '../platform/plan.ts'
import { ALL } from '../platform/kv-keys.ts'
import { Published, allSnapshotKey } from '../platform/published.ts'
import type { Statement } from '../statements/statement.ts'
import { LANGUAGES } from '../text/language.ts'
import type { FrontNews } from './front-news.ts'
import { Settings } from './settings.ts'
import { NOTHING_SPENT, type Spent, spentAlso, spentOn } from './spending.ts'
import { Sql } from './sql.ts'

const SCHEMA = `
CREATE TABLE IF NOT EXISTS entries (
  id TEXT PRIMARY KEY, language TEXT NOT NULL, sort TEXT NOT NULL, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS spenders (id TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;`

const RETRY_MS = 5_000

/** What the front knows of a publisher: how it is named, and what its object spent today. */
interface Spender {
  readonly face: PublisherFace | null
  readonly spent: Spent
}

/**
 * The newest statements of all publishers: receives each committed change once, and is the one
 * writer of the snapshot `all`. An alert never waits for it.
 */
export class FrontObject extends DurableObject<Env> {
  readonly #sql: Sql
  readonly #settings: Settings
  #writtenAt = 0

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env)
    this.#sql = new Sql(ctx.storage.sql)
    this.#settings = new Settings(this.#sql)
    this.#sql.run(SCHEMA)
  }

  /**
   * Takes statements as they are now; the same twice is the same once.
   * @returns KV writes of the whole deployment today, as far as they were told
   */
  async accept({ face, authority, statements, kvWrites }: FrontNews): Promise<number> {
    const day = dayOf(new Date())
    this.ctx.storage.transactionSync(() => {
      for (const statement of statements) this.#keep(statement)
      for (const language of LANGUAGES) this.#trim(language)
      if (this.#settings.load('authority') === undefined)
        this.#settings.save('authority', authority)
      this.#saveSpender(face.id, { face, spent: { ...NOTHING_SPENT, day, kvWrites } })
    })
    // The alarm is the promise that the snapshot will be written, whatever happens to this call.
    await this.ctx.storage.setAlarm(Math.max(Date.now() + 1, this.#writtenAt + this.#spacing(day)))
    return this.#kvWritesToday(day)
  }

  /** KV writes of an object that publishes beside the publishers: a watch's feed. */
  spent(spender: string, kvWrites: number): number {
    const day = dayOf(new Date())
    const before = this.#spender(spender)?.spent ?? NOTHING_SPENT
    const spent = spentAlso(before, { kvWrites, rowsWritten: 0 }, day)
    this.#saveSpender(spender, { face: null, spent })
    return this.#kvWritesToday(day)
  }

  /** The newest statements, with their texts: what a new watch's feed is filled from. */
  newest(): Statement[] {
    return LANGUAGES.flatMap((language) => this.#newest(language))
  }

  faces(): PublisherFace[] {
    return this.#spenders().flatMap(({ face }) => (face === null ? [] : [face]))
  }

  override async alarm(): Promise<void> {
    try {
      await this.#publish()
    } catch (error) {
      console.error(JSON.stringify({ at: 'front', error: String(error) }))
      await this.ctx.storage.setAlarm(Date.now() + RETRY_MS)
    }
  }

  report(): { readonly spent: Spent; readonly statements: number } {
    const day = dayOf(new Date())
    const statements = this.#sql.first<{ n: number }>('SELECT COUNT(*) AS n FROM entries')?.n ?? 0
    const own = this.#settings.load<Spent>('spent') ?? NOTHING_SPENT
    return { spent: spentOn(day, [own]), statements }
  }

  async #publish(): Promise<void> {
    const statements = this.newest()
    if (statements.length === 0) return
    const updated = statements.map((one) => one.updated).reduce((a, b) => (a > b ? a : b), '')
    const publishers = Object.fromEntries(this.faces().map((face) => [face.id, face]))
    const authority = this.#settings.load<string>('authority') ?? ''
    const { json } = buildSnapshot({ of: ALL, publishers, statements, updated })
    await new Published(this.env.PUBLISHED).saveSnapshot(allSnapshotKey, json, {
      updated,
      authority,
    })
    this.#writtenAt = Date.now()
    const own = this.#settings.load<Spent>('spent') ?? NOTHING_SPENT
    const more = { kvWrites: 1, rowsWritten: this.#sql.takeRowsWritten() + 1 }
    this.#settings.save('spent', spentAlso(own, more, dayOf(new Date(this.#writtenAt))))
  }

  #keep(statement: Statement): void {
    const known = this.#sql.first<{ value: string }>(
      'SELECT value FROM entries WHERE id = ?',
      statement.id,
    )
    if (known !== undefined) {
      const { revision } = JSON.parse(known.value) as Statement
      // A retry of an old errand must not bring an older wording back.
      if (revision > statement.revision) return
    }
    this.#sql.run(
      `INSERT INTO entries (id, language, sort, value) VALUES (?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET value = excluded.value`,
      statement.id,
      statement.language,
      statement.published ?? statement.firstSeen,
      JSON.stringify(statement),
    )
  }

  #trim(language: string): void {
    this.#sql.run(
      `DELETE FROM entries WHERE language = ? AND id NOT IN
        (SELECT id FROM entries WHERE language = ? ORDER BY sort DESC, id DESC LIMIT ?)`,
      language,
      language,
      SNAPSHOT_ENTRIES_A_LANGUAGE,
    )
  }

  #newest(language: string): Statement[] {
    return this.#sql
      .all<{ value: string }>(
        'SELECT value FROM entries WHERE language = ? ORDER BY sort DESC, id DESC',
        language,
      )
      .map(({ value }) => JSON.parse(value) as Statement)
  }

  #spacing(day: string): number {
    const saving = this.env.PLAN !== 'paid' && this.#kvWritesToday(day) >= KV_WRITES_BEFORE_SAVING
    return saving ? SNAPSHOT_SPACING_SAVING_MS : SNAPSHOT_SPACING_MS
  }

  #kvWritesToday(day: string): number {
    const own = this.#settings.load<Spent>('spent') ?? NOTHING_SPENT
    return spentOn(day, [own, ...this.#spenders().map(({ spent }) => spent)]).kvWrites
  }

  #spender(id: string): Spender | undefined {
    const row = this.#sql.first<{ value: string }>('SELECT value FROM spenders WHERE id = ?', id)
    return row === undefined ? undefined : (JSON.parse(row.value) as Spender)
  }

  #spenders(): Spender[] {
    return this.#sql
      .all<{ value: string }>('SELECT value FROM spenders')
      .map(({ value }) => JSON.parse(value) as Spender)
  }

  #saveSpender(id: string, spender: Spender): void {
    this.#sql.run(
      'INSERT INTO spenders (id, value) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET value = excluded.value',
      id,
      JSON.stringify(spender),
    )
  }
}
