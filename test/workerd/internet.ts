import { CONTROL, type StoredPage } from './outbound.ts'

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

export async function resetInternet(): Promise<void> {
  await fetch(`${CONTROL}/reset`)
}
