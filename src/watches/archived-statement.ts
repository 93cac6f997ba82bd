import type { Statement } from '../statements/statement.ts'

/** A statement as a back-test reads it. */
export type ArchivedStatement = Pick<
  Statement,
  'id' | 'publisher' | 'language' | 'url' | 'title' | 'text' | 'published' | 'firstSeen'
> & { readonly translation: Pick<NonNullable<Statement['translation']>, 'id'> | null }
