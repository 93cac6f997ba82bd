import type { BayanEnv } from '../platform/env.ts'
import { logFault } from '../platform/log-fault.ts'
import { deskOf } from './objects.ts'

/**
 * What an isolate remembers of the desk's answers about clients, so that a dashboard that asks every
 * few seconds costs no call. The desk counts for all isolates; here only its answer is kept.
 */
const KEPT_MS = 60_000
const MOST_CLIENTS = 500
const answers = new Map<string, { readonly until: number; readonly waitSeconds: number }>()

/**
 * Who asks: the address that Cloudflare saw. Of IPv6 the first four groups, since a house has a whole
 * network of them.
 */
export function clientOf(request: Request): string {
  const address = request.headers.get('cf-connecting-ip') ?? 'local'
  return address.includes(':') ? networkOf(address) : address
}

/** The zeros that `::` stands for are written out: `2001:db8::1` and `2001:db8::2` are one network. */
function networkOf(address: string): string {
  const [head = [], tail = []] = address.split('::').map((part) => part.split(':'))
  const zeros = Array<string>(Math.max(0, 8 - head.length - tail.length)).fill('0')
  return [...head, ...zeros, ...tail].slice(0, 4).join(':')
}

/** Seconds that a client must wait before its token is looked at; 0 for nearly everybody. */
export async function admitClient(client: string, env: BayanEnv): Promise<number> {
  const known = answers.get(client)
  if (known !== undefined && Date.now() < known.until) return known.waitSeconds
  return await ask(client, false, env)
}

/** Tells the desk of a wrong token. */
export async function noteFailure(client: string, env: BayanEnv): Promise<void> {
  await ask(client, true, env)
}

/** Every client is asked about again. */
export function forgetClients(): void {
  answers.clear()
}

/** A desk that does not answer locks nobody out: the token itself is what keeps the door. */
async function ask(client: string, isWrong: boolean, env: BayanEnv): Promise<number> {
  try {
    const waitSeconds = await deskOf(env).loginWait(client, isWrong)
    const keptMs = waitSeconds === 0 ? KEPT_MS : Math.min(waitSeconds * 1000, 10 * KEPT_MS)
    if (answers.size >= MOST_CLIENTS) answers.clear()
    answers.set(client, { until: Date.now() + keptMs, waitSeconds })
    return waitSeconds
  } catch (error) {
    logFault({ at: 'login' }, error)
    return 0
  }
}
