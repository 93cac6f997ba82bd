import type * as v from 'valibot'
import { ENDPOINT_KIND_NAMES, type Endpoint, type HttpKindName } from '../deliveries/endpoint.ts'
import type { EndpointField } from '../deliveries/kind.ts'
import { httpKind } from '../deliveries/kinds.ts'
import { parseSecrets } from '../deliveries/signature.ts'
import type { BayanEnv } from '../platform/env.ts'
import { member } from '../text/json.ts'
import { ADMISSION_WORDS } from './admission-words-table.ts'
import { type Admitted, admit } from './admission.ts'
import { addressProblem } from './admit-settings.ts'
import { textOf } from './member.ts'
import type { FieldProblem } from './problem.ts'
import { endpointSchema } from './settings-schemas.ts'

type Given = v.InferOutput<typeof endpointSchema>
type Reached = Pick<Endpoint, 'url' | 'secret' | 'to' | 'from'>

/**
 * An endpoint as it may be saved. Address, secret and recipient may be left masked, as the API shows
 * them: then those that are known stay.
 */
export function admitEndpoint(
  input: unknown,
  known: Endpoint | undefined,
  env: BayanEnv,
): Admitted<Endpoint> {
  const admitted = admit(endpointSchema, input, (given) => endpointFaults(given, known, env))
  return admitted.kind === 'refused'
    ? admitted
    : { kind: 'admitted', value: endpointOf(admitted.value, known) }
}

/** The endpoint that was admitted, with what the masked fields stand for. */
export function endpointOf(given: Given, known: Endpoint | undefined): Endpoint {
  const kind = httpKind(given.kind)
  return {
    ...given,
    ...unmasked(given, given.kind, known),
    graceEnds: given.graceEnds ?? (isMasked(given.secret) ? known?.graceEnds : undefined),
    pace: given.pace ?? kind.pace(given),
  }
}

export function endpointFaults(
  input: unknown,
  known: Endpoint | undefined,
  env: BayanEnv,
): FieldProblem[] {
  const to = textOf(input, 'to')
  const from = textOf(input, 'from')
  const kind = ENDPOINT_KIND_NAMES.find((name) => name === member(input, 'kind'))
  const given = { url: textOf(input, 'url'), secret: textOf(input, 'secret'), to, from }
  // What is missing, and how a secret looks, hangs on the kind; where it may lead does not.
  if (kind === undefined)
    return isMasked(given.url) ? [] : addressProblem('url', given.url, true, env)
  const reached = { ...given, ...unmasked(given, kind, known) }
  return [
    ...httpKind(kind).needs.flatMap((field) => missing(field, kind, reached)),
    ...addressProblem('url', reached.url, true, env),
    ...(kind === 'email' && reached.url === '' && env.EMAIL === undefined
      ? [problem('url', 'mail')]
      : []),
    ...(kind === 'webhook' ? secretProblem(reached) : []),
  ]
}

function unmasked(
  { url, secret, to }: Reached,
  kind: HttpKindName,
  known: Endpoint | undefined,
): Pick<Endpoint, 'url' | 'secret' | 'to'> {
  return {
    url: (isMasked(url) ? known?.url : url) || (httpKind(kind).home ?? ''),
    secret: isMasked(secret) ? (known?.secret ?? '') : secret,
    to: to !== undefined && isMasked(to) ? known?.to : to,
  }
}

function isMasked(text: string): boolean {
  return text.includes('\u2026')
}

function missing(field: EndpointField, kind: HttpKindName, reached: Reached): FieldProblem[] {
  if ((reached[field] ?? '') !== '') return []
  // What a secret or a recipient looks like is what its owner does not know yet.
  if (field === 'secret') return [problem(field, kind === 'webhook' ? 'secret' : 'token')]
  return [problem(field, field === 'to' ? 'to' : 'missing')]
}

function secretProblem({ secret }: Reached): FieldProblem[] {
  return secret === '' || parseSecrets(secret).kind !== 'refused'
    ? []
    : [problem('secret', 'secret')]
}

function problem(field: string, code: string): FieldProblem {
  return { field, ...(ADMISSION_WORDS[code] ?? { en: code, ar: code }) }
}
