import type { BayanEnv } from '../platform/env.ts'
import { OURSELVES } from './rate-limit.ts'

interface ApiAnswer {
  readonly status: number
  readonly body: unknown
}

/** One call below `/api/v1`, as a program outside would make it. */
export type CallApi = (method: string, path: string, body?: unknown) => Promise<ApiAnswer>

/**
 * The desk is a client of the API like any other: whatever it saves is admitted by the same schemas
 * and refused in the same words. Only for a request whose sender was already let in.
 */
export function apiFor(env: BayanEnv): CallApi {
  return async (method, path, body) => {
    const sent = body === undefined ? undefined : JSON.stringify(body)
    const response = await sendToApi(env, method, path, sent)
    const text = await response.text()
    return { status: response.status, body: text === '' ? null : (JSON.parse(text) as unknown) }
  }
}

/** The same, with body and answer as they travel. */
export async function sendToApi(
  env: BayanEnv,
  method: string,
  path: string,
  body?: string,
): Promise<Response> {
  const headers = {
    authorization: `Bearer ${env.ADMIN_TOKEN ?? ''}`,
    'content-type': 'application/json',
    // Wrong tokens from elsewhere must not lock the desk out.
    'cf-connecting-ip': OURSELVES,
  }
  const request = new Request(`https://desk.internal/api/v1${path}`, {
    method,
    headers,
    body: body ?? null,
  })
  const { api } = await import('./api.ts')
  return await api.fetch(request, env)
}
