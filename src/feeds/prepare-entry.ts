import type { Statement, Translation } from '../statements/statement.ts'
import { EPOCH } from '../text/instant.ts'
import { firstInstant } from './entry-time.ts'
import type { EntryHead } from './entry-head.ts'
import { oneLine } from './one-line.ts'
import type { SnapshotEntry } from './snapshot.ts'
import { shortened, summaryOf } from './summary.ts'
import { webLink } from './web-link.ts'
import { withoutForbidden } from './xml-text.ts'

/** A statement made ready for snapshots: what it is ordered by, and its two parts as text. */
export interface PreparedEntry extends Pick<
  Statement,
  'id' | 'publisher' | 'language' | 'published' | 'firstSeen' | 'updated'
> {
  readonly revision: number
  /** JSON of an `EntryHead`: a snapshot is joined from these. */
  readonly head: string
  /** Sanitised html that may stand in a CDATA section as it is. */
  readonly body: string
  /** What the body takes as UTF-8. */
  readonly bodyBytes: number
}

/** No publisher's title is as long; a page without a title element has given its whole text. */
const TITLE_LENGTH = 500

const UTF8 = new TextEncoder()

/** A statement, and what is said of it besides. */
type Preparable = Statement & Pick<SnapshotEntry, 'apart' | 'edit'>

/** Pure: the same statement gives the same bytes, whatever the order of its members. */
export function prepareEntry(statement: Preparable): PreparedEntry {
  const { id, publisher, source, language, state, revision, contentHash } = statement
  const body = feedBody(statement.html)
  const firstSeen = firstInstant(statement.firstSeen) ?? EPOCH
  const published = firstInstant(statement.published) ?? null
  const worded = firstInstant(statement.updated) ?? firstSeen
  // To be withdrawn or restored is a change that readers of feeds are to see.
  const moved = firstInstant(statement.stateSince ?? null) ?? worded
  const updated = moved > worded ? moved : worded
  const head: EntryHead = {
    id,
    tag: withoutForbidden(statement.tag),
    publisher,
    source,
    language,
    url: statement.url,
    link: webLink(statement.url) ?? null,
    title: oneLine(shortened(statement.title, TITLE_LENGTH)),
    summary: withoutForbidden(summaryOf(body)),
    published,
    firstSeen,
    updated,
    state,
    revision,
    contentHash,
    ...marksOf(statement),
    translation: statement.translation === null ? null : translationOf(statement.translation),
  }
  const bodyBytes = UTF8.encode(body).length
  const order = { id, publisher, language, published, firstSeen, updated, revision }
  return { ...order, head: JSON.stringify(head), body, bodyBytes }
}

function marksOf({ stateSince, divergedSince, apart, edit, author, modified }: Preparable) {
  const name = oneLine(author ?? '')
  const at = firstInstant(modified ?? null)
  return {
    ...(edit === undefined ? {} : { edit }),
    ...(apart === undefined ? {} : { apart }),
    ...(name === '' ? {} : { author: name }),
    ...(at === undefined ? {} : { modified: at }),
    ...(stateSince === undefined ? {} : { stateSince }),
    ...(divergedSince === undefined ? {} : { divergedSince }),
  }
}

function translationOf(translation: Translation): EntryHead['translation'] {
  const { id, url, language, title, by, confidence } = translation
  const link = webLink(url) ?? null
  return { id, url, link, language, title: oneLine(shortened(title, TITLE_LENGTH)), by, confidence }
}

/**
 * Html that no feed has to look at again: without what XML forbids, without carriage returns
 * (a parser turns them into line feeds, and CDATA has no reference to say them), and without the
 * end of a CDATA section. In html `]]>` and `]]&gt;` say the same; a section that is split
 * instead is how a title forges a second entry (decision 0002).
 */
export function feedBody(html: string): string {
  // First the removal, which could join the parts of "]]\u0001>".
  const allowed = withoutForbidden(html).replaceAll('\r', '')
  return allowed.includes(']]>') ? allowed.replaceAll(']]>', ']]&gt;') : allowed
}
