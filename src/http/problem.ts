import type { Words } from '../text/language.ts'

export interface FieldProblem extends Words {
  /** Path of the field in the input, `sources.0.url`. */
  readonly field: string
  /** Where in the field, in UTF-16 units, and how many of them; a stable word for the mistake. */
  readonly place?: { readonly position: number; readonly length: number; readonly reason: string }
}

/** What was sent is told back in a few words: three thousand wrong items would be an answer of 600 kB. */
const MOST_ERRORS = 50
const LONGEST_DETAIL = 4_000

/**
 * A refusal as `application/problem+json` (RFC 9457): `detail` says what happened and what to
 * mend, `detail_ar` the same in Arabic, `errors` which fields, fifty at the most.
 */
export function problem(
  status: number,
  title: string,
  told: Words,
  more: {
    readonly errors?: readonly FieldProblem[]
    readonly headers?: Record<string, string>
  } = {},
): Response {
  const body = {
    type: 'about:blank',
    title,
    status,
    detail: told.en.slice(0, LONGEST_DETAIL),
    detail_ar: told.ar.slice(0, LONGEST_DETAIL),
    ...(more.errors === undefined
      ? {}
      : {
          errors: more.errors.slice(0, MOST_ERRORS).map(({ field, en, ar, place }) => ({
            field,
            detail: en,
            detail_ar: ar,
            ...place,
          })),
        }),
  }
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
      ...more.headers,
    },
  })
}

export function notFound(what: Words): Response {
  return problem(404, 'Not found', what)
}

const LONGEST_PATH = 200

/** A call that the API does not have: a wrong path, or a method that this path does not take. */
export function noSuchCall({ method, url }: Request): Response {
  const call = `${method} ${new URL(url).pathname.slice(0, LONGEST_PATH)}`
  return notFound({
    en: `There is no call "${call}". The page /api lists all calls.`,
    ar: `لا يوجد نداء "${call}". الصفحة /api تعرض كل النداءات.`,
  })
}

export function unknownStatement(id: string): Response {
  return notFound({
    en: `There is no statement "${id.slice(0, LONGEST_PATH)}". GET /api/v1/statements lists them.`,
    ar: `لا يوجد بيان باسم "${id.slice(0, LONGEST_PATH)}". يسردها GET /api/v1/statements.`,
  })
}

/** A publisher that is followed is published from its first good poll on; one that was deleted, no more. */
export function nothingOf(publisher: string): Response {
  return notFound({
    en: `There is no publisher "${publisher}", or nothing was read of it yet. GET /api/v1/status lists them.`,
    ar: `لا توجد جهة باسم "${publisher}"، أو لم يُقرأ منها شيء بعد. يسردها GET /api/v1/status.`,
  })
}

export const NO_SUCH_PAGE: Words = {
  en: 'There is nothing at this address. The front page lists what there is.',
  ar: 'لا يوجد شيء في هذا العنوان. الصفحة الأولى تعرض كل ما هو متاح.',
}

/** A question in an address that cannot be answered as it stands. */
export function unprocessableQuery(errors: readonly FieldProblem[]): Response {
  const all = (lang: 'en' | 'ar') =>
    errors.map(({ field, [lang]: said }) => `${field}: ${said}`).join(' ')
  return problem(422, 'Not admitted', { en: all('en'), ar: all('ar') }, { errors })
}
