import { logFault } from '../platform/log-fault.ts'

/** What one of several objects said, or that it said nothing. */
export type Heard<R> =
  | { readonly kind: 'heard'; readonly from: string; readonly value: R }
  | { readonly kind: 'silent'; readonly from: string }

/** Objects that are asked at the same time. */
const AT_ONCE = 20
/** The command line waits 20 s for a whole answer, which may ask twice. */
const PATIENCE_MS = 8_000

interface AskOptions<R> {
  /** What makes the next twenty needless. */
  readonly isEnough?: (value: R) => boolean
  readonly patienceMs?: number
}

/**
 * Asks several objects the same, twenty at a time. One that fails or does not answer in time is named, and
 * takes nothing from what the others say.
 *
 * @returns as many as were asked, in their order
 */
export async function askSideBySide<R>(
  names: readonly string[],
  ask: (name: string) => Promise<R>,
  { isEnough = () => false, patienceMs = PATIENCE_MS }: AskOptions<R> = {},
): Promise<Heard<R>[]> {
  const heard: Heard<R>[] = []
  for (let start = 0; start < names.length; start += AT_ONCE) {
    const batch = names.slice(start, start + AT_ONCE)
    heard.push(...(await Promise.all(batch.map((name) => askOne(name, ask, patienceMs)))))
    if (heard.some((one) => one.kind === 'heard' && isEnough(one.value))) break
  }
  return heard
}

/** The names of those that did not answer, each once. */
export function silentOf(heard: readonly Heard<unknown>[]): string[] {
  return [...new Set(heard.flatMap(({ kind, from }) => (kind === 'silent' ? [from] : [])))]
}

async function askOne<R>(
  from: string,
  ask: (name: string) => Promise<R>,
  patienceMs: number,
): Promise<Heard<R>> {
  let timer: ReturnType<typeof setTimeout> | null = null
  try {
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`no answer in ${patienceMs} ms`)), patienceMs)
    })
    return { kind: 'heard', from, value: await Promise.race([ask(from), late]) }
  } catch (error) {
    logFault({ at: 'ask', name: from }, error)
    return { kind: 'silent', from }
  } finally {
    clearTimeout(timer)
  }
}
