import * as v from 'valibot'
import { conceptSchema, endpointSchema, publisherSchema, watchSchema } from './settings-schemas.ts'
import { translationSchema } from './translation.ts'

/** The whole configuration as one document. */
export const configSchema = v.strictObject({
  /** Not in documents of older versions: then those that are there stay. */
  concepts: v.optional(v.pipe(v.array(conceptSchema, 'type'), v.maxLength(1_000, 'many'))),
  endpoints: v.pipe(v.array(endpointSchema, 'type'), v.maxLength(500, 'many')),
  watches: v.pipe(v.array(watchSchema, 'type'), v.maxLength(5_000, 'many')),
  /** Not in documents of older versions: then what is set up stays; null ends it. */
  translation: v.optional(v.nullable(translationSchema)),
  publishers: v.pipe(v.array(publisherSchema, 'type'), v.maxLength(500, 'many')),
})
