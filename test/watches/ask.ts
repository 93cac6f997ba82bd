import { compileWatches } from '../../src/watches/compile.ts'
import { matchStatement } from '../../src/watches/match.ts'
import type { Match, Watch } from '../../src/watches/watch.ts'

export function watchOf(query: string, over: Partial<Watch> = {}): Watch {
  return {
    id: 'w',
    name: 'a watch',
    query,
    publishers: [],
    languages: [],
    changes: ['appeared'],
    endpoints: [],
    public: false,
    ...over,
  }
}

/** The matches of one query in one text; undefined where it does not hit. */
export function ask(
  query: string,
  text: string,
  title = '',
  language?: 'ar' | 'en',
): readonly Match[] | undefined {
  const compiled = compileWatches([watchOf(query)])
  const refusal = compiled.refused.get('w')
  if (refusal !== undefined) throw new Error(`${query} is refused: ${refusal.reason}`)
  return matchStatement(compiled, { title, text, publisher: 'p', language })[0]?.matches
}

export function surfaces(query: string, text: string): string[] {
  return (ask(query, text) ?? []).map(({ surface }) => surface)
}
