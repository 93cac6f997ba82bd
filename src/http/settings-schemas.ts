import * as v from 'valibot'
import { CHANGE_KINDS } from '../statements/change.ts'
import { SOURCE_KINDS } from '../sources/source.ts'
import { TRUST_LEVELS } from '../sources/trust.ts'
import { LANGUAGES } from '../text/language.ts'
import { isZone } from '../text/time-zone.ts'
import { endpointEntries, whole } from './endpoint-schema.ts'

/** Words that addresses of ours use where a publisher's id would stand. */
const RESERVED = new Set(['all', 'search', 'watch', 'health', 'feeds'])

/** The plan and the source's own rhythm say how often it is asked in fact. */
const DEFAULT_INTERVAL_SECONDS = 60

export const MOST_SOURCES = 20
export const MOST_TERMS = 100

const slug = v.pipe(v.string('type'), v.regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/, 'slug'))

const text = (length: number) =>
  v.pipe(v.string('type'), v.nonEmpty('empty'), v.maxLength(length, 'long'))
const selector = text(500)
const language = v.picklist(LANGUAGES, 'language')
const bool = v.boolean('boolean')

const selectors = v.strictObject({
  item: selector,
  link: v.optional(selector),
  title: v.optional(selector),
  date: v.optional(selector),
  excerpt: v.optional(selector),
  body: v.optional(selector),
  articleTitle: v.optional(selector),
  articleDate: v.optional(selector),
  remove: v.optional(v.pipe(v.array(selector, 'type'), v.maxLength(50, 'many'))),
})

const utcOffset = v.pipe(
  v.number('offset'),
  v.integer('offset'),
  v.minValue(-840, 'offset'),
  v.maxValue(840, 'offset'),
)
const timeZone = v.pipe(
  v.string('timeZone'),
  v.maxLength(60, 'timeZone'),
  v.check(isZone, 'timeZone'),
)

const robots = v.picklist(['ignore'], 'robots')

const source = v.strictObject({
  id: slug,
  language,
  url: text(2_000),
  kind: v.optional(v.picklist(SOURCE_KINDS, 'sourceKind'), 'auto'),
  interval: v.optional(
    v.pipe(
      v.number('interval'),
      v.integer('interval'),
      v.minValue(5, 'interval'),
      v.maxValue(86_400, 'interval'),
    ),
    DEFAULT_INTERVAL_SECONDS,
  ),
  selectors: v.optional(selectors),
  translationPath: v.optional(v.strictObject({ from: text(200), to: text(200) })),
  utcOffset: v.optional(utcOffset),
  timeZone: v.optional(timeZone),
  robots: v.optional(robots),
  paused: v.optional(bool, false),
})

export const publisherSchema = v.strictObject({
  id: v.pipe(
    slug,
    v.check((id) => !RESERVED.has(id), 'reserved'),
  ),
  name: v.strictObject({ ar: text(200), en: text(200) }),
  site: text(2_000),
  paused: v.optional(bool, false),
  sources: v.pipe(
    v.array(source, 'type'),
    v.maxLength(MOST_SOURCES, 'many'),
    v.check((sources) => new Set(sources.map(({ id }) => id)).size === sources.length, 'repeated'),
  ),
  divergenceHours: v.optional(
    v.pipe(v.number('hours'), v.integer('hours'), v.minValue(1, 'hours'), v.maxValue(720, 'hours')),
  ),
  trust: v.optional(v.picklist(TRUST_LEVELS, 'trust')),
})

const ids = v.optional(v.pipe(v.array(slug, 'type'), v.maxLength(100, 'many')), [])

export const watchSchema = v.strictObject({
  id: slug,
  name: text(200),
  query: text(2_000),
  publishers: ids,
  languages: v.optional(v.array(language, 'type'), []),
  changes: v.optional(
    v.pipe(v.array(v.picklist(CHANGE_KINDS, 'change'), 'type'), v.nonEmpty('empty')),
    ['appeared'],
  ),
  endpoints: ids,
  /** Whether what a machine made of a statement may be evidence. */
  machine: v.optional(bool),
  public: v.optional(bool, false),
})

export const conceptSchema = v.strictObject({
  id: slug,
  name: v.strictObject({ ar: text(200), en: text(200) }),
  terms: v.pipe(v.array(text(200), 'type'), v.nonEmpty('empty'), v.maxLength(MOST_TERMS, 'many')),
})

export const endpointSchema = v.strictObject({ id: slug, ...endpointEntries })

export const previewSchema = v.strictObject({
  url: text(2_000),
  language,
  kind: v.optional(v.picklist(SOURCE_KINDS, 'sourceKind'), 'auto'),
  selectors: v.optional(selectors),
  utcOffset: v.optional(utcOffset),
  timeZone: v.optional(timeZone),
  robots: v.optional(robots),
})

export const trySchema = v.strictObject({
  query: text(2_000),
  text: v.optional(v.pipe(v.string('type'), v.maxLength(300_000, 'long'))),
  title: v.optional(v.pipe(v.string('type'), v.maxLength(10_000, 'long'))),
  language: v.optional(language),
  /** The id of a statement that is kept. */
  statement: v.optional(text(100)),
  publishers: ids,
  languages: v.optional(v.array(language, 'type'), []),
  days: v.optional(whole(1, 3_650)),
})
