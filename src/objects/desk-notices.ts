import type { Notice } from '../deliveries/notice.ts'
import { healthEntries, isPublic } from './health-entries.ts'
import type { DeskStore } from './desk-store.ts'

/**
 * Keeps notices, each once, in the feeds of states, and notes that the endpoints which ask for them
 * are to be told. Must run inside a transaction.
 */
export function keepNotices(notices: readonly Notice[], store: DeskStore, baseUrl: string): void {
  const authority = store.authority()
  for (const notice of notices) {
    for (const entry of healthEntries(notice, authority, baseUrl)) {
      store.ownHealth.keep(entry)
      if (isPublic(notice)) store.health.keep(entry)
    }
    store.soil('own-health', store.version())
    if (isPublic(notice)) store.soil('health', store.version())
    store.saveNotice(notice)
    store.soil(`notice:${notice.id}`, store.version())
  }
  store.health.trim()
  store.ownHealth.trim()
}
