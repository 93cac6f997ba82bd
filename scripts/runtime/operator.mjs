/** The operator of a runtime on loopback; the token guards nothing that outlives the run. */
const TOKEN = 'loopback-rig-operator-0123456789abcdefghijkl'

const CALL_MS = 10_000

/** Vars under which polls every second and addresses on loopback are allowed. */
export const OPERATOR_VARS = {
  BASE_URL: 'http://localhost:8787',
  // The free plan's budget would refuse a poll every second.
  PLAN: 'paid',
  ALLOW_PRIVATE_NETWORK: 'true',
  ADMIN_TOKEN: TOKEN,
}

/**
 * One call of the operator's API.
 *
 * @param {string} url of the runtime
 * @param {string} path below `/api/v1`
 * @returns {Promise<any>} the answer's JSON
 * @throws with method, path, status and answer when the status is not 2xx
 */
export async function callApi(url, method, path, body) {
  const response = await fetch(`${url}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
    signal: AbortSignal.timeout(CALL_MS),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`)
  return text === '' ? undefined : JSON.parse(text)
}
