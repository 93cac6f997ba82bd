import { type BayanEnv, addressPolicyOf, isLocal } from '../platform/env.ts'
import { guardedGet } from '../platform/guarded-fetch.ts'
import { sha256Hex } from '../statements/content-hash.ts'
import { parseJson } from '../text/json.ts'
import { AccessTeam, type Vouched } from './access-jwt.ts'
import { type Session, sessionOf } from './desk-session.ts'
import { deskOf } from './objects.ts'
import { refuseStranger } from './operator.ts'

const MOST_KEY_BYTES = 100_000

let team: AccessTeam | undefined

/** Who stands at the desk's door. */
export type Entry =
  | { readonly kind: 'entered'; readonly by: 'token' | 'access'; readonly session: Session }
  | { readonly kind: 'stranger'; readonly why: AccessRefusal | undefined }

type AccessRefusal = Extract<Vouched, { readonly kind: 'refused' }>['why']

const STRANGER: Entry = { kind: 'stranger', why: undefined }

/**
 * Whether the sender may use the desk: by a session that the token opened, or vouched for by Access. What
 * was signed out of is asked of the desk object: one row read a request, and a copied cookie is worth
 * nothing any more.
 */
export async function entryOf(request: Request, env: BayanEnv, now: number): Promise<Entry> {
  if ((await doorShut(env)) !== undefined) return STRANGER
  const session = await sessionOf(request, env, now)
  if (session !== undefined && !(await deskOf(env).hasEnded(session.id)))
    return { kind: 'entered', by: 'token', session }
  const assertion = request.headers.get('cf-access-jwt-assertion')
  const access = accessTeam(env)
  if (assertion === null || access === undefined) return STRANGER
  const verdict = await access.vouchesFor(assertion, now)
  if (verdict.kind === 'refused') return { kind: 'stranger', why: verdict.why }
  const vouched = { id: await sha256Hex(signedPart(assertion)), until: verdict.until }
  return (await deskOf(env).hasEnded(vouched.id))
    ? STRANGER
    : { kind: 'entered', by: 'access', session: vouched }
}

/** What the signature is about: the signature itself can be written in several ways. */
function signedPart(assertion: string): string {
  return assertion.slice(0, assertion.lastIndexOf('.'))
}

/**
 * Whether a token opens the desk: the API's own answer to it, with the API's count of wrong ones.
 * @returns undefined where it does
 */
export async function refuseToken(
  token: string,
  request: Request,
  env: BayanEnv,
): Promise<Response | undefined> {
  // What cannot stand in a header is no token, and would stop us with an exception.
  const sendable = /^[\x21-\x7E]+$/.test(token) ? token : 'none'
  const headers = new Headers({ authorization: `Bearer ${sendable}` })
  const client = request.headers.get('cf-connecting-ip')
  if (client !== null) headers.set('cf-connecting-ip', client)
  return await refuseStranger(new Request(request.url, { headers }), env)
}

/** Why nobody can enter at all, as the API says it: no token is set, or a weak one. */
export async function doorShut(env: BayanEnv): Promise<Response | undefined> {
  const answer = await refuseStranger(new Request(env.BASE_URL), env)
  return answer?.status === 503 ? answer : undefined
}

/** A cookie that opens the desk must not cross a network in clear. */
export function mayHoldSession(env: BayanEnv): boolean {
  return env.BASE_URL.startsWith('https:') || isLocal(env)
}

function accessTeam(env: BayanEnv): AccessTeam | undefined {
  const { ACCESS_TEAM: issuer = '', ACCESS_AUD: audience = '' } = env
  if (!issuer.startsWith('https://') || audience === '') return undefined
  team ??= new AccessTeam(issuer.replace(/\/+$/, ''), audience, async () => {
    const url = `${issuer.replace(/\/+$/, '')}/cdn-cgi/access/certs`
    const policy = { ...addressPolicyOf(env), allowPrivate: false }
    const answer = await guardedGet({ url, headers: {}, maxBytes: MOST_KEY_BYTES }, policy)
    if (answer.kind === 'refused' || answer.status !== 200) return undefined
    // `null` where it is no JSON: an answer, though none that can be used.
    return parseJson(new TextDecoder().decode(answer.bytes)) ?? null
  })
  return team
}

/** The keys of Access are fetched again. */
export function forgetTeam(): void {
  team = undefined
}
