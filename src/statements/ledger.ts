import type { Instant } from '../text/instant.ts'
import { changeClass } from './change-class.ts'
import type { Change } from './change.ts'
import type { Sighting } from './sighting.ts'
import type { Statement } from './statement.ts'
import { entryTag, statementId } from './statement-id.ts'

/** A sighting with the hash of its wording. */
export interface Hashed {
  readonly sighting: Sighting
  readonly contentHash: string
}

/** Where and when a sighting was made. */
export interface Circumstances {
  readonly publisher: string
  readonly source: string
  /** Who mints ids, see `tagAuthority`. */
  readonly authority: string
  readonly now: Instant
}

/** A statement seen for the first time, as the publisher's `number`-th. */
export function appeared(seen: Hashed, number: number, where: Circumstances): Change {
  const { sighting, contentHash } = seen
  const id = statementId(where.publisher, number)
  return {
    kind: 'appeared',
    statement: {
      id,
      tag: entryTag(where.authority, id),
      publisher: where.publisher,
      source: where.source,
      language: sighting.language,
      url: sighting.url,
      title: sighting.title,
      text: sighting.text,
      html: sighting.html,
      published: credible(sighting.published, where.now) ?? null,
      ...saidOf(sighting, where.now),
      firstSeen: where.now,
      updated: where.now,
      state: 'current',
      revision: 1,
      contentHash,
      translation: null,
    },
  }
}

/** A site's clock and ours differ by zones, not by days. */
const AHEAD_MS = 24 * 3_600_000

/** A date further ahead than a day is a mistake: kept, it would pin the statement above all others. */
function credible(date: Instant | undefined, now: Instant): Instant | undefined {
  if (date === undefined) return undefined
  // The first day of 1970 is a clock that was never set.
  if (Date.parse(date) < AHEAD_MS) return undefined
  return Date.parse(date) > Date.parse(now) + AHEAD_MS ? undefined : date
}

/** What the source says beside the wording; what it does not say is not there. */
function saidOf(
  { author, modified }: Sighting,
  now: Instant,
): Pick<Statement, 'author' | 'modified'> {
  const at = credible(modified, now)
  return {
    ...(author === undefined ? {} : { author }),
    ...(at === undefined ? {} : { modified: at }),
  }
}

/**
 * What a new sighting of a known statement means: a revision, or nothing.
 *
 * Only the wording counts; a new one brings the author and the change date that the source gives with it.
 * Address, date and place of the entry stay as they were first read: an
 * edit that moved them would bring the entry up again as news in readers and in Slack. The old
 * address keeps working for us, since every address is an identity key of its own.
 */
export function revised(known: Statement, seen: Hashed, now: Instant): Change | undefined {
  if (known.contentHash === seen.contentHash) return undefined
  const { title, text, html } = seen.sighting
  // A page that lost its text is a broken page: the wording we have stands.
  if (text.trim() === '' && known.text.trim() !== '') return undefined
  // Letters that the site's own conversion lost: what we have is better.
  if (lostLetters(title + text) > lostLetters(known.title + known.text)) return undefined
  return {
    kind: 'revised',
    class: changeClass(known, { title, text }),
    statement: {
      ...known,
      ...saidOf(seen.sighting, now),
      title,
      text,
      html,
      contentHash: seen.contentHash,
      updated: now,
      revision: known.revision + 1,
    },
  }
}

/** What a listing shows again after it was withdrawn is restored, with the wording that it has now. */
export function restored(known: Statement, seen: Hashed | undefined, now: Instant): Change {
  const revision = seen === undefined ? undefined : revised(known, seen, now)
  const { statement, ...edit } = revision ?? { statement: known }
  return {
    ...edit,
    kind: 'restored',
    statement: { ...statement, state: 'current', stateSince: now },
  }
}

/** The wording stays what it was when it was last seen. */
export function withdrawn(known: Statement, now: Instant): Change {
  return { kind: 'withdrawn', statement: { ...known, state: 'withdrawn', stateSince: now } }
}

function lostLetters(text: string): number {
  return text.split('\uFFFD').length
}
