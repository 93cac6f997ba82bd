import * as v from 'valibot'
import { ADMISSION_WORDS } from './admission-words-table.ts'
import { type FieldProblem, problem } from './problem.ts'

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

/** Reads a form as browsers send it. */
export async function readForm(request: Request): Promise<Admitted<URLSearchParams>> {
  const body = await readText(request)
  return body.kind === 'refused'
    ? body
    : { kind: 'admitted', value: new URLSearchParams(body.value) }
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

/** Admits input by a schema, or answers 422 with every field that is wrong and how to mend it. */
export function admit<S extends v.GenericSchema>(
  schema: S,
  input: unknown,
): Admitted<v.InferOutput<S>> {
  const result = v.safeParse(schema, input)
  if (result.success) return { kind: 'admitted', value: result.output }
  return refused(unprocessable(result.issues.map(fieldProblem)))
}

export function unprocessable(errors: readonly FieldProblem[]): Response {
  const fields = errors.map(({ field }) => (field === '' ? 'body' : field)).join(', ')
  return problem(
    422,
    'Not admitted',
    {
      en: `Please mend: ${fields}. ${errors[0]?.en ?? ''}`,
      ar: `يرجى تصحيح: ${fields}. ${errors[0]?.ar ?? ''}`,
    },
    { errors },
  )
}

function fieldProblem(issue: v.BaseIssue<unknown>): FieldProblem {
  const field = v.getDotPath(issue) ?? ''
  return { field, ...wordsFor(issue) }
}

function wordsFor(issue: v.BaseIssue<unknown>) {
  const known = ADMISSION_WORDS[issue.message]
  if (known !== undefined) return known
  // What may be written there is known to the schema: `("hour" | "day")`.
  if (issue.type === 'picklist')
    return { en: `Write ${issue.expected}.`, ar: `اكتب ${issue.expected}.` }
  const code =
    issue.type === 'strict_object' && issue.expected === 'never'
      ? 'unknown'
      : issue.received === 'undefined'
        ? 'missing'
        : 'type'
  const { en, ar } = ADMISSION_WORDS[code] ?? { en: issue.message, ar: issue.message }
  return { en, ar }
}
