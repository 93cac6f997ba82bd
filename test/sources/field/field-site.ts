import { discover } from '../../../src/sources/discover.ts'
import type { Get } from '../../../src/sources/get.ts'
import { readPage } from '../../../src/sources/read-page.ts'
import { sightingOf } from '../../../src/sources/sighting-of.ts'
import { sourceWith } from '../documents.ts'
import type { Answer, FieldCase } from './field-case.ts'

/** When all of this is looked at. */
const NOW = '2026-11-26T09:00:00.000Z'

/** A site in memory: what each address answers. */
export function siteOf(pages: FieldCase['pages']): Get {
  return async ({ url }) => {
    const bare = url.split('#', 1)[0] ?? url
    // An interface is asked with many parameters.
    const named = bare.includes('/wp-json/') ? (bare.split('?', 1)[0] ?? bare) : bare
    const found = pages[named] ?? { status: 404, body: '<h1>Not Found</h1>' }
    const answer: Answer = typeof found === 'string' ? { body: found } : found
    const { status = 200, type = 'text/html; charset=utf-8', body = '', landed = url } = answer
    const headers = new Headers({ 'content-type': type, ...answer.headers })
    const bytes = new TextEncoder().encode(body)
    return { kind: 'answer', url: landed, status, headers, bytes, at: NOW }
  }
}

/** What the preview shows of a pasted address, for all entries and not only for five. */
export async function previewed({ url, language, pages }: FieldCase) {
  const source = sourceWith({ id: 'preview', url, language, kind: 'auto' })
  const get = siteOf(pages)
  const { chosen, outcome } = await discover(source, get, 'agent')
  if (outcome.kind !== 'ok') {
    return {
      kind: undefined,
      refused: outcome.kind === 'refused' ? outcome.reason : outcome.kind,
      statements: [],
    }
  }
  const statements = []
  for (const entry of outcome.entries) {
    const page = entry.complete ? undefined : await readPage(entry, source, get, 'agent')
    const article = page?.kind === 'read' ? page.article : undefined
    const seen = sightingOf(entry, article, source)
    statements.push({
      url: seen.url,
      title: seen.title,
      published: seen.published ?? null,
      language: seen.language,
      text: seen.text.split('\n').filter((line) => line !== ''),
      refused: page?.kind === 'refused' ? page.reason : undefined,
    })
  }
  return { kind: chosen?.kind, refused: undefined, statements }
}
