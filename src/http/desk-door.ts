import { type BayanEnv, isLocal } from '../platform/env.ts'
import { guardedGet } from '../platform/guarded-fetch.ts'
import { AccessTeam } from './access-jwt.ts'
import { hasSession } from './desk-session.ts'
import { refuseStranger } from './operator.ts'

const MOST_KEY_BYTES = 100_000

let team: AccessTeam | undefined

/** Whether the sender may use the desk: by a session that the token opened, or vouched for by Access. */
export async function mayEnter(request: Request, env: BayanEnv, now: number): Promise<boolean> {
  if ((await doorShut(env)) !== undefined) return false
  if (await hasSession(request, env, now)) return true
  const assertion = request.headers.get('cf-access-jwt-assertion')
  const access = accessTeam(env)
  if (assertion === null || access === undefined) return false
  return await access.vouchesFor(assertion, now)
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
    const policy = { allowPrivate: false, ownHost: new URL(env.BASE_URL).hostname }
    const answer = await guardedGet({ url, headers: {}, maxBytes: MOST_KEY_BYTES }, policy)
    if (answer.kind === 'refused' || answer.status !== 200) return undefined
    return JSON.parse(new TextDecoder().decode(answer.bytes)) as unknown
  })
  return team
}
