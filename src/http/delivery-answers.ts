import * as v from 'valibot'
import { CHANGE_KINDS } from '../statements/change.ts'
import { LANGUAGES } from '../text/language.ts'

/** Answers of the calls that send, and of the log of what was sent. */

const text = v.string()
const count = v.number()

const attempt = v.looseObject({
  at: text,
  status: v.nullable(count),
  ms: count,
  error: v.nullable(text),
  error_ar: v.optional(v.nullable(text)),
  answer: v.nullable(text),
})

export const deliveryAnswer = v.looseObject({
  id: text,
  alert: v.nullable(text),
  endpoint: text,
  state: text,
  reason: v.nullable(text),
  words: v.nullable(v.looseObject({ ar: text, en: text })),
  joined: v.nullable(text),
  also: v.array(text),
  next: v.nullable(text),
  attempts: v.array(attempt),
  about: v.looseObject({
    kind: v.picklist(['alert', 'digest', 'notice', 'test']),
    watch: v.nullable(v.looseObject({ id: text, name: text })),
    change: v.nullable(v.picklist(CHANGE_KINDS)),
    statement: v.nullable(
      v.looseObject({ id: text, language: v.picklist(LANGUAGES), title: text }),
    ),
    alerts: count,
  }),
})

/** The log, and the endpoints whose objects did not answer: what they hold is missing in it. */
export const deliveriesAnswer = v.looseObject({
  items: v.array(deliveryAnswer),
  cursor: v.nullable(text),
  silent: v.array(text),
})

export const testAnswer = v.looseObject({ delivery: text, attempt })

export const rotationAnswer = v.looseObject({ endpoint: text, secret: text, graceEnds: text })

export const replayAnswer = v.looseObject({ endpoint: text, replayed: count })
