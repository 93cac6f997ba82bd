import type { FeedExtension } from './feed-address.ts'
import type { FeedDocument } from './feed-document.ts'
import { escapeAttribute } from './xml-text.ts'

const HISTORY_NAMESPACE = 'http://purl.org/syndication/history/1.0'

/**
 * The marks of RFC 5005, section 4, and the hubs, as Atom says them; RSS says them with a prefix.
 * `prev-archive` leads from the document that readers subscribe to back to the first statement.
 */
export function historyLinks(
  { hubs, history }: Pick<FeedDocument, 'hubs' | 'history'>,
  format: Exclude<FeedExtension, 'json'>,
): string {
  const tag = format === 'rss' ? 'atom:link' : 'link'
  const link = (rel: string, address: string | undefined) =>
    address === undefined ? '' : `<${tag} rel="${rel}" href="${escapeAttribute(address)}"/>\n`
  let xml = hubs.map((hub) => link('hub', hub)).join('')
  if (history === undefined) return xml
  const { isArchive, current, previous, next } = history
  // The only month there is stands in no chain: nothing marks it (validator: ArchiveIncomplete).
  if (isArchive && (previous !== undefined || next !== undefined)) {
    xml += `<fh:archive xmlns:fh="${HISTORY_NAMESPACE}"/>\n${link('current', current[format])}`
  }
  return xml + link('prev-archive', previous?.[format]) + link('next-archive', next?.[format])
}
