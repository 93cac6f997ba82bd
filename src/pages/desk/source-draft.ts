import type { Language } from '../../text/language.ts'

/** CSS selectors of a source, in the order in which the form asks for them. */
export const SELECTOR_NAMES = [
  'item',
  'link',
  'title',
  'date',
  'excerpt',
  'body',
  'articleTitle',
  'articleDate',
  'remove',
] as const

/** A source as its form holds it: all texts, as they were typed. */
export interface SourceDraft {
  /** The publisher that it joins; '' for a new one. */
  readonly publisher: string
  /** The source that it replaces; '' for a new one. */
  readonly source: string
  readonly id: string
  readonly nameAr: string
  readonly nameEn: string
  readonly url: string
  readonly language: Language
  readonly kind: string
  readonly interval: string
  /** Minutes east of UTC, where dates on the site name no zone. */
  readonly utcOffset: string
  /** In its place, where clocks are moved: "Asia/Damascus". */
  readonly timeZone: string
  /** `ignore` where robots.txt is overruled. */
  readonly robots: string
  readonly paused: boolean
  /** What is exchanged in an address to come to the translation's. */
  readonly pathFrom: string
  readonly pathTo: string
  readonly selectors: Readonly<Partial<Record<(typeof SELECTOR_NAMES)[number], string>>>
}

/** The first label of a host that says something: `etilaf` of `en.etilaf.org`. */
export function nameFromAddress(url: string): string {
  if (!URL.canParse(url)) return ''
  const labels = new URL(url).hostname.split('.')
  const label = labels.find((one) => !/^(www|ar|en|m)$/.test(one)) ?? ''
  // An address of numbers has no name.
  const name = /^\d+$/.test(label) ? 'local' : label
  return name.replaceAll(/[^a-z0-9-]/g, '').slice(0, 30)
}

/** What can be told of a publisher from an address alone; the operator corrects it. */
export function draftOf(url: string, language: Language): SourceDraft {
  const id = nameFromAddress(url)
  return {
    publisher: '',
    source: '',
    id,
    nameAr: id,
    nameEn: id,
    url,
    language,
    kind: 'auto',
    interval: '',
    utcOffset: '',
    timeZone: '',
    robots: '',
    paused: false,
    pathFrom: '',
    pathTo: '',
    selectors: {},
  }
}

/** All of a draft on which it depends what is read there: what was looked at is known by it. */
export function readingOf(draft: SourceDraft): string {
  const { url, kind, utcOffset, timeZone, robots, selectors } = draft
  const texts = [url, kind, utcOffset, timeZone, robots]
  return JSON.stringify([...texts, SELECTOR_NAMES.map((name) => selectors[name] ?? '')])
}
