import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { scanArticle } from '../../src/sources/article-scan.ts'
import { sightingOf } from '../../src/sources/sighting-of.ts'
import { htmlToText } from '../../src/text/html-text.ts'
import { documentOf, sourceWith } from './documents.ts'

/** Pages in the structures of the sources report, section 2, with texts of our own. */
interface Pair {
  readonly platform: string
  readonly kind: 'article'
  readonly url: string
  readonly language: 'ar' | 'en'
  readonly expected: {
    readonly title: string | null
    /** What the statement is called where the page gives no title. */
    readonly kept?: string
    readonly published: string | null
    readonly author?: string
    readonly translations?: readonly string[]
    readonly text: readonly string[]
  }
  /** Parts that differ at the next visit: they may change nothing. */
  readonly volatile: readonly (readonly [string, string])[]
}

const FOLDER = join(import.meta.dirname, 'platforms')
const pairs = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.json'))
  .map((name) => ({
    name: name.replace('.json', ''),
    pair: JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as Pair,
    html: readFileSync(join(FOLDER, name.replace('.json', '.html')), 'utf8'),
  }))

function read(html: string, { url, language }: Pair) {
  const source = sourceWith({ language, kind: 'html' })
  const reading = scanArticle(documentOf(html, { url, mediaType: 'text/html' }), source)
  if (reading.kind === 'refused') throw new Error(`${reading.reason}: ${reading.detail.join(' ')}`)
  return reading.article
}

describe.each(pairs)('$pair.platform', ({ pair, html }) => {
  const { expected } = pair

  it('gives title, date, author and translations', () => {
    const article = read(html, pair)
    expect(article.title ?? null).toBe(expected.title)
    expect(article.published ?? null).toBe(expected.published)
    expect(article.author).toBe(expected.author)
    expect(article.translations).toEqual(expected.translations ?? [])
  })

  it('gives the text and nothing beside it', () => {
    expect(htmlToText(read(html, pair).html).split('\n')).toEqual(expected.text)
  })

  it('is the same statement at the next visit', () => {
    const later = pair.volatile.reduce((text, [now, then]) => {
      expect(text).toContain(now)
      return text.replaceAll(now, then)
    }, html)
    expect(read(later, pair)).toEqual(read(html, pair))
  })

  it('is kept under its headline, never under a label', () => {
    const entry = {
      url: pair.url,
      guid: undefined,
      title: 'تصريح صحفي',
      published: undefined,
      language: undefined,
      html: '',
      complete: false,
      translations: [],
    }
    const source = sourceWith({ language: pair.language })
    const sighting = sightingOf(entry, read(html, pair), source)
    expect(sighting.title).toBe(expected.title ?? expected.kept ?? sighting.text.split('\n')[0])
    expect(sighting.language).toBe(pair.language)
  })
})
