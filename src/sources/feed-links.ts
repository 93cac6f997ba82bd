import { decodeAttribute } from '../text/character-references.ts'
import type { Language } from '../text/language.ts'
import { innerBase, resolveAddress } from './address.ts'
import { declaredLanguage } from './declared-language.ts'
import { aboutOf, type EntryElement, type FeedElement } from './feed-element.ts'
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
  /** Media type; '' where none is given. A PDF of the statement is another form of it. */
  readonly type: string
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
  const fit = own.filter(
    ({ hreflang }) => hreflang === '' || declaredLanguage(hreflang) === language,
  )
  const best = fit.find(({ type }) => type === '' || type.includes('html')) ?? fit[0] ?? own[0]
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
  const url = resolveAddress(attributes.get('href') ?? addressText(raw), base)
  if (url === undefined) return []
  const rel = (attributes.get('rel') ?? 'alternate')
    .toLowerCase()
    .replace('http://www.iana.org/assignments/relation/', '')
  const type = (attributes.get('type') ?? '').toLowerCase()
  return [{ url, rel, hreflang: attributes.get('hreflang') ?? '', type }]
}

/** "&copy=3" in an address that nobody escaped is a parameter, no sign: the rule of html's attributes. */
function addressText(raw: string): string {
  return raw.includes('&') && !raw.includes('<') ? decodeAttribute(raw) : xmlText(raw)
}

function permalink(entry: EntryElement, baseUrl: string): string | undefined {
  const guid = entry.children.find(({ name }) => name === 'guid')
  if (guid !== undefined && guid.attributes.get('isPermaLink')?.toLowerCase() !== 'false') {
    const isAddress = /^\s*(https?:|\/)/i.test(xmlText(guid.raw))
    const url = isAddress ? resolveAddress(xmlText(guid.raw), baseUrl) : undefined
    if (url !== undefined) return url
  }
  const id = entry.children.find(({ name }) => name === 'id')?.raw ?? aboutOf(entry) ?? ''
  return /^\s*https?:/i.test(id) ? resolveAddress(xmlText(id), baseUrl) : undefined
}
