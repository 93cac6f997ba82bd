import type { FoundStatement } from '../pages/search-results.tsx'
import { matchesOf } from '../watches/alerts-for.ts'
import { compileWatches } from '../watches/compile.ts'
import { parseQuery } from '../watches/parse-query.ts'
import { snippet } from '../watches/snippet.ts'
import { searchWatch } from './search-watch.ts'

type Plain = Omit<FoundStatement, 'marks' | 'snippet'> & { readonly text: string }

/**
 * Marks in a statement what a query finds there, with the matcher that found it; without a query its
 * beginning is shown.
 */
export function highlighter(query: string): (statement: Plain) => FoundStatement {
  const compiled = isSound(query) ? compileWatches([searchWatch(query)]) : undefined
  return (statement) => {
    const [hit] = compiled === undefined ? [] : matchesOf(statement, statement, compiled)
    const matches = hit?.matches ?? []
    return {
      ...statement,
      marks: matches.filter(({ field }) => field === 'title'),
      snippet: snippet(
        statement.text,
        matches.filter(({ field }) => field === 'text'),
      ),
    }
  }
}

function isSound(query: string): boolean {
  return query !== '' && parseQuery(query).kind !== 'refused'
}
