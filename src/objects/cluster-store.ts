import { MOST_MEMBERS } from '../statements/cluster.ts'
import { isSameText, textSketch } from '../statements/text-sketch.ts'
import type { Instant } from '../text/instant.ts'
import { htmlToText } from '../text/html-text.ts'
import type { PreparedEntry } from '../feeds/prepare-entry.ts'
import type { Sql } from './sql.ts'

/** Statements of all publishers by their text in brief; `cluster` is the first that had it. */
export const CLUSTERS_SCHEMA = `
CREATE TABLE IF NOT EXISTS clusters (
  id TEXT PRIMARY KEY, cluster TEXT NOT NULL, seen TEXT NOT NULL, sketch TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS clusters_members ON clusters (cluster);`

interface Row extends Record<string, string> {
  id: string
  cluster: string
  seen: string
  sketch: string
}

/** One text that was published at several places, or twice at one; the first seen stands first. */
export interface Cluster {
  readonly firstSeen: Instant
  readonly statements: readonly { readonly id: string; readonly seen: Instant }[]
}

/** A text that comes back later than this is published anew. */
const KEPT_MS = 14 * 86_400_000
const CLUSTERS_SHOWN = 100

/** The clusters of republished texts. An alert never waits for it. */
export class ClusterStore {
  readonly #sql: Sql
  #rows: Map<string, Row> | undefined

  constructor(sql: Sql) {
    this.#sql = sql
  }

  /** Whether a statement was looked at before, or is too old to be. */
  knows({ id, firstSeen }: PreparedEntry, now: number): boolean {
    return Date.parse(firstSeen) < now - KEPT_MS || this.#all().has(id)
  }

  /**
   * Finds the cluster of a statement that is not known yet: that of the first with the same text.
   * @returns the statements whose list of places is another now, itself included; none where it stands
   *   alone. A list names the first few, so that many copies change nothing for each other.
   */
  take({ id, head, body, firstSeen }: PreparedEntry, now: number): readonly string[] {
    const { title } = JSON.parse(head) as { readonly title: string }
    const sketch = textSketch(`${title}\n${htmlToText(body)}`)
    const oldest = new Date(now - KEPT_MS).toISOString()
    const same = [...this.#all().values()]
      .filter((row) => row.seen >= oldest && isSameText(row.sketch, sketch))
      .sort((one, other) => (one.seen < other.seen ? -1 : 1))[0]
    const row = { id, cluster: same?.cluster ?? id, seen: firstSeen, sketch }
    this.#sql.run('INSERT INTO clusters VALUES (?, ?, ?, ?)', id, row.cluster, row.seen, row.sketch)
    this.#all().set(id, row)
    this.#forget(oldest)
    if (same === undefined) return []
    const named = this.members(id, MOST_MEMBERS).map((one) => one.id)
    return named.includes(id) ? named : [id]
  }

  /** After a transaction that was rolled back. */
  forget(): void {
    this.#rows = undefined
  }

  /** @returns the statements that stood in one cluster with it */
  remove(id: string): readonly string[] {
    const others = this.members(id).filter((one) => one.id !== id)
    this.#sql.run('DELETE FROM clusters WHERE id = ?', id)
    this.#rows = undefined
    return others.map((one) => one.id)
  }

  /** The statements of one text, the first seen first, all or so many; none where it is not known. */
  members(id: string, limit = -1): Cluster['statements'] {
    const cluster = this.#sql.first<{ cluster: string }>(
      'SELECT cluster FROM clusters WHERE id = ?',
      id,
    )?.cluster
    return cluster === undefined ? [] : this.#membersOf(cluster, limit)
  }

  #membersOf(cluster: string, limit = -1): Cluster['statements'] {
    return this.#sql.all<{ id: string; seen: string }>(
      'SELECT id, seen FROM clusters WHERE cluster = ? ORDER BY seen, id LIMIT ? + 0',
      cluster,
      limit,
    )
  }

  /** Texts that stand at more than one place, the newest first. */
  list(): Cluster[] {
    return this.#sql
      .all<{ cluster: string }>(
        'SELECT cluster FROM clusters GROUP BY cluster HAVING COUNT(*) > 1 ORDER BY MAX(seen) DESC LIMIT ? + 0',
        CLUSTERS_SHOWN,
      )
      .map(({ cluster }) => {
        const statements = this.#membersOf(cluster)
        return { firstSeen: statements[0]?.seen ?? '', statements }
      })
  }

  /** Clusters stay as long as one of them is young; their statements carry them for good. */
  #forget(before: Instant): void {
    const old = [...this.#all().values()].filter(({ seen }) => seen < before)
    if (old.length === 0) return
    for (const { id } of old) this.#all().delete(id)
    this.#sql.run(
      `DELETE FROM clusters WHERE cluster IN
        (SELECT cluster FROM clusters GROUP BY cluster HAVING MAX(seen) < ?)`,
      before,
    )
  }

  #all(): Map<string, Row> {
    this.#rows ??= new Map(
      this.#sql.all<Row>('SELECT * FROM clusters ORDER BY seen').map((row) => [row.id, row]),
    )
    return this.#rows
  }
}
