import { LANGUAGES, type Language } from '../text/language.ts'
import type { Sql } from './sql.ts'

/** How a row says that its text is gone; in a title the quotes would be escaped. */
const ERASED = '"erased":{'

/** A publisher's statements by the day under which feeds order them. */
export class DateIndex {
  readonly #sql: Sql

  constructor(sql: Sql) {
    this.#sql = sql
  }

  /** The statements of one month, `2018-11`. */
  numbersOf(month: string): number[] {
    return LANGUAGES.flatMap((language) =>
      this.#sql
        .all<{ number: number }>(
          'SELECT number FROM statements WHERE language = ? AND sort >= ? AND sort < ?',
          language,
          month,
          `${month}~`,
        )
        .map(({ number }) => number),
    )
  }

  /** The newest of a language that keep their text, and their days. */
  newest(language: Language, limit: number): { readonly number: number; readonly sort: string }[] {
    return this.#sql.all<{ number: number; sort: string }>(
      `SELECT number, sort FROM statements
        WHERE language = ? AND instr(value, ?) = 0 ORDER BY sort DESC LIMIT ? + 0`,
      language,
      ERASED,
      limit,
    )
  }

  /** A date that moved with our visits was none of the publisher's: the statement stands elsewhere then. */
  move(number: number, day: string): void {
    this.#sql.run('UPDATE statements SET sort = ? WHERE number = ?', day, number)
  }
}
