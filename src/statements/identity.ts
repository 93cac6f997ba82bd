/**
 * Identity: by what a statement is known again.
 *
 * Sites change schemes, hosts' `www.`, slashes, escapes and tracking parameters, and their feeds
 * change guids, without having published anything. Each statement therefore has several keys; a
 * hit on any trusted key means "known" (reliability report, section 0.5).
 */

const TRACKING = /^(utm_.*|fbclid|gclid|mc_cid|mc_eid|igshid|ref|ref_src|_ga)$/i

/**
 * One address in the form in which addresses are compared, never shown: without scheme, `www.`,
 * fragment, tracking parameters and closing slash, host in lower case, escapes made alike.
 * A text that is no absolute http(s) address is compared as it stands.
 */
export function canonicalAddress(address: string): string {
  if (!URL.canParse(address)) return address.trim()
  const url = new URL(address)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return address.trim()
  const kept = [...url.searchParams]
    .filter(([name]) => !TRACKING.test(name))
    .map(([name, value]) => `${name}=${value}`)
    .sort()
  const host = url.host.replace(/^www\./, '').replace(/:(80|443)$/, '')
  const path = unescaped(url.pathname).replace(/\/+$/, '')
  return host + path + (kept.length > 0 ? `?${kept.join('&')}` : '')
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

/** `a:` by address, `g:` by the feed's own id. The order is the order of trust. */
export function identityKeys(seen: Identifiable): string[] {
  const keys = [`a:${canonicalAddress(seen.url)}`]
  if (seen.guid !== undefined && seen.guid.trim() !== '') {
    // A guid that is an address flips http/https like any address (feedbin/support issue 515).
    keys.push(`g:${canonicalAddress(seen.guid)}`)
  }
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

/** One entry of a listing together with the statement it was found to be, if any. */
export interface Recognised<T> {
  readonly entry: T
  /** The keys that may be kept for it: those that are trusted in this listing. */
  readonly keys: readonly string[]
  readonly known: number | undefined
}

/**
 * Tells for each entry of one listing which known statement it is.
 *
 * A key that stands at two different entries of one listing is not trusted there: sites give one
 * guid to all items, or link every item to the front page, and new statements would be lost.
 * Entries that differ in no key are one entry. A guid never makes two entries one statement when
 * that statement stands in the listing under its own address.
 *
 * @param present statements that stand in the listing but not among `entries`, having been read before
 */
export function recognise<T extends Identifiable & { readonly title: string }>(
  entries: readonly T[],
  lookup: (key: string) => number | undefined,
  present: Iterable<number> = [],
): Recognised<T>[] {
  const distinct = withoutRepeats(entries)
  const uses = countUses(distinct)
  const byAddress = new Set(present)
  const trusted = distinct.map((entry) => {
    const keys = identityKeys(entry).filter((key) => uses.get(key) === 1)
    const known = keys.filter((key) => key.startsWith('a:')).map(lookup)[0]
    if (known !== undefined) byAddress.add(known)
    return { entry, keys: keys.length > 0 ? keys : [lastResortKey(entry)], known }
  })
  return trusted.map(({ entry, keys, known }) => {
    if (known !== undefined) return { entry, keys, known }
    const candidates = keys.map(lookup).filter((number) => number !== undefined)
    const other = candidates.find((number) => !byAddress.has(number))
    // The guid belongs to a statement that is here itself: it tells nothing about this entry.
    const kept = other === undefined ? keys.filter((key) => lookup(key) === undefined) : keys
    return { entry, keys: kept, known: other }
  })
}

/** Where neither address nor guid can be trusted, title and guid and address together must do. */
function lastResortKey(entry: Identifiable & { readonly title: string }): string {
  return `t:${[entry.title.trim(), ...identityKeys(entry)].join('\n')}`
}

function withoutRepeats<T extends Identifiable & { readonly title: string }>(
  entries: readonly T[],
): T[] {
  const seen = new Set<string>()
  return entries.filter((entry) => {
    const key = lastResortKey(entry)
    return seen.has(key) ? false : seen.add(key) !== undefined
  })
}

function countUses(entries: readonly Identifiable[]): Map<string, number> {
  const uses = new Map<string, number>()
  for (const entry of entries) {
    for (const key of identityKeys(entry)) uses.set(key, (uses.get(key) ?? 0) + 1)
  }
  return uses
}
