import * as v from 'valibot'
import { judgeAddress } from '../platform/address-guard.ts'
import { type BayanEnv, mayReachPrivate } from '../platform/env.ts'
import type { Publisher } from '../sources/publisher.ts'
import { selectorFault } from '../sources/selector.ts'
import { type Concept, Concepts } from '../watches/concept.ts'
import { QUERY_ERRORS } from '../watches/query-error-table.ts'
import { conceptWords } from '../watches/query-words.ts'
import { parseQuery } from '../watches/parse-query.ts'
import type { Watch } from '../watches/watch.ts'
import { type Admitted, admit, unprocessable } from './admission.ts'
import type { FieldProblem } from './problem.ts'
import { conceptSchema, publisherSchema, watchSchema } from './settings-schemas.ts'
import { queryProblem } from './tell-mistake.ts'

/** The id of the address stands for the one in the body, and must equal it where both are given. */
export function withId(input: unknown, id: string | undefined): unknown {
  if (id === undefined || Array.isArray(input)) return input
  if (!v.is(v.record(v.string(), v.unknown()), input)) return input
  return { ...input, id: input['id'] ?? id }
}

/** A publisher as it may be saved: schema, and every address judged by the guard. */
export function admitPublisher(input: unknown, env: BayanEnv): Admitted<Publisher> {
  const admitted = admit(publisherSchema, input)
  if (admitted.kind === 'refused') return admitted
  const addresses = [
    { field: 'site', url: admitted.value.site },
    ...admitted.value.sources.map(({ url }, index) => ({ field: `sources.${index}.url`, url })),
  ]
  const errors = [
    ...addresses.flatMap(({ field, url }) => addressProblem(field, url, false, env)),
    ...admitted.value.sources.flatMap((source, index) =>
      selectorProblems(`sources.${index}.selectors`, source.selectors ?? {}),
    ),
  ]
  if (errors.length > 0) return { kind: 'refused', response: unprocessable(errors) }
  return { kind: 'admitted', value: definedOnly(admitted.value) as Publisher }
}

/** A watch as it may be saved: its query must be one that Bayan understands. */
export function admitWatch(input: unknown, concepts: readonly Concept[]): Admitted<Watch> {
  const admitted = admit(watchSchema, input)
  if (admitted.kind === 'refused') return admitted
  const parsed = parseQuery(admitted.value.query, new Concepts(concepts))
  if (parsed.kind === 'refused') {
    return { kind: 'refused', response: unprocessable([queryProblem('query', parsed.error)]) }
  }
  return admitted
}

/** A concept as it may be saved: each of its terms must be one that can be looked for. */
export function admitConcept(input: unknown): Admitted<Concept> {
  const admitted = admit(conceptSchema, input)
  if (admitted.kind === 'refused') return admitted
  const errors = admitted.value.terms.flatMap((term, index): FieldProblem[] => {
    const words = conceptWords(term)
    return typeof words === 'string' ? [{ field: `terms.${index}`, ...QUERY_ERRORS[words] }] : []
  })
  return errors.length === 0 ? admitted : { kind: 'refused', response: unprocessable(errors) }
}

/** What is wrong with an address, in the words of the guard. */
export function addressProblem(
  field: string,
  url: string,
  httpsOnly: boolean,
  env: BayanEnv,
): FieldProblem[] {
  const allowPrivate = mayReachPrivate(env)
  const ownHost = new URL(env.BASE_URL).hostname
  const verdict = judgeAddress(url, { allowPrivate, ownHost, httpsOnly })
  if (verdict.kind === 'allowed') return []
  return [
    {
      field,
      en: `This address is not allowed: ${verdict.why}. Give a public http(s) address.`,
      ar: `هذا العنوان غير مسموح (${verdict.whyAr}). اكتب عنوانًا عامًّا يبدأ بـ https.`,
    },
  ]
}

/** Selectors that HTMLRewriter cannot use would fail at every poll: they are refused here. */
function selectorProblems(field: string, selectors: object): FieldProblem[] {
  return Object.entries(selectors).flatMap(([name, value]: [string, unknown]) =>
    [value].flat().flatMap((one) => {
      const fault = typeof one === 'string' ? selectorFault(one) : undefined
      if (fault === undefined) return []
      const ar = `لا يمكن استعمال محدد CSS هذا (${fault}).`
      return [{ field: `${field}.${name}`, en: `This selector cannot be used: ${fault}`, ar }]
    }),
  )
}

/** JSON has no undefined; a field that was not given is not there. */
function definedOnly<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T
}
