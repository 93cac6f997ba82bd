import type { Endpoint } from '../deliveries/endpoint.ts'
import type { EndpointField } from '../deliveries/kind.ts'
import { httpKind } from '../deliveries/kinds.ts'
import { parseSecrets } from '../deliveries/signature.ts'
import type { BayanEnv } from '../platform/env.ts'
import { ADMISSION_WORDS } from './admission-words-table.ts'
import { type Admitted, admit, unprocessable } from './admission.ts'
import { addressProblem } from './admit-settings.ts'
import type { FieldProblem } from './problem.ts'
import { endpointSchema } from './settings-schemas.ts'

/**
 * An endpoint as it may be saved. Address, secret and recipient may be left masked, as the API shows
 * them: then those that are known stay.
 */
export function admitEndpoint(
  input: unknown,
  known: Endpoint | undefined,
  env: BayanEnv,
): Admitted<Endpoint> {
  const admitted = admit(endpointSchema, input)
  if (admitted.kind === 'refused') return admitted
  const given = admitted.value
  const kind = httpKind(given.kind)
  if (kind === undefined)
    return { kind: 'refused', response: unprocessable([problem('kind', 'feed')]) }
  const keepsSecret = isMasked(given.secret)
  const endpoint = {
    ...given,
    url: (isMasked(given.url) ? known?.url : given.url) || (kind.home ?? ''),
    secret: keepsSecret ? (known?.secret ?? '') : given.secret,
    to: given.to !== undefined && isMasked(given.to) ? known?.to : given.to,
    graceEnds: given.graceEnds ?? (keepsSecret ? known?.graceEnds : undefined),
    pace: given.pace ?? kind.pace(given),
  }
  const errors = [
    ...kind.needs.flatMap((field) => missing(field, endpoint)),
    ...addressProblems(endpoint, env),
    ...secretProblem(endpoint),
  ]
  if (errors.length > 0) return { kind: 'refused', response: unprocessable(errors) }
  return { kind: 'admitted', value: endpoint }
}

function isMasked(text: string): boolean {
  return text.includes('\u2026')
}

function missing(field: EndpointField, endpoint: Endpoint): FieldProblem[] {
  if ((endpoint[field] ?? '') !== '') return []
  // What a secret looks like is what its owner does not know yet.
  return [problem(field, field === 'secret' ? 'secret' : 'missing')]
}

function addressProblems({ kind, url }: Endpoint, env: BayanEnv): FieldProblem[] {
  if (url !== '') return addressProblem('url', url, true, env)
  return kind === 'email' && env.EMAIL === undefined ? [problem('url', 'mail')] : []
}

function secretProblem({ kind, secret }: Endpoint): FieldProblem[] {
  if (kind !== 'webhook' || secret === '') return []
  return parseSecrets(secret).kind === 'refused' ? [problem('secret', 'secret')] : []
}

function problem(field: string, code: string): FieldProblem {
  return { field, ...(ADMISSION_WORDS[code] ?? { en: code, ar: code }) }
}
