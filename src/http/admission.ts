import type { Words } from '../text/language.ts'
import * as v from 'valibot'
import { ADMISSION_WORDS } from './admission-words-table.ts'
import type { SchemaNode } from './json-schema.ts'
import { type FieldProblem, problem } from './problem.ts'
import { unknownFields } from './unknown-fields.ts'

export type Admitted<T> =
  | { readonly kind: 'admitted'; readonly value: T }
  | { readonly kind: 'refused'; readonly response: Response }

/** Bodies of settings are small; a larger one is a mistake or an attack. */
const MAX_BODY_BYTES = 1_000_000

/** Reads a body, bounded while it is read: a declared length may lie (CVE-2026-44456). */
async function readText(request: Request): Promise<Admitted<string>> {
  const chunks: Uint8Array[] = []
  let total = 0
  for await (const chunk of request.body ?? []) {
    total += chunk.byteLength
    if (total > MAX_BODY_BYTES) return refused(tooLarge())
    chunks.push(chunk)
  }
  return { kind: 'admitted', value: await new Blob(chunks).text() }
}

/** Reads a JSON body. */
export async function readJson(request: Request): Promise<Admitted<unknown>> {
  const body = await readText(request)
  if (body.kind === 'refused') return body
  try {
    return { kind: 'admitted', value: JSON.parse(body.value) as unknown }
  } catch {
    return refused(
      problem(400, 'Not JSON', {
        en: 'The body is not valid JSON. Check quotes, commas and brackets.',
        ar: 'المتن ليس JSON صحيحًا. راجع علامات الاقتباس والفواصل والأقواس.',
      }),
    )
  }
}

/** Reads a JSON body and admits it by a schema, or holds the answer that says what to mend. */
export async function admitBody<S extends v.GenericSchema>(
  schema: S,
  request: Request,
  judge?: Judge,
): Promise<Admitted<v.InferOutput<S>>> {
  const body = await readJson(request)
  return body.kind === 'refused' ? body : admit(schema, body.value, judge)
}

/** Reads a form as browsers send it. */
export async function readForm(request: Request): Promise<Admitted<URLSearchParams>> {
  const body = await readText(request)
  return body.kind === 'refused'
    ? body
    : { kind: 'admitted', value: new URLSearchParams(body.value) }
}

/** What was typed into a field of a form; '' where it is not there. */
export function typed(form: URLSearchParams, name: string): string {
  return (form.get(name) ?? '').trim()
}

function tooLarge(): Response {
  return problem(413, 'Too large', {
    en: `The body is larger than ${MAX_BODY_BYTES} bytes.`,
    ar: `المتن أكبر من ${MAX_BODY_BYTES} بايت.`,
  })
}

function refused(response: Response): { readonly kind: 'refused'; readonly response: Response } {
  return { kind: 'refused', response }
}

/**
 * What a schema cannot know, such as whether an address may be asked. It is given the input as it came,
 * whatever that is, so that all faults are told at once: else who mends one is shown the next.
 */
export type Judge = (input: unknown) => readonly FieldProblem[]

/** Admits an object by a schema, or answers 422 with every field that is wrong and how to mend it. */
export function admit<S extends v.GenericSchema & SchemaNode>(
  schema: S,
  input: unknown,
  judge: Judge = () => [],
): Admitted<v.InferOutput<S>> {
  // A list would pass for an object that lacks everything: twenty errors, and none that says why.
  const other = notAnObject(input)
  if (other !== undefined) return refused(unprocessable([{ field: '', ...other }]))
  const result = v.safeParse(schema, input)
  const faults = (result.issues ?? []).flatMap((issue) => fieldProblems(issue, schema))
  // What has the wrong form is told once.
  const told = new Set(faults.map(({ field }) => field))
  faults.push(...judge(input).filter(({ field }) => !told.has(field)))
  return result.success && faults.length === 0
    ? { kind: 'admitted', value: result.output }
    : refused(unprocessable(faults))
}

/** So many errors are told in one sentence; `errors` has fifty. */
const MOST_TOLD = 5

export function unprocessable(errors: readonly FieldProblem[]): Response {
  const all = (lang: 'en' | 'ar') =>
    errors
      .slice(0, MOST_TOLD)
      .map(({ field, [lang]: said }) => (field === '' ? said : `${field}: ${said}`))
      .join(' ')
  const more = errors.length - MOST_TOLD
  return problem(
    422,
    'Not admitted',
    {
      en: `Please mend ${all('en')}${more > 0 ? ` And ${more} more.` : ''}`,
      ar: `يرجى تصحيح ${all('ar')}${more > 0 ? ` و${more} غيرها.` : ''}`,
    },
    { errors },
  )
}

function notAnObject(input: unknown): Words | undefined {
  if (typeof input === 'object' && input !== null && !Array.isArray(input)) return undefined
  const [en, ar] = Array.isArray(input)
    ? ['a list', 'قائمة']
    : input === null
      ? ['null', 'null']
      : (NAMES[typeof input] ?? ['something else', 'شيء آخر'])
  return {
    en: `the body: it must be an object {…}, and this is ${en}.`,
    ar: `المتن: يجب أن يكون كائنًا {…}، وهذا ${ar}.`,
  }
}

const NAMES: Readonly<Record<string, readonly [string, string]>> = {
  string: ['a text', 'نص'],
  number: ['a number', 'عدد'],
  boolean: ['true or false', 'true أو false'],
}

function fieldProblems(issue: v.BaseIssue<unknown>, schema: SchemaNode): FieldProblem[] {
  const field = v.getDotPath(issue) ?? ''
  if (issue.type !== 'strict_object' || issue.expected !== 'never')
    return [{ field, ...wordsFor(issue) }]
  const path = (issue.path ?? []).map(({ key }) => key).filter(isKey)
  // Of several fields that there are not, valibot names the first.
  return unknownFields(schema, path.slice(0, -1), issue.path?.at(-1)?.input)
}

function wordsFor(issue: v.BaseIssue<unknown>): Words {
  const known = ADMISSION_WORDS[issue.message]
  if (known !== undefined) return known
  const bounds = /^whole (\d+) (\d+)$/.exec(issue.message)
  if (bounds !== null) {
    const [, from, to] = bounds
    return {
      en: `Give a whole number from ${from} to ${to}.`,
      ar: `اكتب عددًا صحيحًا من ${from} إلى ${to}.`,
    }
  }
  // What may be written there is known to the schema: `("hour" | "day")`.
  if (issue.type === 'picklist') {
    const words = (issue.expected ?? '').replaceAll(/[()]/g, '').split(' | ')
    return { en: `Write ${words.join(' or ')}.`, ar: `اكتب ${words.join(' أو ')}.` }
  }
  const code = issue.received === 'undefined' ? 'missing' : 'type'
  const { en, ar } = ADMISSION_WORDS[code] ?? { en: issue.message, ar: issue.message }
  return { en, ar }
}

function isKey(key: unknown): key is string | number {
  return typeof key === 'string' || typeof key === 'number'
}
