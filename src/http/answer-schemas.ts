import * as v from 'valibot'
import { ENDPOINT_KIND_NAMES } from '../deliveries/endpoint.ts'
import { TRUST_LEVELS } from '../sources/trust.ts'
import { CHANGE_KINDS } from '../statements/change.ts'
import { LANGUAGES } from '../text/language.ts'
import { translationAnswer, translatorAnswer } from './translation-answers.ts'

/**
 * The API's answers: what the OpenAPI document promises, and what the desk reads. New members may be
 * added, so every object is open; nothing is taken away.
 */

const text = v.string()
const count = v.number()
const when = v.nullable(v.string())
const words = v.looseObject({ ar: text, en: text })
const language = v.picklist(LANGUAGES)

/** A list as the contract has it. */
export function listOf<S extends v.GenericSchema>(item: S) {
  return v.looseObject({ items: v.array(item), cursor: v.nullable(text) })
}

const sourceAnswer = v.looseObject({
  id: text,
  language,
  url: text,
  kind: text,
  interval: count,
  paused: v.boolean(),
  selectors: v.optional(v.record(v.string(), v.union([text, v.array(text)]))),
  translationPath: v.optional(v.looseObject({ from: text, to: text })),
  utcOffset: v.optional(count),
  timeZone: v.optional(text),
  robots: v.optional(text),
})

export const publisherAnswer = v.looseObject({
  id: text,
  name: words,
  site: text,
  paused: v.boolean(),
  sources: v.array(sourceAnswer),
  divergenceHours: v.optional(count),
  trust: v.optional(v.picklist(TRUST_LEVELS)),
})

export const watchAnswer = v.looseObject({
  id: text,
  name: text,
  query: text,
  publishers: v.array(text),
  languages: v.array(language),
  changes: v.array(v.picklist(CHANGE_KINDS)),
  endpoints: v.array(text),
  machine: v.optional(v.boolean()),
  public: v.boolean(),
  feeds: v.optional(v.looseObject({ rss: text, atom: text, json: text })),
})

export const endpointAnswer = v.looseObject({
  id: text,
  kind: v.picklist(ENDPOINT_KIND_NAMES),
  url: text,
  secret: text,
  pace: count,
  to: v.optional(text),
  from: v.optional(text),
  format: v.optional(text),
  notices: v.optional(v.boolean()),
  policy: v.optional(v.record(text, v.unknown())),
})

export const pollAnswer = v.looseObject({
  polls: v.array(
    v.looseObject({
      source: text,
      outcome: text,
      reason: v.nullable(text),
      detail: v.nullable(text),
      detail_ar: v.nullable(text),
      status: v.nullable(count),
      baseline: v.boolean(),
      appeared: count,
      revised: count,
    }),
  ),
})

export const previewAnswer = v.looseObject({
  kind: v.nullable(text),
  address: text,
  why: v.nullable(words),
  reason: v.nullable(text),
  said: v.nullable(words),
  try: v.nullable(v.looseObject({ kind: text, address: text, said: words })),
  statements: v.array(
    v.looseObject({
      url: v.nullable(text),
      title: text,
      published: when,
      updated: when,
      author: v.nullable(text),
      language,
      text,
    }),
  ),
  notes: v.array(text),
  notes_ar: v.array(text),
})

const mark = v.looseObject({ start: count, end: count })
const match = v.looseObject({
  part: text,
  field: v.picklist(['title', 'text']),
  surface: text,
  ...mark.entries,
})
const snippet = v.looseObject({ field: v.picklist(['title', 'text']), text, marks: v.array(mark) })

const floodAnswer = v.looseObject({
  id: text,
  publisher: text,
  source: text,
  at: text,
  fresh: count,
  held: count,
  state: text,
})

/** What waits, and the publishers whose objects did not answer: what waits there is missing in it. */
export const floodsAnswer = v.looseObject({
  items: v.array(floodAnswer),
  cursor: v.nullable(text),
  silent: v.array(text),
})

/**
 * A query tried on one text: `parts` tells of each what was found or what came near; or on the archive:
 * then `statements` says what a watch would have caught. Where that is not `complete`, all that is dated
 * after `reached` was searched.
 */
export const tryAnswer = v.looseObject({
  matched: v.boolean(),
  matches: v.optional(v.array(match)),
  parts: v.optional(
    v.array(
      v.looseObject({
        part: text,
        negated: v.boolean(),
        found: v.boolean(),
        nearMisses: v.array(v.looseObject({ surface: text, reason: text, message: words })),
      }),
    ),
  ),
  since: v.optional(text),
  complete: v.optional(v.boolean()),
  reached: v.optional(text),
  searched: v.optional(count),
  count: v.optional(count),
  alertsAWeek: v.optional(count),
  weeks: v.optional(v.array(v.looseObject({ week: text, matched: count, alerts: count }))),
  warnings: v.optional(v.array(v.looseObject({ part: text, share: count, message: words }))),
  statements: v.optional(
    v.array(
      v.looseObject({
        id: text,
        publisher: text,
        language,
        title: text,
        published: when,
        matches: v.array(match),
        snippets: v.array(snippet),
      }),
    ),
  ),
})

export const statusAnswer = v.looseObject({
  asOf: text,
  publishers: v.array(
    v.looseObject({
      id: text,
      name: words,
      sources: v.array(
        v.looseObject({
          id: text,
          state: text,
          reason: v.nullable(text),
          words: v.nullable(words),
          detail: v.nullable(text),
          detail_ar: v.nullable(text),
          since: when,
          lastPoll: when,
          lastGoodPoll: when,
          nextPoll: when,
        }),
      ),
    }),
  ),
  endpoints: v.optional(
    v.array(
      v.looseObject({
        id: text,
        state: text,
        oldestPending: when,
        pending: count,
        nextProbe: when,
      }),
    ),
  ),
  translation: v.optional(v.nullable(translatorAnswer)),
  budget: v.looseObject({ plan: text, day: text, kvWrites: count, rowsWritten: count }),
})

export const healthFeedAnswer = v.looseObject({
  feeds: v.nullable(v.looseObject({ rss: text, atom: text, json: text })),
})

export const conceptAnswer = v.looseObject({ id: text, name: words, terms: v.array(text) })

export const configAnswer = v.looseObject({
  translation: v.nullable(translationAnswer),
  concepts: v.array(conceptAnswer),
  endpoints: v.array(endpointAnswer),
  watches: v.array(watchAnswer),
  publishers: v.array(publisherAnswer),
})

/** RFC 9457, with the same in Arabic, and what is wrong field by field. */
export const problemAnswer = v.looseObject({
  type: text,
  title: text,
  status: count,
  detail: text,
  detail_ar: text,
  errors: v.optional(v.array(v.looseObject({ field: text, detail: text, detail_ar: text }))),
})
