/**
 * Every key of the KV namespace `PUBLISHED`, and who writes it. Each value is written whole from
 * SQLite; nothing reads KV in order to write it.
 *
 * | key | value | written by |
 * |---|---|---|
 * | `statement:{id}` | the statement's current wording, the list of its revisions, its machine version | publisher object |
 * | `revision:{id}:{number}` | one older wording | publisher object |
 * | `snapshot:{publisher}` | the publisher's newest statements, then machine versions and its newest edits; a tombstone once deleted | publisher object |
 * | `archive:{publisher}:{yyyy-mm}` | the statements of one month, in the form of a snapshot | publisher object, once a day at most |
 * | `snapshot:all` | the newest statements of all publishers | front object |
 * | `snapshot:health` | what became of the sources | desk object |
 * | `watch-feed:health.{key}` | what became of sources, floods and endpoints, for the operator | desk object |
 * | `watch-feed:{watch}.{key}` | a watch's own feed, behind its random key | endpoint object |
 * | `publishers` | the public list of publishers and their sources | desk object |
 */
export const kvKeys = {
  statement: (id: string) => `statement:${id}`,
  revision: (id: string, number: number) => `revision:${id}:${number}`,
  snapshot: (publisher: string) => `snapshot:${publisher}`,
  archive: (publisher: string, month: string) => `archive:${publisher}:${month}`,
  watchFeed: (watch: string, key: string) => `watch-feed:${watch}.${key}`,
  publishers: 'publishers',
} as const

/** Whatever may be an id of ours: of more than 512 letters KV refuses the key with an exception. */
export const SLUG = /^[a-z0-9-]{1,40}$/

/** The name under which the feed of states lies: no publisher may be called so. */
export const HEALTH = 'health'
