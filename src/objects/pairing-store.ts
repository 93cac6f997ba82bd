import {
  type Candidate,
  DAYS_AFTER,
  DAYS_BEFORE,
  type Likeness,
} from '../statements/choose-pair.ts'
import type { PairFeatures } from '../statements/pair-features.ts'
import type { Language } from '../text/language.ts'
import type { Sql } from './sql.ts'

export const PAIRING_SCHEMA = `
CREATE TABLE IF NOT EXISTS pairing (
  number INTEGER PRIMARY KEY, language TEXT NOT NULL, day INTEGER NOT NULL, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS likenesses (
  ar INTEGER NOT NULL, en INTEGER NOT NULL, score REAL NOT NULL, PRIMARY KEY (ar, en)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS likenesses_en ON likenesses (en);`

/** Statements that wait for a partner, or were given one by comparing: what pairing looks at. */
export class PairingStore {
  readonly #sql: Sql
  /** What was read or written before: a row never changes while it waits. */
  readonly #read = new Map<number, PairFeatures>()

  constructor(sql: Sql) {
    this.#sql = sql
  }

  /** Those of a language whose date lets them be the partner of a statement of that day. */
  waiting(language: Language, day: number): Candidate[] {
    const [before, after] =
      language === 'ar' ? [DAYS_AFTER, DAYS_BEFORE] : [DAYS_BEFORE, DAYS_AFTER]
    return this.#sql
      .all<{ number: number; value: string }>(
        'SELECT number, value FROM pairing WHERE language = ? AND day BETWEEN ? AND ? ORDER BY number',
        language,
        day - before,
        day + after,
      )
      .map(({ number, value }) => ({ number, features: this.#parsed(number, value) }))
  }

  /** Those of a language whose day is the latest. */
  newest(language: Language, limit: number): Candidate[] {
    return this.#sql
      .all<{ number: number; value: string }>(
        'SELECT number, value FROM pairing WHERE language = ? ORDER BY day DESC, number DESC LIMIT ? + 0',
        language,
        limit,
      )
      .map(({ number, value }) => ({ number, features: this.#parsed(number, value) }))
  }

  has(number: number): boolean {
    return this.#sql.first('SELECT 1 AS one FROM pairing WHERE number = ?', number) !== undefined
  }

  #parsed(number: number, value: string): PairFeatures {
    const known = this.#read.get(number)
    if (known !== undefined) return known
    const features = JSON.parse(value) as PairFeatures
    this.#read.set(number, features)
    return features
  }

  /** Lets a statement wait. A partner may be dated earlier, so waiting ends by its own day. */
  add(number: number, features: PairFeatures, likenesses: readonly Likeness[] = []): void {
    const { language, day } = features
    this.#sql.run(
      'INSERT OR REPLACE INTO pairing (number, language, day, value) VALUES (?, ?, ?, ?)',
      number,
      language,
      day,
      JSON.stringify(features),
    )
    for (const { ar, en, score } of likenesses)
      this.#sql.run(
        'INSERT OR REPLACE INTO likenesses (ar, en, score) VALUES (?, ?, ?)',
        ar,
        en,
        score,
      )
  }

  /** Those that a statement is so alike to that it matters. */
  likenessesOf(number: number): Likeness[] {
    return this.#sql.all<{ ar: number; en: number; score: number }>(
      'SELECT ar, en, score FROM likenesses WHERE ar = ? UNION ALL SELECT ar, en, score FROM likenesses WHERE en = ?',
      number,
      number,
    )
  }

  remove(number: number): void {
    this.#read.delete(number)
    this.#sql.run('DELETE FROM pairing WHERE number = ?', number)
    this.#sql.run('DELETE FROM likenesses WHERE ar = ? OR en = ?', number, number)
  }

  /** Forgets those for whom no partner can come any more. */
  expire(today: number): void {
    this.#read.clear()
    this.#sql.run('DELETE FROM pairing WHERE day < ?', today - DAYS_AFTER - DAYS_BEFORE)
    this.#sql.run(
      'DELETE FROM likenesses WHERE ar NOT IN (SELECT number FROM pairing) OR en NOT IN (SELECT number FROM pairing)',
    )
  }
}
