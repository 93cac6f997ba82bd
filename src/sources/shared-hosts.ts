import { hostOf } from './listing-hosts.ts'
import { listingAddress } from './listing-readers.ts'
import type { Publisher } from './publisher.ts'
import { telegramPreview } from './recognise-kind.ts'
import type { Source } from './source.ts'

/** By publisher: hosts that its sources were found to ask, by what `auto` chose, pages, and where a site moved. */
export type AskedHosts = ReadonlyMap<string, readonly string[]>

const NONE_ASKED: AskedHosts = new Map()

/**
 * The hosts that several publishers have sources at, by publisher; `www.` apart. A publisher without
 * one is not in it. `auto` finds a channel of Telegram under another host than the operator's address.
 */
export function sharedHosts(
  publishers: readonly Publisher[],
  asked: AskedHosts = NONE_ASKED,
): ReadonlyMap<string, readonly string[]> {
  const askers = new Map<string, Set<string>>()
  for (const { id, sources } of publishers) {
    for (const host of [...sources.flatMap(hostsOf), ...(asked.get(id) ?? [])]) {
      askers.set(host, (askers.get(host) ?? new Set()).add(id))
    }
  }
  const shared = new Map<string, string[]>()
  for (const [host, ids] of [...askers].sort(([one], [other]) => (one < other ? -1 : 1))) {
    if (ids.size < 2) continue
    for (const id of ids) shared.set(id, [...(shared.get(id) ?? []), host])
  }
  return shared
}

/** The publishers that have sources where a source would be asked. */
export function askersBeside(source: Source, publishers: readonly Publisher[]): string[] {
  const hosts = hostsOf(source)
  return publishers
    .filter(({ sources }) => sources.flatMap(hostsOf).some((host) => hosts.includes(host)))
    .map(({ id }) => id)
}

export function hostsOf(source: Source): string[] {
  const { url } = source
  const addresses = [url, listingAddress(source), telegramPreview(url)]
  return [...new Set(addresses.flatMap((address) => hostOf(address ?? '') ?? []))]
}

/** The publishers, of those that stay, whose shared hosts are others after a change. */
export function sharingAnew(
  before: readonly Publisher[],
  after: readonly Publisher[],
  askedBefore: AskedHosts = NONE_ASKED,
  askedAfter: AskedHosts = askedBefore,
): readonly string[] {
  const [then, now] = [sharedHosts(before, askedBefore), sharedHosts(after, askedAfter)]
  const said = (hosts: readonly string[] = []) => hosts.join(' ')
  return after.map(({ id }) => id).filter((id) => said(then.get(id)) !== said(now.get(id)))
}
