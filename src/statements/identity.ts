/**
 * Identity: by what a statement is known again.
 *
 * Sites change schemes, hosts' `www.`, slashes, escapes and tracking parameters, and their feeds
 * change guids, without having published anything. Each statement therefore has several keys; a
 * hit on any trusted key means "known" (reliability report, section 0.5).
 */

const TRACKING =
  /^(utm_.*|fbclid|gclid|yclid|msclkid|mc_cid|mc_eid|mkt_tok|_hsenc|_hsmi|igshid|ref|ref_src|_ga|phpsessid|jsessionid)$/i

/**
 * One address in the form in which addresses are compared, never shown: without scheme, `www.`,
 * fragment, tracking parameters and closing slash, host in lower case, escapes made alike.
 * A text that is no absolute http(s) address is compared as it stands.
 */
export function canonicalAddress(address: string): string {
  if (!URL.canParse(address)) return address.trim()
  const url = new URL(address)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return address.trim()
  const kept = url.search === '' ? [] : queryOf(url)
  const host = url.host.replace(/^www\./, '').replace(/:(80|443)$/, '')
  // Looked for behind what precedes it: a feed may give an address of a megabyte of slashes.
  const path = withoutSession(unescaped(url.pathname)).replace(/(?<!\/)\/+$/, '')
  return host + path + (kept.length > 0 ? `?${kept.join('&')}` : '')
}

function queryOf({ searchParams }: URL): string[] {
  return [...searchParams]
    .filter(([name]) => !TRACKING.test(name))
    .map(([name, value]) => `${name}=${value}`)
    .sort()
}

/** Some servers write the visitor's session behind the last name of a path. */
function withoutSession(path: string): string {
  const last = path.lastIndexOf('/') + 1
  const session = path.slice(last).search(/;jsessionid=/i)
  return session === -1 ? path : path.slice(0, last + session)
}

/** `%D8%A8` and `%d8%a8` and the letter itself are one address; a broken escape stays as it is. */
function unescaped(path: string): string {
  try {
    return decodeURIComponent(path).normalize('NFC')
  } catch {
    return path.toLowerCase()
  }
}

/** What identity looks at: known before the full text is. */
export interface Identifiable {
  readonly url: string
  readonly guid: string | undefined
}

/** Each entry of a listing is asked a dozen times, and an address is slow to take apart. */
const keysByEntry = new WeakMap<Identifiable, readonly string[]>()

/** `a:` by address, `g:` by the feed's own id. The order is the order of trust. */
export function identityKeys(seen: Identifiable): readonly string[] {
  const known = keysByEntry.get(seen)
  if (known !== undefined) return known
  const keys = [`a:${canonicalAddress(seen.url)}`]
  if (seen.guid !== undefined && seen.guid.trim() !== '') {
    // A guid that is an address flips http/https like any address (feedbin/support issue 515).
    keys.push(
      `g:${seen.guid === seen.url ? (keys[0] ?? '').slice(2) : canonicalAddress(seen.guid)}`,
    )
  }
  keysByEntry.set(seen, keys)
  return keys
}

/**
 * The same text on the same day is the same statement, at whatever address: a renamed slug is no
 * news. Given only to texts long enough that equality cannot be chance, and with the day, since
 * yearly statements repeat word for word.
 */
export function contentKey(
  contentHash: string,
  text: string,
  published: string | undefined | null,
): string | undefined {
  if (text.length < MIN_CONTENT_KEY_LENGTH) return undefined
  return `c:${contentHash}:${published?.slice(0, 10) ?? ''}`
}

const MIN_CONTENT_KEY_LENGTH = 200
