import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import beside from '../../public/words/refusals.json' with { type: 'json' }
import { detailWords, learnDetails } from '../../src/sources/detail-words.ts'
import { READING_DETAILS } from '../../src/sources/reading-details-table.ts'
import { REFUSAL_DETAILS } from '../../src/sources/refusal-details-table.ts'
import { REFUSAL_WORDS, refusalWords } from '../../src/sources/refusal-words-table.ts'

learnDetails(READING_DETAILS)

const DETAILS = Object.entries({ ...REFUSAL_DETAILS, ...READING_DETAILS }).filter(
  ([name]) => name !== 'said',
)
const SRC = join(import.meta.dirname, '../../src')
const sources = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('-details-table.ts'))
  .map((file) => readFileSync(join(SRC, file), 'utf8'))
  .join('\n')

/** Names and words that Arabic writes as they are. */
const LATIN =
  /\{[01]\}|Cloudflare|DDoS-Guard|Sucuri|Imperva|Anubis|captcha|IPv[46]|UTF-8|HTML|HTTP|JSON(?: Feed)?|ENTITY|DOCTYPE|EMAIL|\burl\b|RDF|rss|feed|robots\.txt|https?(?::\/\/)?|selectors\.\w+/g

describe('what exactly was refused', () => {
  it.each(DETAILS)('is said in Arabic as in English, with the same facts: %s', (_, [en, ar]) => {
    const places = (text: string) => (text.match(/\{[01]\}/g) ?? []).toSorted()
    expect(places(ar)).toEqual(places(en))
    expect(ar).toMatch(/[\u0621-\u064A]{2}/)
    expect(ar.replace(LATIN, ''), 'and no English').not.toMatch(/[A-Za-z]/)
    expect(en).not.toMatch(/[\u0621-\u064A]/)
  })

  it.each(DETAILS)('is met somewhere: %s', (name) => {
    expect(sources).toContain(`'${name}'`)
  })

  it('is told with its facts, which may be details themselves', () => {
    const blocked = detailWords(['blocked', 'http://x.test/', ['port', '81']])
    expect(blocked.en).toBe('The address http://x.test/ is not asked: port 81 is not 80 or 443.')
    expect(blocked.ar).toContain('المنفذ 81')
    expect(detailWords(['said', 'One.', 'واحد.'])).toEqual({ en: 'One.', ar: 'واحد.' })
    expect(detailWords(['wordpress-says', 'costs {1} $& more']).en).toBe(
      'WordPress answers: costs {1} $& more',
    )
  })

  it('lies beside the worker as the table has it (npm run openapi)', () => {
    expect(beside).toEqual(READING_DETAILS)
  })

  it('of another version, or where the words cannot be had, is shown as it is named', () => {
    expect(detailWords('The site was asleep.').ar).toBe('The site was asleep.')
    expect(detailWords(JSON.parse('["toString", 7]') as never).en).toBe('toString 7')
  })
})

/** One of each sort of status. */
const STATUSES = [302, 401, 403, 404, 407, 429, 451, 500, 503, 522, 525, 526].map(
  (status) =>
    [
      status,
      { ar: refusalWords('status', 'ar', status), en: refusalWords('status', 'en', status) },
    ] as const,
)

describe('what a refusal means', () => {
  it.each(STATUSES)('says of the status %i what to mend in both languages', (_, { ar, en }) => {
    expect(`${ar.what}. ${ar.mend}`).toMatch(/^[\u0600-\u06FF \u00AB\u00BB.,:()]+$/)
    expect(`${en.what}. ${en.mend}`).toMatch(/^[A-Z][ -~\u2019]+\.$/)
  })

  it('tells a certificate from a fault, and a closed door from an empty room', () => {
    const whats = [403, 404, 429, 500, 526, 302].map(
      (one) => refusalWords('status', 'en', one).what,
    )
    expect(new Set(whats).size).toBe(6)
  })

  it.each(Object.entries(REFUSAL_WORDS))('says what to mend in both languages: %s', (_, words) => {
    for (const text of [words.ar.what, words.ar.mend]) expect(text).toMatch(/[\u0621-\u064A]{3}/)
    for (const text of [words.en.what, words.en.mend])
      expect(text).toMatch(/^[A-Z][^\u0621-\u064A]+$/)
    expect(words.ar.mend).toMatch(/[.؟]$/)
    expect(words.en.mend).toMatch(/\.$/)
  })
})
