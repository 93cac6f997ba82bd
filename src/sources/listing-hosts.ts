import type { Refusal } from './reading.ts'

/** Fewer entries prove nothing: an organisation may link two reports elsewhere. */
const FEWEST = 3
const FOREIGN_SHARE = 0.8
/** Hosts that are remembered of one source. */
const MOST_HOSTS = 8
/** No name that can be looked up is longer (RFC 1035, 2.3.4), its port apart. */
const LONGEST_HOST = 261

/** A host without `www.`; undefined for what is no address. */
export function hostOf(address: string): string | undefined {
  return URL.parse(address)?.host.replace(/^www\./, '')
}

/**
 * A domain that was sold, parked or hacked shows a list as well: of strangers. It is told by where
 * the entries lead: nowhere that this source led to before. A site that really moved is taken
 * again as soon as the operator names the new host, as the source's address or the publisher's site.
 *
 * @param hosts where entries led before, and hosts that the operator named; empty trusts everything
 * @param known entries that were recognised without being read
 */
export function refuseForeign(
  addresses: readonly string[],
  known: number,
  hosts: readonly string[],
): Refusal | undefined {
  if (hosts.length === 0 || addresses.length < FEWEST) return undefined
  const foreign = addresses.map(hostOf).filter((host) => host === undefined || !isOf(host, hosts))
  if (foreign.length / (addresses.length + known) <= FOREIGN_SHARE) return undefined
  return { kind: 'refused', reason: 'foreign', detail: ['foreign', foreign[0] ?? '?'] }
}

function isOf(host: string, hosts: readonly string[]): boolean {
  return hosts.some(
    (known) => host === known || host.endsWith(`.${known}`) || known.endsWith(`.${host}`),
  )
}

/**
 * The hosts that a listing may lead to: those it led to, and those that the operator named. Empty,
 * which trusts every host, before the first listing, and where it leads to so many hosts that it
 * gathers what others publish.
 */
export function familiarHosts(
  hosts: readonly string[],
  named: readonly string[],
): readonly string[] {
  if (hosts.length === 0 || hosts.length >= MOST_HOSTS) return []
  return [...hosts, ...named.flatMap((address) => hostOf(address) ?? [])]
}

/** The hosts to remember after a good poll, those known first; the same list where nothing is new. */
export function hostsAfter(
  hosts: readonly string[],
  addresses: readonly string[],
): readonly string[] {
  const fresh = [...new Set(addresses.flatMap((address) => hostOf(address) ?? []))].filter(
    (host) => !hosts.includes(host) && host.length <= LONGEST_HOST,
  )
  return fresh.length === 0 ? hosts : [...hosts, ...fresh].slice(0, MOST_HOSTS)
}
