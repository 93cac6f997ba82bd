import { askedAddress } from '../sources/asked-address.ts'
import { hostOf } from '../sources/listing-hosts.ts'
import type { PublisherState } from './publisher-state.ts'

/**
 * The hosts that a publisher's sources ask, as their polls found out: of the path that `auto` chose, and
 * those that the listings lead to, where statements' pages lie and where a site moved. In one order always.
 */
export function hostsAsked(
  state: Pick<PublisherState, 'activeSources' | 'source'>,
): readonly string[] {
  const hosts = state.activeSources().flatMap((source) => {
    const known = state.source(source.id)
    return [hostOf(askedAddress(source, known)) ?? [], known.hosts].flat()
  })
  return [...new Set(hosts)].sort()
}
