import type { TranslationFailureName } from '../statements/translator.ts'
import type { Sql } from './sql.ts'

/** A statement that waits for a machine. Its text stays where it is until its turn. */
export interface TranslationJob {
  readonly number: number
  /** Whether it was told as news: then watches that ask for it hear of its machine version. */
  readonly isNews: boolean
}

export interface WaitingJob extends TranslationJob {
  readonly publisher: string
  readonly attempts: number
}

export const TRANSLATION_JOBS_SCHEMA = `
CREATE TABLE IF NOT EXISTS jobs (
  publisher TEXT NOT NULL, number INTEGER NOT NULL, news INTEGER NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0, due INTEGER NOT NULL, reason TEXT,
  PRIMARY KEY (publisher, number)) WITHOUT ROWID;`

/** A provider that is down for long must not be met by a year's texts. */
const MOST = 1_000

interface JobRow extends Record<string, string | number | null> {
  publisher: string
  number: number
  news: number
  attempts: number
  due: number
}

/** Statements that wait for a machine, each once. */
export class TranslationJobs {
  readonly #sql: Sql

  constructor(sql: Sql) {
    this.#sql = sql
  }

  /** A statement that waits already goes on waiting; one that was worded anew begins anew. */
  add(publisher: string, { number, isNews }: TranslationJob, now: number): void {
    this.#sql.run(
      `INSERT INTO jobs (publisher, number, news, due) VALUES (?, ?, ?, ?)
        ON CONFLICT (publisher, number) DO UPDATE SET attempts = 0, due = excluded.due,
          news = max(news, excluded.news)`,
      publisher,
      number,
      Number(isNews),
      now,
    )
    const over = this.count() - MOST
    if (over > 0) {
      this.#sql.run(
        'DELETE FROM jobs WHERE (publisher, number) IN (SELECT publisher, number FROM jobs ORDER BY due LIMIT ? + 0)',
        over,
      )
    }
  }

  due(now: number): WaitingJob | undefined {
    const row = this.#sql.first<JobRow>(
      'SELECT publisher, number, news, attempts, due FROM jobs WHERE due <= ? ORDER BY due, number LIMIT 1',
      now,
    )
    if (row === undefined) return undefined
    const { publisher, number, news, attempts } = row
    return { publisher, number, isNews: news === 1, attempts }
  }

  postpone({ publisher, number }: WaitingJob, due: number, reason?: TranslationFailureName): void {
    this.#sql.run(
      'UPDATE jobs SET due = ?, reason = ?, attempts = attempts + ? WHERE publisher = ? AND number = ?',
      due,
      reason ?? null,
      reason === undefined ? 0 : 1,
      publisher,
      number,
    )
  }

  remove({ publisher, number }: Pick<WaitingJob, 'publisher' | 'number'>): void {
    this.#sql.run('DELETE FROM jobs WHERE publisher = ? AND number = ?', publisher, number)
  }

  /** The operator has mended something: all are tried again, as if for the first time. */
  begin(now: number): void {
    this.#sql.run('UPDATE jobs SET attempts = 0, due = ? WHERE due > ?', now, now)
  }

  clear(): void {
    this.#sql.run('DELETE FROM jobs')
  }

  count(): number {
    return this.#sql.first<{ n: number }>('SELECT COUNT(*) AS n FROM jobs')?.n ?? 0
  }

  nextDue(): number | undefined {
    return (
      this.#sql.first<{ due: number | null }>('SELECT MIN(due) AS due FROM jobs')?.due ?? undefined
    )
  }
}
