/** The id of a publisher's n-th statement. Never reused, whatever becomes of the statement. */
export function statementId(publisher: string, number: number): string {
  return `${publisher}-${number}`
}

/**
 * The publisher and number that a statement's id names; undefined for any other text.
 * A publisher may itself be called `x-2`: the number is what follows the last hyphen.
 * A publisher's id has forty letters at most; of more, KV would refuse the key with an exception.
 */
export function parseStatementId(
  id: string,
): { readonly publisher: string; readonly number: number } | undefined {
  const [, publisher, number] =
    /^([a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?)-([1-9][0-9]{0,9})$/.exec(id) ?? []
  if (publisher === undefined || number === undefined) return undefined
  return { publisher, number: Number(number) }
}

/**
 * Who mints ids: the host that a deployment has on its first day, with that day (RFC 4151, 2.1).
 * Kept for ever by the desk: a later move to another host changes no entry's id.
 */
export function tagAuthority(baseUrl: string, day: string): string {
  return `${new URL(baseUrl).hostname},${day}`
}

/** The permanent entry id in feeds: a tag: URI in ASCII. */
export function entryTag(authority: string, id: string): string {
  return `tag:${authority}:${id}`
}
