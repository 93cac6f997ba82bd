import { ENDPOINT_FIELDS, type EndpointDraft } from '../pages/desk/endpoint-form.tsx'
import { isRecord, member } from '../text/json.ts'
import { typed } from './admission.ts'

type Field = (typeof ENDPOINT_FIELDS)[number]

const NUMBERS: ReadonlySet<Field> = new Set([
  'pace',
  'policy.group',
  'policy.hourly',
  'policy.repeat',
  'policy.backlog',
])

const MINUTES = 'YYYY-MM-DDTHH:MM'.length

/** A draft in which each field holds what `text` gives for it. */
function draftOf(id: string, text: (field: Field) => string): EndpointDraft {
  const fields = ENDPOINT_FIELDS.map((field) => [field, text(field)] as const)
  return Object.fromEntries([['id', id], ...fields]) as EndpointDraft
}

/** The draft of a new endpoint: nothing is said yet. */
export function emptyDraft(): EndpointDraft {
  return draftOf('', (field) => (field === 'kind' ? 'slack' : ''))
}

/** The draft that a form was sent with. */
export function draftInForm(form: URLSearchParams): EndpointDraft {
  return draftOf(typed(form, 'id'), (field) => typed(form, field))
}

/** The draft of an endpoint as the API shows it. */
export function draftOfEndpoint(endpoint: { readonly id: string }): EndpointDraft {
  return draftOf(endpoint.id, (field) => {
    const value = field.split('.').reduce<unknown>(member, endpoint)
    // The browser's field takes minutes, in the zone that the hint names.
    if (field === 'policy.muteUntil' && typeof value === 'string') return value.slice(0, MINUTES)
    return typeof value === 'string' || typeof value === 'number' || value === true
      ? String(value)
      : ''
  })
}

/**
 * The endpoint that a form asks for: what the form shows is taken from it, an empty field as one that is
 * not set; what it does not show stays.
 */
export function endpointIn(
  form: URLSearchParams,
  known: object | undefined,
): Record<string, unknown> {
  const endpoint: Record<string, unknown> = { ...known }
  if (ENDPOINT_FIELDS.some((field) => field.startsWith('policy.') && form.has(field))) {
    delete endpoint['policy']
  }
  for (const field of ENDPOINT_FIELDS) {
    // A box that is not ticked is not sent: it goes with the list that it stands in.
    const isShown = form.has(field) || (field === 'notices' && form.has('format'))
    if (isShown) put(endpoint, field, valueIn(field, typed(form, field)))
  }
  const { policy } = endpoint
  // A time without a rhythm says nothing.
  if (isRecord(policy) && isRecord(policy['digest']) && policy['digest']['every'] === undefined)
    delete policy['digest']
  return endpoint
}

function valueIn(field: Field, text: string): unknown {
  if (field === 'notices') return text === 'true'
  if (text === '') return undefined
  if (NUMBERS.has(field)) return Number(text)
  return field === 'policy.muteUntil' ? instantIn(text) : text
}

/** What a browser's field for date and time holds, taken as UTC; anything else as it is. */
export function instantIn(text: string): string {
  const [, seconds] = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.exec(text) ?? [text, 'none']
  if (seconds === 'none') return text
  return seconds === undefined ? `${text}:00Z` : `${text}Z`
}

function put(into: Record<string, unknown>, path: string, value: unknown): void {
  const [name = '', ...rest] = path.split('.')
  if (rest.length === 0) {
    if (value === undefined) delete into[name]
    else into[name] = value
    return
  }
  if (value === undefined) return
  const inner = isRecord(into[name]) ? into[name] : {}
  into[name] = inner
  put(inner, rest.join('.'), value)
}
