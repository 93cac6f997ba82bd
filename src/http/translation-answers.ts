import * as v from 'valibot'
import { LANGUAGES } from '../text/language.ts'

const text = v.string()
const count = v.number()

/** How machine translation is set up. */
export const translationAnswer = v.looseObject({
  enabled: v.boolean(),
  provider: text,
  model: text,
  url: text,
  key: text,
  afterHours: count,
  unexpected: v.boolean(),
  daily: count,
})

/** How it goes: only for the operator. */
export const translatorAnswer = v.looseObject({
  enabled: v.boolean(),
  provider: text,
  waiting: count,
  asked: count,
  daily: count,
  made: count,
  givenUp: count,
  next: v.nullable(text),
  failing: v.nullable(
    v.looseObject({
      reason: text,
      since: text,
      detail: text,
      words: v.looseObject({ ar: text, en: text }),
    }),
  ),
})

/** What a machine made of a statement. */
export const machineAnswer = v.looseObject({
  by: v.literal('machine'),
  language: v.picklist(LANGUAGES),
  title: text,
  text,
  html: text,
  provider: text,
  model: text,
  made: text,
  truncated: v.boolean(),
})
