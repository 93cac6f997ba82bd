/**
 * The operator's API as the local scripts call it.
 *
 * @returns `(method, path, body?) => {status, body, isJson}`, paths below `/api/v1`
 */
export function apiClient({ url, token }) {
  return async (method, path, body) => {
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: body === undefined ? null : JSON.stringify(body),
      signal: AbortSignal.timeout(20_000),
    })
    const text = await response.text()
    return { status: response.status, ...parsed(text) }
  }
}

/** An answer that is none of what was asked for, with the API's own words. */
export function refused(call, { status, body }) {
  return { kind: 'refused', message: `${call} answered ${status}: ${body?.detail ?? 'no detail'}` }
}

/** What is no JSON is shown by its beginning: it is no answer of Bayan's. */
function parsed(text) {
  if (text === '') return { body: null, isJson: true }
  try {
    return { body: JSON.parse(text), isJson: true }
  } catch {
    return { body: { detail: text.slice(0, 200) }, isJson: false }
  }
}
