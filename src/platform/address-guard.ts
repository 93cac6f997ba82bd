import type { PlainDetail } from '../sources/refusal-detail.ts'
import { INTERNAL_SUFFIXES, NON_GLOBAL_IPV4 } from './ip-ranges-table.ts'

/** Which addresses this deployment may send requests to. */
export interface AddressPolicy {
  /**
   * Local runs only: loopback and private addresses, plain http and any port. What a cloud tells a machine of
   * itself, passwords among it, is refused even so.
   */
  readonly allowPrivate: boolean
  /** Our own host: a source or webhook that is ourselves would feed on itself. */
  readonly ownHost: string
  /** Webhooks carry secrets in their address: https only. */
  readonly httpsOnly?: boolean
}

export type GuardVerdict =
  | { readonly kind: 'allowed'; readonly url: URL }
  /** Why it is not asked, as the rest of a sentence. */
  | { readonly kind: 'blocked'; readonly why: PlainDetail }

/**
 * Judges an address before a request goes there, at save time and again at every hop.
 *
 * Always the parsed host is judged, never the typed text: `http://2130706433`, `0x7f.1` and
 * circled digits all become 127.0.0.1 in `URL` (reliability report, 2.1).
 * A name that resolves to a private address is refused by the platform in production; locally
 * nothing refuses it, which is why a local run belongs on a loopback port.
 */
export function judgeAddress(address: string, policy: AddressPolicy): GuardVerdict {
  if (!URL.canParse(address)) return blocked(['no-address'])
  const url = new URL(address)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    // In `localhost:8080/x` what looks like a scheme is a host, and its typist misses https:// alone.
    return blocked(
      address.includes('://') ? ['scheme', url.protocol.replace(':', '')] : ['no-address'],
    )
  }
  if (url.username !== '' || url.password !== '') {
    return blocked(['credentials'])
  }
  // Dots at its end are none of a host. Looked for behind what precedes them: there may be sixty thousand.
  const host = url.hostname.replace(/(?<!\.)\.+$/, '').toLowerCase()
  if (policy.allowPrivate) return whyNeverAsked(host) ?? { kind: 'allowed', url }
  if (policy.httpsOnly === true && url.protocol !== 'https:') return blocked(['not-https'])
  if (url.port !== '' && url.port !== '80' && url.port !== '443') {
    return blocked(['port', url.port])
  }
  return whyNotPublic(host, policy.ownHost) ?? { kind: 'allowed', url }
}

function blocked(why: PlainDetail): GuardVerdict {
  return { kind: 'blocked', why }
}

/** Whether a host is on the public Internet by its name alone; undefined means yes. */
function whyNotPublic(host: string, ownHost: string): GuardVerdict | undefined {
  if (host.startsWith('[')) {
    return isGlobalIpv6(host.slice(1, -1)) ? undefined : blocked(['ipv6'])
  }
  const ipv4 = parseIpv4(host)
  if (ipv4 !== undefined) {
    return isGlobalIpv4(ipv4) ? undefined : blocked(['ipv4'])
  }
  if (host === ownHost.toLowerCase()) {
    return blocked(['ourselves'])
  }
  if (!host.includes('.')) {
    return blocked(['single-name'])
  }
  const suffix = INTERNAL_SUFFIXES.find((name) => host === name || host.endsWith(`.${name}`))
  return suffix === undefined ? undefined : blocked(['internal', suffix])
}

/** Link-local and shared addresses, where clouds answer for the machine, by number and by name. */
function whyNeverAsked(host: string): GuardVerdict | undefined {
  if (host.startsWith('[')) {
    const inner = host.slice(1, -1)
    const isPrivate = inner === '::1' || (/^f[cd]/.test(inner) && !inner.startsWith('fd00:ec2:'))
    return isPrivate || isGlobalIpv6(inner) ? undefined : blocked(['ipv6'])
  }
  const ipv4 = parseIpv4(host)
  if (ipv4 !== undefined) {
    const isCloud = CLOUD_IPV4.some((network) => isWithin(ipv4, network))
    return isCloud ? blocked(['ipv4']) : undefined
  }
  return /^metadata(?:\.|$)/.test(host) ? blocked(['internal', 'metadata']) : undefined
}

/** RFC 3927, and RFC 6598, of which 100.100.100.200 is one. */
const CLOUD_IPV4 = [
  ['169.254.0.0', 16],
  ['100.64.0.0', 10],
] as const

/** Four decimal parts, as `URL` writes every IPv4 form. */
function parseIpv4(host: string): number | undefined {
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(host)?.slice(1).map(Number)
  if (parts === undefined || parts.some((part) => part > 255)) return undefined
  return parts.reduce((sum, part) => sum * 256 + part, 0)
}

function isGlobalIpv4(address: number): boolean {
  return !NON_GLOBAL_IPV4.some((network) => isWithin(address, network))
}

function isWithin(address: number, [network, length]: readonly [string, number]): boolean {
  const start = parseIpv4(network) ?? 0
  return address >= start && address < start + 2 ** (32 - length)
}

/**
 * Only 2000::/3 is allocated to the Internet. Inside it, forms that carry an IPv4 address or
 * are set aside are refused as a whole: 2001:0::/23 (Teredo and protocol assignments),
 * 2001:db8::/32 and 3fff::/20 (documentation), 2002::/16 (6to4). Mapped (::ffff:0:0/96) and
 * NAT64 (64:ff9b::/96) addresses lie outside 2000::/3: workerd itself lets NAT64 pass.
 */
function isGlobalIpv6(host: string): boolean {
  const [first = '', second = ''] = host.split(':')
  const high = Number.parseInt(first || '0', 16)
  // `2001::1`: an empty second group stands for zeros.
  const next = Number.parseInt(second || '0', 16)
  if (high < 0x2000 || high > 0x3fff) return false
  if (high === 0x2002) return false
  if (high === 0x2001 && (next < 0x200 || next === 0xdb8)) return false
  return !(high === 0x3fff && next < 0x1000)
}
