import type { Language } from '../text/language.ts'
import { FARTHEST } from './query-limits.ts'
import { type Lexeme, type Refused, quotedAt, refused } from './query-lexeme.ts'
import type { TypedText } from './query-words.ts'
import type { Place } from './query.ts'

/** What stands before a colon, in both languages. */
const FIELDS: Readonly<Record<string, 'title' | 'raw' | 'lang' | 'publisher'>> = {
  title: 'title',
  عنوان: 'title',
  raw: 'raw',
  حرفيا: 'raw',
  lang: 'lang',
  لغة: 'lang',
  publisher: 'publisher',
  ناشر: 'publisher',
}

const LANGUAGE_NAMES: Readonly<Record<string, Language>> = {
  ar: 'ar',
  عربية: 'ar',
  العربية: 'ar',
  en: 'en',
  إنكليزية: 'en',
  الإنكليزية: 'en',
  إنجليزية: 'en',
  الإنجليزية: 'en',
}

/** A Latin name and a colon would be read as plain text: never in silence. Arabic prose has colons. */
const FIELD = /^([A-Za-z]+|عنوان|حرفيا|لغة|ناشر):(.*)$/s
const NEAR = /^(?:NEAR|قرب)\/([0-9٠-٩۰-۹]{1,4})(f?)$/
const SLUG = /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/

/**
 * What a word is that has a meaning of its own: `NEAR/5`, `@concept`, `title:`, `raw:`, `lang:ar`,
 * `publisher:id`. Undefined where it is a word like others.
 * @param typed the whole query
 * @param word the typed word without invisible controls
 * @param place of the word as it was typed
 */
export function namedLexeme(
  typed: TypedText,
  word: string,
  place: Place,
): Lexeme | Refused | undefined {
  if (word.startsWith('@')) return conceptLexeme(word, place)
  if (word === 'NEAR' || word.startsWith('NEAR/') || NEAR.test(word)) return near(word, place)
  const [, name, value] = FIELD.exec(word) ?? []
  if (name === undefined || value === undefined) return undefined
  const field = FIELDS[name.toLowerCase()]
  switch (field) {
    case undefined:
      return refused('unknown-field', place)
    case 'lang': {
      const language = LANGUAGE_NAMES[value.toLowerCase()]
      if (language === undefined) return refused('unknown-language', place)
      return { kind: 'only', filter: { of: 'language', value: language }, ...place }
    }
    case 'publisher':
      if (!SLUG.test(value)) return refused('publisher-id', place)
      return { kind: 'only', filter: { of: 'publisher', value }, ...place }
    case 'title':
    case 'raw': {
      // Only the name is taken: what follows is read as ever, and keeps its place.
      const length = typed.text.indexOf(':', place.position) + 1 - place.position
      const name = { position: place.position, length }
      return field === 'title' ? { kind: 'title', ...name } : raw(typed, name, place)
    }
  }
}

/** `raw:word` or `raw:"a phrase"`, to the letter. */
function raw(typed: TypedText, name: Place, word: Place): Lexeme | Refused {
  const query = typed.text
  const start = name.position + name.length
  const end = word.position + word.length
  if (start < end) return rawTerm(typed, query.slice(start, end), start, end, word)
  if (!/["“”„«»]/.test(query.charAt(start))) return refused('empty-field', name)
  const quoted = quotedAt(query, start)
  if (quoted.kind === 'refused') return quoted
  const place = { position: name.position, length: name.length + quoted.length }
  return rawTerm(typed, quoted.text, start, start + quoted.length, place)
}

function rawTerm(
  typed: TypedText,
  text: string,
  from: number,
  to: number,
  place: Place,
): Lexeme | Refused {
  const words = typed.exactIn(from, to)
  if (typeof words === 'string') return refused(words, place)
  return { kind: 'term', words, raw: text.trim(), ...place }
}

function conceptLexeme(word: string, place: Place): Lexeme | Refused {
  const name = word.slice(1)
  return /^[\p{L}\p{M}\p{N}_-]+$/u.test(name)
    ? { kind: 'concept', name, ...place }
    : refused('concept-name', place)
}

function near(word: string, place: Place): Lexeme | Refused {
  const [, digits, ordered] = NEAR.exec(word) ?? []
  const distance = Number(
    (digits ?? '').replace(/[٠-٩۰-۹]/g, (digit) => `${digit.charCodeAt(0) & 15}`),
  )
  if (distance < 1 || distance > FARTHEST) return refused('near-distance', place)
  return { kind: 'near', distance, ordered: ordered === 'f', ...place }
}
