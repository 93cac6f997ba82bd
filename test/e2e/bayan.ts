import { createTestHarness } from 'wrangler'

const TOKEN = 'a-token-for-tests-of-32-characters'

/** The production bundle on the local runtime, with a client for its API. */
export async function startBayan(options: { readonly token?: string | null } = {}) {
  const token = options.token === undefined ? TOKEN : options.token
  const server = createTestHarness({
    workers: [
      {
        configPath: './wrangler.toml',
        vars: { BASE_URL: 'http://localhost:8787', PLAN: 'paid', ALLOW_PRIVATE_NETWORK: 'true' },
        secrets: token === null ? {} : { ADMIN_TOKEN: token },
      },
    ],
  })
  const { url } = await server.listen()
  const call = async (
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ) =>
    await server.fetch(path, {
      method,
      headers: {
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined
        ? {}
        : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
  const json = async <T = Record<string, unknown>>(
    method: string,
    path: string,
    body?: unknown,
  ): Promise<T> => {
    const response = await call(method, path, body)
    if (!response.ok)
      throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
    return (response.status === 204 ? {} : await response.json()) as T
  }
  return { server, url: url.origin, token, call, json, close: () => server.close() }
}

export type Bayan = Awaited<ReturnType<typeof startBayan>>

export interface PollAnswer {
  readonly polls: {
    readonly source: string
    readonly outcome: string
    readonly reason: string | null
    readonly baseline: boolean
    readonly appeared: number
    readonly revised: number
  }[]
}

/** Polls a publisher now and gives the report of its first source. */
export async function pollNow(bayan: Bayan, publisher: string) {
  const { polls } = await bayan.json<PollAnswer>('POST', `/api/v1/publishers/${publisher}/poll`)
  const [first] = polls
  if (first === undefined) throw new Error('no source was polled')
  return first
}
