import type { Statement } from '../statements/statement.ts'

/** A statement as a back-test reads it. */
export type ArchivedStatement = Pick<
  Statement,
  'id' | 'publisher' | 'language' | 'url' | 'title' | 'text' | 'published' | 'firstSeen'
> & { readonly translation: Pick<NonNullable<Statement['translation']>, 'id'> | null }

/** What was published, as far back as it is kept. */
export interface Archive {
  /**
   * Every statement of these publishers (of all, where none is named) since a time, each once, in
   * whatever order.
   */
  statements(since: string, publishers: readonly string[]): AsyncIterable<ArchivedStatement>
}
