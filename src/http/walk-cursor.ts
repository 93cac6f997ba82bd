import type { Place } from '../statements/newest-first.ts'
import { MOST_DOCUMENTS } from './archive-documents.ts'
import type { WalkPlace } from './statement-walk.ts'

/** Days, and ids, which hold no underscore. */
const SHAPE = /^[\w:.~-]{1,1000}$/

/** The three parts of a place; within a month those of `from`, and the publishers. */
const PARTS = 3

/** A cursor, for whoever asks no more than to hand it back. */
export function cursorOf({ at, group = [], from }: WalkPlace): string {
  const places = from === undefined ? [at] : [at, from]
  const parts = places.flatMap(({ published, firstSeen, id }) => [published, firstSeen, id])
  return [...parts, ...group].join('_')
}

/** Undefined for anything that is no cursor of this version. */
export function parseCursor(cursor: string): WalkPlace | undefined {
  const parts = SHAPE.test(cursor) ? cursor.split('_') : []
  if (parts.length === PARTS) return { at: placeIn(parts) }
  const [from, group] = [parts.slice(PARTS), parts.slice(2 * PARTS)]
  if (group.length === 0 || group.length > MOST_DOCUMENTS) return undefined
  return { at: placeIn(parts), from: placeIn(from), group }
}

function placeIn([published = '', firstSeen = '', id = '']: readonly string[]): Place {
  return { published, firstSeen, id }
}
