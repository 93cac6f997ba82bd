import type { Language } from '../text/language.ts'

/**
 * A page of ours in the interface language that the reader has: without it in the address, someone
 * who chose Arabic in an English browser would lose it at the first click.
 */
export function pagePath(path: string, lang: Language): string {
  return `${path}?lang=${lang}`
}

export function statementPath(id: string): string {
  return `/statements/${encodeURIComponent(id.toWellFormed())}`
}

export function publisherPath(id: string): string {
  return `/publishers/${encodeURIComponent(id.toWellFormed())}`
}

/** What changed between a wording and the one before it. */
export function diffPath(id: string, revision: number): string {
  return `${statementPath(id)}/revisions/${revision}`
}
