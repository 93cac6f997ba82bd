import type { Sql } from './sql.ts'

/**
 * Work that a publisher's object sets itself for later, one piece a run: looking for a statement's
 * partner, at its own address, at what became of its translation; having a machine translate it, and
 * showing what machines made.
 */
export type ChoreKind = 'pair' | 'look' | 'diverge' | 'translate' | 'reveal'

export interface Chore {
  readonly kind: ChoreKind
  readonly number: number
  /** ms since 1970. */
  readonly due: number
  /** What the next piece of work has to know; JSON. */
  readonly note: string
}

/** By time, since that is what is asked for; a statement has few chores, and they are few in all. */
export const CHORES_SCHEMA = `
CREATE TABLE IF NOT EXISTS chores (
  due INTEGER NOT NULL, kind TEXT NOT NULL, number INTEGER NOT NULL, note TEXT NOT NULL,
  PRIMARY KEY (due, kind, number)) WITHOUT ROWID;`

export class ChoreStore {
  readonly #sql: Sql

  constructor(sql: Sql) {
    this.#sql = sql
  }

  /** Sets a chore, in the place of one of that kind about that statement. */
  set(kind: ChoreKind, number: number, due: number, note = ''): void {
    const known = this.find(kind, number)
    if (known !== undefined) this.done(known)
    this.#sql.run(
      'INSERT INTO chores (due, kind, number, note) VALUES (?, ?, ?, ?)',
      due,
      kind,
      number,
      note,
    )
  }

  /** Sets a chore unless there is one of that kind about that statement. */
  setOnce(kind: ChoreKind, number: number, due: number, note: string): void {
    this.#sql.run(
      `INSERT INTO chores (due, kind, number, note) SELECT ?1, ?2, ?3, ?4
        WHERE NOT EXISTS (SELECT 1 FROM chores WHERE kind = ?2 AND number = ?3)`,
      due,
      kind,
      number,
      note,
    )
  }

  find(kind: ChoreKind, number: number): Chore | undefined {
    return this.#read('WHERE kind = ? AND number = ?', kind, number)[0]
  }

  /** The chore that is due first, with others of its kind, at most so many in all. */
  due(now: number, limit: (kind: ChoreKind) => number): Chore[] {
    const [first] = this.#read('WHERE due <= ? ORDER BY due, number LIMIT 1', now)
    if (first === undefined) return []
    return this.#read(
      'WHERE due <= ? AND kind = ? ORDER BY due, number LIMIT ? + 0',
      now,
      first.kind,
      limit(first.kind),
    )
  }

  of(kind: ChoreKind): Chore[] {
    return this.#read('WHERE kind = ?', kind)
  }

  done({ due, kind, number }: Chore): void {
    this.#sql.run('DELETE FROM chores WHERE due = ? AND kind = ? AND number = ?', due, kind, number)
  }

  #read(where: string, ...values: (string | number)[]): Chore[] {
    return this.#sql.all<{ kind: ChoreKind; number: number; due: number; note: string }>(
      `SELECT kind, number, due, note FROM chores ${where}`,
      ...values,
    )
  }
}
