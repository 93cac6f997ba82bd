import { SNAPSHOT_ENTRIES_A_LANGUAGE, type SnapshotEntry, bodyHtml } from '../feeds/snapshot.ts'
import { plainText } from '../feeds/xml-bytes.ts'
import type { BayanEnv } from '../platform/env.ts'
import { planOf } from '../platform/plan.ts'
import { htmlToText } from '../text/html-text.ts'
import type { Instant } from '../text/instant.ts'
import type { ArchivedStatement } from '../watches/archived-statement.ts'
import { MOST_DOCUMENTS } from './archive-documents.ts'
import { MOST_TEXTS, openWalk } from './statement-page.ts'
import { walk } from './statement-walk.ts'

/** Months and snapshots that one back-test reads; on the free plan the texts in them are what costs. */
const MOST = { free: 2 * MOST_DOCUMENTS, paid: 40 } as const

/** How far a search through the archive came. */
export interface Searched {
  /** Whether all was searched that was asked for. */
  readonly complete: boolean
  /** All that is dated after this was searched. */
  readonly reached: Instant
}

/** Hands over what was published since a moment, newest first, as far as the plan carries. */
export async function searchArchive(
  env: BayanEnv,
  { since, publishers }: { readonly since: Instant; readonly publishers: readonly string[] },
  take: (statement: ArchivedStatement) => void,
): Promise<Searched> {
  const only = publishers.length === 1 ? publishers[0] : undefined
  const { world } = await openWalk(env, {
    publisher: only,
    since,
    most: MOST[planOf(env)],
    ...(publishers.length > 0 ? { publishers } : {}),
  })
  const all = { complete: true, reached: since }
  if (world === undefined) return all
  let texts: number = MOST_TEXTS[planOf(env)]
  let reached = new Date().toISOString()
  for await (const step of walk(world)) {
    if (step.entry === undefined) return { complete: false, reached: step.reached }
    if (texts === 0) return { complete: false, reached }
    texts -= 1
    take(archived(step.entry))
    reached = step.reached
  }
  const { entries, older } = world.head
  // What an older version wrote does not say what it left out.
  if (older === undefined && entries.length >= SNAPSHOT_ENTRIES_A_LANGUAGE)
    return { complete: false, reached }
  return all
}

function archived(entry: SnapshotEntry): ArchivedStatement {
  const { id, publisher, language, url, published, firstSeen, translation } = entry
  const title = plainText(entry.title)
  const text = htmlToText(bodyHtml(entry))
  return { id, publisher, language, url, title, text, published, firstSeen, translation }
}
