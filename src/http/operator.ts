import type { BayanEnv } from '../platform/env.ts'
import { problem } from './problem.ts'

/** A shorter token could be guessed: 128 bits are 22 letters of base64. */
const SHORTEST_TOKEN = 20

/**
 * Lets the operator in, or answers why not: 503 while there is no token to compare with, 401 for a
 * missing or wrong one. Both sides are hashed first, so that the comparison takes the same time
 * for every input, and lengths need not be equal.
 */
export async function refuseStranger(
  request: Request,
  env: BayanEnv,
): Promise<Response | undefined> {
  const token = env.ADMIN_TOKEN ?? ''
  if (token.length < SHORTEST_TOKEN) return operatorSideOff(token)
  const given = /^Bearer ([^\s]+)$/i.exec(request.headers.get('authorization') ?? '')?.[1]
  if (given !== undefined && (await isEqual(given, token))) return undefined
  return problem(
    401,
    'Unauthorized',
    {
      en: 'Send the operator\'s token: "Authorization: Bearer …".',
      ar: 'أرسل رمز المشغّل في الترويسة: "Authorization: Bearer …".',
    },
    { headers: { 'www-authenticate': 'Bearer realm="Bayan"' } },
  )
}

function operatorSideOff(token: string): Response {
  const why =
    token === ''
      ? { en: 'No ADMIN_TOKEN is set', ar: 'لم يُضبط ADMIN_TOKEN' }
      : { en: 'ADMIN_TOKEN is shorter than 20 characters', ar: 'ADMIN_TOKEN أقصر من 20 حرفًا' }
  return problem(503, "The operator's side is off", {
    en: `${why.en}, so the operator's side is off; feeds and pages work. Set one with "wrangler secret put ADMIN_TOKEN".`,
    ar: `${why.ar}، ولذلك فجانب المشغّل متوقف، والخلاصات والصفحات تعمل. اضبطه بالأمر "wrangler secret put ADMIN_TOKEN".`,
  })
}

/** Whether the request carries the operator's token, where that only shows more. */
export async function isOperator(request: Request, env: BayanEnv): Promise<boolean> {
  if (!request.headers.has('authorization')) return false
  return (await refuseStranger(request, env)) === undefined
}

async function isEqual(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([one, other].map(hashed))
  return a !== undefined && b !== undefined && crypto.subtle.timingSafeEqual(a, b)
}

async function hashed(text: string): Promise<ArrayBuffer> {
  return await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
}
