/** The id of a publisher's n-th statement. Never reused, whatever becomes of the statement. */
export function statementId(publisher: string, number: number): string {
  return `${publisher}-${number}`
}

/**
 * The publisher and number that a statement's id names; undefined for any other text.
 * A publisher may itself be called `x-2`: the number is what follows the last hyphen.
 */
export function parseStatementId(
  id: string,
): { readonly publisher: string; readonly number: number } | undefined {
  const [, publisher, number] = /^([a-z0-9](?:[a-z0-9-]*[a-z0-9])?)-([1-9][0-9]{0,9})$/.exec(id) ?? []
  if (publisher === undefined || number === undefined) return undefined
  return { publisher, number: Number(number) }
}

/**
 * The permanent entry id in feeds: a tag: URI (RFC 4151) in ASCII.
 * The authority is the host that the deployment had when it first saw the statement, with the day
 * on which it had it: a later move to another host changes no entry's id.
 */
export function entryTag(baseUrl: string, firstSeen: string, id: string): string {
  return `tag:${new URL(baseUrl).hostname},${firstSeen.slice(0, 10)}:${id}`
}
