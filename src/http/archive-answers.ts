import * as v from 'valibot'

/** Answers of the calls about what was kept. */

const text = v.string()
const count = v.number()

export const volatileAnswer = v.looseObject({
  source: text,
  key: text,
  sample: text,
  seen: count,
  statements: count,
  verdict: text,
  ignored: v.boolean(),
})

const judged = v.looseObject({ id: text, title: text, url: text, published: v.nullable(text) })

export const pairAnswer = v.looseObject({
  state: v.picklist(['inferred', 'likely']),
  confidence: count,
  ar: judged,
  en: judged,
})
