import { ENTRIES_SCHEMA } from './entry-store.ts'

/** Of a watch's own feed (`watch-feed.ts`). */
export const WATCH_FEED_SCHEMA = `${ENTRIES_SCHEMA}
CREATE TABLE IF NOT EXISTS feed_publishers (id TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;`
