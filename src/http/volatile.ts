import * as v from 'valibot'
import type { BayanEnv } from '../platform/env.ts'
import { VERDICTS, type VolatilePart, isVolatile } from '../statements/volatility.ts'
import { admitBody } from './admission.ts'
import { items, json } from './answers.ts'
import { publisherOf } from './objects.ts'
import { notFound } from './problem.ts'

/** `GET …/publishers/{id}/volatile`: parts of pages that change by themselves, as they were learned. */
export async function listVolatile(env: BayanEnv, id: string): Promise<Response> {
  const sources = await publisherOf(env, id).volatile()
  const shown = (source: string, part: VolatilePart) => {
    const { key, sample, seen, statements, verdict } = part
    return {
      source,
      key,
      sample,
      seen,
      statements: statements.length,
      verdict,
      ignored: isVolatile(part),
    }
  }
  return json(
    items(
      Object.entries(sources).flatMap(([source, parts]) =>
        parts.map((part) => shown(source, part)),
      ),
    ),
  )
}

export const judgeSchema = v.strictObject({
  source: v.string('type'),
  key: v.string('type'),
  verdict: v.picklist(VERDICTS, 'verdict'),
})

/** `PUT …/publishers/{id}/volatile`: the operator's word about one part stands above what was seen. */
export async function judgeVolatile(
  request: Request,
  env: BayanEnv,
  id: string,
): Promise<Response> {
  const asked = await admitBody(judgeSchema, request)
  if (asked.kind === 'refused') return asked.response
  const { source, key, verdict } = asked.value
  if (await publisherOf(env, id).judgeVolatile(source, key, verdict))
    return new Response(null, { status: 204 })
  return notFound({
    en: `Nothing was seen to change under "${key}" in the source "${source}".`,
    ar: `لم يُرصد تغيّر باسم "${key}" في المصدر "${source}".`,
  })
}
