/**
 * The operator's API as the local scripts call it.
 *
 * @returns `(method, path, body?) => {status, body}`, paths below `/api/v1`
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
    return { status: response.status, body: text === '' ? null : parsed(text) }
  }
}

function parsed(text) {
  try {
    return JSON.parse(text)
  } catch {
    return { detail: text.slice(0, 200) }
  }
}
