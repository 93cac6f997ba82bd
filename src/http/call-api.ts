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
  const headers = {
    authorization: `Bearer ${env.ADMIN_TOKEN ?? ''}`,
    'content-type': 'application/json',
    // Wrong tokens from elsewhere must not lock the desk out.
    'cf-connecting-ip': OURSELVES,
  }
  return async (method, path, body) => {
    const request = new Request(`https://desk.internal${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const { api } = await import('./api.ts')
    const response = await api.fetch(request, env)
    const text = await response.text()
    return { status: response.status, body: text === '' ? null : (JSON.parse(text) as unknown) }
  }
}
