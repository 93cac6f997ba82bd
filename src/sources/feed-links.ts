import type { Language } from '../text/language.ts'
import { innerBase, resolveAddress } from './address.ts'
import { declaredLanguage } from './declared-language.ts'
import type { EntryElement, FeedElement } from './feed-element.ts'
import { xmlText } from './xml-text.ts'

export interface EntryLinks {
  readonly url: string | undefined
  /** Addresses of the same text in the other language. */
  readonly translations: readonly string[]
}

interface Link {
  readonly url: string
  readonly rel: string
  readonly hreflang: string
}

/**
 * Which of an entry's links is the statement's own page, and which lead to its translations.
 *
 * An Atom link with another language's `hreflang` is a translation, be it called `alternate` or
 * `related`; taking the last alternate sends Arabic readers to the English page, as readers do
 * (feeds report, point 2). In RSS an `atom:link` gives way to the plain `link`. Without any link a
 * guid that is an address stands for it (RSS 2.0, guid), save where it says it is none.
 */
export function linksOf(entry: EntryElement, baseUrl: string, language: Language): EntryLinks {
  const links = entry.children.flatMap((child) => linkOf(child, baseUrl))
  const isTranslation = ({ rel, hreflang }: Link) => {
    const other = declaredLanguage(hreflang)
    return other !== undefined && other !== language && /^(alternate|related)$/.test(rel)
  }
  const own = links.filter((link) => link.rel === 'alternate' && !isTranslation(link))
  const best =
    own.find(({ hreflang }) => hreflang === '' || declaredLanguage(hreflang) === language) ?? own[0]
  const url = original(entry, baseUrl) ?? best?.url ?? permalink(entry, baseUrl)
  const translations = links.filter(isTranslation).map((link) => link.url)
  return { url, translations: [...new Set(translations)].filter((address) => address !== url) }
}

/** FeedBurner counts clicks at an address of its own and keeps the true one aside. */
function original(entry: EntryElement, baseUrl: string): string | undefined {
  const element = entry.children.find(({ name }) => name === 'feedburner:origlink')
  return element === undefined ? undefined : resolveAddress(xmlText(element.raw), baseUrl)
}

function linkOf({ name, attributes, raw }: FeedElement, baseUrl: string): Link[] {
  if (name !== 'link' && name !== 'atom:link') return []
  const base = innerBase(attributes.get('xml:base'), baseUrl)
  const url = resolveAddress(attributes.get('href') ?? xmlText(raw), base)
  if (url === undefined) return []
  const rel = (attributes.get('rel') ?? 'alternate')
    .toLowerCase()
    .replace('http://www.iana.org/assignments/relation/', '')
  return [{ url, rel, hreflang: attributes.get('hreflang') ?? '' }]
}

function permalink(entry: EntryElement, baseUrl: string): string | undefined {
  const guid = entry.children.find(({ name }) => name === 'guid')
  if (guid !== undefined && guid.attributes.get('isPermaLink')?.toLowerCase() !== 'false') {
    const isAddress =
      /^\s*(https?:|\/)/i.test(xmlText(guid.raw)) || guid.attributes.has('isPermaLink')
    const url = isAddress ? resolveAddress(xmlText(guid.raw), baseUrl) : undefined
    if (url !== undefined) return url
  }
  const id =
    entry.children.find(({ name }) => name === 'id')?.raw ?? entry.attributes.get('rdf:about') ?? ''
  return /^\s*https?:/i.test(id) ? resolveAddress(xmlText(id), baseUrl) : undefined
}
