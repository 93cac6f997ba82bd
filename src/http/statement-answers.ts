import * as v from 'valibot'
import { TRANSLATION_STATES } from '../statements/translation-state.ts'
import { LANGUAGES } from '../text/language.ts'
import { machineAnswer } from './translation-answers.ts'

/** Answers about a statement, its wordings and where else it stands. */

const text = v.string()
const count = v.number()
const when = v.nullable(v.string())
const language = v.picklist(LANGUAGES)

/** A text that stands at several places, the first seen first. */
export const clusterAnswer = v.looseObject({
  firstSeen: text,
  statements: v.array(v.looseObject({ id: text, seen: text })),
})

export const statementAnswer = v.looseObject({
  id: text,
  publisher: text,
  source: text,
  language,
  url: v.nullable(text),
  title: text,
  text,
  html: text,
  author: v.nullable(text),
  published: when,
  modified: when,
  firstSeen: text,
  updated: text,
  state: text,
  revision: count,
  translation: v.nullable(
    v.looseObject({ id: text, by: v.nullable(text), confidence: v.nullable(count) }),
  ),
  contentHash: text,
  translationState: v.picklist(TRANSLATION_STATES),
  cluster: v.optional(v.nullable(clusterAnswer)),
  /** What a machine made of it, while it has no partner; of one asked for by its id. */
  machineTranslation: v.optional(v.nullable(machineAnswer)),
})

export const revisionAnswer = v.looseObject({
  number: count,
  seen: text,
  title: text,
  contentHash: text,
  text: v.nullable(text),
  html: v.nullable(text),
})
