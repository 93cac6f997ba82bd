import { CONTROL, type SentMessage, type StoredPage } from './outbound.ts'

/** Sets what an address answers from now on. */
export async function setPage(url: string, page: Partial<StoredPage>): Promise<void> {
  const whole: StoredPage = { status: 200, headers: {}, body: '', ...page }
  const address = `${CONTROL}/pages?url=${encodeURIComponent(url)}`
  await fetch(address, { method: 'PUT', body: JSON.stringify(whole) })
}

/** Every request that left the worker since the last reset: `GET https://…`. */
export async function requestsSeen(): Promise<string[]> {
  return await (await fetch(`${CONTROL}/requests`)).json()
}

/** Every message that was sent since the last reset, in order. */
export async function messagesSeen(): Promise<SentMessage[]> {
  return await (await fetch(`${CONTROL}/messages`)).json()
}

/** What each of those requests was conditional on: its `If-None-Match` or `If-Modified-Since`. */
export async function conditionsSeen(): Promise<(string | null)[]> {
  return await (await fetch(`${CONTROL}/conditions`)).json()
}

/** The most requests that were ever under way at one host at the same time. */
export async function mostAtOnce(host: string): Promise<number> {
  return await (await fetch(`${CONTROL}/most-at-once?host=${host}`)).json()
}

export async function resetInternet(): Promise<void> {
  await fetch(`${CONTROL}/reset`)
}
