import * as v from 'valibot'
import type { TieVerdict } from '../objects/operator-ties.ts'
import type { BayanEnv } from '../platform/env.ts'
import { parseStatementId } from '../statements/statement-id.ts'
import { admitBody } from './admission.ts'
import { items, json } from './answers.ts'
import { publisherOf } from './objects.ts'
import { problem, unknownStatement } from './problem.ts'

/** `GET …/publishers/{id}/pairs`: what comparing was not certain of. */
export async function listPairs(env: BayanEnv, id: string): Promise<Response> {
  return json(items(await publisherOf(env, id).pairsToJudge()))
}

export const tieSchema = v.strictObject({ id: v.string() })

/** `PUT …/translation {"id": "…"}`: the operator says which statement is this one's translation. */
export async function tieTranslation(
  request: Request,
  env: BayanEnv,
  id: string,
): Promise<Response> {
  const asked = await admitBody(tieSchema, request)
  if (asked.kind === 'refused') return asked.response
  return await said(env, id, asked.value.id)
}

/** `DELETE …/translation`: the pair is taken apart, and stays so. */
export async function untieTranslation(env: BayanEnv, id: string): Promise<Response> {
  return await said(env, id, null)
}

async function said(env: BayanEnv, id: string, partner: string | null): Promise<Response> {
  const parsed = parseStatementId(id)
  if (parsed === undefined) return unknownStatement(id)
  const verdict: TieVerdict = await publisherOf(env, parsed.publisher).pair(parsed.number, partner)
  switch (verdict) {
    case 'done':
      return new Response(null, { status: 204 })
    case 'unknown':
      return unknownStatement(id)
    case 'unknown-partner':
      return problem(422, 'Refused', {
        en: `There is no statement "${partner ?? ''}" of the same publisher.`,
        ar: `لا يوجد بيان "${partner ?? ''}" للجهة نفسها.`,
      })
    case 'one-language':
      return problem(422, 'Refused', {
        en: 'Both statements are in one language. A pair is one in Arabic and one in English.',
        ar: 'البيانان بلغة واحدة. الزوج بيان بالعربية وبيان بالإنكليزية.',
      })
  }
}
