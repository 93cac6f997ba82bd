import type { Place } from '../feeds/newest-first.ts'
import { MOST_DOCUMENTS } from './archive-documents.ts'
import type { WalkPlace } from './statement-walk.ts'

/** Three parts of a place, and up to four publishers: no cursor of ours is longer. */
const LONGEST = 1_000

/** A cursor, for whoever asks no more than to hand it back. */
export function cursorOf({ at, group, from }: WalkPlace): string {
  const said = group === undefined ? [partsOf(at)] : [partsOf(at), from && partsOf(from), group]
  return btoa(JSON.stringify(said)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

/** Undefined for anything that is no cursor of this version. */
export function parseCursor(cursor: string): WalkPlace | undefined {
  if (cursor.length > LONGEST || !/^[\w-]+$/.test(cursor)) return undefined
  const said = parts(cursor)
  if (!Array.isArray(said)) return undefined
  const [at, from, group]: unknown[] = said
  if (!isTexts(at) || at.length !== 3) return undefined
  if (group === undefined) return { at: placeIn(at) }
  if (!isTexts(group) || group.length === 0 || group.length > MOST_DOCUMENTS) return undefined
  if (!isTexts(from) || from.length !== 3) return undefined
  return { at: placeIn(at), group, from: placeIn(from) }
}

function parts(cursor: string): unknown {
  try {
    return JSON.parse(atob(cursor.replaceAll('-', '+').replaceAll('_', '/')))
  } catch {
    return undefined
  }
}

function partsOf({ published, firstSeen, id }: Place): string[] {
  return [published ?? firstSeen, firstSeen, id]
}

function placeIn([published = '', firstSeen = '', id = '']: readonly string[]): Place {
  return { published, firstSeen, id }
}

/** What a place says of a day, and an id, are ASCII; a publisher's id is the beginning of a key. */
function isTexts(value: unknown): value is string[] {
  return (
    Array.isArray(value) &&
    value.every((part) => typeof part === 'string' && /^[\w:.~+-]{1,100}$/.test(part))
  )
}
