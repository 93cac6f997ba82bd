import * as v from 'valibot'
import { detailWords } from '../sources/detail-words.ts'
import { judgeAddress } from '../platform/address-guard.ts'
import { type BayanEnv, addressPolicyOf } from '../platform/env.ts'
import type { Publisher } from '../sources/publisher.ts'
import { selectorFault } from '../sources/selector.ts'
import { type Concept, Concepts } from '../watches/concept.ts'
import { QUERY_ERRORS } from '../watches/query-error-table.ts'
import { conceptWords } from '../watches/query-words.ts'
import { parseQuery } from '../watches/parse-query.ts'
import type { Watch } from '../watches/watch.ts'
import { isRecord, member } from '../text/json.ts'
import { type Admitted, admit } from './admission.ts'
import { listOf, textOf } from './member.ts'
import type { FieldProblem } from './problem.ts'
import {
  MOST_SOURCES,
  MOST_TERMS,
  conceptSchema,
  publisherSchema,
  watchSchema,
} from './settings-schemas.ts'
import { selectorFaultWords } from './selector-fault-words.ts'
import { queryProblem } from './tell-mistake.ts'

/** The id of the address stands for the one in the body, and must equal it where both are given. */
export function withId(input: unknown, id: string | undefined): unknown {
  if (id === undefined || Array.isArray(input)) return input
  if (!v.is(v.record(v.string(), v.unknown()), input)) return input
  return { ...input, id: input['id'] ?? id }
}

/** A publisher as it may be saved: schema, and every address judged by the guard. */
export function admitPublisher(input: unknown, env: BayanEnv): Admitted<Publisher> {
  const admitted = admit(publisherSchema, input, (given) => publisherFaults(given, env))
  return admitted.kind === 'refused'
    ? admitted
    : { kind: 'admitted', value: publisherOf(admitted.value) }
}

export function publisherFaults(input: unknown, env: BayanEnv): FieldProblem[] {
  return [
    ...addressProblem('site', textOf(input, 'site'), false, env),
    ...listOf(input, 'sources', MOST_SOURCES).flatMap((source, index) => [
      ...addressProblem(`sources.${index}.url`, textOf(source, 'url'), false, env),
      ...selectorProblems(`sources.${index}.selectors`, member(source, 'selectors')),
    ]),
  ]
}

/** JSON has no undefined; a field that was not given is not there. */
export function publisherOf(admitted: v.InferOutput<typeof publisherSchema>): Publisher {
  return JSON.parse(JSON.stringify(admitted)) as Publisher
}

/**
 * A watch as it may be saved: its query must be one that Bayan understands. The addresses of its feeds, which
 * answers show with it, may be sent back and say nothing.
 */
export function admitWatch(input: unknown, concepts: readonly Concept[]): Admitted<Watch> {
  const given = isRecord(input) ? { ...input } : input
  if (isRecord(given)) delete given['feeds']
  return admit(watchSchema, given, (watch) => watchFaults(watch, new Concepts(concepts)))
}

export function watchFaults(input: unknown, concepts: Concepts): FieldProblem[] {
  const parsed = parseQuery(textOf(input, 'query'), concepts)
  return parsed.kind === 'refused' ? [queryProblem('query', parsed.error)] : []
}

/** A concept as it may be saved: each of its terms must be one that can be looked for. */
export function admitConcept(input: unknown): Admitted<Concept> {
  return admit(conceptSchema, input, conceptFaults)
}

export function conceptFaults(input: unknown): FieldProblem[] {
  return listOf(input, 'terms', MOST_TERMS).flatMap((term, index): FieldProblem[] => {
    const words = typeof term === 'string' ? conceptWords(term) : []
    return typeof words === 'string' ? [{ field: `terms.${index}`, ...QUERY_ERRORS[words] }] : []
  })
}

/** What is wrong with an address, in the words of the guard; nothing where there is none. */
export function addressProblem(
  field: string,
  url: string,
  httpsOnly: boolean,
  env: BayanEnv,
): FieldProblem[] {
  if (url === '') return []
  const verdict = judgeAddress(url, { ...addressPolicyOf(env), httpsOnly })
  if (verdict.kind === 'allowed') return []
  const { en, ar } = detailWords(verdict.why)
  return [
    {
      field,
      en: `This address is not allowed: ${en}. Give a public http(s) address.`,
      ar: `هذا العنوان غير مسموح (${ar}). اكتب عنوانًا عامًّا يبدأ بـ https.`,
    },
  ]
}

/** Selectors that HTMLRewriter cannot use would fail at every poll: they are refused here. */
export function selectorProblems(field: string, selectors: unknown): FieldProblem[] {
  return Object.entries(selectors ?? {}).flatMap(([name, value]: [string, unknown]) =>
    [value].flat().flatMap((one) => {
      const fault = typeof one === 'string' ? selectorFault(one) : undefined
      if (fault === undefined) return []
      return [{ field: `${field}.${name}`, ...selectorFaultWords(fault) }]
    }),
  )
}
