import type { SourceStateWord } from './page-words.ts'

/** Whether a source in this state asks for somebody’s eye. */
export function needsLook(state: SourceStateWord): boolean {
  return !['ok', 'quiet', 'waiting', 'paused'].includes(state)
}
