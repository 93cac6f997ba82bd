import type { BayanEnv } from '../platform/env.ts'
import type { Words } from '../text/language.ts'
import { admitClient, clientOf, noteFailure } from './login-attempts.ts'
import { problem } from './problem.ts'
import { weakness } from './token-strength.ts'

/**
 * Lets the operator in, or answers why not: 503 while there is no token worth comparing with, 429 for
 * a client that guessed too often, 401 for a missing or wrong one. Both sides are hashed first, so
 * that the comparison takes the same time for every input, and lengths need not be equal.
 */
export async function refuseStranger(
  request: Request,
  env: BayanEnv,
): Promise<Response | undefined> {
  const token = env.ADMIN_TOKEN ?? ''
  const weak = weakness(token)
  if (weak !== undefined) return operatorSideOff(weak)
  const given = /^Bearer ([^\s]+)$/i.exec(request.headers.get('authorization') ?? '')?.[1]
  if (given === undefined) return unauthorized(NO_TOKEN)
  const client = clientOf(request)
  const wait = await admitClient(client, env)
  if (wait > 0) return tooMany(wait)
  if (await isEqual(given, token)) return undefined
  await noteFailure(client, env)
  return unauthorized(WRONG_TOKEN, ', error="invalid_token"')
}

const NO_TOKEN: Words = {
  en: 'Send the operator\'s token: "Authorization: Bearer …".',
  ar: 'أرسل رمز المشغّل في الترويسة: "Authorization: Bearer …".',
}

const WRONG_TOKEN: Words = {
  en: "The token that was sent is not the operator's. Copy it whole from where ADMIN_TOKEN was set; it may have been replaced.",
  ar: 'الرمز المرسل ليس رمز المشغّل. انسخه كاملًا من حيث ضُبط ADMIN_TOKEN، وربما استُبدل.',
}

/** @param error as RFC 6750 names it, where a token came */
function unauthorized(told: Words, error = ''): Response {
  const headers = { 'www-authenticate': `Bearer realm="Bayan"${error}` }
  return problem(401, 'Unauthorized', told, { headers })
}

function tooMany(seconds: number): Response {
  return problem(
    429,
    'Too many attempts',
    {
      en: `Too many wrong tokens came from this address. Try again in ${seconds} seconds.`,
      ar: `وصلت من هذا العنوان رموز خاطئة كثيرة. حاول بعد ${seconds} ثانية.`,
    },
    { headers: { 'retry-after': String(seconds) } },
  )
}

function operatorSideOff(why: Words): Response {
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
