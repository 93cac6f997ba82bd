import { type SnapshotEntry, bodyHtml } from '../feeds/snapshot.ts'
import { plainText } from '../feeds/xml-bytes.ts'
import type { BayanEnv } from '../platform/env.ts'
import { ALL, kvKeys } from '../platform/kv-keys.ts'
import { Published } from '../platform/published.ts'
import { htmlToText } from '../text/html-text.ts'
import type { Archive, ArchivedStatement } from '../watches/archive.ts'

/** Snapshots that one question reads: each is half a megabyte to go through, in 10 ms on the free plan. */
const MOST_SNAPSHOTS = { free: 2, paid: 20 } as const

/**
 * The newest statements of each publisher, as its snapshot has them: 50 a language, and of a very
 * long one an excerpt. Beyond what the plan carries the snapshot of all stands for the rest.
 */
export function snapshotArchive(env: BayanEnv): Archive {
  const published = new Published(env.PUBLISHED)
  const most = MOST_SNAPSHOTS[env.PLAN === 'paid' ? 'paid' : 'free']
  return {
    async *statements(since, publishers) {
      const seen = new Set<string>()
      for (const of of await snapshotsOf(published, publishers, most)) {
        const snapshot = await published.loadSnapshot(kvKeys.snapshot(of))
        for (const entry of snapshot?.entries ?? []) {
          const isAsked = publishers.length === 0 || publishers.includes(entry.publisher)
          if (!isAsked || seen.has(entry.id) || (entry.published ?? entry.firstSeen) < since)
            continue
          seen.add(entry.id)
          yield archived(entry)
        }
      }
    },
  }
}

async function snapshotsOf(
  published: Published,
  publishers: readonly string[],
  most: number,
): Promise<string[]> {
  const asked =
    publishers.length > 0 ? publishers : (await published.loadPublishers()).map(({ id }) => id)
  const fits = asked.length > 0 && asked.length <= most
  return fits ? [...asked] : [...asked.slice(0, most - 1), ALL]
}

function archived(entry: SnapshotEntry): ArchivedStatement {
  const { id, publisher, language, url, published, firstSeen, translation } = entry
  const title = plainText(entry.title)
  const text = htmlToText(bodyHtml(entry))
  return { id, publisher, language, url, title, text, published, firstSeen, translation }
}
