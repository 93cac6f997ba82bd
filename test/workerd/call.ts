import { exports } from 'cloudflare:workers'

export const BASE = 'https://bayan.example'
export const TOKEN = 'a-token-for-tests-in-workerd'
export const OPERATOR = { authorization: `Bearer ${TOKEN}` }

/** A request to the worker, the operator's unless other headers are given; a text goes as it is. */
export async function call(
  method: string,
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = OPERATOR,
): Promise<Response> {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const init = { method, headers, ...(text === undefined ? {} : { body: text }) }
  return await exports.default.fetch(new Request(`${BASE}${path}`, init))
}
